import Foundation

/// Finds a place in a map for each part of a clip.
struct ClipPlacing {
  let clip: WorkspaceContents
  let source: JourneyContents
  let target: JourneyContents
  /// By the clip's ids.
  var steps: [UUID: Step] = [:]
  var lanes: [UUID: Lane] = [:]
  /// What cards say that land on a lane of emotions, by the clip's steps; and whose it is there.
  var landed: [UUID: (value: Double, personaID: UUID?)] = [:]
  /// Those that cards name that land on a lane of departments, by the clip's steps.
  var landedDepartments: [UUID: [UUID]] = [:]
  private var hasDepartments = false
  /// Lanes for rows of a block that found none.
  var laneCount = 0
  var known: ClipReferences
  /// What was added, by what it was in the clip.
  private var ids: [EntityReference: UUID] = [:]

  private var newStages: [Stage] = []
  private var newSteps: [Step] = []
  private var newLanes: [Lane] = []
  private var newLines: [BlueprintLine] = []
  var newCards: [Card] = []
  var shownEmotions: [Emotion] = []
  private var rest: [Change] = []
  /// The steps that the map will have, in order.
  var columns: [Step]
  var added: [EntityReference] = []
  private var lastRanks: [Cell: Rank] = [:]

  init(_ clip: MapClip, into target: JourneyContents) {
    self.clip = clip.contents
    self.target = target
    source = clip.journey ?? JourneyContents(map: JourneyMap(rank: .middle, title: ""))
    columns = target.steps
    known = ClipReferences(clip.contents, of: source.map, in: target)
  }

  var pasting: Pasting? {
    var changes = known.changes
    changes += newStages.map { .insert($0) }
    changes += newSteps.map { .insert($0) }
    changes += newLanes.map { .insert($0) }
    changes += newLines.map { .insert($0) }
    changes += newCards.map { .insert($0) }
    changes += rest
    changes += known.readings(at: steps.mapValues(\.id)).map { .insert($0) }
    guard !changes.isEmpty || !shownEmotions.isEmpty || hasDepartments else { return nil }
    return Pasting(
      edit: Edit(.paste, changes), added: added, emotions: shownEmotions, newLanes: laneCount)
  }

  // MARK: Shapes

  mutating func placeSteps(at place: PastePlace) {
    let before = target.steps.first { $0.id == place.stepID }
    guard
      let stageID = before?.stageID ?? target.stages.first(where: { $0.id == place.stageID })?.id
        ?? target.stages.last?.id
    else { return }
    let siblings = target.steps(of: stageID)
    var last = before?.rank ?? siblings.last?.rank
    let next = siblings.first { step in last.map { step.rank > $0 } ?? false }?.rank
    for step in source.steps {
      let rank = Rank.between(last, next)
      last = rank
      add(step, to: stageID, rank: rank)
    }
    added = newSteps.map(\.reference)
    orderColumns()
    placeOnColumns()
  }

  mutating func placeStages(at place: PastePlace) {
    let stageID =
      place.stageID ?? target.steps.first { $0.id == place.stepID }?.stageID
    addStages(behind: target.stages.first { $0.id == stageID } ?? target.stages.last)
    added = newStages.map(\.reference)
    placeOnColumns()
  }

  private mutating func addStages(behind before: Stage?) {
    var last = before?.rank
    let next = target.stages.first { stage in last.map { stage.rank > $0 } ?? false }?.rank
    for stage in source.stages {
      var copy = stage
      copy.id = UUID()
      copy.mapID = target.map.id
      copy.basisID = basis(stage.basisID, unless: target.stages.contains { $0.id == stage.id })
      copy.rank = .between(last, next)
      last = copy.rank
      newStages.append(copy)
      ids[stage.reference] = copy.id
      for step in source.steps(of: stage.id) { add(step, to: copy.id, rank: step.rank) }
    }
    orderColumns()
  }

