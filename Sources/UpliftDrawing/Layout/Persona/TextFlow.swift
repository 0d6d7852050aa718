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
}
