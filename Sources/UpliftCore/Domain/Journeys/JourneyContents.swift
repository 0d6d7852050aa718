import Foundation

/// A place in a map where cards stand.
public struct Cell: Hashable, Sendable {
  public var laneID: UUID
  public var stepID: UUID

  public init(laneID: UUID, stepID: UUID) {
    self.laneID = laneID
    self.stepID = stepID
  }
}

/// A journey map with everything on it, in order and indexed: what a layout and an editor need.
public struct JourneyContents: Equatable, Sendable {
  public private(set) var map: JourneyMap
  /// In order.
  public private(set) var stages: [Stage] = []
  /// In order, through all stages.
  public private(set) var steps: [Step] = []
  /// In order.
  public private(set) var lanes: [Lane] = []
  /// In order; a line's rank is one among the lanes'.
  public private(set) var lines: [BlueprintLine] = []
  public private(set) var cards: [UUID: Card] = [:]
  /// Ids of the cards at each cell, in order. Cells with none are absent.
  public private(set) var cells: [Cell: [UUID]] = [:]
  /// At each step, in order.
  public private(set) var emotions: [UUID: [Emotion]] = [:]
  /// All of the workspace, in order.
  public private(set) var personas: [Persona] = []
  /// All of the workspace, in order.
  public private(set) var departments: [Department] = []
  public private(set) var cardDepartments: [UUID: CardDepartment] = [:]
  /// Departments of each card, as entries of `cardDepartments`.
  public private(set) var departmentsOfCards: [UUID: Set<UUID>] = [:]
  /// What steps and cards refer to.
  public private(set) var extras = JourneyExtras()
  /// The future map that is based on this one, if there is one.
  public var futureMapID: UUID?
  private var cardStates = CardStates()
  /// Metrics whose readings are known.
  private var shownMetrics: Set<UUID> = []
  /// From the future map that is based on this one: the point of view's emotion by step of this
  /// map, for steps that are in both. Empty when there is none.
  public var futureEmotions: [UUID: Double] = [:]
  /// What somebody wants to see of it; the rest stands back in every picture. Nil: all of it.
  public var focus: FilterMatch?

  public init(
    map: JourneyMap, stages: [Stage] = [], steps: [Step] = [], lanes: [Lane] = [],
    lines: [BlueprintLine] = [], cards: [Card] = [], emotions: [Emotion] = [],
    personas: [Persona] = [], departments: [Department] = [],
    cardDepartments: [CardDepartment] = [], extras: JourneyExtras = JourneyExtras(),
    futureEmotions: [UUID: Double] = [:]
  ) {
    self.map = map
    self.stages = stages.inOrder()
    self.lanes = lanes.inOrder()
    self.lines = lines.inOrder()
    self.personas = personas.inOrder()
    self.departments = departments.inOrder()
    self.extras = extras
    self.futureEmotions = futureEmotions
    self.steps = steps
    orderSteps()
    self.cards.reserveCapacity(cards.count)
    for card in cards.inOrder() {
      self.cards[card.id] = card
      cells[Cell(laneID: card.laneID, stepID: card.stepID), default: []].append(card.id)
    }
    shownMetrics = Set(cards.compactMap(\.metricID))
    for lane in lanes { cardStates.changed(lane.id) }
    for emotion in emotions.inOrder() { self.emotions[emotion.stepID, default: []].append(emotion) }
    for entry in cardDepartments { insert(entry) }
  }

  // MARK: Reading

  /// The map's point of view.
  public var persona: Persona? { personas.first { $0.id == map.personaID } }

  public func steps(of stageID: UUID) -> [Step] { steps.filter { $0.stageID == stageID } }

  /// In order.
  public func cards(at cell: Cell) -> [Card] {
    (cells[cell] ?? []).compactMap { cards[$0] }
  }

  /// In the workspace's order.
  public func departments(of cardID: UUID) -> [Department] {
    guard let entries = departmentsOfCards[cardID] else { return [] }
    let ids = Set(entries.compactMap { cardDepartments[$0]?.departmentID })
    return departments.filter { ids.contains($0.id) }
  }

  /// How the point of view feels at a step: its own emotion, or else the one of nobody in
  /// particular, or else the first.
  public func emotion(at stepID: UUID) -> Emotion? {
    guard let all = emotions[stepID] else { return nil }
    return all.first { $0.personaID == map.personaID } ?? all.first { $0.personaID == nil }
      ?? all.first
  }

