import Foundation

extension JourneyContents {
  /// A future map that begins as a copy of this one: all its parts with new ids, each naming its
  /// original as its basis. It is one edit. Links of the original's parts are not copied: they
  /// say how the original came about. Nor is what is known of it: nobody has observed what is to
  /// come, so that each card is assumed and has no source, and the map is a hypothesis.
  ///
  /// - Parameter maps: all of the workspace, in order; the new map comes right after this one, and
  ///   its title is none of theirs.
  public func makingFutureMap(among maps: [JourneyMap]) -> Addition<JourneyMap> {
    var future = map
    future.id = UUID()
    future.rank = maps.rank(after: map.id)
    future.title = Self.futureTitle(of: map, among: maps)
    future.state = .future
    future.basisID = map.id
    future.status = .hypothesis
    let parts = changesCopyingParts(to: future.id).map { change -> Change in
      guard case .insert(var card as Card) = change else { return change }
      card.evidence = .assumed
      card.source = ""
      return .insert(card)
    }
    return Addition(edit: Edit(.makeFutureMap, [.insert(future)] + parts), record: future)
  }

  /// Another map like this one, with all its parts, right after it. It is one edit. What its parts
  /// were made of is remembered, so that the two can be compared; it is the future of the same map
  /// as this one, if that is one.
  ///
  /// - Parameters:
  ///   - maps: all of the workspace, in order.
  ///   - links: between things on this map; they are between their copies then.
  public func duplicatingMap(
    among maps: [JourneyMap], links: [Link] = []
  ) -> Addition<JourneyMap> {
    var copy = map
    copy.id = UUID()
    copy.rank = maps.rank(after: map.id)
    copy.title = CopyTitle.title(
      of: map.title.isEmpty ? tr("Untitled map") : map.title, among: maps.map(\.title))
    return Addition(
      edit: Edit(.duplicate, [.insert(copy)] + changesCopyingParts(to: copy.id, links)),
      record: copy)
  }

  private static func futureTitle(of map: JourneyMap, among maps: [JourneyMap]) -> String {
    let taken = Set(maps.map(\.title))
    let title = tr("{title}, future state", ["title": map.title])
    guard taken.contains(title) else { return title }
    var number = 2
    func numbered() -> String {
      tr("{title}, future state {number}", ["title": map.title, "number": number])
    }
    while taken.contains(numbered()) { number += 1 }
    return numbered()
  }

  /// Inserts of copies of everything on this map into the map `mapID`, with links between them.
  private func changesCopyingParts(to mapID: UUID, _ links: [Link] = []) -> [Change] {
    var changes: [Change] = []
    var newIDs: [UUID: UUID] = [:]
    func newID(of id: UUID) -> UUID {
      let new = UUID()
      newIDs[id] = new
      return new
    }
    for stage in stages {
      var copy = stage
      copy.id = newID(of: stage.id)
      copy.mapID = mapID
      copy.basisID = stage.id
      changes.append(.insert(copy))
    }
    for step in steps {
      guard let stageID = newIDs[step.stageID] else { continue }
      var copy = step
      copy.id = newID(of: step.id)
      copy.stageID = stageID
      copy.basisID = step.id
      changes.append(.insert(copy))
    }
    for lane in lanes {
      var copy = lane
      copy.id = newID(of: lane.id)
      copy.mapID = mapID
      copy.basisID = lane.id
      changes.append(.insert(copy))
    }
    for line in lines {
      changes.append(.insert(BlueprintLine(mapID: mapID, rank: line.rank, line: line.line)))
    }
    for card in cardsInOrder {
      guard let laneID = newIDs[card.laneID], let stepID = newIDs[card.stepID] else { continue }
      var copy = card
      copy.id = newID(of: card.id)
      copy.laneID = laneID
      copy.stepID = stepID
      copy.basisID = card.id
      changes.append(.insert(copy))
    }
    changes += changesCopyingAssignments(newIDs)
    for link in links {
      guard let fromID = newIDs[link.fromID], let toID = newIDs[link.toID] else { continue }
      var copy = link
      copy.id = UUID()
      copy.fromID = fromID
      copy.toID = toID
      changes.append(.insert(copy))
    }
    return changes
  }

  private func changesCopyingAssignments(_ newIDs: [UUID: UUID]) -> [Change] {
    var changes: [Change] = []
    for card in cardsInOrder {
      guard let cardID = newIDs[card.id] else { continue }
      changes += departments(of: card.id).map {
        .insert(CardDepartment(cardID: cardID, departmentID: $0.id))
      }
      changes += channels(of: card.id).map {
        .insert(CardChannel(cardID: cardID, channelID: $0.id))
      }
      changes += tags(of: card.id).map { .insert(CardTag(cardID: cardID, tagID: $0.id)) }
    }
    for step in steps {
      guard let stepID = newIDs[step.id] else { continue }
      changes += departments(behind: step.id).map {
        .insert(StepDepartment(stepID: stepID, departmentID: $0.id))
      }
      for emotion in emotions[step.id] ?? [] {
        var copy = emotion
        copy.id = UUID()
        copy.stepID = stepID
        changes.append(.insert(copy))
      }
    }
    for lane in lanes {
      guard let laneID = newIDs[lane.id] else { continue }
      changes += curveChoices(of: lane.id).map {
        .insert(LanePersona(laneID: laneID, personaID: $0))
      }
    }
    return changes
  }

  /// Of the whole map, as it is read: lane by lane, from step to step.
  var cardsInOrder: [Card] {
    lanes.flatMap { lane in
      steps.flatMap { cards(at: Cell(laneID: lane.id, stepID: $0.id)) }
    }
  }

  /// The point of view's emotions of a future map, by the step of this map that the future one's
  /// step was copied from; for steps that are no copies, by the first step with the same title.
  /// Each step is taken only once.
  public func emotions(ofFuture future: JourneyContents) -> [UUID: Double] {
    let known = Set(steps.map(\.id))
    var result: [UUID: Double] = [:]
    var isTaken = Set<UUID>()
    var rest: [Step] = []
    for step in future.steps {
      guard let basis = step.basisID, known.contains(basis), isTaken.insert(basis).inserted else {
        rest.append(step)
        continue
      }
      result[basis] = future.emotion(at: step.id)?.value
    }
    var open: [String: [UUID]] = [:]
    for step in steps.reversed() where !isTaken.contains(step.id) {
      open[step.title, default: []].append(step.id)
    }
    for step in rest {
      guard let emotion = future.emotion(at: step.id), let id = open[step.title]?.popLast() else {
        continue
      }
      result[id] = emotion.value
    }
    return result
  }
}
