import Foundation

/// Texts in rows and columns, as they go through a clipboard.
public struct TextTable: Equatable, Sendable {
  public var rows: [[String]]
  /// How many of the first rows and columns are headings of the others.
  public var headingRows = 0
  public var headingColumns = 0

  public init(rows: [[String]], headingRows: Int = 0, headingColumns: Int = 0) {
    self.rows = rows
    self.headingRows = headingRows
    self.headingColumns = headingColumns
  }

  /// Cells with something in them.
  public var count: Int {
    rows.reduce(0) { $0 + $1.count { !$0.allSatisfy(\.isWhitespace) } }
  }

  // MARK: Tabs

  /// Reads what spreadsheets write: tabs between the columns, quotes around what holds tabs,
  /// quotes or line ends. Lines without tabs are rows of one cell.
  public init(_ text: String) {
    rows = []
    var row: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var isAtStart = true
    // Bytes, because a clipboard may hold millions of them, and what matters here is ASCII.
    let bytes = Array(text.utf8)
    var index = 0
    func endField() {
      row.append(String(decoding: field, as: UTF8.self))
      field.removeAll(keepingCapacity: true)
      isAtStart = true
    }
    func endRow() {
      endField()
      rows.append(row)
      row = []
    }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if isQuoted {
        if byte != Self.quote {
          field.append(byte)
        } else if index < bytes.count, bytes[index] == Self.quote {
          field.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
        continue
      }
      switch byte {
      case Self.quote where isAtStart && Self.isClosed(bytes[index...]):
        isQuoted = true
        isAtStart = false
      case Self.tab: endField()
      case Self.newline: endRow()
      case Self.carriageReturn:
        if index < bytes.count, bytes[index] == Self.newline { index += 1 }
        endRow()
      default:
        field.append(byte)
        isAtStart = false
      }
    }
    if !field.isEmpty || !row.isEmpty { endRow() }
  }

  private static let quote = UInt8(ascii: "\"")
  private static let tab = UInt8(ascii: "\t")
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// True when a quote that has just been opened ends before a tab, a line end or the text's end;
  /// otherwise it is a quotation mark that somebody wrote.
  private static func isClosed(_ rest: ArraySlice<UInt8>) -> Bool {
    var index = rest.startIndex
    while index < rest.endIndex {
      guard rest[index] == quote else {
        index += 1
        continue
      }
      let next = index + 1
      guard next < rest.endIndex else { return true }
      if rest[next] == quote {
        index = next + 1
      } else {
        return [tab, newline, carriageReturn].contains(rest[next])
      }
    }
    return false
  }

  /// As spreadsheets read it.
  public var text: String {
    rows.map { $0.map(Self.field).joined(separator: "\t") }.joined(separator: "\n")
  }

  /// For programs that know no tables: a single cell is just what it says.
  public var plainText: String {
    rows.count == 1 && rows[0].count == 1 ? rows[0][0] : text
  }

  private static func field(_ text: String) -> String {
    guard text.utf8.contains(where: { [tab, newline, carriageReturn, quote].contains($0) }) else {
      return text
    }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  // MARK: HTML

  /// What a spreadsheet's HTML holds; nil when it is anything but one table, for then the same
  /// program's plain text says more.
  public init?(html: String) {
    guard let table = HTMLTableReader.table(in: html) else { return nil }
    self = table
  }

  /// A table and nothing else, for spreadsheets and word processors.
  public var html: String {
    var lines = ["<meta charset=\"utf-8\">", "<table>"]
    for (index, row) in rows.enumerated() {
      let cells = row.enumerated().map { column, text in
        let name = index < headingRows || column < headingColumns ? "th" : "td"
        return "<\(name)>\(Self.html(text))</\(name)>"
      }
      lines.append("<tr>" + cells.joined() + "</tr>")
    }
    return (lines + ["</table>", ""]).joined(separator: "\n")
  }

  private static func html(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { HTMLText.escaped(String($0)) }.joined(separator: "<br>")
  }
}
