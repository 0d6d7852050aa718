import Foundation
import GRDB

/// The tables of a workspace, by version. What has shipped never changes; a new version is added.
struct Schema: Sendable {
  /// "UPLF": `PRAGMA application_id` of every workspace.
  static let applicationID: Int32 = 0x5550_4C46

  static let current = Schema(versions: [schemaVersion1, schemaVersion2])

  /// Tables whose changes are recorded in the history.
  static let recordedTables = EntityKind.allCases.map(\.rawValue)

  /// `versions[n]` takes a file from version n to n + 1.
  let versions: [String]

  /// The version of a file that all scripts have run on.
  var version: Int { versions.count }

  /// Brings a database from its version to this one, in one transaction.
  func migrate(_ database: Database) throws {
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard version < self.version else { return }
    try Self.withoutForeignKeys(database) {
      try database.inTransaction(.immediate) {
        try carry(database, from: version)
        return .commit
      }
    }
  }

  /// Scripts may make a table anew, and dropping the old one must not count as deleting its rows.
  /// A transaction cannot switch this.
  static func withoutForeignKeys(_ database: Database, _ body: () throws -> Void) throws {
    try database.execute(sql: "PRAGMA foreign_keys = OFF")
    let result = Result { try body() }
    try database.execute(sql: "PRAGMA foreign_keys = ON")
    try result.get()
  }

  /// The same inside an open transaction.
  func carry(_ database: Database, from version: Int) throws {
    for script in versions[version...] { try database.execute(sql: script) }
    try database.execute(sql: "PRAGMA user_version = \(self.version)")
  }

  /// Name and definition of everything that a file of `version` holds.
  func objects(ofVersion version: Int) throws -> [String: String] {
    if versions == Self.current.versions, let known = Self.known { return known[version] }
    return try Self.objects(madeBy: Array(versions.prefix(version)))
  }

  /// By version, worked out once.
  private static let known = try? (0...current.version).map {
    try objects(madeBy: Array(current.versions.prefix($0)))
  }

  private static let models = KeptQueues()

  private static func objects(madeBy scripts: [String]) throws -> [String: String] {
    let model = try DatabaseQueue()
    models.keep(model)
    return try model.writeWithoutTransaction { database in
      try Schema(versions: scripts).migrate(database)
      return try objects(in: database, path: ":memory:")
    }
  }

  /// Name ("table card") and definition of everything that a database holds.
  ///
  /// - Throws: `WorkspaceError.unexpectedSchema` when something has no name, or one twice.
  static func objects(in database: Database, path: String) throws -> [String: String] {
    var result: [String: String] = [:]
    let rows = try Row.fetchCursor(database, sql: "SELECT type, name, sql FROM sqlite_schema")
    while let row = try rows.next() {
      guard let type = try row.decode(String?.self, atIndex: 0),
        let name = try row.decode(String?.self, atIndex: 1)
      else { throw WorkspaceError.unexpectedSchema(path: path, name: "?") }
      let definition = try row.decode(String?.self, atIndex: 2) ?? ""
      if statistics.contains(definition) { continue }
      guard result.updateValue(definition, forKey: "\(type) \(name)") == nil else {
        throw WorkspaceError.unexpectedSchema(path: path, name: name)
      }
    }
    return result
  }

  /// SQLite's own statistics, which any tool may have left. Everything else whose name begins
  /// with `sqlite_` is as suspicious as the rest.
  private static let statistics = [
    "CREATE TABLE sqlite_stat1(tbl,idx,stat)",
    "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)",
  ]
}

/// Small databases that stay open. Letting go of a queue starts libdispatch's threads, which wake
/// up every second from then on, and the first thing that a program does is to open a workspace.
private final class KeptQueues: @unchecked Sendable {
  private let lock = NSLock()
  // Guarded by the lock.
  private var queues: [DatabaseQueue] = []

  func keep(_ queue: DatabaseQueue) { lock.withLock { queues.append(queue) } }
}
