import Gtk
import UpliftCore
import UpliftDrawing

/// What is being edited in place.
struct CanvasEditing {
  var subject: ItemSubject
  var original: String
  var committed: String
  var style: TextStyle
  /// Nobody but who writes is to read it now.
  var isHidden = false
  /// The text is the program's own, and selected, so that the first letter replaces it.
  var isProposed = false
}

/// The text field that lies over an item while that is edited.
final class CanvasEditor {
  let widget = TextView()
  /// Shows what is being written in private, for the moment.
  let eye = ToggleButton(icon: "view-reveal-symbolic", name: tr("Show my text (Alt+V)"))
  /// Logical pixels.
  private static let eyeSide = 24.0
  private let style = Style()
  /// Styles hold for the whole display: each editor has a name of its own there.
  private let styleName: String
  private static var made = 0
  private var padding = (left: 8.0, top: 6.0, right: 8.0, bottom: 6.0)

  init() {
    Self.made += 1
    styleName = "scene-editor-\(Self.made)"
    widget.addClass("editor")
    widget.addClass("scene-editor")
    widget.addClass(styleName)
    widget.acceptsTab = false
    eye.addClass("scene-editor-eye")
    eye.takesFocusOnClick = false
    eye.isFocusable = false
    eye.isVisible = false
    eye.onToggled { [weak self] in self?.look() }
    style.addToDisplay()
  }

  /// Takes on the type and the place of the item's own text.
  func prepare(for editing: CanvasEditing, _ item: SceneItem) {
    let block = textBlock(of: editing, item)
    let type = block?.style ?? editing.style
    style.load(
      """
      .\(styleName) { font-family: \(StyleSheet.family); font-size: \(type.size)px; \
      font-weight: \(type.weight.rawValue); font-style: \(type.isItalic ? "italic" : "normal"); }
      """)
    widget.setCentred(block?.alignment == .centre)
    if let frame = block?.frame {
      padding = (
        max(2, frame.minX), max(2, frame.minY - pictureHeight(of: item)),
        max(2, item.frame.width - frame.maxX), 4
      )
    } else {
      padding = (8, 6, 8, 6)
    }
    if editing.isHidden { padding.right = max(padding.right, Self.eyeSide + 6) }
    widget.setPadding(
      left: Int(padding.left), right: Int(padding.right), top: Int(padding.top),
      bottom: Int(padding.bottom))
  }

  /// With no editor open there is nothing to be seen, and nothing is veiled.
  func veil(_ isHidden: Bool) {
    eye.isActive = false
    eye.isVisible = isHidden
    widget.isVeiled = isHidden
    widget.opacity = 1
  }

  private func look() {
    let isSeen = eye.isActive
    widget.isVeiled = eye.isVisible && !isSeen
    eye.setIcon(isSeen ? "view-conceal-symbolic" : "view-reveal-symbolic")
    let name = isSeen ? tr("Hide my text (Alt+V)") : tr("Show my text (Alt+V)")
    eye.tooltip = name
    eye.setAccessibleLabel(name)
  }

  /// What an input method shows before it is written stands in nobody's sight either; the method's
  /// own window is for who writes.
  func compose(_ isComposing: Bool) { widget.opacity = isComposing && widget.isVeiled ? 0 : 1 }

  /// In the canvas's pixels: at the upper trailing corner of the editor.
  func eyeFrame(in frame: Rect, scale: Double, isMirrored: Bool) -> Rect {
    let side = Self.eyeSide * scale
    let x = isMirrored ? frame.minX + 3 * scale : frame.maxX - side - 3 * scale
    return Rect(x, frame.minY + 3 * scale, side, side)
  }

  private func textBlock(of editing: CanvasEditing, _ item: SceneItem) -> TextBlock? {
    let blocks = item.content.primitives.compactMap { primitive -> TextBlock? in
      if case .text(let block) = primitive { block } else { nil }
    }
    return blocks.first { $0.text == editing.original }
  }

  /// In the canvas's pixels: over the item, and as high as the text needs.
  func frame(of editing: CanvasEditing, in canvas: SceneCanvas) -> Rect {
    guard let item = canvas.item(editing.subject) else { return .zero }
    let place = canvas.view.frame(of: item)
    let scale = scale(in: canvas)
    let width = max(place.width, 120 * scale)
    let needed = Double(widget.naturalSize(forWidth: Int(width / scale)).height) * scale
    // A picture stays in sight while its caption is written.
    let top = pictureHeight(of: item) * canvas.view.zoom
    // A cluster's notes stay in sight while its title is written.
    let least = item.role == .cluster ? 0 : place.height - top
    return Rect(place.x, place.y + top, width, max(least, needed))
  }

  /// Points at the top of a card that its picture takes.
  private func pictureHeight(of item: SceneItem) -> Double {
    guard item.role == .card else { return 0 }
    return item.content.primitives.reduce(0) { height, primitive in
      if case .image(let block) = primitive { max(height, block.frame.maxY) } else { height }
    }
  }

  /// Never too small to read.
  func scale(in canvas: SceneCanvas) -> Double { max(canvas.view.zoom, 0.8) }
}
