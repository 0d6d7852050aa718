import Foundation
import GRDB

extension Workspace {
  /// The same edit, with the cards and notes that go along with what it deletes named one by one:
  /// then it is seen how much there is to do, how far it is, and it can be cancelled half way.
  ///
  /// An edit that moves things is left as it is: what moves out of what is deleted stays.
  public func spellingOut(_ edit: Edit) throws -> Edit {
    let gone = edit.changes.compactMap { change in
      if case .delete(let reference) = change { reference } else { nil }
    }
    guard gone.contains(where: { Self.alongWith[$0.kind] != nil }),
      !edit.changes.contains(where: \.movesElsewhere)
    else { return edit }
    let found = try read { database in
      var named = Set(gone)
      var found: [EntityReference] = []
      for reference in gone {
        guard let (kind, sql) = Self.alongWith[reference.kind] else { continue }
        let ids = try UUID.fetchAll(
          try database.cachedStatement(sql: sql), arguments: [reference.id])
        for along in ids.map({ EntityReference(kind, $0) }) where named.insert(along).inserted {
          found.append(along)
        }
      }
      return found
    }
    var spelledOut = edit
    spelledOut.changes = found.map { Change.delete($0) } + edit.changes
    return spelledOut
  }

  /// What there may be thousands of, by what it goes along with.
  private static let alongWith: [EntityKind: (EntityKind, String)] = [
    .journeyMap: (
      .card, "SELECT card.id FROM card JOIN lane ON lane.id = card.laneID WHERE lane.mapID = ?"
    ),
    .stage: (
      .card, "SELECT card.id FROM card JOIN step ON step.id = card.stepID WHERE step.stageID = ?"
    ),
    .step: (.card, "SELECT id FROM card WHERE stepID = ?"),
    .lane: (.card, "SELECT id FROM card WHERE laneID = ?"),
    .advisoryGroup: (
      .note,
      """
      SELECT note.id FROM note JOIN board_column ON board_column.id = note.columnID
      JOIN board ON board.id = board_column.boardID WHERE board.groupID = ?
      """
    ),
    .board: (
      .note,
      """
      SELECT note.id FROM note JOIN board_column ON board_column.id = note.columnID
      WHERE board_column.boardID = ?
      """
    ),
    .boardColumn: (.note, "SELECT id FROM note WHERE columnID = ?"),
  ]
}

extension Change {
  /// Whether what hangs on one record hangs on another one afterwards.
  fileprivate var movesElsewhere: Bool {
    guard case .update(let old, let new) = self else { return false }
    switch (old, new) {
    case (let old as Card, let new as Card):
      return old.laneID != new.laneID || old.stepID != new.stepID
    case (let old as Step, let new as Step): return old.stageID != new.stageID
    case (let old as Note, let new as Note): return old.columnID != new.columnID
    default: return false
    }
  }
}
