import Foundation

/// A list that is to stand in another order, with as few new ranks as that takes.
struct Reordering {
  private(set) var order: [(id: UUID, rank: Rank)]
  private(set) var moved: Set<UUID>

  /// - Parameter order: the whole list, as it is now.
  init(_ order: [(id: UUID, rank: Rank)], moved: Set<UUID> = []) {
    self.order = order
    self.moved = moved
  }

  init<Record: Placed>(_ records: [Record]) {
    self.init(records.map { ($0.id, $0.rank) })
  }

  /// Puts entries, which may be new to the list, before another one that is not among them; at
  /// the end for nil or an unknown id.
  mutating func put(_ entries: [(id: UUID, rank: Rank)], before id: UUID?) {
    let ids = Set(entries.map(\.id))
    order.removeAll { ids.contains($0.id) }
    let place = order.firstIndex { $0.id == id } ?? order.endIndex
    order.insert(contentsOf: entries, at: place)
    moved.formUnion(ids)
  }

  /// The new ranks. What did not move keeps its own, unless two copies of the file were merged and
  /// its place is taken.
  var ranks: [UUID: Rank] {
    var result: [UUID: Rank] = [:]
    var last: Rank?
    // From each place on, the rank of the next entry that stays.
    var next: [Rank?] = Array(repeating: nil, count: order.count)
    var upper: Rank?
    for index in order.indices.reversed() {
      next[index] = upper
      if !moved.contains(order[index].id) { upper = order[index].rank }
    }
    for (index, entry) in order.enumerated() {
      let isAfter = last.map { entry.rank > $0 } ?? true
      let isBefore = !moved.contains(entry.id) || (next[index].map { entry.rank < $0 } ?? true)
      if isAfter, isBefore {
        last = entry.rank
      } else {
        let rank = Rank.between(last, next[index])
        result[entry.id] = rank
        last = rank
      }
    }
    return result
  }
}
