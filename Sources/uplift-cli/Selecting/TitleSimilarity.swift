import Foundation

/// Which titles somebody may have meant.
enum TitleSimilarity {
  /// Indices of the titles that hold what was typed, or differ from it in few letters; the
  /// nearest first. Case and accents do not matter.
  static func nearest(to name: String, in titles: [String]) -> [Int] {
    let wanted = folded(name)
    guard !wanted.isEmpty else { return [] }
    let scored: [(index: Int, distance: Int)] = titles.indices.compactMap { index in
      let title = folded(titles[index])
      if title == wanted { return (index, 0) }
      if title.contains(wanted) || (!title.isEmpty && wanted.contains(title)) { return (index, 1) }
      let limit = max(2, wanted.count / 3)
      guard abs(title.count - wanted.count) <= limit else { return nil }
      let distance = editDistance(Array(title), Array(wanted))
      return distance <= limit ? (index, 1 + distance) : nil
    }
    return scored.sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }.map(\.index)
  }

  private static func folded(_ text: String) -> String {
    text.trimmingCharacters(in: .whitespacesAndNewlines)
      .folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  }

  /// Letters to be added, removed or replaced (Levenshtein 1966).
  private static func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    var previous = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        let replaced = previous[column] + (letter == other ? 0 : 1)
        current.append(min(replaced, previous[column + 1] + 1, current[column] + 1))
      }
      previous = current
    }
    return previous[right.count]
  }
}
