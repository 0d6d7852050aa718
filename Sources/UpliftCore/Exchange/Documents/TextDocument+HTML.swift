import Foundation

/// A picture inside a web page.
public struct HTMLFigure: Sendable {
  /// One `svg` element with a title.
  public var svg: String
  /// CSS of its classes.
  public var style: String
  /// Of the map that it shows.
  public var isRightToLeft: Bool

  public init(svg: String, style: String, isRightToLeft: Bool) {
    self.svg = svg
    self.style = style
    self.isRightToLeft = isRightToLeft
  }
}

extension TextDocument {
  /// As one HTML file that needs no other: headings, lists, and tables whose headers say what they
  /// head. No script, and a policy that allows none.
  ///
  /// - Parameters:
  ///   - figure: stands before the first table or list, under the facts.
  ///   - boards: of the boards and figures that the document shows, in their order; each stands
  ///     where they do.
  func html(with figure: HTMLFigure? = nil, boards: [HTMLFigure] = []) -> String {
    let beginsAtTheRight = figure?.isRightToLeft ?? self.beginsAtTheRight
    let direction = beginsAtTheRight ? " dir=\"rtl\"" : figure == nil ? "" : " dir=\"ltr\""
    return """
      <!DOCTYPE html>
      <html lang="\(Self.escaped(languageCode))"\(direction)>
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="generator" content="Uplift">
      <title>\(Self.escaped(title))</title>
      <style>
      \(Self.style)\(coverStyle)\(([figure].compactMap(\.self) + boards).map { "\n" + $0.style }.joined())
      </style>
      </head>
      <body>
      <main>
      \(body(figure, boards))
      </main>
      </body>
      </html>

      """
  }

  private func body(_ figure: HTMLFigure?, _ boards: [HTMLFigure]) -> String {
    var drawn = boards[...]
    var noteCount = 0
    let isBook = cover != nil
    let blocks = numberedBlocks
    var parts = blocks.enumerated().map { index, block in
      var note = ""
      if block.source != nil {
        noteCount += 1
        note =
          "<sup><a id=\"r\(noteCount)\" href=\"#n\(noteCount)\" role=\"doc-noteref\">\(noteCount)</a></sup>"
      }
      switch block {
      case .heading(let level, let text) where isBook:
        return
          "<h\(level) id=\"\(Self.anchor(index))\" dir=\"auto\">\(Self.escaped(text))</h\(level)>"
      case .board(_, let caption):
        guard let figure = drawn.popFirst() else { return "" }
        return
          "<figure class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"\(Self.escaped(caption))\">\n"
          + figure.svg + "</figure>"
      case .figure(let one):
        let label = Self.escaped(one.caption)
        let picture = drawn.popFirst().map {
          "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"\(label)\">\n\($0.svg)</div>\n"
        }
        return
          "<figure>\n\(picture ?? "")<figcaption dir=\"auto\">\(label)\(note)</figcaption>\n\(Self.words(of: one))</figure>"
      case .grid(let grid): return Self.html(grid, note: note)
      default: return Self.html(block)
      }
    }
    if let cover {
      parts.insert(Self.head(of: cover), at: 0)
      parts.insert(Self.contents(of: blocks), at: 1)
      parts.append(Self.endnotes(notes))
    }
    if let figure {
      let place = blocks.firstIndex {
        switch $0 {
        case .table, .list: true
        case .heading(let level, _): level > 1
        default: false
        }
      }
      let html =
        "<figure class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"\(Self.escaped(tr("Picture")))\">\n"
        + figure.svg + "</figure>"
      parts.insert(html, at: place ?? parts.count)
    }
    if !isBook, let logo = logoOfSheet { parts.insert(logo, at: 0) }
    return parts.joined(separator: "\n")
  }

