import CSQLiteSession
import Foundation
import GRDB

extension ErasureRules {
  /// A step's changeset without the person; nil when it stays as it is. An empty one: it did nothing
  /// else.
  func erased(from changeset: Data) throws -> Changeset? {
    let rows = try ChangesetRows.rows(of: changeset)
    var isChanged = false
    var kept: [ChangesetRows.Change] = []
    for row in rows {
      guard !gone.contains(row.id), !(row.kind == .picture && pictures.contains(row.id)),
        !leadsToGone(row)
      else {
        isChanged = true
        continue
      }
      let new = erased(from: row)
      if new != row { isChanged = true }
      if let new { kept.append(new) }
    }
    return isChanged ? ChangesetRows.changeset(kept) : nil
  }

  /// Calls `body` with every free text of a step.
  func eachText(of changeset: Data, _ body: (String) -> Void) throws {
    for row in try ChangesetRows.rows(of: changeset) {
      guard let table = fields.tables[row.kind] else { continue }
      for record in [row.old, row.new].compactMap({ $0 }) {
        for (index, value) in record.enumerated() {
          guard case .text(let text) = value, index < table.columns.count,
            table.texts.contains(table.columns[index])
          else { continue }
          body(text)
        }
      }
    }
  }

  /// A link or a score whose record is gone.
  private func leadsToGone(_ row: ChangesetRows.Change) -> Bool {
    guard row.kind == .link || row.kind == .candidateScore, !gone.isEmpty else { return false }
    return (row.old ?? row.new ?? []).contains { $0.id.map(gone.contains) ?? false }
  }

  /// Nil when nothing is left to change.
  private func erased(from row: ChangesetRows.Change) -> ChangesetRows.Change? {
    var new = row
    new.old = row.old.map { erased(from: $0, row) }
    new.new = row.new.map { erased(from: $0, row) }
    guard new != row, new.operation == SQLITE_UPDATE, var before = new.old, var after = new.new
    else { return new }
    // What is the same before and after is no change any more.
    for column in before.indices.dropFirst() where before[column] == after[column] {
      before[column] = .absent
      after[column] = .absent
    }
    guard after.dropFirst().contains(where: { $0 != .absent }) else { return nil }
    (new.old, new.new) = (before, after)
    return new
  }

  private func erased(
    from record: [ChangesetRows.Value], _ row: ChangesetRows.Change
  ) -> [ChangesetRows.Value] {
    guard let columns = fields.tables[row.kind]?.columns else { return record }
    var result = record
    for (index, value) in record.enumerated() where index < columns.count {
      switch value {
      case .text(let text):
        if let new = self.text(text, columns[index], of: row.kind, row.id) {
          result[index] = .text(new.text)
        }
      case .blob:
        if columns[index] == "pictureID", let id = value.id, pictures.contains(id) {
          result[index] = .null
        }
      default: break
      }
    }
    return result
  }
}
