import Foundation

/// Finds a place in a map for each text of a block.
struct TextPlacing {
  private let target: JourneyContents
  private let start: Cell
  private let personaID: UUID?
  /// Lanes from the one of the cell on.
  private var lanes: [Lane]
  /// Steps from the one of the cell on.
  private var columns: [UUID]
  private var lastStep: Step

  private var newSteps: [Step] = []
  private var newLanes: [Lane] = []
  private var newCards: [Card] = []
  private var emotions: [Emotion] = []
  private var rest: [Change] = []
  private var lastRanks: [Cell: Rank] = [:]
  private var departments: [Department]
  private var behind: [UUID: Set<UUID>] = [:]

  /// Nil when the cell is not to be seen on the map.
  init?(into target: JourneyContents, at cell: Cell, for personaID: UUID?) {
    let shown = target.shownLanes
    guard let row = shown.firstIndex(where: { $0.id == cell.laneID }),
      let column = target.steps.firstIndex(where: { $0.id == cell.stepID }),
      let lastStep = target.steps.last
    else { return nil }
    self.target = target
    self.lastStep = lastStep
    self.personaID = personaID
    start = cell
    lanes = Array(shown[row...])
    columns = target.steps[column...].map(\.id)
    departments = target.departments
  }

  /// Nil when there is nothing to change.
  var pasting: Pasting? {
    let added = newSteps.map { Change.insert($0) } + newLanes.map { Change.insert($0) }
    let changes = added + newCards.map { Change.insert($0) } + rest
    guard !changes.isEmpty || !emotions.isEmpty || !behind.isEmpty else { return nil }
    return Pasting(
      edit: target.keepingCovers(Edit(.paste, changes)), added: newCards.map(\.reference),
      emotions: emotions, newLanes: newLanes.count, newSteps: newSteps.count)
  }

  mutating func place(_ block: [[String]]) throws(BlockRefusal) {
    let rows = block.prefix((block.lastIndex { $0.contains { !$0.isBlank } } ?? -1) + 1)
    guard rows.count <= lanes.count + JourneyContents.mostNewLanes else {
      throw .tooManyRows(rows.count - lanes.count)
    }
    while lanes.count < rows.count { addLane() }
    let width = rows.lazy.map { row in (row.lastIndex { !$0.isBlank } ?? -1) + 1 }.max() ?? 0
    while columns.count < width { addStep() }
    for (lane, texts) in zip(lanes, rows) {
      for (stepID, text) in zip(columns, texts) where !text.isBlank {
        try place(
          text.trimmingCharacters(in: .whitespacesAndNewlines),
          in: lane, at: stepID)
      }
    }
  }

  mutating func place(lines: [String]) throws(BlockRefusal) {
    guard let lane = lanes.first, let stepID = columns.first else { return }
    if lane.laneKind == .emotion, lines.count > 1 {
      throw .severalEmotions(lane: JourneyWords.title(of: lane))
    }
    for line in lines { try place(line, in: lane, at: stepID) }
  }

  /// What a text is in a lane.
  private mutating func place(
    _ text: String, in lane: Lane, at stepID: UUID
  ) throws(BlockRefusal) {
    switch lane.laneKind {
    case .emotion:
      guard let value = JourneyWords.emotion(in: text) else {
        throw .noEmotion(text, lane: JourneyWords.title(of: lane))
      }
      feel(value, in: lane, at: stepID)
    case .departments:
      for line in text.split(whereSeparator: \.isNewline) {
        try addDepartments(of: line, in: lane, to: stepID)
      }
    case .metrics:
      let metric = target.extras.metrics.first { $0.title.isSame(as: text) }
      add(text: metric == nil ? text : "", metricID: metric?.id, in: lane, at: stepID)
    default: add(text: text, in: lane, at: stepID)
    }
  }

  // MARK: Cards

  private mutating func add(text: String, metricID: UUID? = nil, in lane: Lane, at stepID: UUID) {
    let cell = Cell(laneID: lane.id, stepID: stepID)
    let rank = Rank.between(lastRanks[cell] ?? target.cards(at: cell).last?.rank, nil)
    lastRanks[cell] = rank
    newCards.append(
      Card(laneID: lane.id, stepID: stepID, rank: rank, text: text, metricID: metricID))
  }

  // MARK: What belongs to steps

  private mutating func feel(_ value: Double, in lane: Lane, at stepID: UUID) {
    let person =
      lane.id == start.laneID ? personaID : target.persona(feltIn: lane.id, at: stepID)
    // Two lanes may show the same curve.
    guard !emotions.contains(where: { $0.stepID == stepID && $0.personaID == person }) else {
      return
    }
    let there = target.emotions[stepID] ?? []
    if let known = there.first(where: { $0.personaID == person }) {
      var changed = known
      changed.value = value
      if changed != known { rest.append(.update(from: known, to: changed)) }
      emotions.append(changed)
    } else {
      let new = Emotion(
        stepID: stepID, personaID: person, rank: .between(there.last?.rank, nil), value: value)
      rest.append(.insert(new))
      emotions.append(new)
    }
  }

  /// A whole line may be a name; else commas stand between names. Only whoever begins at this lane
  /// means new departments.
  private mutating func addDepartments(
    of line: Substring, in lane: Lane, to stepID: UUID
  ) throws(BlockRefusal) {
    let whole = line.trimmingCharacters(in: .whitespaces)
    let isKnown = departments.contains { $0.name.isSame(as: whole) }
    let names =
      isKnown
      ? [whole]
      : line.split { $0 == "," || $0 == ";" }.map { $0.trimmingCharacters(in: .whitespaces) }
    for name in names where !name.isEmpty {
      guard lane.id == start.laneID || departments.contains(where: { $0.name.isSame(as: name) })
      else { throw .noDepartment(name, lane: JourneyWords.title(of: lane)) }
      let id = departmentID(name)
      var there = behind[stepID] ?? target.extras.stepDepartments.targets(of: stepID)
      if there.insert(id).inserted {
        rest.append(.insert(StepDepartment(stepID: stepID, departmentID: id)))
      }
      behind[stepID] = there
    }
  }

  private mutating func departmentID(_ name: String) -> UUID {
    if let known = departments.first(where: { $0.name.isSame(as: name) }) { return known.id }
    let new = Department(rank: departments.rank(after: nil), name: name)
    departments.append(new)
    rest.append(.insert(new))
    return new.id
  }

  // MARK: Room

  private mutating func addStep() {
    lastStep = Step(stageID: lastStep.stageID, rank: .between(lastStep.rank, nil), title: "")
    newSteps.append(lastStep)
    columns.append(lastStep.id)
  }

  private mutating func addLane() {
    let lane = Lane(
      mapID: target.map.id, rank: .between(newLanes.last?.rank ?? target.rowRanks.last, nil),
      kind: .text)
    newLanes.append(lane)
    lanes.append(lane)
  }
}
