/// A word as it stands in every text of a style: its glyphs, and what may stand beside it.
struct PlainWord {
  /// Signs that stand before a word without a gap, as the bytes of UTF-8 show them.
  private static let opening: Set<Unicode.Scalar> = ["(", "[", "{"]
  private static let quotes: Set<Unicode.Scalar> = ["\"", "'", "“", "”", "„", "‘", "’", "«", "»"]
  /// Signs that a line may begin with after a blank; Unicode keeps the others with what precedes.
  private static let beginnings: Set<Unicode.Scalar> = ["(", "-", "–", "&", "+", "#", "@", "="]
  private static let others: Set<Unicode.Scalar> = ["–", "…", "·"]

  /// What of a line it takes, in Pango's units.
  var width: Int32 = 0
  /// In the font's list of glyphs, and of clusters.
  var glyphs = 0..<0
  var clusters = 0..<0
  /// UTF-8.
  var byteCount = 0
  /// A letter of the Latin script: signs and digits take on the script of what is beside them.
  var hasLetter = false
  /// A line may end within it.
  var isBreakable = false
  /// The next word may not be alone on a line.
  var isOpen = false
  var endsInQuote = false
  var isBracketed = false
}

extension PlainWord {
  /// Nil when Unicode has more to say of the word than this knows, or Pango more to do.
  init?(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last else { return nil }
    guard scalars.allSatisfy(Self.isKnown) else { return nil }
    guard
      Self.isLetterOrDigit(first) || Self.beginnings.contains(first) || Self.quotes.contains(first)
    else { return nil }
    byteCount = text.utf8.count
    hasLetter = scalars.contains(where: Self.isLetter)
    isOpen = Self.opening.contains(last)
    endsInQuote = Self.quotes.contains(last)
    isBracketed = Self.opening.contains(first)
    isBreakable = !scalars.indices.allSatisfy { index in
      let scalar = scalars[index]
      if Self.isLetterOrDigit(scalar) { return true }
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      switch scalar {
      // Never the end of a line before a letter or digit, nor the beginning of one.
      case ".", ",", ":", ";": return true
      case "'", "’": return index > 0 && next.map(Self.isLetter) ?? true
      case "!", "?": return next.map { $0 == "!" || $0 == "?" || $0 == "." } ?? true
      case "(": return index == 0 && next.map(Self.isLetterOrDigit) ?? false
      case ")": return next.map { [".", ",", ":", ";"].contains($0) } ?? true
      default: return scalars.count == 1
      }
    }
  }

  private static func isKnown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x7E: true
    default: isLetter(scalar) || quotes.contains(scalar) || others.contains(scalar)
    }
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    isLetter(scalar) || (0x30...0x39).contains(scalar.value)
  }

  /// A letter of the Latin script that is one scalar however it is written.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A: true
    case 0xD7, 0xF7, 0x149: false
    case 0xC0...0x17F: true
    default: false
    }
  }
}
