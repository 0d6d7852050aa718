import Foundation

/// Finds what is different between two maps whose parts are matched.
struct DifferenceFinder {
  let old: MapIndex
  let new: MapIndex
  let matching: PartMatching
  private var found: [Difference] = []

  init(old: MapIndex, new: MapIndex, matching: PartMatching) {
    self.old = old
    self.new = new
    self.matching = matching
  }

  mutating func find() -> [Difference] {
    found = []
    compareMaps()
    compareStages()
    compareSteps()
    compareRows()
    compareCards()
    return found
  }

  // MARK: Kinds of parts

  private mutating func compareMaps() {
    let (before, after) = (old.journey.map, new.journey.map)
    var fields = FieldComparison()
    let isSame = before.id == after.id
    if isSame {
      fields.add(.title, .text(before.title), .text(after.title))
      fields.add(.state, .state(before.state), .state(after.state))
    }
    fields.add(
      .persona, name(of: before.personaID, in: old), name(of: after.personaID, in: new))
    fields.add(.scenario, .text(before.scenario), .text(after.scenario))
    fields.add(.expectations, .text(before.expectations), .text(after.expectations))
    fields.add(.owner, .text(before.owner), .text(after.owner))
    let future = futureMap
    if future == nil || future?.status != .hypothesis {
      fields.add(.status, .status(before.status), .status(after.status))
    }
    report(
      fields,
      Difference(
        sort: .changed, kind: .journeyMap, oldID: before.id, newID: after.id, title: after.title))
  }

  /// The one of the two that is to come, when the other one is today's. That nobody knows of it
  /// yet what is known of today is no difference.
  private var futureMap: JourneyMap? {
    let (before, after) = (old.journey.map, new.journey.map)
    guard before.id != after.id, before.state != after.state else { return nil }
    return before.state == .future ? before : after
  }

  private mutating func compareStages() {
    let moved = moved(old.journey.stages.map(\.id), new.journey.stages.map(\.id))
    for stage in new.journey.stages {
      var part = Difference(
        sort: .added, kind: .stage, newID: stage.id, title: stage.title,
        newPlace: new.place(of: stage))
      guard let before = matching.oldIDs[stage.id].flatMap(old.stage) else {
        found.append(part)
        continue
      }
      part.oldID = before.id
      part.oldPlace = old.place(of: before)
      if moved.contains(before.id) { report(.moved, part) }
      var fields = FieldComparison()
      fields.add(.title, .text(before.title), .text(stage.title))
      fields.add(.colour, .colour(before.colour), .colour(stage.colour))
      report(fields, part)
    }
    for stage in old.journey.stages where matching.newIDs[stage.id] == nil {
      found.append(
        Difference(
          sort: .removed, kind: .stage, oldID: stage.id, title: stage.title,
          oldPlace: old.place(of: stage)))
    }
  }

  private mutating func compareSteps() {
    var moved = Set<UUID>()
    let oldSteps = Dictionary(grouping: old.journey.steps, by: \.stageID)
    let newSteps = Dictionary(grouping: new.journey.steps, by: \.stageID)
    for (stageID, steps) in oldSteps {
      guard let newStage = matching.newIDs[stageID] else { continue }
      moved.formUnion(self.moved(steps.map(\.id), (newSteps[newStage] ?? []).map(\.id)))
    }
    for step in new.journey.steps {
      var part = Difference(
        sort: .added, kind: .step, newID: step.id, title: step.title,
        newPlace: new.place(of: step))
      guard let before = matching.oldIDs[step.id].flatMap(old.step) else {
        found.append(part)
        continue
      }
      part.oldID = before.id
      part.oldPlace = old.place(of: before)
      if matching.newIDs[before.stageID] != step.stageID || moved.contains(before.id) {
        report(.moved, part)
      }
      var fields = FieldComparison()
      fields.add(.title, .text(before.title), .text(step.title))
      fields.add(.momentOfTruth, .flag(before.isMomentOfTruth), .flag(step.isMomentOfTruth))
      fields.add(
        .departments,
        names(old.journey.extras.stepDepartments, before.id, old.journey.departments, \.name),
        names(new.journey.extras.stepDepartments, step.id, new.journey.departments, \.name))
      if before.opensMapID != step.opensMapID {
        fields.add(
          .nestedMap, nestedMap(of: before, in: old), nestedMap(of: step, in: new), always: true)
      }
      report(fields, part)
      compareEmotions(before, step, part)
    }
    for step in old.journey.steps where matching.newIDs[step.id] == nil {
      found.append(
        Difference(
          sort: .removed, kind: .step, oldID: step.id, title: step.title,
          oldPlace: old.place(of: step)))
    }
  }

