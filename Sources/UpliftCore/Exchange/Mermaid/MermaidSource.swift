import Foundation

/// The lines of one diagram and where they stand in their file.
struct MermaidSource {
  var lines: [Substring]
  /// The number of the first line in the file, from 1.
  var firstLine: Int

  /// The diagrams of a text: what stands in its `mermaid` blocks, or all of it when it has none.
  static func diagrams(in text: String) -> [MermaidSource] {
    let lines = Self.lines(of: text)
    var diagrams: [MermaidSource] = []
    var open: Fence?
    var hasFence = false
    for (index, line) in lines.enumerated() {
      if let fence = open {
        if fence.isClosed(by: line) {
          open = nil
        } else if fence.isMermaid, !diagrams.isEmpty {
          diagrams[diagrams.count - 1].lines.append(fence.content(of: line))
        }
      } else if let fence = Fence(line) {
        open = fence
        if fence.isMermaid {
          hasFence = true
          diagrams.append(MermaidSource(lines: [], firstLine: index + 2))
        }
      }
    }
    if hasFence { return diagrams }
    return [MermaidSource(lines: lines, firstLine: 1)]
  }

  /// Whether the text holds a block that is marked as Mermaid.
  static func hasBlocks(_ text: String) -> Bool {
    lines(of: text).contains { Fence($0)?.isMermaid == true }
  }

  /// Lines end with LF, CR LF or CR. Bytes are looked at, which is far quicker than characters.
  private static func lines(of text: String) -> [Substring] {
    let body = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
    var lines: [Substring] = []
    let bytes = body.utf8
    var start = bytes.startIndex
    var position = start
    while position < bytes.endIndex {
      let byte = bytes[position]
      let next = bytes.index(after: position)
      if byte == 0x0A || byte == 0x0D {
        lines.append(body[start..<position])
        start = next
        if byte == 0x0D, next < bytes.endIndex, bytes[next] == 0x0A {
          start = bytes.index(after: next)
        }
        position = start
      } else {
        position = next
      }
    }
    return lines + [body[start...]]
  }

  /// The opening line of a block of code in Markdown, also in a list or a quotation.
  private struct Fence {
    var mark: Character
    var length: Int
    var isMermaid: Bool
    /// How the line begins before the marks: white space and `>`.
    var lead: Substring

    init?(_ line: Substring) {
      let leads: Set<UInt8> = [0x20, 0x09, UInt8(ascii: ">")]
      guard let byte = line.utf8.first(where: { !leads.contains($0) }),
        byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") || byte == UInt8(ascii: ":")
      else { return nil }
      lead = line.prefix { $0 == " " || $0 == "\t" || $0 == ">" }
      let rest = line[lead.endIndex...]
      guard let mark = rest.first, "`~:".contains(mark) else { return nil }
      let marks = rest.prefix { $0 == mark }
      let info = rest[marks.endIndex...].trimmingCharacters(in: .whitespaces)
      guard marks.count >= 3, mark != "`" || !info.contains("`") else { return nil }
      let word = info.trimmingCharacters(in: CharacterSet(charactersIn: "{}."))
        .prefix { $0.isLetter }.lowercased()
      // Three colons open a block on some wikis, for Mermaid alone.
      guard mark != ":" || word == "mermaid" else { return nil }
      self.mark = mark
      length = marks.count
      isMermaid = word == "mermaid"
    }

    func isClosed(by line: Substring) -> Bool {
      let marks = line.drop { $0 == " " || $0 == "\t" || $0 == ">" }
      let run = marks.prefix { $0 == mark }
      return run.count >= length && marks[run.endIndex...].allSatisfy(\.isWhitespace)
    }

    /// The line without what leads every line of the block.
    func content(of line: Substring) -> Substring {
      guard lead.contains(">") else { return line }
      return line.drop { $0 == " " || $0 == "\t" || $0 == ">" }
    }
  }
}
