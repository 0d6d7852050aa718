import Foundation
import UpliftCore

extension Session {
  /// Begins a board in a group.
  ///
  /// - Returns: its id; nil when the edit could not be saved.
  func addBoard(to groupID: UUID, _ template: BoardTemplate = .causes) -> UUID? {
    guard !isReadOnly else { return nil }
    let added = outline.addingBoard(to: groupID, template)
    return perform(added.edit) ? added.record.id : nil
  }

  /// Makes another board like one, right after it.
  ///
  /// - Returns: its id; nil when the board is gone or the edit could not be saved.
  func duplicateBoard(_ id: UUID, withNotes: Bool) -> UUID? {
    guard !isReadOnly, let board = read({ try workspace.board(id) }) else { return nil }
    let siblings = outline.boards(of: board.board.groupID)
    let next = siblings.drop { $0.id != id }.dropFirst().first?.rank
    let title = Self.copyTitle(of: board.board.title, among: siblings.map(\.title))
    let made = board.duplicatingBoard(withNotes: withNotes, title: title, before: next)
    return perform(made.edit) ? made.record.id : nil
  }

  /// "Why? (2)", "Why? (3)".
  static func copyTitle(of title: String, among taken: [String]) -> String {
    CopyTitle.title(of: title.isEmpty ? tr("Untitled board") : title, among: taken)
  }
}