  private mutating func compareRows() {
    let moved = moved(old.rows, new.rows)
    for lane in new.journey.lanes {
      var part = Difference(
        sort: .added, kind: .lane, newID: lane.id, title: JourneyWords.title(of: lane),
        newPlace: new.placeOfRow(lane.id))
      guard let before = matching.oldIDs[lane.id].flatMap(old.lane) else {
        found.append(part)
        continue
      }
      part.oldID = before.id
      part.oldPlace = old.placeOfRow(before.id)
      if moved.contains(before.id) { report(.moved, part) }
      var fields = FieldComparison()
      if before.title != lane.title {
        fields.add(
          .title, .text(JourneyWords.title(of: before)), .text(JourneyWords.title(of: lane)))
      }
      fields.add(.subtitle, .text(before.subtitle), .text(lane.subtitle))
      fields.add(.kind, .kind(before.laneKind), .kind(lane.laneKind))
      report(fields, part)
    }
    for line in new.journey.lines {
      let oldID = matching.oldIDs[line.id]
      let part = Difference(
        sort: .added, kind: .blueprintLine, oldID: oldID, newID: line.id,
        title: JourneyWords.name(of: line.line), oldPlace: oldID.map(old.placeOfRow),
        newPlace: new.placeOfRow(line.id))
      if let oldID, moved.contains(oldID) { report(.moved, part) }
      if oldID == nil { found.append(part) }
    }
    for lane in old.journey.lanes where matching.newIDs[lane.id] == nil {
      found.append(
        Difference(
          sort: .removed, kind: .lane, oldID: lane.id, title: JourneyWords.title(of: lane),
          oldPlace: old.placeOfRow(lane.id)))
    }
    for line in old.journey.lines where matching.newIDs[line.id] == nil {
      found.append(
        Difference(
          sort: .removed, kind: .blueprintLine, oldID: line.id,
          title: JourneyWords.name(of: line.line), oldPlace: old.placeOfRow(line.id)))
    }
  }

  private mutating func compareCards() {
    var moved = Set<UUID>()
    for (cell, ids) in old.journey.cells {
      guard let laneID = matching.newIDs[cell.laneID], let stepID = matching.newIDs[cell.stepID]
      else { continue }
      let others = new.journey.cells[Cell(laneID: laneID, stepID: stepID)] ?? []
      moved.formUnion(self.moved(ids, others))
    }
    for card in new.cards {
      let place = new.place(of: card)
      guard let before = matching.oldIDs[card.id].flatMap({ old.journey.cards[$0] }) else {
        found.append(
          Difference(
            sort: .added, kind: .card, newID: card.id, title: card.text, newPlace: place))
        continue
      }
      let part = Difference(
        sort: .changed, kind: .card, oldID: before.id, newID: card.id, title: card.text,
        oldPlace: old.place(of: before), newPlace: place)
      let isElsewhere =
        matching.newIDs[before.laneID] != card.laneID
        || matching.newIDs[before.stepID] != card.stepID
      if isElsewhere || moved.contains(before.id) { report(.moved, part) }
      report(fields(of: before, card), part)
    }
    for card in old.cards where matching.newIDs[card.id] == nil {
      found.append(
        Difference(
          sort: .removed, kind: .card, oldID: card.id, title: card.text,
          oldPlace: old.place(of: card)))
    }
  }

  private func fields(of before: Card, _ after: Card) -> FieldComparison {
    var fields = FieldComparison()
    fields.add(.text, .text(before.text), .text(after.text))
    if before.cardKind != after.cardKind {
      fields.add(.kind, .kind(kind(of: before, in: old)), .kind(kind(of: after, in: new)))
    }
    let future = futureMap.map { $0.id == new.journey.map.id ? after : before }
    if future == nil || future?.evidence != .assumed {
      fields.add(.evidence, .evidence(before.evidence), .evidence(after.evidence))
    }
    if future == nil || future?.source.isEmpty == false {
      fields.add(.source, .text(before.source), .text(after.source))
    }
    fields.add(.span, .number(before.span), .number(after.span))
    fields.add(.colour, .colour(before.colour), .colour(after.colour))
    fields.add(
      .departments, departments(of: before.id, in: old), departments(of: after.id, in: new))
    fields.add(
      .channels,
      names(old.journey.extras.cardChannels, before.id, old.journey.extras.channels, \.name),
      names(new.journey.extras.cardChannels, after.id, new.journey.extras.channels, \.name))
    fields.add(
      .tags, names(old.journey.extras.cardTags, before.id, old.journey.extras.tags, \.name),
      names(new.journey.extras.cardTags, after.id, new.journey.extras.tags, \.name))
    fields.add(
      .picture, before.pictureID.map { .picture($0) } ?? .none,
      after.pictureID.map { .picture($0) } ?? .none)
    if before.metricID != after.metricID {
      fields.add(
        .metric, text(old.journey.metric(of: before)?.title),
        text(new.journey.metric(of: after)?.title), always: true)
    }
    return fields
  }

  // MARK: Emotions

  private mutating func compareEmotions(_ before: Step, _ after: Step, _ part: Difference) {
    let olds = emotions(at: before.id, in: old)
    let news = emotions(at: after.id, in: new)
    guard olds != news else { return }
    let personas = new.journey.personas + old.journey.personas
    let keys = Set(olds.keys).union(news.keys).sorted { left, right in
      Self.order(left, personas) < Self.order(right, personas)
    }
    for key in keys where olds[key] != news[key] {
      var difference = part
      difference.sort = .emotion
      switch key {
      case .pointOfView: difference.persona = new.journey.persona?.name
      case .other(let id): difference.persona = personas.first { $0.id == id }?.name
      }
      difference.changes = [
        Difference.FieldChange(
          field: .emotion, old: olds[key].map { .emotion($0) } ?? .none,
          new: news[key].map { .emotion($0) } ?? .none)
      ]
      found.append(difference)
    }
  }

