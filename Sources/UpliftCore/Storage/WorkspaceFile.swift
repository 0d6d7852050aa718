import CSQLiteSession
import Foundation
import GRDB

/// Opens, creates and migrates workspace files, and says in our words what SQLite found.
enum WorkspaceFile {
  /// No value in a workspace is longer, in bytes; a file that holds a longer one is refused.
  static let longestValue: Int32 = 100 * 1024 * 1024

  static func open(_ url: URL, readOnly: Bool, schema: Schema) throws -> DatabaseQueue {
    let path = url.path
    return try translatingErrors(path) {
      do {
        return try connect(path, readOnly: readOnly, schema: schema)
      } catch let error as DatabaseError
        where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK
        && FileIdentity.isWritable(path)
      {
        // A change that was interrupted is taken back before anybody reads.
        try connect(path, readOnly: false, schema: schema).close()
        return try connect(path, readOnly: readOnly, schema: schema)
      }
    }
  }

  private static func connect(
    _ path: String, readOnly: Bool, schema: Schema
  ) throws -> DatabaseQueue {
    let queue = try DatabaseQueue(path: path, configuration: configuration(readOnly: readOnly))
    let version = try queue.writeWithoutTransaction { database in
      let version = try verify(database, path: path, schema: schema)
      if !readOnly {
        try leaveWriteAheadLog(database)
        if version < schema.version {
          try migrate(database, path: path, schema: schema)
        }
      }
      // FTS5 counts as safe for triggers only in a trusted schema. This one has just been
      // compared, word for word, with the one that we make.
      try database.execute(sql: "PRAGMA trusted_schema = ON")
      return version
    }
    guard readOnly, version < schema.version else { return queue }
    // An older file that must stay as it is: a migrated copy in memory is read in its stead.
    let memory = try DatabaseQueue(configuration: configuration(readOnly: false))
    try queue.backup(to: memory)
    try memory.writeWithoutTransaction { try schema.migrate($0) }
    try queue.close()
    return memory
  }

