/// Texts in rows and columns, as spreadsheets put them on the clipboard: tabs between the columns,
/// quotes around what holds tabs, quotes or line ends.
struct ClipboardTable: Equatable {
  var rows: [[String]]

  init(rows: [[String]]) { self.rows = rows }

  init(_ text: String) {
    rows = []
    var row: [String] = []
    var field = ""
    var isQuoted = false
    var isAtStart = true
    // A line end may be one character of two scalars.
    var characters = text[...]
    func endRow() {
      row.append(field)
      rows.append(row)
      row = []
      field = ""
      isAtStart = true
    }
    while let character = characters.popFirst() {
      if isQuoted {
        if character != "\"" {
          field.append(character)
        } else if characters.first == "\"" {
          field.append(characters.removeFirst())
        } else {
          isQuoted = false
        }
        continue
      }
      switch character {
      case "\"" where isAtStart && Self.isClosed(characters):
        isQuoted = true
        isAtStart = false
      case "\t":
        row.append(field)
        field = ""
        isAtStart = true
      case "\n", "\r", "\r\n": endRow()
      default:
        field.append(character)
        isAtStart = false
      }
    }
    if !field.isEmpty || !row.isEmpty { endRow() }
  }

  /// True when a quote that has just been opened ends before a tab, a line end or the text's end;
  /// otherwise it is a quotation mark that somebody wrote.
  private static func isClosed(_ rest: Substring) -> Bool {
    var index = rest.startIndex
    while index < rest.endIndex {
      guard rest[index] == "\"" else {
        index = rest.index(after: index)
        continue
      }
      let next = rest.index(after: index)
      guard next < rest.endIndex else { return true }
      if rest[next] == "\"" {
        index = rest.index(after: next)
      } else {
        return rest[next] == "\t" || rest[next].isNewline
      }
    }
    return false
  }

  var text: String {
    rows.map { $0.map(Self.field).joined(separator: "\t") }.joined(separator: "\n")
  }

  private static func field(_ text: String) -> String {
    guard text.contains(where: { $0 == "\t" || $0.isNewline || $0 == "\"" }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
