import UpliftDrawing

/// Every character is 0.6 of its size wide and 1.2 high; lines break anywhere.
final class FakeTextMeasuring: TextMeasuring {
  func size(of text: String, style: TextStyle, width: Double) -> Size {
    let advance = style.size * 0.6
    let fitting = max(1, Int(width / advance))
    var lines = 0
    var longest = 0
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines += max(1, (paragraph.count + fitting - 1) / fitting)
      longest = max(longest, min(paragraph.count, fitting))
    }
    return Size(Double(longest) * advance, Double(lines) * style.size * 1.2)
  }

  func naturalWidth(of text: String, style: TextStyle) -> Double {
    let longest = text.split(separator: "\n").map(\.count).max() ?? 0
    return Double(longest) * style.size * 0.6
  }
}
