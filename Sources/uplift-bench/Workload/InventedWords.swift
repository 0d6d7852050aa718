/// Words of mixed lengths, some of them far more common than others, as in any language.
struct InventedWords {
  private static let syllables = [
    "ka", "re", "lo", "min", "ta", "sel", "vo", "ner", "pi", "dra", "es", "tum", "gil", "ha", "bo",
    "ren", "sti", "qua", "le", "fen", "or", "wi", "jas", "mo",
  ]

  let words: [String]

  init(count: Int, using generator: inout SeededGenerator) {
    var seen = Set<String>()
    var words: [String] = []
    while words.count < count {
      let length = Int.random(in: 1...5, using: &generator)
      let word = (0..<length).map { _ in
        Self.syllables.randomElement(using: &generator) ?? "a"
      }.joined()
      if seen.insert(word).inserted { words.append(word) }
    }
    self.words = words
  }

  func word(using generator: inout SeededGenerator) -> String {
    // The square of an even distribution: the first words come up much more often.
    let place = Double.random(in: 0..<1, using: &generator)
    return words[Int(place * place * Double(words.count))]
  }

  /// A sentence with a capital letter, of two to fourteen words, mostly short.
  func sentence(using generator: inout SeededGenerator) -> String {
    let length =
      2 + min(Int.random(in: 0...6, using: &generator), Int.random(in: 0...12, using: &generator))
    let text = (0..<length).map { _ in word(using: &generator) }.joined(separator: " ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}