  private enum Feeler: Hashable {
    case pointOfView
    /// Nil: nobody in particular, beside a point of view that has emotions of its own.
    case other(UUID?)
  }

  private static func order(_ feeler: Feeler, _ personas: [Persona]) -> Int {
    switch feeler {
    case .pointOfView: -1
    case .other(let id): personas.firstIndex { $0.id == id } ?? personas.count
    }
  }

  /// Emotions of nobody in particular are the point of view's on a map where it has none.
  private func emotions(at stepID: UUID, in index: MapIndex) -> [Feeler: Double] {
    var result: [Feeler: Double] = [:]
    let viewer = index.journey.map.personaID
    for emotion in index.journey.emotions[stepID] ?? [] {
      let isViewers =
        emotion.personaID == viewer || (emotion.personaID == nil && !index.viewerHasEmotions)
      let key = isViewers ? Feeler.pointOfView : .other(emotion.personaID)
      if result[key] == nil { result[key] = emotion.value }
    }
    return result
  }

  // MARK: Values

  private func kind(of card: Card, in index: MapIndex) -> Lane.Kind {
    card.cardKind ?? index.lane(card.laneID)?.laneKind ?? .text
  }

  private func text(_ text: String?) -> Difference.Value { text.map { .text($0) } ?? .none }

  private func name(of personaID: UUID?, in index: MapIndex) -> Difference.Value {
    text(personaID.flatMap { id in index.journey.personas.first { $0.id == id }?.name })
  }

  private func nestedMap(of step: Step, in index: MapIndex) -> Difference.Value {
    text(step.opensMapID.map { index.journey.extras.mapTitles[$0] ?? "" })
  }

  private func departments(of cardID: UUID, in index: MapIndex) -> Difference.Value {
    guard index.journey.departmentsOfCards[cardID] != nil else { return .names([]) }
    return .names(index.journey.departments(of: cardID).map(\.name))
  }

  private func names<Entry: Assignment, Target: Ranked>(
    _ entries: Assignments<Entry>, _ owner: UUID, _ all: [Target], _ name: (Target) -> String
  ) -> Difference.Value {
    let ids = entries.targets(of: owner)
    return .names(ids.isEmpty ? [] : all.filter { ids.contains($0.id) }.map(name))
  }

  // MARK: Reporting

  /// Of the parts that stand among these in both lists, those that changed their order.
  private func moved(_ old: [UUID], _ new: [UUID]) -> Set<UUID> {
    let newSet = Set(new)
    let oldSet = Set(old)
    let stayed = old.filter { id in matching.newIDs[id].map(newSet.contains) ?? false }
    let order = new.compactMap { matching.oldIDs[$0] }.filter(oldSet.contains)
    guard stayed != order else { return [] }
    func keys(_ ids: [UUID]) -> [PairKey] {
      ids.map { PairKey(old: $0, new: matching.newIDs[$0] ?? $0) }
    }
    return Set(LongestRun.moved(from: keys(stayed), to: keys(order)).map(\.old))
  }

  private mutating func report(_ sort: Difference.Sort, _ part: Difference) {
    var difference = part
    difference.sort = sort
    found.append(difference)
  }

  /// Texts that people read are reworded; everything else is changed.
  private mutating func report(_ fields: FieldComparison, _ part: Difference) {
    let isReworded = { (change: Difference.FieldChange) in
      [.title, .text, .subtitle].contains(change.field)
    }
    let reworded = fields.changes.filter(isReworded)
    let changed = fields.changes.filter { !isReworded($0) }
    for (sort, changes) in [(Difference.Sort.reworded, reworded), (.changed, changed)]
    where !changes.isEmpty {
      var difference = part
      difference.sort = sort
      difference.changes = changes
      found.append(difference)
    }
  }
}

/// A pair of matched parts, in an order that does not depend on which map is the older.
private struct PairKey: Hashable, Comparable {
  let old: UUID
  private let name: String

  init(old: UUID, new: UUID) {
    self.old = old
    name = min(old.uuidString, new.uuidString)
  }

  static func == (left: PairKey, right: PairKey) -> Bool { left.name == right.name }
  static func < (left: PairKey, right: PairKey) -> Bool { left.name < right.name }
  func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// Collects the fields that differ.
struct FieldComparison {
  private(set) var changes: [Difference.FieldChange] = []

  /// - Parameter always: also when both values look the same: they stand for different records.
  mutating func add(
    _ field: Difference.Field, _ old: Difference.Value, _ new: Difference.Value,
    always: Bool = false
  ) {
    if always || old != new {
      changes.append(Difference.FieldChange(field: field, old: old, new: new))
    }
  }
}

extension Difference.Value {
  static func colour(_ swatch: Swatch?) -> Difference.Value {
    swatch.map { .colour($0) } ?? .none
  }
}
