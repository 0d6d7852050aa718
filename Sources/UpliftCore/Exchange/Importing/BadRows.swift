import Foundation

/// The rows of a table that cannot be read: the first ones, and how many there are. A table with any
/// is refused whole, and whoever mends it wants to know all of them.
struct BadRows: Sendable {
  /// So many are kept and shown.
  static let most = 20

  private(set) var first: [ImportError] = []
  private(set) var count = 0

  mutating func note(_ error: ImportError) {
    count += 1
    if first.count < Self.most { first.append(error) }
  }

  /// The next row of a table. A fault behind which no row can be told from another ends the table.
  mutating func next(_ reader: inout CSVReader) throws(ImportError) -> CSVReader.Row? {
    do {
      return try reader.next()
    } catch {
      note(error)
      try check()
      return nil
    }
  }

  /// Throws what was noted.
  func check() throws(ImportError) {
    guard count > 0 else { return }
    if count == 1, let only = first.first { throw only }
    throw ImportError(.badRows(first, count: count))
  }
}
