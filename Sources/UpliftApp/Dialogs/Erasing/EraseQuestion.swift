import Gtk
import UpliftCore

/// The one question that is asked before something is done: this cannot be undone.
final class EraseQuestion: Dialog {
  /// - Parameter warning: what else is to be considered.
  init(
    _ name: String, _ erasure: Erasure, warning: String?, over parent: Window,
    erase: @escaping () -> Void
  ) {
    super.init(tr("Erase for good?"), over: parent, width: 460, height: -1)
    window.isModal = true
    let text = Label(
      ntr(
        "{name} is erased from {count} place, from the history and from the file's free pages. Neither undo nor an older version brings it back.",
        "{name} is erased from {count} places, from the history and from the file's free pages. Neither undo nor an older version brings it back.",
        erasure.places.count, ["name": name]))
    text.wraps = true
    text.alignment = 0
    text.setWidthInCharacters(minimum: 36, maximum: 60)
    let caution = Label(warning ?? "", classes: ["notice"])
    caution.wraps = true
    caution.alignment = 0
    caution.setWidthInCharacters(minimum: 36, maximum: 60)
    caution.isVisible = warning != nil
    let keep = Button(label: tr("Keep"))
    let go = Button(label: tr("Erase for good"))
    go.addClass("destructive")
    keep.onClicked { [weak self] in self?.window.close() }
    go.onClicked { [weak self] in
      self?.window.close()
      erase()
    }
    let buttons = Box(.horizontal, spacing: 8, [keep, go])
    buttons.horizontalAlignment = .end
    let box = Box(.vertical, spacing: 16, [text, caution, buttons])
    box.setMargins(20)
    window.setChild(box)
    keep.grabFocus()
  }
}
