import Foundation

/// Who is to be forgotten: the name, and what else it is to be found by.
public struct PersonName: Hashable, Sendable {
  /// The name first.
  public let forms: [NameForm]

  /// - Parameter others: further forms: a nickname, "Hannas".
  /// - Returns: nil when the name has no letter.
  public init?(_ name: String, others: [String] = []) {
    guard let form = NameForm(name) else { return nil }
    var forms = [form]
    for other in others.compactMap(NameForm.init) where !forms.contains(other) {
      forms.append(other)
    }
    self.forms = forms
    // "Hanna Weber" is one name, not somebody and somebody else's.
    longestFirst = forms.sorted { $0.length > $1.length }
    filter = NameFilter(
      forms.flatMap { $0.text.split(separator: " ").map(String.init) })
  }

  private let longestFirst: [NameForm]
  private let filter: NameFilter

  public var text: String { forms[0].text }

  /// Whether a field holds nothing but one of the forms.
  public func isAll(of field: String) -> Bool { forms.contains { $0.isAll(of: field) } }

  /// What stands in the place of a name: "someone", or "someone 2" where a person who was forgotten
  /// before is "someone" already. Two people must not become one, whose voice would count once.
  public var substitute = tr("someone")

  /// The same where a sentence or a field begins.
  public var substituteAtBeginning: String {
    substitute.prefix(1).uppercased() + substitute.dropFirst()
  }

  /// Takes a substitute that is none of these people.
  mutating func takeSubstitute(among people: some Sequence<String>) {
    let taken = Set(people.map { $0.lowercased() })
    var number = 2
    while taken.contains(substitute.lowercased()) {
      substitute = tr("someone {number}", ["number": number])
      number += 1
    }
  }

  /// Of these people those of whose names this one is only a part: "Petra" of "Petra Vlčková".
  /// Without the whole name the rest of it stays. Empty when somebody is called just so.
  public func wholeNames(among people: [String]) -> [String] {
    func words(_ text: String) -> [String] {
      text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    }
    let own = words(text)
    guard !own.isEmpty, !people.contains(where: { words($0) == own }) else { return [] }
    return people.filter { person in
      let all = words(person)
      return all.count > own.count
        && all.indices.contains { all[$0...].starts(with: own) }
    }
  }

  /// Says so; nil when the name is nobody's part.
  public func warning(among people: [String]) -> String? {
    let wholes = wholeNames(among: people)
    guard !wholes.isEmpty else { return nil }
    return tr(
      "“{part}” is only a part of {names}. With the whole name all of it goes; so the rest stays in the file.",
      [
        "part": text,
        "names": wholes.map { tr("“{name}”", ["name": $0]) }.joined(separator: ", "),
      ])
  }

  /// Where the text names the person, by places of characters.
  public func places(in text: String) -> [Range<Int>] {
    filter.mayFind(in: text) ? places(in: NamedText(text)) : []
  }

  private func places(in text: NamedText) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var index = 0
    while index < text.folded.count {
      let character = text.folded[index]
      let end = longestFirst.lazy.compactMap { form in
        form.canBegin(with: character) ? form.end(text, from: index) : nil
      }.first
      if let end {
        result.append(index..<end)
        index = end
      } else {
        index += 1
      }
    }
    return result
  }

  /// The text with "someone" in each place; nil when it does not name the person. The same text
  /// becomes the same one, wherever it stands.
  public func erased(from text: String) -> String? {
    guard filter.mayFind(in: text) else { return nil }
    let named = NamedText(text)
    let places = places(in: named)
    guard !places.isEmpty else { return nil }
    var result = ""
    var place = 0
    for range in places {
      result += String(named.characters[place..<range.lowerBound])
      result +=
        Self.beginsSentence(named.characters, range.lowerBound)
        ? substituteAtBeginning : substitute
      place = range.upperBound
    }
    return result + String(named.characters[place...])
  }

  private static func beginsSentence(_ text: [Character], _ place: Int) -> Bool {
    var index = place - 1
    while index >= 0, text[index].isWhitespace {
      if text[index].isNewline { return true }
      index -= 1
    }
    return index < 0 || (index < place - 1 && ".!?。".contains(text[index]))
  }

  /// The text around the first place, to be shown: at most about 90 characters, in one line.
  public func excerpt(of text: String) -> String {
    let characters = Array(text.replacingNewlines)
    guard let first = places(in: text).first, characters.count > Self.longestExcerpt else {
      return String(characters.prefix(Self.longestExcerpt))
    }
    let start = max(0, first.lowerBound - Self.longestExcerpt / 3)
    let end = min(characters.count, start + Self.longestExcerpt)
    return (start > 0 ? "…" : "") + String(characters[start..<end])
      + (end < characters.count ? "…" : "")
  }

  private static let longestExcerpt = 90
}

extension String {
  /// Character by character, so that places stay what they are.
  fileprivate var replacingNewlines: String { String(map { $0.isNewline ? " " : $0 }) }
}
