import Foundation
import GRDB

/// An open workspace file. Every change goes through `perform`, `undo` or `redo`, and is on the
/// disk when they return.
///
/// Safe to use from any thread; calls wait for each other.
public final class Workspace: Sendable {
  public let url: URL
  /// Of `url`, which works it out anew whenever it is asked.
  let path: String
  public let isReadOnly: Bool
  /// Why it cannot be changed, as a sentence; nil when it can.
  public let readOnlyReason: String?

  let queue: DatabaseQueue
  let observers = ObserverList()
  let soundness = Soundness()
  private let identity: FileIdentity

  private init(
    url: URL, identity: FileIdentity, queue: DatabaseQueue, readOnlyReason: String?
  ) {
    self.url = url
    path = url.path
    self.identity = identity
    self.queue = queue
    self.readOnlyReason = readOnlyReason
    isReadOnly = readOnlyReason != nil
  }

  /// Opens a workspace.
  ///
  /// A file or folder that cannot be written opens read-only, and `readOnlyReason` says so.
  ///
  /// - Throws: `WorkspaceError`. The file is left as it was.
  public static func open(at url: URL, readOnly: Bool = false) throws -> Workspace {
    try open(at: url, readOnly: readOnly, schema: .current)
  }

  static func open(at url: URL, readOnly: Bool, schema: Schema) throws -> Workspace {
    let path = url.path
    let identity = try FileIdentity(ofFileAt: path)
    guard access(path, R_OK) == 0 else { throw WorkspaceError.noPermission(path: path) }
    let reason =
      FileIdentity.isWritable(path)
      ? readOnly ? tr("The workspace was opened for reading only.") : nil
      : WorkspaceError.readOnly(path: path).description
    let queue = try WorkspaceFile.open(url, readOnly: reason != nil, schema: schema)
    let workspace = Workspace(
      url: url, identity: identity, queue: queue, readOnlyReason: reason)
    try workspace.requireSameFile()
    try workspace.read { database in
      // In so many words: put together by GRDB, it would have the whole schema read first.
      guard try Int.fetchOne(database, sql: "SELECT count(*) FROM workspace") == 1 else {
        throw WorkspaceError.damaged(path: path, detail: tr("the workspace record is missing"))
      }
      _ = try workspace.observers.notice(database)
    }
    return workspace
  }

  /// Makes a new workspace file and opens it.
  ///
  /// - Throws: `WorkspaceError.exists` when there is something at `url`; other `WorkspaceError`s,
  ///   and then nothing is left behind.
  public static func create(at url: URL, contents: WorkspaceContents) throws -> Workspace {
    let path = url.path
    try WorkspaceFile.create(url) { database in
      // Maps may be based on each other in a circle.
      try database.execute(sql: "PRAGMA defer_foreign_keys = ON")
      for record in contents.records {
        try WorkspaceFile.translatingErrors(path, kind: record.reference.kind) {
          try insert(record, into: database)
        }
      }
    }
    return try open(at: url)
  }

  static func insert(_ record: any Entity, into database: Database) throws {
    guard let record = record as? any (Entity & PersistableRecord) else { return }
    try requireStorable(record)
    try record.insert(database)
  }

  /// Writes a copy of everything that is on the disk, with the history, also when the file has been
  /// deleted or moved since. A file that is called so already is replaced.
  ///
  /// - Throws: `WorkspaceError`; then there is no copy, and the other file is as it was.
  public func saveCopy(at url: URL) throws {
    guard !stands(at: url) else { throw WorkspaceError.exists(path: url.path) }
    try WorkspaceFile.saveCopy(of: queue, at: url)
  }

  /// Whether this very file is the one at `url`.
  public func stands(at url: URL) -> Bool { identity.stands(at: url.path) }

  /// Lets go of the file. Nothing is lost: everything was saved already.
  public func close() throws {
    observers.removeAll()
    try queue.close()
  }

  func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
    try WorkspaceFile.translatingErrors(path) {
      try queue.read(body)
    }
  }

  /// A file that was deleted or replaced is open still, and what is written to it nobody would
  /// ever see again.
  func requireSameFile() throws {
    guard identity.stands(at: path) else { throw WorkspaceError.replaced(path: path) }
  }
}
