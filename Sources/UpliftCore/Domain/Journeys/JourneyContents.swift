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
  public internal(set) var map: JourneyMap
  /// In order.
  public internal(set) var stages: [Stage] = []
  /// In order, through all stages.
  public internal(set) var steps: [Step] = []
  /// In order.
  public internal(set) var lanes: [Lane] = []
  /// In order; a line's rank is one among the lanes'.
  public internal(set) var lines: [BlueprintLine] = []
  public internal(set) var cards: [UUID: Card] = [:]
  /// Ids of the cards at each cell, in order. Cells with none are absent.
  public internal(set) var cells: [Cell: [UUID]] = [:]
  /// At each step, in order.
  public internal(set) var emotions: [UUID: [Emotion]] = [:]
  /// All of the workspace, in order.
  public internal(set) var personas: [Persona] = []
  /// All of the workspace, in order.
  public internal(set) var departments: [Department] = []
  public internal(set) var cardDepartments: [UUID: CardDepartment] = [:]
  /// Departments of each card, as entries of `cardDepartments`.
  public internal(set) var departmentsOfCards: [UUID: Set<UUID>] = [:]
  /// What steps and cards refer to.
  public internal(set) var extras = JourneyExtras()
  /// The future maps that are based on this one, in the order of the workspace. The first one's
  /// emotions are laid over this map's.
  public var futureMaps: [JourneyMap] = []
  var cardStates = CardStates()
  /// Metrics whose readings are known.
  var shownMetrics: Set<UUID> = []
  /// From the first of the future maps: the point of view's emotion by step of this
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

  mutating func orderSteps() {
    let byStage = Dictionary(grouping: steps, by: \.stageID)
    steps = stages.flatMap { (byStage[$0.id] ?? []).inOrder() }
  }
}