  /// Whose emotions the map shows, the point of view first, then in the workspace's order.
  /// Nil stands for the customer, whoever that is.
  public var emotionPersonas: [UUID?] {
    var seen = Set<UUID?>()
    for list in emotions.values { for emotion in list { seen.insert(emotion.personaID) } }
    var result: [UUID?] = []
    if seen.contains(map.personaID) { result.append(map.personaID) }
    result += personas.map(\.id).filter { seen.contains($0) && $0 != map.personaID }
    if seen.contains(nil), map.personaID != nil { result.append(nil) }
    return result
  }

  /// The kind that a card shows: its own, or its lane's.
  public func kind(of card: Card) -> Lane.Kind {
    card.cardKind ?? lanes.first { $0.id == card.laneID }?.laneKind ?? .text
  }

  /// Stands for the cards of a lane as they are: the same object as long as none of them changes,
  /// so that what was made from them can be kept.
  public func cardState(of laneID: UUID) -> AnyObject? { cardStates.state(of: laneID) }

  // MARK: Following changes

  /// Takes in what happened to the workspace. False: this map is gone, or the change does not
  /// say enough, and the map is to be read again.
  public mutating func apply(_ change: WorkspaceChange) -> Bool {
    guard !change.isWholesale, !touchesFuture(change), !hasArrivals(change) else { return false }
    // First what is new: a step that moved out of a deleted stage stays.
    for record in change.upserts { upsert(record) }
    for reference in change.deletions {
      guard remove(reference) else { return false }
    }
    return knowsAllThatCardsShow(after: change)
  }

  /// Whether `futureEmotions` may be different now.
  private func touchesFuture(_ change: WorkspaceChange) -> Bool {
    for case let other as JourneyMap in change.upserts where other.id != map.id {
      if other.basisID == map.id || other.id == futureMapID { return true }
    }
    guard let futureMapID else { return false }
    if change.deletions.contains(EntityReference(.journeyMap, futureMapID)) { return true }
    let ownEmotions = { Set(self.emotions.values.joined().map(\.id)) }
    let isOfFuture = { (record: any Entity) in
      switch record {
      case is Stage, is Step: true
      case let emotion as Emotion: !self.steps.contains { $0.id == emotion.stepID }
      // Another point of view shows another emotion.
      case let map as JourneyMap: map.id == futureMapID
      default: false
      }
    }
    return change.upserts.contains(where: isOfFuture)
      || change.deletions.contains { reference in
        switch reference.kind {
        case .stage, .step: true
        case .emotion: !ownEmotions().contains(reference.id)
        default: false
        }
      }
  }

  /// Whether something came here from another map, with things on it that the change does not
  /// name.
  private func hasArrivals(_ change: WorkspaceChange) -> Bool {
    guard !change.updatedIDs.isEmpty else { return false }
    return change.upserts.contains { record in
      guard change.updatedIDs.contains(record.id) else { return false }
      return switch record {
      case let stage as Stage:
        stage.mapID == map.id && !stages.contains { $0.id == stage.id }
      case let step as Step:
        stages.contains { $0.id == step.stageID } && !steps.contains { $0.id == step.id }
      case let lane as Lane: lane.mapID == map.id && !lanes.contains { $0.id == lane.id }
      case let card as Card:
        cards[card.id] == nil && lanes.contains { $0.id == card.laneID }
      default: false
      }
    }
  }

  /// Lets go of pictures and readings that no card shows any more. False: a card shows some that
  /// the change did not bring.
  private mutating func knowsAllThatCardsShow(after change: WorkspaceChange) -> Bool {
    let isConcerned =
      !extras.pictures.isEmpty || !extras.readings.isEmpty || !shownMetrics.isEmpty
      || change.upserts.contains { record in
        switch record {
        case let card as Card: card.pictureID != nil || card.metricID != nil
        case is Persona, is JourneyMap: persona?.pictureID != nil
        default: record is StoredPicture || record is Reading
        }
      }
    guard isConcerned else { return true }
    let before = shownMetrics
    var pictures = Set(cards.values.compactMap(\.pictureID))
    if let portrait = persona?.pictureID { pictures.insert(portrait) }
    shownMetrics = Set(cards.values.compactMap(\.metricID))
    extras.keep(pictures: pictures, metrics: shownMetrics)
    return shownMetrics.isSubset(of: before) && pictures.allSatisfy { extras.pictures[$0] != nil }
  }

