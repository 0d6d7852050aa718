import Foundation

extension Array where Element: Ranked {
  /// Gives the records ranks in the order in which they stand here, each among those with the same
  /// parent. All at once, because ranks that are appended one by one grow with their number.
  mutating func rank(by parent: (Element) -> some Hashable) {
    let places = Dictionary(grouping: indices) { parent(self[$0]) }
    for own in places.values {
      for (index, rank) in zip(own, Rank.spread(own.count)) { self[index].rank = rank }
    }
  }
}
