import Foundation
import GRDB

/// The tables of a workspace, by version. What has shipped never changes; a new version is added.
struct Schema: Sendable {
  /// "UPLF": `PRAGMA application_id` of every workspace.
  static let applicationID: Int32 = 0x5550_4C46

  static let current = Schema(versions: [
    schemaVersion1, schemaVersion2, schemaVersion3, schemaVersion4, schemaVersion5,
  ])

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
    let scripts = Array(versions.prefix(version))
    if let known = Self.models.objects(madeBy: scripts) { return known }
    return try Self.objects(madeBy: scripts)
  }

  /// What scripts make, worked out once.
  private static let models = KnownSchemas()

  private static func objects(madeBy scripts: [String]) throws -> [String: String] {
    let model = try DatabaseQueue()
    let made = try model.writeWithoutTransaction { database in
      try Schema(versions: scripts).migrate(database)
      return try objects(in: database, path: ":memory:")
    }
    models.keep(made, madeBy: scripts, in: model)
    return made
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

/// What the schemas make that were looked at, and the small databases that it was read from. Those
/// stay open: letting go of a queue starts libdispatch's threads, which wake up every second from
/// then on, and the first thing that a program does is to open a workspace.
private final class KnownSchemas: @unchecked Sendable {
  private let lock = NSLock()
  // Both are guarded by the lock.
  private var objects: [[String]: [String: String]] = [:]
  private var queues: [DatabaseQueue] = []

  func objects(madeBy scripts: [String]) -> [String: String]? {
    lock.withLock { objects[scripts] }
  }

  func keep(_ made: [String: String], madeBy scripts: [String], in queue: DatabaseQueue) {
    lock.withLock {
      objects[scripts] = made
      queues.append(queue)
    }
  }
}
