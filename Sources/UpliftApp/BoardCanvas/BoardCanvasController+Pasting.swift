import Gtk
import UpliftCore

extension BoardCanvasController {
  /// A list that is pasted where nothing is written yet becomes a note for each entry, as if it were
  /// pasted beside the editor; any other text goes where the cursor is.
  func pasteIntoEmptyNote() -> Bool {
    guard canvas.editedText?.isEmpty == true, let subject = canvas.editing?.subject,
      subject.reference?.kind == .note, let clipboard = Clipboard.standard
    else { return false }
    clipboard.readText { [weak self] text in
      guard let self, let text, canvas.editing?.subject == subject else { return }
      let lines = text.split(whereSeparator: \.isNewline).map(String.init)
      if ListEntries.texts(lines).count > 1 {
        pasteTexts()
      } else {
        canvas.insertWhileEditing(text)
      }
    }
    return true
  }
}
