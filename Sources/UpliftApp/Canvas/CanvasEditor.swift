import Gtk
import UpliftDrawing

/// What is being edited in place.
struct CanvasEditing {
  var subject: ItemSubject
  var original: String
  var committed: String
  var style: TextStyle
}

/// The text field that lies over an item while that is edited.
final class CanvasEditor {
  let widget = TextView()
  private let style = Style()
  private var padding = (left: 8.0, top: 6.0, right: 8.0, bottom: 6.0)

  init() {
    widget.addClass("editor")
    widget.addClass("scene-editor")
    widget.acceptsTab = false
    style.addToDisplay()
  }

  /// Takes on the type and the place of the item's own text.
  func prepare(for editing: CanvasEditing, _ item: SceneItem) {
    let block = textBlock(of: editing, item)
    let type = block?.style ?? editing.style
    let family = "Inter, Cantarell, \"Noto Sans\", sans-serif"
    style.load(
      """
      .scene-editor { font-family: \(family); font-size: \(type.size)px; \
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
    widget.setPadding(
      left: Int(padding.left), right: Int(padding.right), top: Int(padding.top),
      bottom: Int(padding.bottom))
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