  private mutating func upsert(_ record: any Entity) {
    switch record {
    case let card as Card: upsert(card)
    case let emotion as Emotion: upsert(emotion)
    case let new as JourneyMap where new.id == map.id:
      map = new
      extras.mapTitles[new.id] = new.title
    case let stage as Stage: upsert(stage)
    case let step as Step: upsert(step)
    case let lane as Lane:
      guard lane.mapID == map.id else { return removeLane(lane.id) }
      lanes.upsert(lane)
      cardStates.changed(lane.id)
    case let line as BlueprintLine:
      if line.mapID == map.id { lines.upsert(line) } else { lines.removeAll { $0.id == line.id } }
    case let persona as Persona: personas.upsert(persona)
    case let department as Department: departments.upsert(department)
    case let entry as CardDepartment: upsert(entry)
    case let other as JourneyMap: extras.mapTitles[other.id] = other.title
    default: upsertExtra(record)
    }
  }

  private mutating func upsertExtra(_ record: any Entity) {
    switch record {
    case let channel as Channel: extras.channels.upsert(channel)
    case let tag as Tag: extras.tags.upsert(tag)
    case let metric as Metric: extras.metrics.upsert(metric)
    case let entry as CardChannel:
      extras.cardChannels.remove(entry.id)
      if cards[entry.cardID] != nil { extras.cardChannels.upsert(entry) }
    case let entry as CardTag:
      extras.cardTags.remove(entry.id)
      if cards[entry.cardID] != nil { extras.cardTags.upsert(entry) }
    case let entry as StepDepartment:
      extras.stepDepartments.remove(entry.id)
      if steps.contains(where: { $0.id == entry.stepID }) { extras.stepDepartments.upsert(entry) }
      return
    case let link as Link:
      let isChoice = link.isCurveChoice && lanes.contains { $0.id == link.fromID }
      extras.curveChoices[link.id] = isChoice ? link : nil
      let card = link.isBacking ? cards[link.fromID] : nil
      guard extras.backings[link.id] != card?.id else { return }
      let old = extras.backings[link.id].flatMap { cards[$0] }
      extras.backings[link.id] = card?.id
      for card in [old, card] { if let card { cardStates.changed(card.laneID) } }
      return
    case let picture as StoredPicture: extras.pictures[picture.id] = picture
    case let reading as Reading: extras.upsert(reading)
    default: return
    }
    cardsLookDifferent()
  }

  /// What cards show beside their own fields has changed.
  private mutating func cardsLookDifferent() {
    for lane in lanes { cardStates.changed(lane.id) }
  }

  private mutating func removeExtra(_ reference: EntityReference) {
    let id = reference.id
    switch reference.kind {
    case .channel: extras.channels.removeAll { $0.id == id }
    case .tag: extras.tags.removeAll { $0.id == id }
    case .metric:
      extras.metrics.removeAll { $0.id == id }
      extras.readings[id] = nil
    case .cardChannel: extras.cardChannels.remove(id)
    case .cardTag: extras.cardTags.remove(id)
    case .link:
      extras.curveChoices[id] = nil
      if let card = extras.backings.removeValue(forKey: id).flatMap({ cards[$0] }) {
        cardStates.changed(card.laneID)
      }
      return
    case .stepDepartment: return extras.stepDepartments.remove(id)
    case .picture: extras.pictures[id] = nil
    case .reading: extras.remove(reading: id)
    case .journeyMap:
      extras.mapTitles[id] = nil
      return
    default: return
    }
    cardsLookDifferent()
  }

  private mutating func upsert(_ stage: Stage) {
    guard stage.mapID == map.id else { return removeStage(stage.id) }
    stages.upsert(stage)
    orderSteps()
  }

  private mutating func upsert(_ step: Step) {
    guard stages.contains(where: { $0.id == step.stageID }) else { return removeStep(step.id) }
    steps.removeAll { $0.id == step.id }
    steps.append(step)
    orderSteps()
  }

  private mutating func upsert(_ entry: CardDepartment) {
    if let old = cardDepartments[entry.id], old.cardID != entry.cardID { remove(old) }
    if cards[entry.cardID] != nil { insert(entry) }
  }

  private mutating func upsert(_ card: Card) {
    guard lanes.contains(where: { $0.id == card.laneID }) else { return removeCard(card.id) }
    cardStates.changed(card.laneID)
    if let old = cards[card.id] {
      if old.laneID == card.laneID, old.stepID == card.stepID, old.rank == card.rank {
        cards[card.id] = card
        return
      }
      removeFromCell(old)
    }
    cards[card.id] = card
    let cell = Cell(laneID: card.laneID, stepID: card.stepID)
    let last = cells[cell]?.last.flatMap { cards[$0] }
    // Thousands may be added to one cell, one after the other.
    guard let last, card.precedes(last) else {
      cells[cell, default: []].append(card.id)
      return
    }
    var ids = cells[cell] ?? []
    let place = ids.firstIndex { id in
      guard let other = cards[id] else { return false }
      return card.precedes(other)
    }
    ids.insert(card.id, at: place ?? ids.endIndex)
    cells[cell] = ids
  }

