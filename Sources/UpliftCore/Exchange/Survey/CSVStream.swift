import Foundation

/// Reads the rows of a table of any length, as `CSVReader` reads those of a short one. It keeps no
/// more than a row and a piece of the file.
struct CSVStream {
  /// A row of more bytes is refused: most likely a quotation mark was never closed.
  static let longestRow = 8 << 20

  private struct Cell {
    var start: Int
    var end: Int
    /// Has quotation marks in it, which stand there twice.
    var isDoubled: Bool
  }

  private enum Scan {
    case row
    case end
    /// The row goes on behind what was read.
    case unfinished
  }

  /// The line of the file on which the row begins, from 1.
  private(set) var line = 1
  private var nextLine = 1
  private var chunks: TextChunks
  private let delimiter: UInt8
  private var buffer: [UInt8] = []
  /// Where the next row begins.
  private var place = 0
  private var isAtEnd = false
  private var cells: [Cell] = []
  private var isFirst = true

  init(_ url: URL, delimiter: UInt8) throws(ImportError) {
    chunks = try TextChunks(url)
    self.delimiter = delimiter
  }

  /// How much of the file was read, 0…1.
  var fraction: Double { chunks.size == 0 ? 1 : Double(chunks.position) / Double(chunks.size) }

  /// Of the row.
  var count: Int { cells.count }

  /// Goes on to the next row with something in it; false at the end.
  mutating func next() throws(ImportError) -> Bool {
    if isFirst {
      isFirst = false
      try skipDelimiterHint()
    }
    while true {
      line = nextLine
      switch try scan() {
      case .row:
        if !isBlank { return true }
      case .end: return false
      case .unfinished: try read()
      }
    }
  }

  /// The cell without the space around it.
  func text(_ column: Int) -> String {
    guard cells.indices.contains(column) else { return "" }
    let cell = cells[column]
    var text = String(decoding: buffer[cell.start..<cell.end], as: UTF8.self)
    if cell.isDoubled { text = text.replacingOccurrences(of: "\"\"", with: "\"") }
    guard let first = text.utf8.first, let last = text.utf8.last else { return "" }
    let isTrimmed = (0x21...0x7E).contains(first) && (0x21...0x7E).contains(last) && first != 0x27
    return isTrimmed
      ? text : CSVText.restored(text).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Whether the cell has these very bytes in it.
  func holds(_ bytes: [UInt8], _ column: Int) -> Bool {
    guard column < cells.count else { return false }
    let cell = cells[column]
    guard cell.end - cell.start == bytes.count else { return false }
    return buffer.withUnsafeBytes { all in
      bytes.withUnsafeBytes { wanted in
        guard let start = all.baseAddress, let other = wanted.baseAddress else { return true }
        return memcmp(start + cell.start, other, wanted.count) == 0
      }
    }
  }

  func bytes(_ column: Int) -> [UInt8] {
    column < cells.count ? Array(buffer[cells[column].start..<cells[column].end]) : []
  }

  private var isBlank: Bool {
    cells.allSatisfy { cell in
      var index = cell.start
      while index < cell.end {
        guard TextDecoding.isSpace(buffer[index]) else { return false }
        index += 1
      }
      return true
    }
  }

  private mutating func read() throws(ImportError) {
    if place > 0 { buffer.removeFirst(place) }
    place = 0
    guard let chunk = try chunks.next() else {
      isAtEnd = true
      return
    }
    buffer += chunk
    if buffer.count > Self.longestRow + TextChunks.chunkSize {
      throw ImportError(.rowTooLong(limit: Self.longestRow >> 20), at: .line(line))
    }
  }

  private mutating func scan() throws(ImportError) -> Scan {
    cells.removeAll(keepingCapacity: true)
    var cells: [Cell] = []
    swap(&cells, &self.cells)
    defer { swap(&cells, &self.cells) }
    let (delimiter, isAtEnd, start) = (delimiter, isAtEnd, place)
    var newLine = line
    var end = start
    var fault: ImportError?
    let result = buffer.withUnsafeBufferPointer { buffer -> Scan in
      guard let bytes = buffer.baseAddress, start < buffer.count else {
        return isAtEnd ? .end : .unfinished
      }
      let count = buffer.count
      var index = start
      while true {
        if index < count, bytes[index] == 0x22 {
          guard
            let cell = Self.quoted(bytes, index, count, delimiter, isAtEnd, &newLine, &fault)
          else { return .unfinished }
          cells.append(cell)
          index = cell.end + 1
        } else {
          let first = index
          while index < count {
            let byte = bytes[index]
            if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
            index += 1
          }
          cells.append(Cell(start: first, end: index, isDoubled: false))
        }
        if index >= count {
          end = count
          return isAtEnd ? .row : .unfinished
        }
        let byte = bytes[index]
        index += 1
        if byte == delimiter { continue }
        if byte == 0x0D {
          if index >= count, !isAtEnd { return .unfinished }
          if index < count, bytes[index] == 0x0A { index += 1 }
        }
        newLine += 1
        end = index
        return .row
      }
    }
    if let fault { throw fault }
    if case .row = result {
      place = end
      nextLine = newLine
    }
    return result
  }

  /// A cell in quotation marks; its end is the closing one. Nil: it goes on behind what was read, or
  /// `fault` says what is wrong.
  private static func quoted(
    _ bytes: UnsafePointer<UInt8>, _ opening: Int, _ count: Int, _ delimiter: UInt8,
    _ isAtEnd: Bool, _ line: inout Int, _ fault: inout ImportError?
  ) -> Cell? {
    let openingLine = line
    var isDoubled = false
    var index = opening + 1
    while index < count {
      let byte = bytes[index]
      if byte == 0x22 {
        if index + 1 >= count, !isAtEnd { return nil }
        if index + 1 < count, bytes[index + 1] == 0x22 {
          isDoubled = true
          index += 2
          continue
        }
        if index + 1 < count {
          let next = bytes[index + 1]
          if next != delimiter, next != 0x0A, next != 0x0D {
            fault = ImportError(.textAfterQuote, at: .line(line))
            return nil
          }
        }
        return Cell(start: opening + 1, end: index, isDoubled: isDoubled)
      }
      if byte == 0x0A || (byte == 0x0D && !(index + 1 < count && bytes[index + 1] == 0x0A)) {
        line += 1
      }
      index += 1
    }
    if isAtEnd || index - opening > longestRow {
      fault = ImportError(.unclosedQuote, at: .line(openingLine))
    }
    return nil
  }

  /// `sep=;` on a first line of its own, as spreadsheets write it.
  private mutating func skipDelimiterHint() throws(ImportError) {
    try read()
    guard CSVReader.hintedDelimiter(Array(buffer.prefix(6))) != nil else { return }
    place = 5
    if place < buffer.count, buffer[place] == 0x0D { place += 1 }
    if place < buffer.count, buffer[place] == 0x0A { place += 1 }
    nextLine = 2
  }
}