  private static let style = """
    :root { color-scheme: light dark; }
    body { font: 1rem/1.5 Inter, Cantarell, "Noto Sans", sans-serif; margin: 2rem; }
    h1 { line-height: 1.2; }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; }
    dt { font-weight: 600; }
    dd { margin: 0; }
    figure { margin: 1.5rem 0; }
    .scroll { overflow-x: auto; }
    .scroll:focus-visible { outline: 2px solid; outline-offset: 2px; }
    table { border-collapse: collapse; }
    caption { text-align: start; font-weight: 600; padding-block: 0.5rem; }
    th, td { border: 1px solid #8a93a0; padding: 0.4rem 0.6rem; text-align: start; vertical-align: top; }
    thead th { background: #eef1f5; }
    tbody th { position: sticky; inset-inline-start: 0; background: #f7f8fa; }
    td { min-width: 9rem; }
    td.figure { text-align: end; min-width: 0; }
    tbody th.name { position: static; background: none; font-weight: 400; min-width: 9rem; }
    ul.figures { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr)); gap: 1rem; }
    ul.figures li { border-block-start: 2px solid var(--brand, #1d4f88); padding-block-start: 0.4rem; display: flex; flex-direction: column; }
    ul.figures strong { font-size: 1.6rem; order: -1; }
    .rule { font-size: 0.85rem; opacity: 0.8; }
    td ul { margin: 0; padding-inline-start: 1.1rem; }
    .text { white-space: pre-line; }
    blockquote { font-size: 1.4rem; font-style: italic; margin: 1rem 0; padding-inline-start: 1rem; border-inline-start: 0.3rem solid; }
    .portrait { width: 9rem; height: 9rem; object-fit: cover; object-position: 50% 20%; border-radius: 50%; }
    @media screen and (prefers-color-scheme: dark) {
      body { background: #15181d; color: #e8eaee; }
      thead th { background: #262c35; }
      tbody th { background: #1d222b; }
      .logo { background: #fff; padding: 0.4rem; border-radius: 0.4rem; }
    }
    @media print {
      @page { size: landscape; margin: 1cm; }
      body { margin: 0; font-size: 9.5pt; line-height: 1.35; }
      .scroll { overflow: visible; }
      figure svg { max-width: 100%; height: auto; max-height: 95vh; }
      figure { break-after: page; }
      thead { display: table-header-group; }
      tr { break-inside: avoid; }
      tr.group, caption { break-after: avoid; }
      table { font-size: 8pt; width: 100%; }
      th, td { padding: 0.15rem 0.35rem; }
      td, tbody th.name { min-width: 0; }
      tbody th { position: static; }
    }
    """

  private static func html(_ block: Block) -> String {
    switch block {
    case .heading(let level, let text): "<h\(level) dir=\"auto\">\(escaped(text))</h\(level)>"
    case .paragraph(let text): "<p class=\"text\" dir=\"auto\">\(escaped(text))</p>"
    case .quote(let text):
      "<blockquote class=\"text\" dir=\"auto\">\(escaped(text))</blockquote>"
    case .picture(let picture, let words):
      "<img class=\"portrait\" alt=\"\(escaped(words))\" src=\"data:\(picture.mediaType.rawValue);base64,\(picture.data.base64EncodedString())\">"
    case .facts(let facts):
      "<dl>\n"
        + facts.map {
          "<dt>\(escaped($0.name))</dt><dd class=\"text\" dir=\"auto\">\(escaped($0.value))</dd>"
        }.joined(separator: "\n") + "\n</dl>"
    case .list(let items): list(items)
    case .table(let table): html(table)
    case .grid(let grid): html(grid)
    // Drawn by whoever can draw.
    case .board, .figure: ""
    case .keyFigures(let figures):
      "<ul class=\"figures\">\n"
        + figures.map { figure in
          let detail = figure.detail.isEmpty ? "" : " <small>\(escaped(figure.detail))</small>"
          return
            "<li><span>\(escaped(figure.name))</span> <strong>\(escaped(figure.value))</strong>\(detail)</li>"
        }.joined(separator: "\n") + "\n</ul>"
    case .rule(let text): "<p class=\"rule\" dir=\"auto\">\(escaped(text))</p>"
    }
  }

