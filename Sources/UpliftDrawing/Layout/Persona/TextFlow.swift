import UpliftCore

/// Cuts a text where a page ends.
enum TextFlow {
  /// Characters that a page can hold at most, whatever their size.
  private static let mostCharacters = 12_000
  /// Characters back to the end of a word.
  private static let longestWord = 40

  /// The beginning of `text` that is no higher than `height` points at `width`, and what is left.
  /// The beginning is empty when not even one character fits.
  static func split(
    _ text: String, style: TextStyle, width: Double, height: Double,
    measuring: any TextMeasuring
  ) -> (head: String, rest: String) {
    guard height != .infinity else { return (text, "") }
    if isUnbroken(text) {
      return splitUnbroken(
        text, style: style, width: width, height: height, measuring: measuring)
    }
    let characters = Array(text)
    func fits(_ count: Int) -> Bool {
      measuring.size(of: String(characters[..<count]), style: style, width: width).height
        <= height + 0.01
    }
    var low = 0
    var high = min(characters.count, mostCharacters)
    if high == characters.count, fits(high) { return (text, "") }
    while low < high {
      let middle = (low + high + 1) / 2
      if fits(middle) { low = middle } else { high = middle - 1 }
    }
    guard low > 0 else { return ("", text) }
    var end = low
    if low < characters.count, !characters[low].isWhitespace {
      let start = max(1, low - longestWord)
      if let blank = characters[start..<low].lastIndex(where: \.isWhitespace) { end = blank + 1 }
    }
    let rest = characters[end...].drop { $0.isWhitespace }
    return (String(characters[..<end]), String(rest))
  }

  /// As much of a text as there is room for, with a sign where it was cut; empty when there is not
  /// even room for that.
  static func shortened(
    _ text: String, style: TextStyle, width: Double, height: Double,
    measuring: any TextMeasuring
  ) -> String {
    let cut = split(text, style: style, width: width, height: height, measuring: measuring)
    guard !cut.rest.isEmpty else { return text }
    var letters = Array(cut.head)
    while !letters.isEmpty {
      while letters.last?.isWhitespace == true { letters.removeLast() }
      let shorter = String(letters) + "…"
      if measuring.size(of: shorter, style: style, width: width).height <= height + 0.01 {
        return shorter
      }
      letters = letters.dropLast()
    }
    return ""
  }

  // MARK: Words

  /// What a line is not broken in: words, and of scripts without spaces a few characters.
  static func unbroken(in text: String) -> [String] {
    text.split { $0.isWhitespace && $0 != "\u{A0}" }.prefix(60).map { word in
      let isUnspaced = word.unicodeScalars.contains { (0x2E80...0x9FFF).contains($0.value) }
      return String(isUnspaced ? word.prefix(5) : word)
    }
  }

  // MARK: Words without an end

  /// Characters that are set together of a text that has no ends of words: the time that a line
  /// takes grows with what comes after it.
  private static let piece = 400

  /// Whether a text has a word of which setting it as a whole would take for ever.
  static func isUnbroken(_ text: String) -> Bool {
    guard text.utf8.count > 1500 else { return false }
    var run = 0
    for character in text.utf8 {
      run = character == 0x20 || character == 0x0A || character == 0x09 ? 0 : run + 1
      if run > 500 { return true }
    }
    return false
  }

  /// Points of such a text, a little more than it needs; once it is higher than `most`, no more is
  /// measured.
  static func heightUnbroken(
    _ text: String, style: TextStyle, width: Double, most: Double, measuring: any TextMeasuring
  ) -> Double {
    var sum = 0.0
    var rest = text[...]
    while !rest.isEmpty, sum <= most {
      sum += measuring.size(of: String(rest.prefix(piece)), style: style, width: width).height
      rest = rest.dropFirst(piece)
    }
    return sum
  }

  private static func splitUnbroken(
    _ text: String, style: TextStyle, width: Double, height: Double,
    measuring: any TextMeasuring
  ) -> (head: String, rest: String) {
    var room = height
    var rest = text[...]
    while !rest.isEmpty {
      let part = String(rest.prefix(piece))
      let own = measuring.size(of: part, style: style, width: width).height
      if own > room + 0.01 {
        let cut = split(part, style: style, width: width, height: room, measuring: measuring)
        rest = rest.dropFirst(part.count - cut.rest.count)
        break
      }
      room -= own
      rest = rest.dropFirst(piece)
    }
    return (String(text[..<rest.startIndex]), String(rest))
  }
}
