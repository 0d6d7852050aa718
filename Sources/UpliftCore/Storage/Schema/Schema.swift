import Foundation
import GRDB

/// The tables of a workspace, by version. What has shipped never changes; a new version is added.
enum Schema {
  /// "UPLF": `PRAGMA application_id` of every workspace.
  static let applicationID: Int32 = 0x5550_4C46

  static let currentVersion = versions.count

  /// `versions[n]` takes a file from version n to n + 1.
  static let versions: [String] = [schemaVersion1]

  /// Tables whose changes are recorded in the history.
  static let recordedTables = EntityKind.allCases.map(\.rawValue)

  /// Brings a database from its version to `target`, in one transaction.
  static func migrate(_ database: Database, to target: Int = currentVersion) throws {
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard version < target else { return }
    try database.inTransaction(.immediate) {
      for script in versions[version..<target] { try database.execute(sql: script) }
      try database.execute(sql: "PRAGMA user_version = \(target)")
      return .commit
    }
  }

  /// Name and definition of everything that a file of `version` holds.
  static func objects(ofVersion version: Int) throws -> [String: String] {
    let model = try DatabaseQueue()
    return try model.writeWithoutTransaction { database in
      try migrate(database, to: version)
      return try objects(in: database)
    }
  }

  /// Name ("table card") and definition of everything that a database holds.
  static func objects(in database: Database) throws -> [String: String] {
    var result: [String: String] = [:]
    let rows = try Row.fetchCursor(database, sql: "SELECT type, name, sql FROM sqlite_schema")
    while let row = try rows.next() {
      let type: String = row[0]
      let name: String = row[1]
      // SQLite's own statistics, which any tool may have left.
      if name.hasPrefix("sqlite_") { continue }
      result["\(type) \(name)"] = row[2] as String? ?? ""
    }
    return result
  }
}
