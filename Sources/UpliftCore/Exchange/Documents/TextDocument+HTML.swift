import Foundation

extension TextDocument {
  /// As one HTML file that needs no other: headings, lists, and tables whose headers say what they
  /// head. No script, and a policy that allows none.
  var html: String {
    """
    <!DOCTYPE html>
    <html>
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(Self.escaped(title))</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>
    <main>
    \(blocks.map(Self.html).joined(separator: "\n"))
    </main>
    </body>
    </html>

    """
  }

  private static let style = """
    :root { color-scheme: light dark; }
    body { font: 1rem/1.5 Inter, Cantarell, "Noto Sans", sans-serif; margin: 2rem; }
    dt { font-weight: 600; }
    dd { margin: 0 0 0.5rem; }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; }
    caption { text-align: start; font-weight: 600; padding-block: 0.5rem; }
    th, td { border: 1px solid; padding: 0.4rem 0.6rem; text-align: start; vertical-align: top; }
    td ul { margin: 0; padding-inline-start: 1.1rem; }
    .text { white-space: pre-line; }
    @media print { body { margin: 0; } .scroll { overflow: visible; } }
    """

  private static func html(_ block: Block) -> String {
    switch block {
    case .heading(let level, let text): "<h\(level) dir=\"auto\">\(escaped(text))</h\(level)>"
    case .paragraph(let text): "<p class=\"text\" dir=\"auto\">\(escaped(text))</p>"
    case .facts(let facts):
      "<dl>\n"
        + facts.map {
          "<dt>\(escaped($0.name))</dt><dd class=\"text\" dir=\"auto\">\(escaped($0.value))</dd>"
        }.joined(separator: "\n") + "\n</dl>"
    case .list(let items): list(items)
    case .table(let table): html(table)
    }
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

  private static func html(_ table: Table) -> String {
    var lines = [
      "<div class=\"scroll\" tabindex=\"0\">", "<table>",
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

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      // HTML has no place for other control characters.
      case "\u{00}"..<"\u{09}", "\u{0B}"..<"\u{0D}", "\u{0E}"..<"\u{20}", "\u{7F}"..<"\u{A0}":
        result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
