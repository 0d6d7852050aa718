import Foundation

/// Which part of one map is which part of another, one to one. Whichever of the two maps is called
/// the older, the pairs are the same.
struct PartMatching: Equatable, Sendable {
  /// A part as matching sees it.
  struct Part {
    var id: UUID
    /// Title or text.
    var text: String
    /// Parts must agree in it to be paired by their text: the pair of lanes in which cards stand.
    var place: [UUID] = []
  }

  private(set) var newIDs: [UUID: UUID] = [:]
  private(set) var oldIDs: [UUID: UUID] = [:]

  var isEmpty: Bool { newIDs.isEmpty }

  mutating func pair(_ old: UUID, _ new: UUID) {
    guard newIDs[old] == nil, oldIDs[new] == nil else { return }
    newIDs[old] = new
    oldIDs[new] = old
  }

  func isOpen(old part: Part) -> Bool { newIDs[part.id] == nil }
  func isOpen(new part: Part) -> Bool { oldIDs[part.id] == nil }

  /// Pairs parts that are the same or that came from each other, in this order: the same id; one
  /// is a copy of the other, over however many maps; both are copies of a third. Of several copies
  /// the one with the same text is preferred, then the first.
  mutating func pairByOrigin(_ old: [Part], _ new: [Part], _ origins: Origins) {
    let oldSet = Set(old.map(\.id))
    for part in new where oldSet.contains(part.id) { pair(part.id, part.id) }
    let newSet = Set(new.map(\.id))
    // Grouped by the part that the copies were made of.
    pairGroups(old, new, keyOfOld: { $0.id }) { part in
      origins.ancestors(of: part.id).first { oldSet.contains($0) }
    }
    pairGroups(
      old, new, keyOfOld: { part in origins.ancestors(of: part.id).first { newSet.contains($0) } }
    ) { $0.id }
    pairGroups(old, new, keyOfOld: { origins.root(of: $0.id) }) { origins.root(of: $0.id) }
  }

  /// Pairs open parts with the same text in the same place, in their order. Parts with no text are
  /// left.
  mutating func pairByText(_ old: [Part], _ new: [Part]) {
    pairGroups(
      foldedParts(old.filter(isOpen(old:))), foldedParts(new.filter(isOpen(new:))),
      keyOfOld: { TextKey(text: $0.text, place: $0.place) }
    ) { TextKey(text: $0.text, place: $0.place) }
  }

  /// Pairs open parts in the same place by how alike their texts are, the most alike first.
  ///
  /// - Parameter threshold: 0…1; parts that are less alike stay open.
  mutating func pairBySimilarity(_ old: [Part], _ new: [Part], threshold: Double = 0.5) {
    let oldGroups = Dictionary(grouping: foldedParts(old.filter(isOpen(old:))), by: \.place)
    let newGroups = Dictionary(grouping: foldedParts(new.filter(isOpen(new:))), by: \.place)
    for (place, olds) in oldGroups {
      guard let news = newGroups[place] else { continue }
      var candidates: [(score: Double, old: Int, new: Int)] = []
      for (oldIndex, oldPart) in olds.enumerated() {
        for (newIndex, newPart) in news.enumerated() {
          let score = TextSimilarity.dice(oldPart.text, newPart.text)
          if score >= threshold { candidates.append((score, oldIndex, newIndex)) }
        }
      }
      candidates.sort { left, right in
        // Symmetric: two candidates that it does not tell apart share no part.
        let first = (-left.score, left.old + left.new, abs(left.old - left.new))
        let second = (-right.score, right.old + right.new, abs(right.old - right.new))
        return first < second
      }
      for candidate in candidates { pair(olds[candidate.old].id, news[candidate.new].id) }
    }
  }

  /// With their texts folded; without those that have none.
  private func foldedParts(_ parts: [Part]) -> [Part] {
    parts.compactMap { part in
      let text = TextSimilarity.folded(part.text)
      return text.isEmpty ? nil : Part(id: part.id, text: text, place: part.place)
    }
  }

  /// Pairs open parts that have the same key: first those with the same text, then by order.
  private mutating func pairGroups<Key: Hashable>(
    _ old: [Part], _ new: [Part], keyOfOld: (Part) -> Key?, keyOfNew: (Part) -> Key?
  ) {
    var olds: [Key: [Part]] = [:]
    for part in old where isOpen(old: part) {
      if let key = keyOfOld(part) { olds[key, default: []].append(part) }
    }
    var keys: [Key] = []
    var news: [Key: [Part]] = [:]
    for part in new where isOpen(new: part) {
      guard let key = keyOfNew(part), olds[key] != nil else { continue }
      if news[key] == nil { keys.append(key) }
      news[key, default: []].append(part)
    }
    for key in keys {
      guard let olds = olds[key], let news = news[key] else { continue }
      if olds.count > 1 || news.count > 1 {
        let byText = Dictionary(grouping: olds, by: \.text)
        for (text, group) in Dictionary(grouping: news, by: \.text) {
          for (old, new) in zip(byText[text] ?? [], group) { pair(old.id, new.id) }
        }
      }
      let rest = (olds.filter(isOpen(old:)), news.filter(isOpen(new:)))
      for (old, new) in zip(rest.0, rest.1) { pair(old.id, new.id) }
    }
  }

  private struct TextKey: Hashable {
    var text: String
    var place: [UUID]
  }
}

/// What parts were copied from, over several maps.
struct Origins {
  /// By part.
  var basis: [UUID: UUID]

  /// Nearest first; ends before it would come round in a circle.
  func ancestors(of id: UUID) -> [UUID] {
    var result: [UUID] = []
    var current = id
    while let next = basis[current], next != id, !result.contains(next), result.count < 100 {
      result.append(next)
      current = next
    }
    return result
  }

  func root(of id: UUID) -> UUID { ancestors(of: id).last ?? id }
}
