import Foundation

extension TextDocument {
  /// As CommonMark. A table becomes an outline: one with a column for each step would not be
  /// readable as text.
  var markdown: String {
    var parts: [String] = []
    var level = 1
    if let cover {
      parts.append(Self.heading(1, cover.title))
      let lines = [cover.subtitle, cover.organisation, cover.date].filter { !$0.isEmpty }
      if !lines.isEmpty { parts.append(Self.escaped(lines.joined(separator: "\n"), indent: "")) }
    }
    for block in numberedBlocks {
      switch block {
      case .heading(let depth, let text):
        level = depth
        parts.append(Self.heading(depth, text))
      case .paragraph(let text): parts.append(Self.escaped(text, indent: ""))
      case .quote(let text):
        parts.append("> " + Self.escaped(text, indent: "> "))
      // Data of a picture would drown the text.
      case .picture: break
      case .facts(let facts):
        parts.append(
          facts.map {
            "- **\(Self.escaped($0.name, indent: "  ")):** \(Self.escaped($0.value, indent: "  "))"
          }.joined(separator: "\n"))
      case .list(let items): parts.append(Self.list(items, indent: ""))
      case .table(let table): parts += Self.outline(of: table, level: level)
      case .grid(let grid): parts.append(Self.grid(grid))
      // Its notes follow in words.
      case .board: break
      case .rule(let text): parts.append("*\(Self.escaped(text, indent: ""))*")
      case .figure(let figure): parts += Self.figure(figure, level: level)
      case .keyFigures(let figures):
        parts.append(
          figures.map {
            let detail = $0.detail.isEmpty ? "" : " (\(Self.escaped($0.detail, indent: "")))"
            return
              "- \(Self.escaped($0.name, indent: "")): **\(Self.escaped($0.value, indent: ""))**\(detail)"
          }.joined(separator: "\n"))
      }
      if let source = block.source {
        parts.append(
          Self.escaped(tr("Source: {source}", ["source": source.singleLine]), indent: ""))
      }
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// The table of what it shows; a map as an outline under its caption.
  private static func figure(_ figure: Figure, level: Int) -> [String] {
    let caption = "*\(escaped(figure.caption, indent: ""))*"
    let drawing: any DocumentDrawing
    switch figure.content {
    case .journey(let journey): return [caption] + outline(of: table(of: journey), level: level)
    case .drawing(let own): drawing = own
    }
    var grid = drawing.table
    grid.caption = figure.caption
    var parts = [self.grid(grid)]
    if !drawing.explanation.isEmpty {
      parts.append("*\(escaped(drawing.explanation, indent: ""))*")
    }
    return parts
  }

  private static func heading(_ level: Int, _ text: String) -> String {
    String(repeating: "#", count: level) + " " + escaped(text.singleLine, indent: "")
  }

  private static func list(_ items: [Item], indent: String) -> String {
    items.map { item in
      var line = "\(indent)- \(escaped(item.text, indent: indent + "  "))"
      if !item.remark.isEmpty { line += " (\(escaped(item.remark.singleLine, indent: "")))" }
      if !item.children.isEmpty { line += "\n" + list(item.children, indent: indent + "  ") }
      return line
    }.joined(separator: "\n")
  }

  private static func grid(_ grid: Grid) -> String {
    func row(_ texts: [String]) -> String {
      "| "
        + texts.map { escaped($0.singleLine, indent: "") }
        .joined(separator: " | ") + " |"
    }
    let rule = grid.columns.map { $0.isFigure ? "---:" : "---" }
    var lines = [
      row(grid.columns.map(\.title)), "| " + rule.joined(separator: " | ") + " |",
    ]
    lines += grid.rows.map { texts in
      // Markdown has no cell over several columns.
      guard grid.isGroup(texts) else { return row(texts) }
      let title = "| **\(escaped(texts[0].singleLine, indent: ""))** |"
      return title + String(repeating: " |", count: grid.columns.count - 1)
    }
    return (grid.caption.isEmpty ? "" : "**\(escaped(grid.caption, indent: ""))**\n\n")
      + lines.joined(separator: "\n")
  }

  private static func outline(of table: Table, level: Int) -> [String] {
    var parts: [String] = []
    var column = 0
    for group in table.groups {
      parts.append(heading(min(level + 1, 6), group.title))
      for place in column..<(column + group.width) {
        parts.append(heading(min(level + 2, 6), table.columns[place]))
        let items = table.rows.compactMap { row -> Item? in
          let cell = row.cells[place]
          if cell.isEmpty { return nil }
          return Item(text: row.header, children: cell)
        }
        if !items.isEmpty { parts.append(list(items, indent: "")) }
      }
      column += group.width
    }
    return parts
  }

  /// Text that no renderer takes for markup. Lines stay lines.
  private static func escaped(_ text: String, indent: String) -> String {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.map { line in
      var result = ""
      for scalar in line.unicodeScalars {
        switch scalar {
        case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~", "&", "$", "!":
          result.unicodeScalars.append("\\")
          result.unicodeScalars.append(scalar)
        case "\u{00}"..<"\u{20}": result += " "
        default: result.unicodeScalars.append(scalar)
        }
      }
      return escapedStart(result)
    }.joined(separator: "\\\n" + indent)
  }

  /// Nothing that begins a list, a rule, a heading or a table at the start of a line.
  private static func escapedStart(_ line: String) -> String {
    let trimmed = line.drop { $0 == " " }
    guard let first = trimmed.first else { return String(trimmed) }
    if "-+=:".contains(first) { return "\\" + trimmed }
    let digits = trimmed.prefix { $0.isASCII && $0.isNumber }
    // "1. " begins a list, "1.5" does not.
    if !digits.isEmpty, let mark = trimmed[digits.endIndex...].first, mark == "." || mark == ")",
      trimmed[digits.endIndex...].dropFirst().first?.isWhitespace ?? true
    {
      return digits + "\\" + trimmed[digits.endIndex...]
    }
    return String(trimmed)
  }
}
