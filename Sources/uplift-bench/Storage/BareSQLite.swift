import CSQLiteSession
import Foundation

struct SQLiteFailure: Error, CustomStringConvertible {
  var description: String
}

/// The floor of an edit: SQLite itself with the same rows, the same promise of durability and
/// nothing else. One table, no triggers, no history.
final class BareSQLite {
  private var connection: OpaquePointer?
  private var update: OpaquePointer?

  /// - Parameters:
  ///   - url: a new file.
  ///   - workspace: whose cards are copied.
  init(_ url: URL, cardsOf workspace: URL) throws {
    try check(sqlite3_open(url.path, &connection))
    try execute("PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA")
    try execute("ATTACH '\(workspace.path.replacing("'", with: "''"))' AS workspace")
    try execute(
      """
      CREATE TABLE card (
        id BLOB NOT NULL PRIMARY KEY, laneID BLOB NOT NULL, stepID BLOB NOT NULL,
        rank TEXT NOT NULL, span INTEGER NOT NULL, cardKind TEXT, text TEXT NOT NULL, colour TEXT,
        evidence TEXT NOT NULL, source TEXT NOT NULL
      ) STRICT;
      INSERT INTO card SELECT id, laneID, stepID, rank, span, cardKind, text, colour, evidence,
        source FROM workspace.card;
      DETACH workspace
      """)
    try check(
      sqlite3_prepare_v2(connection, "UPDATE card SET text = ? WHERE id = ?", -1, &update, nil))
  }

  isolated deinit {
    sqlite3_finalize(update)
    sqlite3_close(connection)
  }

  /// One transaction, on the disk when it returns.
  func setText(_ text: String, of id: UUID) throws {
    try execute("BEGIN IMMEDIATE")
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    sqlite3_bind_text(update, 1, text, -1, transient)
    withUnsafeBytes(of: id.uuid) {
      _ = sqlite3_bind_blob(update, 2, $0.baseAddress, 16, transient)
    }
    guard sqlite3_step(update) == SQLITE_DONE else { throw failure }
    sqlite3_reset(update)
    try execute("COMMIT")
  }

  private func execute(_ sql: String) throws {
    try check(sqlite3_exec(connection, sql, nil, nil, nil))
  }

  private func check(_ code: Int32) throws {
    guard code == SQLITE_OK else { throw failure }
  }

  private var failure: SQLiteFailure {
    SQLiteFailure(description: String(cString: sqlite3_errmsg(connection)))
  }
}
