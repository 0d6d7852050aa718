import Gtk
import UpliftCore
import UpliftDrawing

extension JourneyCanvasController {
  /// The corner of a map says whose journey it is, and asks for it.
  func openPointOfView(at subject: ItemSubject, typing: Character?) -> Bool {
    guard let item = canvas.item(subject), item.role == .title,
      let frame = canvas.frame(of: subject)
    else { return false }
    pointOfViewPopover?.close()
    pointOfViewPopover = PointOfViewPopover(
      over: canvas, canvas.visiblePart(of: frame), typing: typing, controller: self)
    return true
  }

  /// The corner stands for the persona, and stays selected when that is another one.
  func setPointOfView(_ edit: Edit?) {
    guard perform(edit) else { return }
    canvas.select(canvas.scene?.items.first { $0.role == .title }?.subject)
  }
}
