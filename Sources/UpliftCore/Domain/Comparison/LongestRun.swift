/// What stays in its order, and what has to be moved, when a list is put into another order.
enum LongestRun {
  /// The indices of a longest strictly increasing subsequence, in order (Schensted 1961, by
  /// patience sorting; O(n log n)).
  static func indices(of numbers: [Int]) -> [Int] {
    /// For each length, the index at which the best run of that length ends.
    var ends: [Int] = []
    var previous = [Int](repeating: -1, count: numbers.count)
    for (index, number) in numbers.enumerated() {
      var low = 0
      var high = ends.count
      while low < high {
        let middle = (low + high) / 2
        if numbers[ends[middle]] < number { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[index] = ends[low - 1] }
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var result: [Int] = []
    var index = ends.last ?? -1
    while index >= 0 {
      result.append(index)
      index = previous[index]
    }
    return result.reversed()
  }

  /// The fewest elements that must be moved to make `new` out of `old`; both hold the same
  /// elements, each once. The same ones whichever of the two is the older.
  static func moved<Element: Hashable & Comparable>(
    from old: [Element], to new: [Element]
  ) -> Set<Element> {
    guard old != new else { return [] }
    // Several longest runs may exist; both directions must choose the same one.
    let (base, other) = old.lexicographicallyPrecedes(new) ? (old, new) : (new, old)
    var places: [Element: Int] = [:]
    for (index, element) in base.enumerated() { places[element] = index }
    let order = other.compactMap { places[$0] }
    var moved = Set(base)
    for index in indices(of: order) { moved.remove(base[order[index]]) }
    return moved
  }
}
