import Foundation

/// A name as it is looked for: without regard to case, to accents, and to which of the dashes and
/// quotation marks a keyboard has.
public struct TypedWords: Equatable, Sendable {
  private let words: [String]

  public init(_ query: String) {
    words = query.split(whereSeparator: \.isWhitespace).map { Self.plain(String($0)) }
  }

  public var isEmpty: Bool { words.isEmpty }

  /// Whether each word stands somewhere in a name.
  public func fit(_ name: String) -> Bool {
    let name = Self.plain(name)
    return words.allSatisfy { name.range(of: $0) != nil }
  }

  static func plain(_ text: String) -> String {
    let same = text.map { character -> Character in
      switch character {
      case "\u{2010}"..."\u{2015}", "\u{2212}", "\u{FE63}", "\u{FF0D}": "-"
      case "‘", "’", "‚", "‛", "‹", "›", "ʼ", "′": "'"
      case "“", "”", "„", "‟", "«", "»", "″": "\""
      default: character
      }
    }
    return String(same).folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  }
}
