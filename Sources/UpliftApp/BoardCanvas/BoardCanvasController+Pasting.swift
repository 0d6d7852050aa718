import Gtk
import UpliftCore
import UpliftDrawing

extension BoardCanvasController {
  /// Texts of other programs are dropped on a column, or after a note or cluster.
  func followDrops() {
    let dropping = canvas.dropping
    dropping.target = { [weak self] in self?.dropTarget($0) }
    dropping.wrote = { [weak self] in self?.drop($0, at: $1) }
    dropping.refused = { [weak self] in
      self?.onSay?(tr("A board takes texts. Pictures can be dropped on a map."))
    }
  }

  private func dropTarget(_ subject: ItemSubject) -> ItemSubject? {
    guard !session.isReadOnly, contents.openVoting == nil else { return nil }
    switch subject {
    case .addition(let column): return .record(column)
    case .record(let reference):
      return [.boardColumn, .note, .cluster].contains(reference.kind) ? subject : nil
    case .cell, .emotion, .nestedMap, .connection, .part: return nil
    }
  }

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
