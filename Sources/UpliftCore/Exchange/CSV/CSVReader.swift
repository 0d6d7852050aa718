import Foundation

/// Reads rows of a table as RFC 4180 has them, with any delimiter and any line ends.
///
/// Not SwiftCSV: it holds the whole table, names no line and passes over a quotation mark that is
/// never closed.
struct CSVReader {
  struct Row: Equatable {
    /// The line of the file on which it begins, from 1.
    var line: Int
    var cells: [String]
  }

  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var index: Int
  private var line = 1

  /// - Parameter bytes: UTF-8 without byte order mark.
  init(_ bytes: [UInt8], delimiter: UInt8) {
    self.bytes = bytes
    self.delimiter = delimiter
    index = 0
    skipDelimiterHint()
  }

  /// How much of it is read, 0…1.
  var fraction: Double { Double(index) / Double(max(1, bytes.count)) }

  /// What separates cells: the mark for which `score` of the first row is the highest.
  static func delimiter(of bytes: [UInt8], score: ([String]) -> Int) -> UInt8 {
    if let hint = hintedDelimiter(bytes) { return hint }
    var best: (mark: UInt8, score: Int, cells: Int)?
    for mark in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")] {
      var reader = CSVReader(bytes, delimiter: mark)
      guard let row = try? reader.next() else { continue }
      let candidate = (mark: mark, score: score(row.cells), cells: row.cells.count)
      if best.map({ (candidate.score, candidate.cells) > ($0.score, $0.cells) }) ?? true {
        best = candidate
      }
    }
    return best?.mark ?? UInt8(ascii: ",")
  }

  /// The next row that is not blank; nil at the end.
  mutating func next() throws(ImportError) -> Row? {
    while index < bytes.count {
      let start = line
      var cells: [String] = []
      repeat { cells.append(try cell()) } while takeDelimiter()
      takeLineEnd()
      if cells.count > 1 || cells.first?.isEmpty == false { return Row(line: start, cells: cells) }
    }
    return nil
  }

  private mutating func takeDelimiter() -> Bool {
    guard index < bytes.count, bytes[index] == delimiter else { return false }
    index += 1
    return true
  }

  private mutating func takeLineEnd() {
    guard index < bytes.count else { return }
    if bytes[index] == 0x0D {
      index += 1
      if index < bytes.count, bytes[index] == 0x0A { index += 1 }
    } else {
      index += 1
    }
    line += 1
  }

  private mutating func cell() throws(ImportError) -> String {
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") { return try quotedCell() }
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
      index += 1
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func quotedCell() throws(ImportError) -> String {
    let opening = line
    var collected: [UInt8] = []
    index += 1
    var start = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        collected += bytes[start..<index]
        index += 1
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
          guard
            index == bytes.count || bytes[index] == delimiter || bytes[index] == 0x0A
              || bytes[index] == 0x0D
          else { throw ImportError(.textAfterQuote, at: .line(line)) }
          return String(decoding: collected, as: UTF8.self)
        }
        start = index
      } else if byte == 0x0A
        || (byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A))
      {
        line += 1
      }
      index += 1
    }
    throw ImportError(.unclosedQuote, at: .line(opening))
  }

  /// `sep=;` on a first line of its own, as spreadsheets write it.
  static func hintedDelimiter(_ bytes: [UInt8]) -> UInt8? {
    let line = bytes.prefix(6)
    guard line.count >= 5, String(decoding: line.prefix(4), as: UTF8.self).lowercased() == "sep=",
      line.count == 5 || line[5] == 0x0A || line[5] == 0x0D
    else { return nil }
    return line[4]
  }

  private mutating func skipDelimiterHint() {
    guard Self.hintedDelimiter(bytes) != nil else { return }
    index = 5
    takeLineEnd()
  }
}
