import Foundation

/// How alike two texts are.
enum TextSimilarity {
  /// For comparing: neither case, accents nor blank space at the ends matter.
  static func folded(_ text: String) -> String {
    text.trimmingCharacters(in: .whitespacesAndNewlines)
      .folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  }

  /// 0…1: twice the shared pairs of neighbouring letters, over all pairs (Dice 1945). The texts
  /// are folded. 0 when either is empty.
  static func dice(_ left: String, _ right: String) -> Double {
    if left == right { return left.isEmpty ? 0 : 1 }
    let (first, second) = (pairs(of: left), pairs(of: right))
    let total = first.values.reduce(0, +) + second.values.reduce(0, +)
    guard total > 0 else { return 0 }
    var shared = 0
    for (pair, count) in first { shared += min(count, second[pair] ?? 0) }
    return 2 * Double(shared) / Double(total)
  }

  private static func pairs(of text: String) -> [UInt64: Int] {
    var result: [UInt64: Int] = [:]
    var last: UInt64?
    for scalar in text.unicodeScalars {
      let value = UInt64(scalar.value)
      if let last { result[last << 32 | value, default: 0] += 1 }
      last = value
    }
    return result
  }
}
