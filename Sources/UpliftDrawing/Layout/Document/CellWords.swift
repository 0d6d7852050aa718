import Foundation

/// The words of a text in a table, by which the lines are counted that it takes in a column.
struct CellWords {
  /// Points of each word, for each line that the text itself begins.
  private var lines: [[Double]] = []
  /// Points of a blank.
  private var blank = 0.0
  /// Of scripts without blanks, and of what is too long to be counted word by word.
  private var isCounted = true
  /// Points of its longest line when nothing is broken.
  private(set) var length = 0.0
  /// Of its longest word.
  private(set) var longest = 0.0
  /// How many times as long the whole text is as what was measured of it.
  private var times = 1.0

  /// Of nothing.
  init() {}

  init(_ text: String, style: TextStyle, measuring: any TextMeasuring) {
    blank = measuring.naturalWidth(of: "n n", style: style)
    blank -= measuring.naturalWidth(of: "nn", style: style)
    for line in text.split(whereSeparator: \.isNewline) {
      let line = String(line)
      let words = TextFlow.unbroken(in: line)
      let widths = words.map { measuring.naturalWidth(of: $0, style: style) }
      lines.append(widths)
      longest = max(longest, widths.max() ?? 0)
      let natural = measuring.naturalWidth(of: line, style: style)
      length = max(length, natural)
      let sum = widths.reduce(0, +) + Double(max(0, widths.count - 1)) * blank
      if natural > sum * 1.05 + 4 { isCounted = false }
    }
  }

  /// Of a long text, by its first letters: the others are taken to be alike.
  init(_ text: String, measuredLetters: Int, style: TextStyle, measuring: any TextMeasuring) {
    let beginning = text.prefix(measuredLetters)
    self.init(String(beginning), style: style, measuring: measuring)
    times = max(1, Double(text.utf8.count) / Double(max(1, beginning.utf8.count)))
    length *= times
  }

  /// How many lines it takes at a width.
  func count(width: Double) -> Int {
    Int((Double(measuredCount(width: width)) * times).rounded(.up))
  }

  private func measuredCount(width: Double) -> Int {
    let length = length / times
    guard isCounted else { return Int((1.05 * length / max(1, width)).rounded(.up)) }
    var count = 0
    for line in lines {
      count += 1
      var x = 0.0
      for word in line {
        if x > 0, x + blank + word > width {
          count += 1
          x = word
        } else {
          x += word + (x > 0 ? blank : 0)
        }
        // A word that is broken.
        if x > width {
          count += Int(x / max(1, width))
          x = x.truncatingRemainder(dividingBy: max(1, width))
        }
      }
    }
    return count
  }
}
