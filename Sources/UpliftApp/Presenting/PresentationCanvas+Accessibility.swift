import Gtk
import UpliftDrawing

/// What is presented can be read by a screen reader, and walked through with Tab.
extension PresentationCanvas {
  /// Pixels.
  private static let ringWidth = 3.0
  private static let ringDistance = 3.0

  func updateAccessibleItems() {
    accessibleFrames = [:]
    var entries: [AccessibleItems.Entry] = []
    if let page, !isBlank, page.zoom >= SceneCanvas.legibleZoom {
      for (item, frame) in page.readAloud {
        guard let subject = item.subject else { continue }
        accessibleFrames[subject] = frame
        entries.append(AccessibleItems.Entry(subject: subject, item: item))
      }
    }
    accessibleItems.show(entries)
    for widget in accessibleItems.widgets.values { widget.isFocusable = true }
  }

  func placeAccessibleItems() {
    accessibleItems.place { accessibleFrames[$0] }
  }

  /// A ring around what Tab has come to.
  func drawFocus(_ snapshot: Snapshot) {
    guard let frame = accessibleItems.focused.flatMap({ accessibleFrames[$0] }) else { return }
    let ring = frame.inset(-Self.ringDistance, -Self.ringDistance)
    snapshot.stroke(Rectangle(ring), radius: 6, width: Self.ringWidth, RGBA(accent))
  }
}
