import Foundation

/// Reads the table out of the HTML that spreadsheets put on a clipboard. It knows as much of HTML
/// as that takes, keeps texts only, and runs nothing.
struct HTMLTableReader {
  /// Columns that a cell may stand for; what claims more is no spreadsheet.
  private static let widest = 1000
  /// Cells, empty ones too, after which it is not read on.
  private static let mostCells = 2_000_000
  private static let hidden: Set<String> = ["style", "script", "title", "noscript", "template"]
  private static let breaks: Set<String> = ["p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6"]

  private let bytes: [UInt8]
  private var index = 0
  private var rows: [[String]] = []
  private var row: [String]?
  private var cell: String?
  private var width = 1
  private var height = 1
  /// Rows below in which a column is still covered by a cell further up.
  private var covered: [Int] = []
  private var cells = 0
  private var depth = 0
  private var tables = 0
  private var isNested = false
  private var hasTextOutside = false
  private var needsSpace = false
  private var needsBreak = false

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Nil when the text is anything but one table: then a program's plain text says more.
  static func table(in html: String) -> TextTable? {
    var reader = HTMLTableReader(Array(html.utf8))
    reader.read()
    guard reader.tables == 1, !reader.isNested, !reader.hasTextOutside, !reader.rows.isEmpty,
      reader.cells < mostCells
    else {
      return nil
    }
    return TextTable(rows: reader.rows)
  }

  private mutating func read() {
    while index < bytes.count, cells < Self.mostCells {
      if bytes[index] == UInt8(ascii: "<") { readMarkup() } else { readText() }
    }
    endRow()
  }

  // MARK: Markup

  private mutating func readMarkup() {
    if bytes[index...].starts(with: "<!--".utf8) { return skip(past: "-->") }
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") { return skip(past: ">") }
    guard isLetter(next) || next == UInt8(ascii: "/") else {
      index += 1
      return add("<")
    }
    let isEnd = next == UInt8(ascii: "/")
    index += isEnd ? 2 : 1
    let name = word()
    let attributes = isEnd ? skipTag() : readAttributes()
    if !isEnd, Self.hidden.contains(name) { return skip(past: "</" + name, andTag: true) }
    if isEnd { end(name) } else { begin(name, attributes) }
  }

  private mutating func begin(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "table":
      if depth > 0 { isNested = true } else { tables += 1 }
      depth += 1
    case "tr":
      endRow()
      if depth > 0 { row = [] }
    case "td", "th":
      endCell()
      guard depth > 0 else { return }
      if row == nil { row = [] }
      cell = ""
      needsSpace = false
      needsBreak = false
      width = min(max(Int(attributes["colspan"] ?? "") ?? 1, 1), Self.widest)
      height = max(Int(attributes["rowspan"] ?? "") ?? 1, 1)
    case "br":
      if cell != nil {
        cell? += "\n"
        needsSpace = false
      }
    case _ where Self.breaks.contains(name): needsBreak = cell.map { !$0.isEmpty } ?? false
    default: break
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "td", "th": endCell()
    case "tr": endRow()
    case "table":
      endRow()
      depth = max(0, depth - 1)
    case _ where Self.breaks.contains(name): needsBreak = cell.map { !$0.isEmpty } ?? false
    default: break
    }
  }

  private mutating func endCell() {
    guard let text = cell else { return }
    cell = nil
    passCovered()
    row?.append(text.trimmingCharacters(in: .whitespacesAndNewlines))
    let column = (row?.count ?? 1) - 1
    if width > 1 { row? += Array(repeating: "", count: width - 1) }
    cells += width
    // This row counts, too: it ends before those below it.
    if height > 1 { for extra in 0..<width { cover(column + extra, rows: height) } }
  }

  private mutating func cover(_ column: Int, rows count: Int) {
    while covered.count <= column { covered.append(0) }
    covered[column] = max(covered[column], count)
  }

  private mutating func passCovered() {
    while let column = row?.count, column < covered.count, covered[column] > 0, column < Self.widest
    {
      row?.append("")
      cells += 1
    }
  }

  private mutating func endRow() {
    endCell()
    if row != nil { passCovered() }
    if let row, !row.isEmpty {
      rows.append(row)
      for column in covered.indices { covered[column] = max(0, covered[column] - 1) }
    }
    row = nil
  }

  // MARK: Text

  private mutating func readText() {
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard cell != nil else {
      if !text.allSatisfy({ $0.isWhitespace || $0 == "\u{FEFF}" }) { hasTextOutside = true }
      return
    }
    add(text.contains("&") ? HTMLEntities.decoded(text) : text)
  }

  /// White space counts as one space, at the start of a line as none.
  private mutating func add(_ text: String) {
    guard cell != nil else {
      hasTextOutside = true
      return
    }
    var added = ""
    for scalar in text.unicodeScalars {
      if scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r" {
        needsSpace = true
        continue
      }
      if needsBreak {
        added += "\n"
      } else if needsSpace, !(added.isEmpty ? cell?.isEmpty ?? true : false),
        !(added.isEmpty ? cell?.last?.isNewline ?? false : added.last?.isNewline ?? false)
      {
        added += " "
      }
      needsBreak = false
      needsSpace = false
      added.unicodeScalars.append(scalar == "\u{A0}" ? " " : scalar)
    }
    cell? += added
  }

  // MARK: Characters

  private mutating func skip(past end: String, andTag: Bool = false) {
    let end = Array(end.utf8)
    while index < bytes.count {
      if matches(end) {
        index += end.count
        if andTag { _ = skipTag() }
        return
      }
      index += 1
    }
  }

  private func matches(_ end: [UInt8]) -> Bool {
    guard index + end.count <= bytes.count else { return false }
    return zip(bytes[index...], end).allSatisfy { Self.lower($0) == $1 }
  }

  private mutating func skipTag() -> [String: String] {
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") { index += 1 }
    index = min(index + 1, bytes.count)
    return [:]
  }

  private mutating func readAttributes() -> [String: String] {
    var result: [String: String] = [:]
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      guard isLetter(bytes[index]) else {
        index += 1
        continue
      }
      let name = word()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { continue }
      index += 1
      result[name] = value()
    }
    index = min(index + 1, bytes.count)
    return result
  }

  private mutating func value() -> String {
    guard index < bytes.count else { return "" }
    let quote = bytes[index]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { index += 1 }
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      if isQuoted ? byte == quote : byte <= 0x20 || byte == UInt8(ascii: ">") { break }
      index += 1
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if isQuoted { index = min(index + 1, bytes.count) }
    return text
  }

  private mutating func word() -> String {
    let start = index
    while index < bytes.count, isLetter(bytes[index]) || isDigit(bytes[index]) || bytes[index] == 45
    {
      index += 1
    }
    return String(decoding: bytes[start..<index].map(Self.lower), as: UTF8.self)
  }

  private static func lower(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }
  private func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(Self.lower(byte)) }
  private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