  /// Makes a new file of the current version, filled by `fill`, and only then gives it its name.
  static func create(_ url: URL, fill: (Database) throws -> Void) throws {
    let path = url.path
    let folder = url.deletingLastPathComponent().path
    guard !FileManager.default.fileExists(atPath: path) else {
      throw WorkspaceError.exists(path: path)
    }
    guard FileManager.default.fileExists(atPath: folder) else {
      throw WorkspaceError.missing(path: folder)
    }
    guard access(folder, W_OK) == 0 else { throw WorkspaceError.readOnly(path: path) }
    let draft = draft(in: folder)
    defer { remove(draft) }
    try translatingErrors(path) {
      let queue = try DatabaseQueue(path: draft, configuration: configuration(readOnly: false))
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
        try Schema.current.migrate(database)
        try database.execute(sql: "PRAGMA trusted_schema = ON")
        try database.inTransaction(.immediate) {
          try fill(database)
          return .commit
        }
      }
      try queue.close()
    }
    try name(draft, path)
  }

  /// A whole copy that is nobody else's, of the state that the file is in.
  static func copyInMemory(of queue: DatabaseQueue) throws -> DatabaseQueue {
    let memory = try DatabaseQueue(configuration: configuration(readOnly: false))
    try queue.backup(to: memory)
    // Its schema is one that has been compared with ours.
    try memory.writeWithoutTransaction { try $0.execute(sql: "PRAGMA trusted_schema = ON") }
    return memory
  }

  /// Writes a whole copy of what the file holds, with its history, also when the file itself has
  /// been deleted since it was opened; and only then gives the copy its name, which it may take from
  /// another file.
  static func saveCopy(of queue: DatabaseQueue, at url: URL) throws {
    let folder = url.deletingLastPathComponent().path
    guard access(folder, W_OK) == 0 else { throw WorkspaceError.readOnly(path: url.path) }
    let draft = draft(in: folder)
    defer { remove(draft) }
    try translatingErrors(url.path) {
      let copy = try DatabaseQueue(path: draft, configuration: configuration(readOnly: false))
      try queue.backup(to: copy)
      try copy.close()
    }
    guard FileManager.default.fileExists(atPath: url.path) else { return try name(draft, url.path) }
    guard rename(draft, url.path) == 0 else {
      throw WorkspaceError.inputOutput(path: url.path, detail: String(cString: strerror(errno)))
    }
  }

  /// A path beside the final one: hidden, and short enough whatever the name will be.
  private static func draft(in folder: String) -> String {
    (folder as NSString).appendingPathComponent(".uplift-\(UUID().uuidString).new")
  }

  private static func remove(_ draft: String) {
    unlink(draft)
    unlink(draft + "-journal")
  }

  /// Gives a finished draft its name, in one step, and never to something that has it already.
  private static func name(_ draft: String, _ path: String) throws {
    // A hard link fails when the name is taken, which a rename would not.
    if link(draft, path) != 0 {
      if errno == EEXIST { throw WorkspaceError.exists(path: path) }
      // Some file systems know no links.
      guard rename(draft, path) == 0 else {
        throw WorkspaceError.inputOutput(path: path, detail: String(cString: strerror(errno)))
      }
    }
    // At once: a signal that ends the process during the wait below leaves no second name.
    unlink(draft)
    let folder = (path as NSString).deletingLastPathComponent
    let descriptor = Glibc.open(folder.isEmpty ? "." : folder, O_RDONLY)
    if descriptor >= 0 {
      fsync(descriptor)
      Glibc.close(descriptor)
    }
  }

  private static func configuration(readOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.foreignKeysEnabled = true
    // Short waits of uneven length: with SQLite's own, which grow, a busy writer starves others.
    configuration.busyMode = .callback { tries in
      guard tries < 2000 else { return false }
      usleep(.random(in: 1000...4000))
      return true
    }
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

  /// - Returns: the file's version.
  private static func verify(
    _ database: Database, path: String, schema: Schema
  ) throws -> Int {
    let identity: Int32 = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    guard identity == Schema.applicationID else { throw WorkspaceError.notAWorkspace(path: path) }
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard version <= schema.version else {
      throw WorkspaceError.newerSchema(path: path, version: version)
    }
    guard version >= 1 else { throw WorkspaceError.notAWorkspace(path: path) }
    let found = try Schema.objects(in: database, path: path)
    if schema.recognises(found, ofVersion: version) { return version }
    let expected = try schema.objects(ofVersion: version)
    for name in found.keys.sorted() where expected[name] != found[name] {
      throw WorkspaceError.unexpectedSchema(path: path, name: name)
    }
    for name in expected.keys.sorted() where found[name] == nil {
      throw WorkspaceError.unexpectedSchema(path: path, name: name)
    }
    return version
  }

  /// Other tools may have left the file in this mode, in which it is three files.
  private static func leaveWriteAheadLog(_ database: Database) throws {
    guard try String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal" else { return }
    do {
      try database.execute(sql: "PRAGMA journal_mode = DELETE")
    } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
      // The other tool is at work; its mode is as safe.
    }
  }

  private static func migrate(_ database: Database, path: String, schema: Schema) throws {
    try Schema.withoutForeignKeys(database) {
      try database.inTransaction(.immediate) {
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        // Another window may have been quicker.
        guard version < schema.version else { return .rollback }
        try keepCopy(of: path, version: version)
        try schema.carry(database, from: version)
        return .commit
      }
    }
  }

  /// Leaves a whole copy of an older file beside it, before it is migrated.
  private static func keepCopy(of path: String, version: Int) throws {
    let draft = draft(in: (path as NSString).deletingLastPathComponent)
    defer { remove(draft) }
    let copy = try DatabaseQueue(path: draft, configuration: configuration(readOnly: false))
    // SQLite copies nothing from a connection that is about to write.
    let reader = try DatabaseQueue(path: path, configuration: configuration(readOnly: true))
    try reader.backup(to: copy)
    try reader.close()
    try copy.close()
    let plain = "\(path).version-\(version).backup"
    for number in 1... {
      do {
        return try name(draft, number == 1 ? plain : "\(plain)-\(number)")
      } catch WorkspaceError.exists {
        continue
      }
    }
  }

  /// Runs `body`; what SQLite and the system say becomes a `WorkspaceError`.
  static func translatingErrors<Result>(
    _ path: String, kind: EntityKind? = nil, _ body: () throws -> Result
  ) throws -> Result {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw translated(error, path: path, kind: kind)
    } catch is DecodingError {
      throw WorkspaceError.damaged(path: path, detail: tr("a record holds an impossible value"))
    } catch is ImpossibleValue {
      throw WorkspaceError.damaged(path: path, detail: tr("a record holds an impossible value"))
    } catch is RowDecodingError {
      throw WorkspaceError.damaged(path: path, detail: tr("a record holds an impossible value"))
    } catch let error as CocoaError {
      throw WorkspaceError.inputOutput(path: path, detail: error.localizedDescription)
    }
  }

  /// Runs `body`; a write to the file that failed for want of room says so, whatever the system
  /// calls it: a limit of the file's size, or a quota.
  static func recognisingAFullDisk<Result>(
    _ path: String, _ database: Database, _ body: () throws -> Result
  ) throws -> Result {
    do {
      return try body()
    } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_IOERR_WRITE {
      var reason: Int32 = 0
      sqlite3_file_control(
        database.sqliteConnection, "main", SQLITE_FCNTL_LAST_ERRNO, &reason)
      guard [ENOSPC, EDQUOT, EFBIG].contains(reason) else { throw error }
      throw WorkspaceError.diskFull(path: path)
    }
  }

  static func translated(
    _ error: DatabaseError, path: String, kind: EntityKind? = nil
  ) -> WorkspaceError {
    let detail = error.message ?? "\(error.resultCode)"
    switch error.extendedResultCode {
    case .SQLITE_READONLY_ROLLBACK, .SQLITE_READONLY_RECOVERY, .SQLITE_READONLY_CANTINIT,
      .SQLITE_READONLY_CANTLOCK:
      return .interrupted(path: path)
    case .SQLITE_READONLY_DBMOVED: return .replaced(path: path)
    default: break
    }
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
