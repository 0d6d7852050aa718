import Foundation

/// Cards that cover several steps, while steps come, go and change places.
extension JourneyContents {
  /// The same edit, with wide cards that go on covering their steps.
  ///
  /// A step that is new or moves in between two covered ones is covered too; one that is deleted or
  /// moves away no longer is. A card whose first step goes stands at the next one that it covered.
  /// When a part of what a card covers moves away, it stays with the larger part; of equal parts,
  /// with the one that has its first step.
  ///
  /// - Parameter gone: what the edit takes away, also what goes along with something else.
  func keepingCovers(_ edit: Edit, gone: Set<EntityReference> = []) -> Edit {
    var order = StepOrderChange(edit)
    guard order.isAny, cards.values.contains(where: { $0.span > 1 }) else { return edit }
    order.take(from: steps, to: after(edit).steps)
    let places = placesOfSteps
    // In their order, so that those that come to the same cell keep it.
    let wide = cards.values.filter {
      $0.span > 1 && !order.cardIDs.contains($0.id) && !gone.contains($0.reference)
    }
    .sorted { $0.precedes($1) }
    var lastRanks: [Cell: Rank] = [:]
    let changes = wide.compactMap { card -> Change? in
      guard let first = places[card.stepID], !order.deletedLaneIDs.contains(card.laneID),
        let cover = order.cover(of: steps[first..<min(first + card.span, steps.count)].map(\.id))
      else { return nil }
      var new = card
      new.span = cover.count
      new.stepID = order.steps[cover.lowerBound]
      if new.stepID != card.stepID {
        let cell = Cell(laneID: card.laneID, stepID: new.stepID)
        new.rank = .between(lastRanks[cell] ?? cards(at: cell).last?.rank, nil)
        lastRanks[cell] = new.rank
      }
      return new == card ? nil : .update(from: card, to: new)
    }
    // A deleted step would take along the cards that still stand at it.
    return Edit(edit.name, changes + edit.changes, coalescing: edit.coalescing)
  }

  /// How many of these steps a card covers in a row, from its first one on; at least 1.
  func covered(by card: Card, among stepIDs: Set<UUID>) -> Int {
    guard card.span > 1, let first = steps.firstIndex(where: { $0.id == card.stepID }) else {
      return 1
    }
    let steps = steps[first..<min(first + card.span, steps.count)]
    return max(1, steps.prefix { stepIDs.contains($0.id) }.count)
  }

  func keepingCovers(_ placement: Placement?) -> Placement? {
    guard var placement else { return nil }
    placement.edit = keepingCovers(placement.edit)
    return placement
  }

  func keepingCovers<Record>(_ addition: Addition<Record>) -> Addition<Record> {
    Addition(edit: keepingCovers(addition.edit), record: addition.record)
  }
}

/// What an edit does to the order of a map's steps.
private struct StepOrderChange {
  /// The new order.
  private(set) var steps: [UUID] = []
  /// Cards that the edit itself says everything about.
  private(set) var cardIDs: Set<UUID> = []
  private(set) var deletedLaneIDs: Set<UUID> = []
  private(set) var isAny = false
  private var movedSteps: Set<UUID> = []
  private var movedStages: Set<UUID> = []
  private var places: [UUID: Int] = [:]

  init(_ edit: Edit) {
    for change in edit.changes {
      switch change {
      case .insert(let record):
        if record is Card { cardIDs.insert(record.id) }
        if record is Step || record is Stage { isAny = true }
      case .update(let old, let new):
        switch (old, new) {
        case (is Card, _): cardIDs.insert(new.id)
        case (let old as Step, let new as Step):
          if old.rank != new.rank || old.stageID != new.stageID { movedSteps.insert(new.id) }
        case (let old as Stage, let new as Stage):
          if old.rank != new.rank { movedStages.insert(new.id) }
        default: break
        }
      case .delete(let reference):
        switch reference.kind {
        case .card: cardIDs.insert(reference.id)
        case .lane: deletedLaneIDs.insert(reference.id)
        case .step, .stage: isAny = true
        default: break
        }
      }
    }
    isAny = isAny || !movedSteps.isEmpty || !movedStages.isEmpty
  }

  mutating func take(from old: [Step], to new: [Step]) {
    steps = new.map(\.id)
    places = Dictionary(
      steps.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    for step in old where movedStages.contains(step.stageID) { movedSteps.insert(step.id) }
  }

  /// Places in the new order that a card covers which covered these steps; nil when all are gone.
  func cover(of old: [UUID]) -> ClosedRange<Int>? {
    let left = old.filter { places[$0] != nil }
    guard let first = old.first else { return nil }
    let stayed = left.filter { !movedSteps.contains($0) }
    let moved = left.filter { movedSteps.contains($0) }
    let isWithMoved =
      moved.count == stayed.count ? moved.contains(first) : moved.count > stayed.count
    let covered = Set(left)
    guard isWithMoved else { return range(of: stayed).map { extended($0, by: covered) } }
    // Steps that moved need not have come to one place: where most of them are, and then most of
    // all.
    var best: (core: Int, range: ClosedRange<Int>)?
    for run in runs(of: moved) {
      let range = extended(run, by: covered)
      if let best, (best.core, best.range.count) >= (run.count, range.count) { continue }
      best = (run.count, range)
    }
    return best?.range
  }

  /// With the covered steps that stand right beside it.
  private func extended(_ range: ClosedRange<Int>, by covered: Set<UUID>) -> ClosedRange<Int> {
    var first = range.lowerBound
    var last = range.upperBound
    while first > 0, covered.contains(steps[first - 1]) { first -= 1 }
    while last + 1 < steps.count, covered.contains(steps[last + 1]) { last += 1 }
    return first...last
  }

  private func range(of ids: [UUID]) -> ClosedRange<Int>? {
    let found = ids.compactMap { places[$0] }
    guard let first = found.min(), let last = found.max() else { return nil }
    return first...last
  }

  private func runs(of ids: [UUID]) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for place in ids.compactMap({ places[$0] }).sorted() {
      if let last = runs.last, last.upperBound + 1 == place {
        runs[runs.count - 1] = last.lowerBound...place
      } else {
        runs.append(place...place)
      }
    }
    return runs
  }
}
