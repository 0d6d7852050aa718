/// Passes quickly over texts in which no word of a name can stand: most of them.
struct NameFilter: Hashable, Sendable {
  private struct Pair: Hashable {
    /// ASCII, in small letters.
    var first: UInt8
    var second: UInt8
  }

  /// With which the words begin; nil: one begins otherwise, and every text is looked into.
  private let pairs: [Pair]?

  init(_ words: some Sequence<String>) {
    var pairs: Set<Pair> = []
    var isUsable = true
    for word in words {
      let start = Array(word.lowercased().utf8.prefix(2))
      if start.count == 2, start.allSatisfy(Self.isSmallLetter) {
        pairs.insert(Pair(first: start[0], second: start[1]))
      } else {
        isUsable = false
      }
    }
    self.pairs = isUsable ? Array(pairs) : nil
  }

  private static func isSmallLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  /// False: no word of the name is in the text.
  func mayFind(in text: String) -> Bool {
    guard let pairs else { return true }
    let found = text.utf8.withContiguousStorageIfAvailable { bytes -> Bool in
      guard bytes.count > 1 else { return false }
      var last = bytes[0] | 0x20
      var index = 1
      while index < bytes.count {
        let next = bytes[index] | 0x20
        for pair in pairs where pair.first == last && pair.second == next { return true }
        last = next
        index += 1
      }
      return false
    }
    return found ?? true
  }
}
