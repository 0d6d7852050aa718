import Foundation

/// Copies of what is on a map, with all that belongs to it: a card's departments, channels and
/// tags, a step's cards, emotions and departments, a stage's steps, a lane's cards.
extension JourneyContents {
  /// Copies of records of one kind, each group of neighbours after its originals. Nil: none of
  /// them can be there twice. The first one's kind counts.
  public func duplicating(_ references: [EntityReference]) -> Placement? {
    keepingCovers(copying(references))
  }

  private func copying(_ references: [EntityReference]) -> Placement? {
    guard let kind = references.first?.kind else { return nil }
    let ids = references.filter { $0.kind == kind }.map(\.id)
    switch kind {
    case .card: return duplicatingCards(ids)
    case .step: return duplicatingSteps(ids)
    case .stage:
      guard let last = stages.lastIndex(where: { ids.contains($0.id) }) else { return nil }
      return copyingStages(ids, before: stages.dropFirst(last + 1).first?.id)
    case .lane:
      let all = rowEntries
      guard let last = all.lastIndex(where: { ids.contains($0.reference.id) }) else { return nil }
      return copyingLanes(
        ids.map { EntityReference(.lane, $0) }, before: all.dropFirst(last + 1).first?.reference)
    default: return nil
    }
  }

  private func duplicatingCards(_ ids: [UUID]) -> Placement? {
    let originals = inPictureOrder(ids)
    let copies = copies(of: originals) { _ in }
    guard !originals.isEmpty else { return nil }
    let chosen = Set(originals.map(\.id))
    var changes: [Change] = []
    let groups = Dictionary(grouping: zip(originals, copies.cards)) {
      Cell(laneID: $0.0.laneID, stepID: $0.0.stepID)
    }
    for (cell, pairs) in groups {
      let there = cards(at: cell)
      let last = there.lastIndex { chosen.contains($0.id) } ?? there.count - 1
      var reordering = Reordering(there)
      reordering.put(
        pairs.map { ($0.1.id, $0.1.rank) }, before: there.dropFirst(last + 1).first?.id)
      let ranks = reordering.ranks
      for (_, copy) in pairs {
        var new = copy
        new.rank = ranks[copy.id] ?? copy.rank
        changes.append(.insert(new))
      }
      for card in there {
        guard let rank = ranks[card.id] else { continue }
        changes.append(.update(from: card, to: with(card) { $0.rank = rank }))
      }
    }
    return Placement(
      edit: Edit(.duplicate, changes + copies.belongings),
      references: copies.cards.map(\.reference))
  }

  private func duplicatingSteps(_ ids: [UUID]) -> Placement? {
    var result: Placement?
    for stage in stages {
      let siblings = steps(of: stage.id)
      guard let last = siblings.lastIndex(where: { ids.contains($0.id) }) else { continue }
      let own = siblings.filter { ids.contains($0.id) }.map(\.id)
      guard
        let next = copyingSteps(
          own, to: stage.id, before: siblings.dropFirst(last + 1).first?.id)
      else { continue }
      result = Placement(
        edit: result?.edit.followed(by: next.edit) ?? next.edit,
        references: (result?.references ?? []) + next.references)
    }
    return result
  }

  // MARK: To a place

  func copyingSteps(_ ids: [UUID], to stageID: UUID, before: UUID?) -> Placement? {
    let originals = steps.filter { ids.contains($0.id) }
    guard !originals.isEmpty, stages.contains(where: { $0.id == stageID }) else { return nil }
    let copies = copies(of: originals, among: Set(originals.map(\.id))) { $0.stageID = stageID }
    let ranked = ranked(copies.steps, among: steps(of: stageID), before: before)
    return Placement(
      edit: Edit(.duplicate, ranked + copies.belongings),
      references: copies.steps.map(\.reference))
  }

  func copyingStages(_ ids: [UUID], before: UUID?) -> Placement? {
    let originals = stages.filter { ids.contains($0.id) }
    guard !originals.isEmpty else { return nil }
    var new: [Stage] = []
    var belongings: [Change] = []
    let copied = Set(steps.filter { ids.contains($0.stageID) }.map(\.id))
    for original in originals {
      let stage = with(original) {
        $0.id = UUID()
        $0.basisID = nil
      }
      new.append(stage)
      let copies = copies(of: steps(of: original.id), among: copied) { $0.stageID = stage.id }
      belongings += copies.steps.map { .insert($0) } + copies.belongings
    }
    let ranked = ranked(new, among: stages, before: before)
    return Placement(
      edit: Edit(.duplicate, ranked + belongings), references: new.map(\.reference))
  }

