import Foundation
import UpliftCore

/// Texts that are too long for the places where they stand: their beginnings stay there with a
/// number, and under that number they stand in full, in words.
struct LongTexts {
  /// Bytes of UTF-8. No text that is shorter is ever too high: it need not be measured.
  static let short = 60
  /// Letters of a title that a sheet has room for over its picture.
  static let longestTitle = 110
  /// Letters of a name that only says where something stands.
  private static let longestPlace = 60

  /// How much room a text has.
  struct Limit {
    /// Says what it is, where it stands in full.
    var name: String
    var style: TextStyle
    /// Points, at 100 %.
    var width: Double
    var height: Double
    /// Whether the sign has words.
    var goesOn: Bool
  }

  let measuring: any TextMeasuring
  private var blocks: [AppendixBlock] = []
  private var count = 0

  init(measuring: any TextMeasuring) { self.measuring = measuring }

  /// All that was cut, under a title; empty when nothing was.
  func appendix(_ title: String) -> [AppendixBlock] {
    blocks.isEmpty ? [] : [AppendixBlock(.title, title)] + blocks
  }

  /// Returns its number.
  @discardableResult mutating func note(_ name: String, _ text: String) -> Int {
    count += 1
    blocks += [AppendixBlock(.heading, "\(count) · \(name)"), AppendixBlock(.text, text)]
    return count
  }

  /// What stands in the place of a text that is higher than there is room for; nil when there is
  /// room for all of it.
  mutating func beginning(of text: String, _ limit: Limit) -> String? {
    let (style, width, height) = (limit.style, limit.width, limit.height)
    let own =
      TextFlow.isUnbroken(text)
      ? TextFlow.heightUnbroken(
        text, style: style, width: width, most: height, measuring: measuring)
      : measuring.size(of: text, style: style, width: width).height
    guard own > height else { return nil }
    let sign = 3 * style.size * 1.3
    let head = TextFlow.split(
      text, style: style, width: width, height: max(height - sign, style.size * 1.4),
      measuring: measuring
    ).head.trimmingCharacters(in: .whitespacesAndNewlines)
    let number = note(limit.name, text)
    guard limit.goesOn else { return "\(head) … (\(number))" }
    return tr(
      "{beginning} … (in full under {number})", ["beginning": head, "number": number])
  }

  /// A name in one line, cut where it is no more than a place.
  static func place(_ name: String) -> String {
    let line = name.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > longestPlace ? line.prefix(longestPlace) + "…" : line
  }
}
