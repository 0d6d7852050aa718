/// A part of a page of help.
enum HelpBlock: Equatable {
  /// 1 is the page's title.
  case heading(level: Int, text: String)
  case paragraph(String)
  /// `marker`: "•" or "3.". Level 0 is the outermost list.
  case item(level: Int, marker: String, text: String)
  case code(String)
  case quote(String)
  case table(header: [String], rows: [[String]])
}

/// Reads the part of Markdown that the help is written in: headings with `#`, paragraphs, lists,
/// fenced code, quotes, tables with `|`. Whatever else there is becomes a paragraph.
struct HelpReader {
  private var blocks: [HelpBlock] = []
  private var paragraph: [String] = []

  static func blocks(of text: String) -> [HelpBlock] {
    var reader = HelpReader()
    reader.read(text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    return reader.blocks
  }

  private mutating func read(_ lines: [String]) {
    var index = 0
    while index < lines.count {
      let line = lines[index].hasSuffix("\r") ? String(lines[index].dropLast()) : lines[index]
      let bare = line.trimmingPrefix(while: \.isWhitespace)
      index += 1
      if bare.hasPrefix("```") {
        endParagraph()
        var code: [String] = []
        while index < lines.count, !lines[index].hasPrefix("```") {
          code.append(lines[index])
          index += 1
        }
        index += 1
        blocks.append(.code(code.joined(separator: "\n")))
      } else if bare.isEmpty {
        endParagraph()
      } else if let heading = Self.heading(line) {
        endParagraph()
        blocks.append(heading)
      } else if bare.hasPrefix("|"), index < lines.count, Self.isRule(lines[index]) {
        endParagraph()
        var rows: [[String]] = []
        let header = Self.cells(line)
        index += 1
        while index < lines.count, lines[index].hasPrefix("|") {
          rows.append(Self.cells(lines[index]))
          index += 1
        }
        blocks.append(.table(header: header, rows: rows))
      } else if let item = Self.item(line) {
        endParagraph()
        blocks.append(item)
      } else if bare.hasPrefix(">") {
        endParagraph()
        let text = String(bare.dropFirst().trimmingPrefix(while: \.isWhitespace))
        if case .quote(let before) = blocks.last {
          blocks[blocks.count - 1] = .quote(before + " " + text)
        } else {
          blocks.append(.quote(text))
        }
      } else if paragraph.isEmpty, line.first?.isWhitespace == true,
        case .item(let level, let marker, let text) = blocks.last
      {
        // An item goes on below, indented.
        blocks[blocks.count - 1] = .item(level: level, marker: marker, text: text + " " + bare)
      } else {
        paragraph.append(String(bare))
      }
    }
    endParagraph()
  }

  private mutating func endParagraph() {
    guard !paragraph.isEmpty else { return }
    blocks.append(.paragraph(paragraph.joined(separator: " ")))
    paragraph = []
  }

  private static func heading(_ line: String) -> HelpBlock? {
    let level = line.prefix { $0 == "#" }.count
    let rest = line.dropFirst(level)
    guard (1...6).contains(level), rest.first == " " else { return nil }
    return .heading(level: level, text: String(rest.trimmingPrefix(while: \.isWhitespace)))
  }

  private static func item(_ line: String) -> HelpBlock? {
    let indent = line.prefix { $0 == " " }.count
    let rest = line.dropFirst(indent)
    let level = indent / 2
    if let first = rest.first, "-*+".contains(first), rest.dropFirst().first == " " {
      return .item(level: level, marker: "•", text: String(rest.dropFirst(2)))
    }
    let number = rest.prefix { $0.isASCII && $0.isNumber }
    let after = rest.dropFirst(number.count)
    guard !number.isEmpty, number.count < 4, after.hasPrefix(". ") else { return nil }
    return .item(level: level, marker: number + ".", text: String(after.dropFirst(2)))
  }

  /// `|---|:--|`
  private static func isRule(_ line: String) -> Bool {
    line.hasPrefix("|") && line.contains("-") && line.allSatisfy { "|-: \r".contains($0) }
  }

  private static func cells(_ line: String) -> [String] {
    var cells = [""]
    var isCode = false
    for character in line.trimmingPrefix(while: \.isWhitespace).dropFirst() {
      if character == "`" { isCode.toggle() }
      if character == "|", !isCode {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    func trimmed(_ cell: String) -> String {
      String(cell.trimmingPrefix(while: \.isWhitespace).reversed())
        .trimmingPrefix(while: \.isWhitespace).reversed().map(String.init).joined()
    }
    let result = cells.map(trimmed)
    return result.last?.isEmpty == true ? Array(result.dropLast()) : result
  }
}
