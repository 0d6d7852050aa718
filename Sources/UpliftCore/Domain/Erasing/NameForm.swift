import Foundation

/// One way in which texts name a person: "Hanna Weber", "Hannas". It is found as whole words only.
///
/// Of several words it is found in any case, also as "Weber, Hanna" and "hanna.weber". A single word
/// is found as it is written here, with a capital and in capitals: "will" is not Will.
public struct NameForm: Hashable, Sendable {
  public let text: String
  /// Each word by its characters, in small letters.
  private let words: [[String]]
  private let spellings: Set<String>
  /// By which one of the orders begins, to pass quickly over all else.
  private let beginnings: Set<String>

  /// Nil when there is no letter in it.
  public init?(_ text: String) {
    let parts = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard text.contains(where: \.isLetter) else { return nil }
    self.text = parts.joined(separator: " ")
    words = parts.map { word in word.map { $0.lowercased() } }
    beginnings = Set(words.count > 1 ? words.compactMap(\.first) : Array(words[0].prefix(1)))
    spellings =
      parts.count > 1
      ? []
      : [parts[0], parts[0].prefix(1).uppercased() + parts[0].dropFirst(), parts[0].uppercased()]
  }

  /// Whether a field holds nothing but this name, in any case.
  public func isAll(of field: String) -> Bool {
    let parts = field.split(whereSeparator: \.isWhitespace)
    guard parts.count == words.count else { return false }
    return zip(parts, words).allSatisfy { part, word in
      part.lowercased() == word.joined()
    }
  }

  var length: Int { words.reduce(0) { $0 + $1.count } }

  func canBegin(with character: String) -> Bool { beginnings.contains(character) }

  /// Where the name that begins at `start` ends; nil when none does.
  func end(_ text: NamedText, from start: Int) -> Int? {
    guard text.isBoundary(before: start) else { return nil }
    var orders = [words]
    if words.count > 1, let last = words.last { orders.append([last] + words.dropLast()) }
    for (index, order) in orders.enumerated() {
      guard let end = end(text, from: start, order, isReversed: index > 0),
        text.isBoundary(after: end)
      else { continue }
      guard words.count == 1 else { return end }
      if spellings.contains(String(text.characters[start..<end])) { return end }
    }
    return nil
  }

  private func end(
    _ text: NamedText, from start: Int, _ order: [[String]], isReversed: Bool
  ) -> Int? {
    var place = start
    for (index, word) in order.enumerated() {
      if index > 0 {
        guard let next = text.separator(from: place, takesComma: isReversed && index == 1)
        else { return nil }
        place = next
      }
      guard place + word.count <= text.folded.count else { return nil }
      for (offset, character) in word.enumerated() where text.folded[place + offset] != character {
        return nil
      }
      place += word.count
    }
    return place
  }
}

/// A text by its characters, prepared for looking for names. Equal characters are equal however they
/// are put together: é of one code point or of two.
struct NamedText {
  let characters: [Character]
  let folded: [String]

  init(_ text: String) {
    characters = Array(text)
    folded = characters.map { $0.lowercased() }
  }

  /// Letters with a hyphen between them are one word: Ann is not in Ann-Marie.
  func isBoundary(before place: Int) -> Bool {
    guard place > 0 else { return true }
    let before = characters[place - 1]
    if Self.isHyphen(before) { return !(place > 1 && Self.isPart(characters[place - 2])) }
    return !Self.isPart(before) || Self.needsNoSpace(before)
      || (place < characters.count && Self.needsNoSpace(characters[place]))
  }

  func isBoundary(after place: Int) -> Bool {
    guard place < characters.count else { return true }
    let after = characters[place]
    if Self.isHyphen(after) {
      return !(place + 1 < characters.count && Self.isPart(characters[place + 1]))
    }
    return !Self.isPart(after) || Self.needsNoSpace(after)
      || (place > 0 && Self.needsNoSpace(characters[place - 1]))
  }

  /// What may stand between two words of a name: white space, or a single mark as in addresses.
  ///
  /// - Returns: where the next word begins; nil when it does not follow.
  func separator(from start: Int, takesComma: Bool) -> Int? {
    var place = start
    if place < characters.count, takesComma, characters[place] == "," { place += 1 }
    let space = place
    while place < characters.count, characters[place].isWhitespace { place += 1 }
    if place > space || place > start { return place }
    guard place < characters.count, "._-+".contains(characters[place]) else { return nil }
    return place + 1
  }

  static func isPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }

  static func isHyphen(_ character: Character) -> Bool { "-‐‑".contains(character) }

  /// Of scripts that put no space between words: Chinese, Japanese, Thai …
  static func needsNoSpace(_ character: Character) -> Bool {
    guard let value = character.unicodeScalars.first?.value else { return false }
    return switch value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x30FF, 0x3400...0x9FFF,
      0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
