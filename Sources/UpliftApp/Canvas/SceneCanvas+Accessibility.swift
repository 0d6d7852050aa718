import Gtk
import UpliftDrawing

/// A screen reader meets the items that can be read on the screen as small children of the canvas.
extension SceneCanvas {
  /// How long the view must rest first, in milliseconds.
  private static let rest = 150
  private static let mostItems = 400

  func updateAccessibilitySoon() {
    guard isMapped else { return }
    accessibilityUpdate = Timeout.after(milliseconds: Self.rest) { [weak self] in
      self?.updateAccessibleItems()
    }
  }

  /// Labels of what a screen reader finds now; for tests.
  public var accessibleLabels: [String] {
    accessibleItems.keys.compactMap { item($0)?.label }
  }

  func updateAccessibleItems() {
    var legible: [ItemSubject: SceneItem] = [:]
    if view.zoom >= Self.legibleZoom {
      for item in view.scene.items {
        guard let subject = item.subject, item.role != .decoration,
          view.frame(of: item).intersects(view.region(of: item.band)),
          legible.count < Self.mostItems
        else { continue }
        legible[subject] = item
      }
    }
    for (subject, widget) in accessibleItems where legible[subject] == nil {
      if widget.isFocused { grabFocus() }
      widget.unparent()
      accessibleItems[subject] = nil
    }
    for (subject, item) in legible {
      guard let label = item.label else { continue }
      let widget = accessibleItems[subject] ?? makeAccessibleItem(item, subject)
      widget.setAccessibleLabel(label)
      widget.setAccessibleSelected(selection.contains(subject))
    }
    queueAllocate()
  }

  private func makeAccessibleItem(_ item: SceneItem, _ subject: ItemSubject) -> DrawnWidget {
    let widget = DrawnWidget(role: item.role.accessibleRole)
    widget.receivesPointer = false
    widget.setParent(self)
    accessibleItems[subject] = widget
    return widget
  }

  func placeAccessibleItems() {
    for (subject, widget) in accessibleItems {
      guard let item = item(subject) else { continue }
      let frame = view.frame(of: item)
      place(
        widget, x: frame.x, y: frame.y, width: max(1, Int(frame.width)),
        height: max(1, Int(frame.height)))
    }
  }
}

extension ItemRole {
  var accessibleRole: AccessibleRole {
    switch self {
    case .stageHeader, .stepHeader, .columnHeader: .columnHeader
    case .laneHeader: .rowHeader
    case .title: .heading
    case .button: .button
    case .cluster: .group
    default: .gridCell
    }
  }
}
