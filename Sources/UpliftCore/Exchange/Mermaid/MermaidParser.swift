import Foundation

/// Reads one diagram, statement by statement, by the rules of Mermaid's own grammar: keywords in
/// any case; `#` and `;` end a statement, but `#59;` is a character; `%%` begins a comment where a
/// statement could begin; a section's title and a task's name end at a colon.
struct MermaidParser {
  private let source: MermaidSource
  private var index = 0
  private var rest: Substring
  private var journey = MermaidJourney()

  init(_ source: MermaidSource) {
    self.source = source
    rest = source.lines.first ?? ""
  }

  /// Nil: this is another kind of diagram.
  mutating func parse() throws(ImportError) -> MermaidJourney? {
    try readFrontMatter()
    guard moveToStatement(), take(keyword: "journey") else { return nil }
    while moveToStatement() { try readStatement() }
    return journey
  }

  /// Whether a text begins as a journey does.
  static func isJourney(_ text: String) -> Bool {
    guard let source = MermaidSource.diagrams(in: text).first else { return false }
    var parser = MermaidParser(source)
    do throws(ImportError) { try parser.readFrontMatter() } catch { return false }
    return parser.moveToStatement() && parser.take(keyword: "journey")
  }

  // MARK: Lines

  private var line: Int { source.firstLine + index }
  private func failure(_ reason: ImportError.Reason) -> ImportError {
    ImportError(reason, at: .line(line))
  }

  /// False after the last line.
  private mutating func nextLine() -> Bool {
    guard index + 1 < source.lines.count else {
      index = source.lines.count
      rest = ""
      return false
    }
    index += 1
    rest = source.lines[index]
    return true
  }

  /// Passes over white space, comments, directives and semicolons. False at the end.
  private mutating func moveToStatement() -> Bool {
    while index < source.lines.count {
      rest = Substring(
        rest.unicodeScalars.drop { $0.properties.isWhitespace || $0 == ";" || $0 == "\u{FEFF}" })
      if rest.hasPrefix("%%{") {
        skipDirective()
      } else if rest.isEmpty || rest.hasPrefix("%%") || isComment(rest) {
        guard nextLine() else { return false }
      } else {
        return true
      }
    }
    return false
  }

  private func isComment(_ text: Substring) -> Bool {
    text.utf8.first == UInt8(ascii: "#") && MermaidText.entity(at: text.startIndex, in: text) == nil
  }

  /// `%%{ … }%%`, over several lines if need be; one that is never closed is a comment.
  private mutating func skipDirective() {
    let start = (index, rest)
    repeat {
      if let end = rest.range(of: "}%%") {
        rest = rest[end.upperBound...]
        return
      }
    } while nextLine()
    (index, _) = start
    rest = ""
  }

  private mutating func take(keyword: String) -> Bool {
    guard let first = rest.utf8.first, first | 0x20 == keyword.utf8.first else { return false }
    guard rest.prefix(keyword.count).lowercased() == keyword else { return false }
    let after = rest.dropFirst(keyword.count)
    guard after.first.map({ !$0.isLetter && !$0.isNumber && $0 != "_" }) ?? true else {
      return false
    }
    rest = after
    return true
  }

  /// Like `take(keyword:)`, but white space or the end of the line must follow.
  private mutating func take(spacedKeyword keyword: String) -> Bool {
    let before = rest
    guard take(keyword: keyword) else { return false }
    if rest.first?.isWhitespace ?? true { return true }
    rest = before
    return false
  }

  /// `keyword` followed by `mark`, with or without space between.
  private mutating func take(keyword: String, then mark: Character) -> Bool {
    let before = rest
    if take(keyword: keyword) {
      let after = rest.drop(while: \.isWhitespace)
      if after.first == mark {
        rest = after.dropFirst()
        return true
      }
    }
    rest = before
    return false
  }

  /// The text up to one of `ends`; what ends it comes next. Character codes such as `#59;` are
  /// part of the text. Mermaid looks at code units, so that a mark combined with a colon changes
  /// nothing.
  private mutating func takeText(until ends: [Unicode.Scalar]) -> Substring {
    let bytes = rest.utf8
    let marks = ends.map { UInt8(ascii: $0) }
    var position = bytes.startIndex
    while position < bytes.endIndex {
      let byte = bytes[position]
      if byte == UInt8(ascii: "#"), let entity = MermaidText.entity(at: position, in: rest) {
        position = entity.end
        continue
      }
      if marks.contains(byte) { break }
      position = bytes.index(after: position)
    }
    defer { rest = rest[position...] }
    return rest[..<position]
  }

  private func isNext(_ mark: Unicode.Scalar) -> Bool { rest.utf8.first == UInt8(ascii: mark) }

  private mutating func drop() { rest = Substring(rest.utf8.dropFirst()) }

  // MARK: Front matter

