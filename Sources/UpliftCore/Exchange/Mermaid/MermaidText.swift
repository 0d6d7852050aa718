import Foundation

/// Texts of a diagram, to and from what stands in its source.
enum MermaidText {
  /// Stands for an empty text where the grammar wants one.
  private static let nothing = "\u{200B}"

  /// What `#59;` or `#quot;` stands for, and where it ends; nil when there is no such code. One
  /// that is not known stands for itself.
  static func entity(at start: Substring.Index, in text: Substring) -> (
    text: String, end: Substring.Index
  )? {
    let bytes = text.utf8
    var end = bytes.index(after: start)
    while end < bytes.endIndex, isWordByte(bytes[end]) { end = bytes.index(after: end) }
    let name = text[bytes.index(after: start)..<end]
    guard !name.isEmpty, end < bytes.endIndex, bytes[end] == UInt8(ascii: ";") else { return nil }
    let after = bytes.index(after: end)
    if let named = named[String(name)] { return (String(named), after) }
    guard name.utf8.allSatisfy({ (48...57).contains($0) }), let code = UInt32(name), code >= 32,
      let scalar = Unicode.Scalar(code)
    else { return (String(text[start..<after]), after) }
    return (String(Character(scalar)), after)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 95
  }

  private static let named: [String: Character] = [
    "quot": "\"", "apos": "'", "amp": "&", "lt": "<", "gt": ">", "nbsp": "\u{A0}",
    "copy": "©", "reg": "®", "trade": "™", "euro": "€", "pound": "£", "yen": "¥", "cent": "¢",
    "sect": "§", "deg": "°", "middot": "·", "bull": "•", "hellip": "…", "ndash": "–",
    "mdash": "—", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "laquo": "«",
    "raquo": "»", "times": "×", "divide": "÷", "plusmn": "±", "larr": "←", "rarr": "→",
    "uarr": "↑", "darr": "↓", "hearts": "♥", "spades": "♠", "clubs": "♣", "diams": "♦",
    "infin": "∞", "check": "✓", "star": "☆", "starf": "★", "num": "#", "semi": ";", "colon": ":",
    "comma": ",",
  ]

  /// The text with codes and `<br>` resolved and the space around it, and around line breaks,
  /// gone.
  static func plain(_ source: Substring, lineBreak: String = "\n") -> String {
    guard source.utf8.contains(UInt8(ascii: "<")) else {
      let text = trimmed(decoded(source)[...])
      return text == nothing ? "" : text
    }
    let lines = broken(source).map { trimmed(decoded($0)[...]) }
    let text = trimmed(lines.joined(separator: lineBreak)[...])
    return text == nothing ? "" : text
  }

  /// The text with codes resolved; nil when there is none.
  static func verbatim(_ source: Substring) -> String? {
    let text = trimmed(decoded(source)[...])
    return text.isEmpty ? nil : text
  }

  private static func trimmed(_ text: Substring) -> String {
    func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
    var scalars = text.unicodeScalars
    while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
    while let last = scalars.last, isSpace(last) { scalars.removeLast() }
    return String(scalars)
  }

  private static func decoded(_ source: Substring) -> String {
    let bytes = source.utf8
    guard var mark = bytes.firstIndex(of: UInt8(ascii: "#")) else { return String(source) }
    var result = String(source[..<mark])
    while true {
      var start = mark
      if let entity = entity(at: mark, in: source) {
        result += entity.text
        start = entity.end
      } else {
        result += "#"
        start = bytes.index(after: mark)
      }
      let next = bytes[start...].firstIndex(of: UInt8(ascii: "#"))
      result += source[start..<(next ?? source.endIndex)]
      guard let next else { return result }
      mark = next
    }
  }

  /// The parts between `<br>`, `<br/>`, `<br />` and `</br>`.
  private static func broken(_ source: Substring) -> [Substring] {
    var parts: [Substring] = []
    var start = source.startIndex
    var position = start
    while let open = source[position...].firstIndex(of: "<") {
      if let end = lineBreakEnd(at: open, in: source) {
        parts.append(source[start..<open])
        start = end
        position = end
      } else {
        position = source.index(after: open)
      }
    }
    return parts + [source[start...]]
  }

  private static func lineBreakEnd(
    at open: Substring.Index, in source: Substring
  ) -> Substring.Index? {
    var rest = source[source.index(after: open)...]
    if rest.first == "/" { rest = rest.dropFirst() }
    guard rest.prefix(2).lowercased() == "br" else { return nil }
    rest = rest.dropFirst(2).drop(while: \.isWhitespace)
    if rest.first == "/" { rest = rest.dropFirst().drop(while: \.isWhitespace) }
    return rest.first == ">" ? rest.index(after: rest.startIndex) : nil
  }

  // MARK: Writing

  /// A text that reads back as `text` where the characters of `reserved` have a meaning.
  static func source(of text: String, reserved: Set<Character>) -> String {
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !trimmed.isEmpty else { return code(of: nothing) }
    var result = ""
    let hasComment = trimmed.contains("%%")
    let hasBreak = broken(trimmed[...]).count > 1
    for character in trimmed {
      if character.isNewline {
        result += "<br>"
      } else if isReserved(character, reserved) || (character == "%" && hasComment)
        || (character == "<" && hasBreak)
      {
        result += code(of: String(character))
      } else {
        result.append(character)
      }
    }
    return isKeyword(result) ? code(of: String(result.prefix(1))) + result.dropFirst() : result
  }

  /// One line in which only character codes have a meaning.
  static func verbatimSource(of text: String, reserved: Set<Character> = []) -> String {
    var result = ""
    var position = text.startIndex
    let hasComment = text.contains("%%")
    while position < text.endIndex {
      let character = text[position]
      let isCode = character == "#" && entity(at: position, in: text[...]) != nil
      if isCode || reserved.contains(character) || (character == "%" && hasComment) {
        result += code(of: String(character))
      } else {
        result.append(character.isNewline ? " " : character)
      }
      position = text.index(after: position)
    }
    return result.trimmingCharacters(in: .whitespaces)
  }

  /// Also when something is combined with it, as in a keycap: Mermaid sees the bare character.
  private static func isReserved(_ character: Character, _ reserved: Set<Character>) -> Bool {
    character.unicodeScalars.first.map { reserved.contains(Character($0)) } ?? false
  }

  private static func code(of text: String) -> String {
    text.unicodeScalars.map { "#\($0.value);" }.joined()
  }

  /// Whether a statement that begins so would be something else than a task.
  private static func isKeyword(_ text: String) -> Bool {
    if text.hasPrefix("```") || text.hasPrefix("~~~") || text.hasPrefix("---") { return true }
    let word = text.prefix { $0.isLetter && $0.isASCII }
    let next = text[word.endIndex...].first
    switch word.lowercased() {
    case "journey": return next.map { !$0.isLetter && !$0.isNumber && $0 != "_" } ?? true
    case "title", "section", "accdescr", "acctitle": return next?.isWhitespace ?? true
    default: return false
    }
  }
}
