import Foundation

/// Words that may name the person as well: a part of the name alone, "Hannas", "H. Weber",
/// "Ann-Marie", "Weberowa". Whether they do, only a reader can say.
public struct PossibleForms: Sendable {
  public struct Form: Equatable, Sendable, Identifiable {
    public var text: String
    /// How many times it was found.
    public var count: Int
    /// Only the history holds it.
    public var isPast = false
    public var id: String { text }

    public init(text: String, count: Int) {
      self.text = text
      self.count = count
    }
  }

  /// What may stand behind a name that is inflected, and before it where small words are written
  /// together with the next one.
  private static let endings = ["s", "es", "ens", "n", "en", "x"]
  private static let openings = ["و", "ف", "ب", "ل", "ك", "ו", "ל", "ב", "ה", "מ", "ש"]

  private let name: PersonName
  /// In small letters.
  private let parts: Set<String>
  /// Without accents, as older files and addresses have them: "Zoe".
  private let plainParts: Set<String>
  private let last: String
  private let initial: String
  private let isSingle: Bool
  private let beginnings: Set<String>
  private let filter: NameFilter
  private var counts: [String: Int] = [:]
  /// Words that begin with the name, and may be other words: "Weberknecht".
  private var longer: [String: Int] = [:]

  /// - Parameter name: what counts as certain already.
  public init(_ name: PersonName) {
    self.name = name
    let words = name.text.split(separator: " ").map { $0.lowercased() }
    parts = Set(words.filter { $0.count > 1 || $0.contains(where: NamedText.needsNoSpace) })
    last = words.last ?? ""
    initial = words.first.map { String($0.prefix(1)) } ?? ""
    isSingle = words.count == 1
    plainParts = Set(parts.map(Self.plain))
    filter = NameFilter(parts.union(plainParts))
    beginnings = Set(
      (words + plainParts + Self.openings).compactMap { $0.first.map { String($0) } })
  }

  public mutating func look(into text: String) {
    guard filter.mayFind(in: text) else { return }
    let named = NamedText(text)
    let certain = name.places(in: text)
    var next = 0
    var index = 0
    while index < named.characters.count {
      while next < certain.count, certain[next].upperBound <= index { next += 1 }
      if next < certain.count, certain[next].contains(index) {
        index = certain[next].upperBound
        continue
      }
      guard NamedText.isPart(named.characters[index]) else {
        index += 1
        continue
      }
      let end = wordEnd(named, from: index)
      note(named, index..<end)
      index = end
    }
  }

  private static func plain(_ word: String) -> String {
    word.folding(options: .diacriticInsensitive, locale: nil)
  }

  /// Those found most often first; words that only begin with the name come after all others.
  public var found: [Form] { Self.sorted(counts) + Self.sorted(longer) }

  private static func sorted(_ counts: [String: Int]) -> [Form] {
    counts.map { Form(text: $0.key, count: $0.value) }
      .sorted { $0.count == $1.count ? $0.text < $1.text : $0.count > $1.count }
  }

  private func wordEnd(_ text: NamedText, from start: Int) -> Int {
    var end = start
    while end < text.characters.count {
      let character = text.characters[end]
      let joins =
        NamedText.isHyphen(character) && end + 1 < text.characters.count
        && NamedText.isPart(text.characters[end + 1])
      guard NamedText.isPart(character) || joins else { break }
      end += 1
    }
    return end
  }

  private mutating func note(_ text: NamedText, _ range: Range<Int>) {
    guard range.contains(where: { beginnings.contains(text.folded[$0]) }) else { return }
    let word = text.folded[range].joined()
    let exact = String(text.characters[range])
    if !isSingle, word == last, let start = initialBefore(text, range.lowerBound) {
      counts[String(text.characters[start..<range.upperBound]), default: 0] += 1
    } else if parts.contains(word) || inflects(word) || plainParts.contains(Self.plain(word)) {
      counts[exact, default: 0] += 1
    } else if word.contains(where: NamedText.isHyphen) {
      let pieces = word.split(whereSeparator: NamedText.isHyphen).map(String.init)
      if pieces.contains(where: { parts.contains($0) || inflects($0) }) {
        counts[exact, default: 0] += 1
      }
    } else if goesOn(word, exact) {
      longer[exact, default: 0] += 1
    }
  }

  /// Whether somebody went on writing behind a name; small words are no names.
  private func goesOn(_ word: String, _ exact: String) -> Bool {
    guard exact.first.map({ !$0.isLowercase }) ?? false else { return false }
    return parts.contains { $0.count > 2 && word.count > $0.count && word.hasPrefix($0) }
  }

  private func inflects(_ word: String) -> Bool {
    parts.contains { part in
      guard part.count > 2, word.count > part.count else { return false }
      if word.hasPrefix(part) { return Self.endings.contains(String(word.dropFirst(part.count))) }
      return word.hasSuffix(part) && Self.openings.contains(String(word.dropLast(part.count)))
    }
  }

  /// Of "H. Weber"; nil when no initial stands before the last name.
  private func initialBefore(_ text: NamedText, _ start: Int) -> Int? {
    var place = start
    while place > 0, text.characters[place - 1].isWhitespace { place -= 1 }
    guard place > 1, text.characters[place - 1] == ".", text.folded[place - 2] == initial,
      text.isBoundary(before: place - 2)
    else { return nil }
    return place - 2
  }
}