  mutating func placeLanes(at place: PastePlace) {
    for (index, step) in source.steps.enumerated() {
      if let same = target.steps.first(where: { $0.id == step.id }) {
        steps[step.id] = same
      } else if index < columns.count {
        steps[step.id] = columns[index]
      }
    }
    let needed = Set(
      source.cards.values.map(\.stepID) + source.emotions.keys + clip.stepDepartments.map(\.stepID))
    if target.stages.isEmpty {
      addStages(behind: nil)
    } else {
      for step in source.steps where steps[step.id] == nil && needed.contains(step.id) {
        steps[step.id] = addStepAtEnd(like: step)
      }
    }
    var last = target.lanes.first { $0.id == place.laneID }?.rank ?? target.rowRanks.last
    let next = target.rowRanks.first { rank in last.map { rank > $0 } ?? false }
    let rows =
      (source.lanes.map { ($0.rank, Optional($0), BlueprintLine?.none) }
      + source.lines.map { ($0.rank, Lane?.none, Optional($0)) }).sorted { $0.0 < $1.0 }
    for (_, lane, line) in rows {
      let rank = Rank.between(last, next)
      if let lane {
        // One such lane is enough: what it shows belongs to the steps.
        if !lane.laneKind.holdsCards,
          let own = target.lanes.first(where: { $0.laneKind == lane.laneKind })
        {
          lanes[lane.id] = own
          added.append(own.reference)
          continue
        }
        add(lane, rank: rank)
        last = rank
      } else if let line, !target.lines.contains(where: { $0.line == line.line }) {
        var copy = line
        copy.id = UUID()
        copy.mapID = target.map.id
        copy.rank = rank
        newLines.append(copy)
        added.append(copy.reference)
        last = rank
      }
    }
    placeCards()
    placeEmotions()
    if source.lanes.contains(where: { $0.laneKind == .departments }) { placeDepartments() }
    shownEmotions = []
  }

  // MARK: Steps and lanes

  /// What was cut keeps what it came from; of a copy nobody could say which of the two did.
  private func basis(_ id: UUID?, unless isThere: Bool) -> UUID? {
    source.map.id == target.map.id && !isThere ? id : nil
  }

  private mutating func add(_ step: Step, to stageID: UUID, rank: Rank) {
    var copy = step
    copy.id = UUID()
    copy.stageID = stageID
    copy.rank = rank
    copy.basisID = basis(step.basisID, unless: target.steps.contains { $0.id == step.id })
    copy.opensMapID = step.opensMapID.flatMap { target.extras.mapTitles[$0] == nil ? nil : $0 }
    newSteps.append(copy)
    steps[step.id] = copy
    ids[step.reference] = copy.id
  }

  private mutating func orderColumns() {
    let stages = Dictionary(grouping: newSteps, by: \.stageID)
    columns = (target.stages + newStages).inOrder().flatMap { stage in
      (target.steps(of: stage.id) + (stages[stage.id] ?? [])).inOrder()
    }
  }

  /// The cards and emotions of steps that are new.
  private mutating func placeOnColumns() {
    matchLanes()
    placeCards()
    placeEmotions()
    placeDepartments()
    shownEmotions = []
  }

  mutating func addStepAtEnd(like step: Step) -> Step? {
    guard let stageID = columns.last?.stageID ?? target.stages.last?.id else { return nil }
    let copy = Step(stageID: stageID, rank: .between(columns.last?.rank, nil), title: step.title)
    newSteps.append(copy)
    columns.append(copy)
    return copy
  }

  mutating func addLaneAtEnd(like lane: Lane) -> Lane {
    add(lane, rank: .between(newLanes.last?.rank ?? target.rowRanks.last, nil))
  }

  @discardableResult
  private mutating func add(_ lane: Lane, rank: Rank) -> Lane {
    var copy = lane
    copy.id = UUID()
    copy.mapID = target.map.id
    copy.rank = rank
    copy.basisID = basis(lane.basisID, unless: target.lanes.contains { $0.id == lane.id })
    newLanes.append(copy)
    lanes[lane.id] = copy
    ids[lane.reference] = copy.id
    added.append(copy.reference)
    return copy
  }

  /// A lane of the map for each lane of the clip that anything stands in: itself, else one of its
  /// kind and title, else one of its kind, else a new one at the end.
  ///
  /// - Parameter candidates: lanes of the map among which one is looked for.
  mutating func matchLanes(among candidates: [Lane]? = nil) {
    let used = usedLanes
    let needed = source.lanes.filter {
      used.contains($0.id) || $0.laneKind == .emotion && !source.emotions.isEmpty
        || $0.laneKind == .departments && !clip.stepDepartments.isEmpty
    }.filter { candidates == nil || $0.laneKind.holdsCards }
    var free = candidates ?? target.lanes
    let tests: [(Lane, Lane) -> Bool] = [
      { $0.id == $1.id },
      {
        $0.laneKind == $1.laneKind
          && JourneyWords.title(of: $0).lowercased() == JourneyWords.title(of: $1).lowercased()
      },
      { $0.laneKind == $1.laneKind },
    ]
    for test in tests {
      for lane in needed where lanes[lane.id] == nil {
        guard let index = free.firstIndex(where: { test(lane, $0) }) else { continue }
        lanes[lane.id] = free.remove(at: index)
      }
    }
    let selection = added
    for lane in needed where lanes[lane.id] == nil { lanes[lane.id] = addLaneAtEnd(like: lane) }
    added = selection
  }

