import CSQLiteSession
import Foundation
import GRDB

/// Opens, creates and migrates workspace files, and says in our words what SQLite found.
enum WorkspaceFile {
  /// No value in a workspace is longer, in bytes; a file that holds a longer one is refused.
  static let longestValue: Int32 = 100 * 1024 * 1024

  static func open(_ url: URL, readOnly: Bool) throws -> DatabaseQueue {
    let path = url.path
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw WorkspaceError.missing(path: path)
    }
    guard !isFolder.boolValue else { throw WorkspaceError.notAWorkspace(path: path) }
    guard access(path, R_OK) == 0 else { throw WorkspaceError.noPermission(path: path) }
    return try translatingErrors(path) {
      let queue = try DatabaseQueue(path: path, configuration: configuration(readOnly: readOnly))
      try queue.writeWithoutTransaction { database in
        try verify(database, path: path)
        // FTS5 counts as safe for triggers only in a trusted schema. This one has just been
        // compared, word for word, with the one that we make.
        try database.execute(sql: "PRAGMA trusted_schema = ON")
      }
      return queue
    }
  }

  /// Makes a new file of the current version, filled by `fill`, and only then gives it its name.
  static func create(_ url: URL, fill: (Database) throws -> Void) throws {
    let path = url.path
    guard !FileManager.default.fileExists(atPath: path) else {
      throw WorkspaceError.exists(path: path)
    }
    let folder = url.deletingLastPathComponent()
    let draft = folder.appendingPathComponent(".uplift-\(UUID().uuidString).new")
    defer {
      unlink(draft.path)
      unlink(draft.path + "-journal")
    }
    try translatingErrors(path) {
      let queue = try DatabaseQueue(path: draft.path, configuration: configuration(readOnly: false))
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
        try Schema.migrate(database)
        try database.execute(sql: "PRAGMA trusted_schema = ON")
        try database.inTransaction(.immediate) {
          try fill(database)
          return .commit
        }
      }
      try queue.close()
    }
    // A hard link fails when the name is taken, which a rename would not.
    if link(draft.path, path) != 0 {
      if errno == EEXIST { throw WorkspaceError.exists(path: path) }
      guard rename(draft.path, path) == 0 else {
        throw WorkspaceError.inputOutput(path: path, detail: String(cString: strerror(errno)))
      }
    }
    let descriptor = Glibc.open(folder.path, O_RDONLY)
    if descriptor >= 0 {
      fsync(descriptor)
      Glibc.close(descriptor)
    }
  }

  private static func configuration(readOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(2)
    configuration.label = "Uplift workspace"
    configuration.prepareDatabase { database in
      let connection = database.sqliteConnection
      sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, longestValue)
      uplift_sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1)
      uplift_sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
      try database.execute(
        sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0")
      if !readOnly { try database.execute(sql: "PRAGMA synchronous = EXTRA") }
    }
    return configuration
  }

  private static func verify(_ database: Database, path: String) throws {
    let identity: Int32 = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    guard identity == Schema.applicationID else { throw WorkspaceError.notAWorkspace(path: path) }
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard version <= Schema.currentVersion else {
      throw WorkspaceError.newerSchema(path: path, version: version)
    }
    guard version >= 1 else { throw WorkspaceError.notAWorkspace(path: path) }
    let expected = try Schema.objects(ofVersion: version)
    let found = try Schema.objects(in: database)
    for name in found.keys.sorted() where expected[name] != found[name] {
      throw WorkspaceError.unexpectedSchema(path: path, name: name)
    }
    for name in expected.keys.sorted() where found[name] == nil {
      throw WorkspaceError.unexpectedSchema(path: path, name: name)
    }
    let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode") ?? "delete"
    if mode != "delete", !database.configuration.readonly {
      try database.execute(sql: "PRAGMA journal_mode = DELETE")
    }
    guard version < Schema.currentVersion, !database.configuration.readonly else { return }
    try keepCopy(of: path, version: version)
    try Schema.migrate(database)
  }

  /// Leaves a copy of an older file beside it, before it is migrated.
  private static func keepCopy(of path: String, version: Int) throws {
    let copy = "\(path).version-\(version).backup"
    guard !FileManager.default.fileExists(atPath: copy) else { return }
    try FileManager.default.copyItem(atPath: path, toPath: copy)
  }

  /// Runs `body`; what SQLite and the system say becomes a `WorkspaceError`.
  static func translatingErrors<Result>(
    _ path: String, kind: EntityKind? = nil, _ body: () throws -> Result
  ) throws -> Result {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw translated(error, path: path, kind: kind)
    } catch let error as DecodingError {
      throw WorkspaceError.damaged(path: path, detail: "\(error)")
    } catch let error as RowDecodingError {
      throw WorkspaceError.damaged(path: path, detail: error.description)
    } catch let error as CocoaError {
      throw WorkspaceError.inputOutput(path: path, detail: error.localizedDescription)
    }
  }

  private static func translated(
    _ error: DatabaseError, path: String, kind: EntityKind?
  ) -> WorkspaceError {
    let detail = error.message ?? "\(error.resultCode)"
    switch error.resultCode {
    case .SQLITE_NOTADB: return .notAWorkspace(path: path)
    case .SQLITE_CORRUPT, .SQLITE_MISMATCH, .SQLITE_FORMAT, .SQLITE_ERROR:
      return .damaged(path: path, detail: detail)
    case .SQLITE_READONLY: return .readOnly(path: path)
    case .SQLITE_PERM, .SQLITE_AUTH: return .noPermission(path: path)
    case .SQLITE_CANTOPEN:
      let folder = (path as NSString).deletingLastPathComponent
      let isWritable = access(folder.isEmpty ? "." : folder, W_OK) == 0
      return isWritable ? .inputOutput(path: path, detail: detail) : .readOnly(path: path)
    case .SQLITE_FULL: return .diskFull(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy(path: path)
    case .SQLITE_TOOBIG, .SQLITE_NOMEM: return .tooLarge(path: path)
    case .SQLITE_CONSTRAINT: return .refused(kind: kind ?? .workspace, detail: detail)
    default: return .inputOutput(path: path, detail: detail)
    }
  }
}