  /// All that a drawing shows, to be opened under it.
  private static func words(of figure: Figure) -> String {
    let summary: String
    let words: String
    switch figure.content {
    case .drawing(let drawing):
      var grid = drawing.table
      grid.caption = ""
      (summary, words) = (tr("The figures as a table"), html(grid))
    case .journey(let journey):
      (summary, words) = (tr("The map as a table"), html(table(of: journey)))
    }
    return """
      <details>
      <summary>\(escaped(summary))</summary>
      \(words)
      </details>

      """
  }

  private static func list(_ items: [Item]) -> String {
    let entries = items.map { item in
      var entry = "<li><span class=\"text\" dir=\"auto\">\(escaped(item.text))</span>"
      if !item.remark.isEmpty { entry += " <small dir=\"auto\">\(escaped(item.remark))</small>" }
      if !item.children.isEmpty { entry += "\n" + list(item.children) }
      return entry + "</li>"
    }
    return "<ul>\n" + entries.joined(separator: "\n") + "\n</ul>"
  }

  private static func html(_ grid: Grid, note: String = "") -> String {
    var lines = [scroll(grid.caption), "<table>"]
    if !grid.caption.isEmpty || !note.isEmpty {
      lines.append("<caption dir=\"auto\">\(escaped(grid.caption))\(note)</caption>")
    }
    lines.append("<thead><tr>")
    lines += grid.columns.map { "<th scope=\"col\" dir=\"auto\">\(escaped($0.title))</th>" }
    lines.append("</tr></thead>")
    lines.append("<tbody>")
    // What a row is about: its name, not its place.
    let name = grid.columns.firstIndex { !$0.isFigure } ?? 0
    for (index, row) in grid.rows.enumerated() {
      if grid.isGroup(row) {
        if index > 0 { lines.append("</tbody>\n<tbody>") }
        lines.append(
          "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"\(grid.columns.count)\" dir=\"auto\">\(escaped(row[0]))</th></tr>"
        )
        continue
      }
      let cells = zip(grid.columns, row).enumerated().map { place, cell in
        let (column, text) = cell
        return place == name && !text.isEmpty
          ? "<th scope=\"row\" class=\"text name\" dir=\"auto\">\(escaped(text))</th>"
          : "<td class=\"text\(column.isFigure ? " figure" : "")\" dir=\"auto\">\(escaped(text))</td>"
      }
      lines.append("<tr>" + cells.joined() + "</tr>")
    }
    lines += ["</tbody>", "</table>", "</div>"]
    return lines.joined(separator: "\n")
  }

  private static func html(_ table: Table) -> String {
    var lines = [
      scroll(table.caption), "<table>",
      "<caption dir=\"auto\">\(escaped(table.caption))</caption>", "<thead>", "<tr><td></td>",
    ]
    lines += table.groups.map {
      "<th scope=\"colgroup\" colspan=\"\($0.width)\" dir=\"auto\">\(escaped($0.title))</th>"
    }
    lines += ["</tr>", "<tr><td></td>"]
    lines += table.columns.map { "<th scope=\"col\" dir=\"auto\">\(escaped($0))</th>" }
    lines += ["</tr>", "</thead>", "<tbody>"]
    for row in table.rows {
      lines.append("<tr><th scope=\"row\" dir=\"auto\">\(escaped(row.header))</th>")
      lines += row.cells.map { $0.isEmpty ? "<td></td>" : "<td>\(list($0))</td>" }
      lines.append("</tr>")
    }
    lines += ["</tbody>", "</table>", "</div>"]
    return lines.joined(separator: "\n")
  }

  /// Around what may be wider than a window: it can be scrolled with keys, and says what it is.
  private static func scroll(_ caption: String) -> String {
    caption.isEmpty
      ? "<div class=\"scroll\" tabindex=\"0\">"
      : "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"\(escaped(caption))\">"
  }

  static func escaped(_ text: String) -> String { HTMLText.escaped(text) }
}