  /// `---`, YAML, `---`: its title counts when the diagram names none.
  private mutating func readFrontMatter() throws(ImportError) {
    var opening = 0
    while opening < source.lines.count, source.lines[opening].allSatisfy(\.isWhitespace) {
      opening += 1
    }
    guard opening < source.lines.count, Self.isFrontMatterMark(source.lines[opening]) else {
      return
    }
    guard
      let closing = source.lines[(opening + 1)...].firstIndex(where: Self.isFrontMatterMark)
    else {
      index = opening
      throw failure(.unclosedFrontMatter)
    }
    for line in source.lines[(opening + 1)..<closing] {
      let entry = line.drop(while: \.isWhitespace)
      guard entry.hasPrefix("title:") else { continue }
      let title = Self.yamlScalar(entry.dropFirst("title:".count))
      if journey.title == nil, !title.isEmpty { journey.title = title }
    }
    index = closing
    if !nextLine() { rest = "" }
  }

  private static func isFrontMatterMark(_ line: Substring) -> Bool {
    let text = line.trimmingCharacters(in: .whitespaces)
    return text.count >= 3 && text.allSatisfy { $0 == "-" }
  }

  private static func yamlScalar(_ text: Substring) -> String {
    let value = text.trimmingCharacters(in: .whitespaces)
    guard let quote = value.first, quote == "\"" || quote == "'" else {
      return (value.range(of: " #").map { String(value[..<$0.lowerBound]) } ?? value)
        .trimmingCharacters(in: .whitespaces)
    }
    guard let end = value.dropFirst().lastIndex(of: quote) else { return value }
    let inner = String(value[value.index(after: value.startIndex)..<end])
    return quote == "'"
      ? inner.replacingOccurrences(of: "''", with: "'")
      : inner.replacingOccurrences(of: "\\\"", with: "\"")
        .replacingOccurrences(of: "\\\\", with: "\\")
  }

  // MARK: Statements

  private mutating func readStatement() throws(ImportError) {
    if take(spacedKeyword: "title") {
      let title = MermaidText.plain(takeText(until: ["#", ";"]), lineBreak: " ")
      journey.title = title.isEmpty ? nil : title
    } else if take(keyword: "accTitle".lowercased(), then: ":") {
      journey.accessibleTitle = MermaidText.verbatim(rest)
      rest = ""
    } else if take(keyword: "accDescr".lowercased(), then: ":") {
      journey.accessibleDescription = MermaidText.verbatim(rest)
      rest = ""
    } else if take(keyword: "accDescr".lowercased(), then: "{") {
      try readDescription()
    } else if take(spacedKeyword: "section") {
      let title = MermaidText.plain(takeText(until: ["#", ";", ":"]))
      if isNext(":") { throw failure(.colonInSection(title)) }
      journey.sections.append(.init(title: title))
    } else {
      try readTask()
    }
  }

  /// The description in braces, whose opening one was read.
  private mutating func readDescription() throws(ImportError) {
    let opening = failure(.unclosedDescription)
    var lines: [String] = []
    while true {
      if let brace = rest.firstIndex(of: "}") {
        lines.append(String(rest[..<brace]))
        rest = rest[rest.index(after: brace)...]
        break
      }
      lines.append(String(rest))
      guard nextLine() else { throw opening }
    }
    let text = lines.map { MermaidText.verbatim($0[...]) ?? "" }.joined(separator: "\n")
      .trimmingCharacters(in: .whitespacesAndNewlines)
    journey.accessibleDescription = text.isEmpty ? nil : text
  }

  private mutating func readTask() throws(ImportError) {
    let name = takeText(until: ["#", ";", ":"])
    let title = MermaidText.plain(name)
    guard isNext(":") else { throw failure(.noTaskScore(task: title)) }
    guard name.contains(where: { !$0.isWhitespace }) else { throw failure(.taskWithoutName) }
    drop()
    // What follows a third colon is no part of the diagram, in Mermaid as here.
    let score = MermaidText.plain(takeText(until: ["#", ";", ":"]))
    guard !score.isEmpty else { throw failure(.noTaskScore(task: title)) }
    guard let number = Self.score(score) else {
      throw failure(.badScore(task: title, score: String(score.prefix(40))))
    }
    var actors: [String] = []
    if isNext(":") {
      repeat {
        drop()
        let actor = MermaidText.plain(takeText(until: ["#", ";", ":", ","]))
        if !actor.isEmpty, !actors.contains(actor) { actors.append(actor) }
      } while isNext(",")
      _ = takeText(until: ["#", ";"])
    }
    if journey.sections.isEmpty { journey.sections.append(.init(title: "")) }
    journey.sections[journey.sections.count - 1].tasks.append(
      .init(name: title, score: number, actors: actors))
  }

  /// Mermaid itself takes any number; only 0…5 has a place on the emotion scale.
  private static func score(_ text: String) -> Int? {
    guard text.utf8.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: ".") }),
      let value = Double(text), value == value.rounded(), (0...5).contains(value)
    else { return nil }
    return Int(value)
  }
}