  // MARK: Cards

  mutating func placeCards() {
    let places = Dictionary(
      columns.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for lane in source.lanes {
      guard let newLane = lanes[lane.id] else { continue }
      for step in source.steps {
        guard let newStep = steps[step.id], let column = places[newStep.id] else { continue }
        for card in source.cards(at: Cell(laneID: lane.id, stepID: step.id)) {
          place(card, in: Cell(laneID: newLane.id, stepID: newStep.id), column: column)
        }
      }
    }
    for entry in clip.lanePersonas {
      guard let laneID = ids[EntityReference(.lane, entry.laneID)] else { continue }
      let personaID = entry.personaID.flatMap { known.personas[$0] }
      if entry.personaID == nil || personaID != nil {
        rest.append(.insert(LanePersona(laneID: laneID, personaID: personaID)))
      }
    }
    for link in clip.links.inOrder() {
      let persona = link.toKind == .persona ? known.personas[link.toID] : nil
      guard let from = ids[link.from], let to = ids[link.to] ?? persona else { continue }
      var copy = link
      copy.id = UUID()
      copy.fromID = from
      copy.toID = to
      rest.append(.insert(copy))
    }
  }

  private mutating func place(_ card: Card, in cell: Cell, column: Int) {
    var copy = card
    copy.id = UUID()
    copy.laneID = cell.laneID
    copy.stepID = cell.stepID
    copy.span = max(1, min(card.span, columns.count - column))
    copy.basisID = basis(card.basisID, unless: target.cards[card.id] != nil)
    copy.pictureID = card.pictureID.flatMap { known.pictures[$0] }
    copy.metricID = card.metricID.flatMap { known.metrics[$0] }
    copy.rank = .between(lastRanks[cell] ?? target.cards(at: cell).last?.rank, nil)
    lastRanks[cell] = copy.rank
    newCards.append(copy)
    ids[card.reference] = copy.id
    // Two of the clip may be one here.
    for id in Set(source.departments(of: card.id).compactMap { known.departments[$0.id] }) {
      rest.append(.insert(CardDepartment(cardID: copy.id, departmentID: id)))
    }
    for id in Set(source.channels(of: card.id).compactMap { known.channels[$0.id] }) {
      rest.append(.insert(CardChannel(cardID: copy.id, channelID: id)))
    }
    for id in Set(source.tags(of: card.id).compactMap { known.tags[$0.id] }) {
      rest.append(.insert(CardTag(cardID: copy.id, tagID: id)))
    }
  }

  /// Who stands behind the steps.
  mutating func placeDepartments() {
    for step in source.steps {
      guard let newStep = steps[step.id] else { continue }
      var there = target.extras.stepDepartments.targets(of: newStep.id)
      let ids =
        source.departments(behind: step.id).compactMap { known.departments[$0.id] }
        + (landedDepartments[step.id] ?? [])
      for id in ids {
        hasDepartments = true
        guard there.insert(id).inserted else { continue }
        rest.append(.insert(StepDepartment(stepID: newStep.id, departmentID: id)))
      }
    }
  }

  mutating func placeEmotions() {
    var seen = Set<[UUID?]>()
    for step in source.steps {
      guard let newStep = steps[step.id] else { continue }
      let old = target.emotions[newStep.id] ?? []
      var last = old.last?.rank
      var felt = (source.emotions[step.id] ?? []).map { emotion in
        var emotion = emotion
        emotion.personaID = emotion.personaID.flatMap { known.personas[$0] }
        return emotion
      }
      if let (value, personaID) = landed[step.id] {
        felt.insert(
          Emotion(stepID: newStep.id, personaID: personaID, rank: .middle, value: value), at: 0)
      }
      for emotion in felt {
        let personaID = emotion.personaID
        guard seen.insert([newStep.id, personaID]).inserted else { continue }
        if let known = old.first(where: { $0.personaID == personaID }) {
          var changed = known
          changed.value = emotion.value
          shownEmotions.append(changed)
          if changed != known { rest.append(.update(from: known, to: changed)) }
          continue
        }
        var copy = emotion
        copy.id = UUID()
        copy.stepID = newStep.id
        copy.personaID = personaID
        copy.rank = .between(last, nil)
        last = copy.rank
        shownEmotions.append(copy)
        rest.append(.insert(copy))
      }
    }
  }
}
