import Foundation
import GRDB

extension Workspace {
  /// What the overview has no need of.
  private static let leftOutOfOverview: Set<EntityKind> = [
    .picture, .tag, .channel, .cardTag, .cardChannel, .cardDepartment, .savedFilter, .lanePersona,
    .blueprintLine, .emotion, .attendance, .agendaItem, .planDocument,
  ]

  /// Whether a change of such a record may show on the overview.
  public static func isInOverview(_ kind: EntityKind) -> Bool {
    !leftOutOfOverview.contains(kind)
  }

  /// Rows of one look into the file, which keeps whoever else wants to read or write waiting.
  private static let rowsAtOnce = 500

  /// What the overview needs of the workspace, read bit by bit, so that nobody waits for it. What
  /// changes in the meantime may be in it or not: whoever shows it reads anew after a change.
  ///
  /// - Parameter goesOn: asked now and then; false ends it.
  /// - Returns: nil when it was ended.
  public func contentsForOverview(
    goesOn: () -> Bool = { true }
  ) throws -> WorkspaceContents? {
    var contents = WorkspaceContents(workspace: try read { try Self.info($0) })
    for list in WorkspaceContents.lists where !Self.leftOutOfOverview.contains(list.kind) {
      var last: Int64? = .min
      while let after = last {
        guard goesOn() else { return nil }
        last = try read { try Self.load(list, after: after, into: &contents, $0) }
      }
    }
    return contents
  }

  /// - Returns: the last row that was read; nil when there are no more.
  private static func load<List: RecordListing>(
    _ list: List, after row: Int64, into contents: inout WorkspaceContents, _ database: Database
  ) throws -> Int64? {
    let table = list.kind.rawValue
    let columns = List.Record.self == Card.self ? Card.columns : "\(table).*"
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT \(columns), \(table)._rowid_ FROM \(table) WHERE \(table)._rowid_ > ?
        ORDER BY \(table)._rowid_ LIMIT \(rowsAtOnce)
        """, arguments: [row])
    var count = 0
    var last: Int64?
    while let row = try rows.next() {
      count += 1
      last = try row.decode(atIndex: row.count - 1)
      let record: any Entity =
        if List.Record.self == Card.self {
          try Card.fromColumns(row)
        } else {
          try list.kind.storedType.init(row: row)
        }
      if let record = record as? List.Record { contents[keyPath: list.path].append(record) }
    }
    return count < rowsAtOnce ? nil : last
  }
}
