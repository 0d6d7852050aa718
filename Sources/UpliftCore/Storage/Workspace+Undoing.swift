import Foundation
import GRDB

extension Workspace {
  /// Takes back the newest step that is in force. Nil when there is none.
  ///
  /// - Parameter progress: is told now and then how much is done, 0…1, and answers false to
  ///   cancel.
  /// - Throws: `WorkspaceError.cannotUndo` when the records are not as the history left them;
  ///   `CancellationError`; then the file is as it was.
  @discardableResult
  public func undo(progress: ((Double) -> Bool)? = nil) throws -> WorkspaceChange? {
    try travel(to: .undone, newestFirst: true, progress)
  }

  /// Puts the step that was undone last in force again. Nil when there is none.
  ///
  /// - Parameter progress: as of `undo`.
  /// - Throws: `WorkspaceError.cannotUndo` when the records are not as the undo left them;
  ///   `CancellationError`; then the file is as it was.
  @discardableResult
  public func redo(progress: ((Double) -> Bool)? = nil) throws -> WorkspaceChange? {
    try travel(to: .done, newestFirst: false, progress)
  }

  /// What applying takes of all the work, the rest being to read what has become of it.
  static let shareOfApplying = 0.7

  private func travel(
    to target: HistoryStep.State, newestFirst: Bool,
    _ progress: ((Double) -> Bool)?
  ) throws -> WorkspaceChange? {
    try changing { database in
      guard
        let row = try Row.fetchOne(
          database,
          sql: """
            SELECT sequence, name, changeset FROM history
            WHERE \(newestFirst ? HistoryStep.newestDone : HistoryStep.oldestUndone)
            """)
      else { return nil }
      let sequence = try row.decode(Int64.self, atIndex: 0)
      let title = EditName(rawValue: try row.decode(atIndex: 1))?.title ?? tr("Change")
      let bytes: Data = try row.decode(atIndex: 2)
      do {
        let forward = try Changeset(stored: bytes)
        let changeset = newestFirst ? try forward.inverted() : forward
        try changeset.apply(
          to: database,
          progress: progress.map { tell in
            { (share: Double) -> Bool in tell(share * Self.shareOfApplying) }
          })
        let change = try self.describe(changeset, in: database, telling: progress)
        if change.deletions.contains(where: { $0.kind == .workspace }) {
          throw WorkspaceError.cannotUndo(title: title)
        }
        try database.execute(
          sql: "UPDATE history SET state = ? WHERE sequence = ?",
          arguments: [target.rawValue, sequence])
        return change
      } catch let error as DatabaseError
        where [.SQLITE_ABORT, .SQLITE_CONSTRAINT, .SQLITE_CORRUPT, .SQLITE_ERROR, .SQLITE_MISMATCH]
        .contains(error.resultCode)
      {
        throw WorkspaceError.cannotUndo(title: title)
      }
    }
  }

  func describe(
    _ changeset: Changeset, in database: Database, telling progress: ((Double) -> Bool)?
  ) throws -> WorkspaceChange {
    guard let progress else { return try describe(changeset, in: database) }
    let count = Double(max(try changeset.touched().count, 1))
    return try describe(changeset, in: database) { index in
      guard index.isMultiple(of: 256) else { return }
      let share = Self.shareOfApplying + (1 - Self.shareOfApplying) * Double(index) / count
      guard progress(share) else { throw CancellationError() }
    }
  }
}
