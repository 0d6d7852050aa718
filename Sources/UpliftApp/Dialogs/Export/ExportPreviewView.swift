import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// The first page of what would be written, and how many there are.
final class ExportPreviewView {
  /// Pixels that a preview is drawn within; more than it is shown in, for sharp screens.
  static let bounds = Size(960, 820)

  let widget: Box
  private let picture = Picture()
  private let text = Label("", classes: ["help-code"])
  private let message = Label("", classes: ["dim"])
  private let caption = Label("", classes: ["dim"])
  private let spinner = Spinner()
  private let stack = Gtk.Stack()
  private let dragging = DragSource()

  init() {
    picture.expandsVertically = true
    picture.addClass("export-page")
    picture.addController(dragging)
    picture.tooltip = tr("Drag this picture into another program")
    picture.setCursor("grab")
    text.alignment = 0
    text.verticalAlignment = .start
    let scrolled = ScrolledWindow(text)
    message.wraps = true
    message.setCentred(true)
    spinner.setSizeRequest(width: 32, height: 32)
    spinner.horizontalAlignment = .center
    spinner.verticalAlignment = .center
    stack.add(spinner, name: "waiting")
    stack.add(picture, name: "picture")
    stack.add(scrolled, name: "text")
    stack.add(message, name: "message")
    stack.expandsVertically = true
    caption.setEllipsis(.end)
    widget = Box(.vertical, spacing: 10, [stack, caption])
    widget.addClass("export-preview")
    widget.expandsHorizontally = true
    widget.expandsVertically = true
    widget.setSizeRequest(width: 300)
  }

  /// What is dragged out of the preview.
  func offer(_ picture: UpliftDrawing.Picture?) {
    guard let picture else { return dragging.withdraw() }
    let offer = ClipboardOffer.picture { picture }
    dragging.offer(offer.types, offer.make)
  }

  func wait() {
    spinner.isSpinning = true
    if stack.visibleName != "picture" { stack.visibleName = "waiting" }
    caption.text = tr("Drawing the preview…")
  }

  func show(_ outcome: ExportPreviewer.Outcome, _ choices: ExportChoices) {
    spinner.isSpinning = false
    switch outcome {
    case .picture(let preview):
      picture.setTexture(try? Texture(data: preview.png))
      let description = Self.caption(of: preview, choices)
      picture.setDescription(description)
      caption.text = description
      stack.visibleName = "picture"
    case .text(let content):
      text.text = content
      caption.text = tr("The text begins like this.")
      stack.visibleName = "text"
    case .failed(let sentence):
      message.text = sentence
      caption.text = ""
      stack.visibleName = "message"
    }
  }

  private static func caption(of preview: ExportPreview, _ choices: ExportChoices) -> String {
    let page = preview.page
    switch choices.kind {
    case .pdf where choices.pageFormat == .poster:
      return tr(
        "1 page of {width} × {height} cm",
        ["width": centimetres(page.width), "height": centimetres(page.height)])
    case .html: return tr("The page begins with this picture; all that it says follows as text.")
    case .pdf: return ntr("{count} page", "{count} pages", preview.pageCount)
    case .png:
      return tr(
        "{width} × {height} pixels",
        ["width": pixels(page.width, choices), "height": pixels(page.height, choices)])
    default:
      return tr(
        "{width} × {height} points at 100 %",
        ["width": Int(page.width.rounded()), "height": Int(page.height.rounded())])
    }
  }

  private static func pixels(_ points: Double, _ choices: ExportChoices) -> String {
    Int((points * choices.scale).rounded(.up)).formatted()
  }

  private static func centimetres(_ points: Double) -> String {
    (points / 72 * 2.54).formatted(.number.precision(.fractionLength(0)))
  }
}
