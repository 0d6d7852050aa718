import Foundation

/// A document with a cover, as a web page.
extension TextDocument {
  /// Where links to the block at a place lead.
  static func anchor(_ place: Int) -> String { "s\(place)" }

  /// What the cover says, as the head of the page.
  static func head(of cover: Cover) -> String {
    var lines = ["<header>"]
    if let logo = cover.logo {
      lines.append(
        "<img class=\"logo\" alt=\"\(escaped(tr("Logo of {organisation}", ["organisation": cover.organisation])))\" src=\"data:\(logo.mediaType.rawValue);base64,\(logo.data.base64EncodedString())\">"
      )
    }
    lines.append("<h1 dir=\"auto\">\(escaped(cover.title))</h1>")
    if !cover.subtitle.isEmpty {
      lines.append("<p class=\"subtitle\" dir=\"auto\">\(escaped(cover.subtitle))</p>")
    }
    let below = [cover.organisation, cover.date].filter { !$0.isEmpty }
    lines.append("<p dir=\"auto\">\(escaped(below.joined(separator: " · ")))</p>")
    lines.append("</header>")
    return lines.joined(separator: "\n")
  }

  /// Links to sections and what is in them.
  static func contents(of blocks: [Block]) -> String {
    let count = blocks.count { if case .heading(2...3, _) = $0 { true } else { false } }
    guard count > 1 else { return "" }
    var lines = [
      "<nav aria-labelledby=\"contents\">", "<h2 id=\"contents\">\(escaped(tr("Contents")))</h2>",
      "<ul>",
    ]
    var isInside = false
    for (place, block) in blocks.enumerated() {
      guard case .heading(let level, let text) = block, (2...3).contains(level) else { continue }
      let link = "<a href=\"#\(anchor(place))\">\(escaped(text))</a>"
      if level == 2 {
        if isInside { lines.append("</ul></li>") }
        isInside = true
        lines.append("<li>\(link)<ul>")
      } else {
        lines.append("<li>\(link)</li>")
      }
    }
    if isInside { lines.append("</ul></li>") }
    return (lines + ["</ul>", "</nav>"]).joined(separator: "\n").replacingOccurrences(
      of: "<ul></ul>", with: "")
  }

  static func endnotes(_ notes: [String]) -> String {
    guard !notes.isEmpty else { return "" }
    let lines = notes.enumerated().map { place, note in
      "<li id=\"n\(place + 1)\" dir=\"auto\">\(escaped(note)) <a href=\"#r\(place + 1)\" role=\"doc-backlink\" aria-label=\"\(escaped(tr("Back to the text")))\">↩</a></li>"
    }
    return """
      <section role="doc-endnotes" aria-labelledby="sources">
      <h2 id="sources">\(escaped(tr("Sources")))</h2>
      <ol>
      \(lines.joined(separator: "\n"))
      </ol>
      </section>
      """
  }

  /// In the organisation's colour and font, as far as they are safe to write.
  var coverStyle: String {
    guard let cover else { return sheetStyle }
    let style = """

      main { max-width: 60rem; margin: 0 auto; }
      header { border-block-start: 0.5rem solid var(--brand); padding-block: 2rem; }
      .logo { max-width: 14rem; max-height: 6rem; }
      .subtitle { font-size: 1.25rem; }
      h2 { border-block-end: 2px solid var(--brand); padding-block: 2rem 0.3rem; }
      nav ul { list-style: none; padding-inline-start: 1.2rem; }
      figcaption { font-size: 0.9rem; opacity: 0.85; padding-block-start: 0.4rem; }
      @media print { @page { size: portrait; } nav ul { columns: 2; } nav ul ul { columns: 1; } h2 { padding-block-start: 1rem; } .figures { break-inside: avoid; } figure { break-after: auto; break-inside: avoid; } h2, h3, h4 { break-after: avoid; } }
      """
    return style + Self.brand(cover.colour, cover.font)
  }

  /// Of a sheet that belongs to an organisation.
  private var sheetStyle: String {
    guard let letterhead else { return "" }
    return """

      .logo { max-width: 10rem; max-height: 3rem; float: inline-end; margin-inline-start: 1rem; }
      h1 { border-block-end: 3px solid var(--brand); padding-block-end: 0.4rem; }
      """ + Self.brand(letterhead.colour, letterhead.font)
  }

  private static func brand(_ colour: String, _ font: String) -> String {
    let known = colour.wholeMatch(of: /#[0-9A-Fa-f]{6}/) == nil ? "#1D4F88" : colour
    var style = "\n:root { --brand: \(known); }"
    if font.wholeMatch(of: /[\p{L}0-9 -]{1,60}/) != nil {
      style += "\nbody { font-family: \"\(font)\", Inter, Cantarell, \"Noto Sans\", sans-serif; }"
    }
    return style
  }

  /// The organisation's logo on a sheet.
  var logoOfSheet: String? {
    letterhead?.logo.map {
      "<img class=\"logo\" alt=\"\(Self.escaped(tr("Logo")))\" src=\"data:\($0.mediaType.rawValue);base64,\($0.data.base64EncodedString())\">"
    }
  }
}
