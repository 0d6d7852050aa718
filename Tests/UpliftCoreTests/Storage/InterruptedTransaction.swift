import Foundation
import GRDB

/// A file as a power cut leaves it: pages half written, and the journal that takes them back.
enum InterruptedTransaction {
  static func leave(in url: URL, folder: TemporaryFolder) throws {
    let work = folder.file("work-\(UUID()).uplift")
    try FileManager.default.copyItem(at: url, to: work)
    let queue = try DatabaseQueue(path: work.path)
    try queue.writeWithoutTransaction { database in
      // So little room in memory that pages are written before the transaction ends.
      try database.execute(sql: "PRAGMA cache_size = 2; PRAGMA cache_spill = 2")
      try database.execute(sql: "BEGIN IMMEDIATE")
      try database.execute(sql: "UPDATE card SET source = hex(randomblob(3000))")
      try database.execute(sql: "UPDATE history SET at = 'x'")
      try FileManager.default.removeItem(at: url)
      try FileManager.default.copyItem(at: work, to: url)
      try FileManager.default.copyItem(
        atPath: work.path + "-journal", toPath: url.path + "-journal")
      try database.execute(sql: "ROLLBACK")
    }
    try queue.close()
  }
}