  /// Lanes only: a map has each blueprint line once, and shows its emotions once.
  func copyingLanes(_ references: [EntityReference], before: EntityReference?) -> Placement? {
    let originals = copyableLanes.filter { references.contains($0.reference) }
    guard !originals.isEmpty else { return nil }
    var new: [Lane] = []
    var belongings: [Change] = []
    for original in originals {
      let lane = with(original) {
        $0.id = UUID()
        $0.basisID = nil
      }
      new.append(lane)
      let own = cards.values.filter { $0.laneID == original.id }
      let copies = copies(of: own) { $0.laneID = lane.id }
      belongings += copies.cards.map { .insert($0) } + copies.belongings
    }
    var reordering = Reordering(rowEntries.map { ($0.reference.id, $0.rank) })
    reordering.put(new.map { ($0.id, $0.rank) }, before: before?.id)
    let ranks = reordering.ranks
    let inserts = new.map { lane in
      Change.insert(with(lane) { $0.rank = ranks[lane.id] ?? lane.rank })
    }
    return Placement(
      edit: Edit(.duplicate, inserts + changes(ofRows: ranks) + belongings),
      references: new.map(\.reference))
  }

  /// Inserts of new records at a place, with what has to make room for them.
  private func ranked<Record: Ranked>(
    _ new: [Record], among siblings: [Record], before: UUID?
  ) -> [Change] {
    var reordering = Reordering(siblings)
    reordering.put(new.map { ($0.id, $0.rank) }, before: before)
    let ranks = reordering.ranks
    return new.map { record in
      Change.insert(with(record) { $0.rank = ranks[record.id] ?? record.rank })
    }
      + siblings.compactMap { record in
        ranks[record.id].map { rank in
          Change.update(from: record, to: with(record) { $0.rank = rank })
        }
      }
  }

  // MARK: Copies

  /// Copies with what they refer to; the cards themselves are still to be inserted.
  func copies(
    of originals: [Card], _ change: (inout Card) -> Void
  ) -> (cards: [Card], belongings: [Change]) {
    var belongings: [Change] = []
    let copies = originals.map { original -> Card in
      let copy = with(original) {
        $0.id = UUID()
        // A copy is not what became of a card of the current map.
        $0.basisID = nil
        change(&$0)
      }
      belongings += departments(of: original.id).map {
        .insert(CardDepartment(cardID: copy.id, departmentID: $0.id))
      }
      belongings += channels(of: original.id).map {
        .insert(CardChannel(cardID: copy.id, channelID: $0.id))
      }
      belongings += tags(of: original.id).map {
        .insert(CardTag(cardID: copy.id, tagID: $0.id))
      }
      return copy
    }
    return (copies, belongings)
  }

  /// Copies with all that stands at them; the steps themselves are still to be inserted.
  ///
  /// - Parameter copied: all the steps that are copied at once; copies of wide cards cover no other.
  private func copies(
    of originals: [Step], among copied: Set<UUID>, _ change: (inout Step) -> Void
  ) -> (steps: [Step], belongings: [Change]) {
    var belongings: [Change] = []
    let byStep = Dictionary(grouping: cards.values, by: \.stepID)
    let copies = originals.map { original -> Step in
      let copy = with(original) {
        $0.id = UUID()
        $0.basisID = nil
        change(&$0)
      }
      belongings += departments(behind: original.id).map {
        .insert(StepDepartment(stepID: copy.id, departmentID: $0.id))
      }
      let cards = self.copies(of: byStep[original.id] ?? []) {
        $0.span = covered(by: $0, among: copied)
        $0.stepID = copy.id
      }
      belongings += cards.cards.map { .insert($0) } + cards.belongings
      belongings += (emotions[original.id] ?? []).map { emotion in
        .insert(
          with(emotion) {
            $0.id = UUID()
            $0.stepID = copy.id
          })
      }
      return copy
    }
    return (copies, belongings)
  }

  private func with<Record>(_ record: Record, _ change: (inout Record) -> Void) -> Record {
    var record = record
    change(&record)
    return record
  }
}