  private mutating func upsert(_ emotion: Emotion) {
    for (step, list) in emotions
    where step != emotion.stepID && list.contains(where: { $0.id == emotion.id }) {
      let rest = list.filter { $0.id != emotion.id }
      emotions[step] = rest.isEmpty ? nil : rest
    }
    guard steps.contains(where: { $0.id == emotion.stepID }) else { return }
    emotions[emotion.stepID, default: []].upsert(emotion)
  }

  private mutating func insert(_ entry: CardDepartment) {
    cardDepartments[entry.id] = entry
    departmentsOfCards[entry.cardID, default: []].insert(entry.id)
  }

  private mutating func remove(_ reference: EntityReference) -> Bool {
    let id = reference.id
    switch reference.kind {
    case .journeyMap where id == map.id: return false
    case .journeyMap where map.basisID == id:
      map.basisID = nil
      removeExtra(reference)
    case .stage: removeStage(id)
    case .step: removeStep(id)
    case .lane: removeLane(id)
    case .blueprintLine: lines.removeAll { $0.id == id }
    case .card: removeCard(id)
    case .emotion:
      for (step, list) in emotions where list.contains(where: { $0.id == id }) {
        let rest = list.filter { $0.id != id }
        emotions[step] = rest.isEmpty ? nil : rest
      }
    case .persona: personas.removeAll { $0.id == id }
    case .department: departments.removeAll { $0.id == id }
    case .cardDepartment:
      if let entry = cardDepartments[id] { remove(entry) }
    default: removeExtra(reference)
    }
    return true
  }

  private mutating func remove(_ entry: CardDepartment) {
    cardDepartments[entry.id] = nil
    departmentsOfCards[entry.cardID]?.remove(entry.id)
    if departmentsOfCards[entry.cardID]?.isEmpty == true { departmentsOfCards[entry.cardID] = nil }
  }

  private mutating func removeStage(_ id: UUID) {
    guard stages.contains(where: { $0.id == id }) else { return }
    stages.removeAll { $0.id == id }
    for step in steps where step.stageID == id { removeStep(step.id) }
  }

  private mutating func removeLane(_ id: UUID) {
    guard lanes.contains(where: { $0.id == id }) else { return }
    lanes.removeAll { $0.id == id }
    extras.curveChoices = extras.curveChoices.filter { $0.value.fromID != id }
    for card in cards.values where card.laneID == id { removeCard(card.id) }
  }

  private mutating func removeStep(_ id: UUID) {
    guard steps.contains(where: { $0.id == id }) else { return }
    steps.removeAll { $0.id == id }
    emotions[id] = nil
    extras.stepDepartments.removeAll(of: id)
    for card in cards.values where card.stepID == id { removeCard(card.id) }
  }

  private mutating func removeCard(_ id: UUID) {
    guard let card = cards.removeValue(forKey: id) else { return }
    removeFromCell(card)
    for entry in departmentsOfCards.removeValue(forKey: id) ?? [] { cardDepartments[entry] = nil }
    extras.cardChannels.removeAll(of: id)
    extras.cardTags.removeAll(of: id)
    if extras.backings.values.contains(id) {
      extras.backings = extras.backings.filter { $0.value != id }
    }
  }

  private mutating func removeFromCell(_ card: Card) {
    cardStates.changed(card.laneID)
    let cell = Cell(laneID: card.laneID, stepID: card.stepID)
    let rest = (cells[cell] ?? []).filter { $0 != card.id }
    cells[cell] = rest.isEmpty ? nil : rest
  }

  private mutating func orderSteps() {
    let byStage = Dictionary(grouping: steps, by: \.stageID)
    steps = stages.flatMap { (byStage[$0.id] ?? []).inOrder() }
  }
}

/// An object for each lane, a new one whenever a card of the lane changes.
private struct CardStates: Equatable {
  private final class State: Sendable {}

  private var objects: [UUID: State] = [:]

  func state(of laneID: UUID) -> AnyObject? { objects[laneID] }

  mutating func changed(_ laneID: UUID) { objects[laneID] = State() }

  /// Two maps with the same records are equal, whatever became of them before.
  static func == (left: CardStates, right: CardStates) -> Bool { true }
}

extension Array where Element: Ranked {
  /// Replaces the record with the same id, or adds it; keeps the order.
  mutating func upsert(_ record: Element) {
    removeAll { $0.id == record.id }
    let place = firstIndex { record.precedes($0) }
    insert(record, at: place ?? endIndex)
  }
}
