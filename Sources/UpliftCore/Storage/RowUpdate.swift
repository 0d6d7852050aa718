import Foundation
import GRDB

/// What an update writes: those columns of one record that differ, so that what somebody else
/// changed in the others stays.
struct RowUpdate {
  let reference: EntityReference
  /// In the alphabet's order, so that the same columns are the same statement.
  private let columns: [(name: String, value: DatabaseValue)]

  /// - Throws: `WorkspaceError.refused` when the two are not the same record.
  init(from old: any Entity, to new: any Entity) throws {
    if let old = old as? Card, let new = new as? Card, new.differsInText(from: old) {
      reference = new.reference
      columns = [(name: "text", value: new.text.databaseValue)]
      return
    }
    func values<Record: Entity>(of record: Record) throws -> [String: DatabaseValue]? {
      guard let old = old as? Record, old.id == record.id else { return nil }
      guard let record = record as? any (Entity & PersistableRecord),
        let old = old as? any (Entity & PersistableRecord)
      else { return [:] }
      let before = try old.databaseDictionary
      return try record.databaseDictionary.filter { before[$0.key] != $0.value }
    }
    guard let values = try values(of: new) else {
      throw WorkspaceError.refused(
        kind: type(of: new).kind, detail: tr("one record cannot become another"))
    }
    reference = new.reference
    columns = values.map { (name: $0.key, value: $0.value) }.sorted { $0.name < $1.name }
  }

  /// - Throws: `WorkspaceError.gone` when there is no such record any more.
  func carryOut(in database: Database) throws {
    guard !columns.isEmpty else { return }
    let assignments = columns.map { "\"\($0.name)\" = ?" }.joined(separator: ", ")
    let statement = try database.cachedStatement(
      sql: "UPDATE \(reference.kind.rawValue) SET \(assignments) WHERE id = ?")
    // A key path would be made anew at each edit, which takes a tenth of it.
    try statement.execute(
      arguments: StatementArguments(columns.map { $0.value } + [reference.id.databaseValue]))
    guard database.changesCount > 0 else { throw WorkspaceError.gone(reference) }
  }

  /// False when the file's triggers may change other records of the history along with it.
  var staysInItsRow: Bool { columns.allSatisfy { !Self.reachingColumns.contains($0.name) } }

  /// Columns, of whatever table, with a trigger that changes more than the search index.
  static let reachingColumns: Set = ["pictureID"]
}

extension Card {
  /// True when only what is written on it is another: most of all edits, and to look into all of a
  /// record takes as long as to write it.
  fileprivate func differsInText(from old: Card) -> Bool {
    var changed = old
    changed.text = text
    return changed == self && text != old.text
  }
}
