import Foundation

enum JourneyColumn: String, TableColumn {
  case stage, step
  case stepNumber = "step number"
  case momentOfTruth = "moment of truth"
  case lane, kind, text
  case cardKind = "card kind"
  case span, evidence, source, channels, departments, colour, persona, emotion

  var otherNames: [String] {
    switch self {
    case .stage: ["phase"]
    case .stepNumber: ["number", "stepno"]
    case .text: ["card"]
    case .kind: ["lanekind"]
    case .evidence: ["evidencelevel"]
    case .channels: ["channel"]
    case .departments: ["department"]
    case .colour: ["color"]
    default: []
    }
  }
}

/// A journey map that grows row by row. Stages, steps, lanes, personas and departments come to be
/// where they are first named.
struct JourneyTable {
  private struct StepKey: Hashable {
    var number: Int?
    var stage: String
    var step: String
  }

  private struct LaneKey: Hashable {
    var title: String
    var kind: Lane.Kind
  }

  private let decimalComma: Bool
  private var contents: WorkspaceContents
  private var map: JourneyMap
  private var steps: [StepKey: Int] = [:]
  /// Of the steps, where they have one, and whether they came in that order.
  private var numbers: [UUID: Int] = [:]
  private var highestNumber = 0
  private var isInOrder = true
  private var lanes: [LaneKey: UUID] = [:]
  private var personas: [String: UUID] = [:]
  private var departments: [String: UUID] = [:]
  private var channels: [String: UUID] = [:]
  private var emotions: [UUID: [UUID?: Double]] = [:]

  /// - Parameter decimalComma: whether `1,5` is a number.
  init(title: String, decimalComma: Bool) {
    self.decimalComma = decimalComma
    contents = WorkspaceContents(workspace: WorkspaceInfo(title: title))
    map = JourneyMap(rank: .middle, title: title)
  }

  consuming func read(
    _ reader: inout CSVReader, table: Table<JourneyColumn>
  ) throws(ImportError) -> ImportedDocument {
    if !table.has(.step), !table.has(.stage) { try table.require(.step) }
    var bad = BadRows()
    while let row = try bad.next(&reader) {
      do throws(ImportError) {
        try table.check(row)
        try add(row, table)
      } catch {
        bad.note(error)
      }
    }
    try bad.check()
    orderByNumber()
    rank()
    if contents.lanes.isEmpty { contents.lanes = MermaidJourney.lanes(of: map.id) }
    map.personaID = contents.personas.first?.id
    contents.journeyMaps = [map]
    return ImportedDocument(format: .csv, contents: contents, remarks: table.remarks)
  }

  private mutating func add(
    _ row: CSVReader.Row, _ table: Table<JourneyColumn>
  ) throws(ImportError) {
    let step = try stepIndex(row, table)
    let lane = try laneID(row, table)
    let text = table.raw(.text, of: row)
    if !text.isEmpty {
      guard let step else { throw ImportError(.noStep, at: .line(row.line)) }
      guard let lane else { throw ImportError(.noLane, at: .line(row.line)) }
      try addCard(text, lane: lane, step: contents.steps[step].id, row, table)
    }
    let persona = personaID(table.text(.persona, of: row))
    guard let value = try emotion(row, table) else { return }
    guard let step else { throw ImportError(.noStep, at: .line(row.line)) }
    let id = contents.steps[step].id
    if let known = emotions[id]?[persona] {
      guard known == value else {
        throw table.failure(
          .emotion, of: row, allowed: tr("one value for each step and persona"))
      }
      return
    }
    emotions[id, default: [:]][persona] = value
    contents.emotions.append(Emotion(stepID: id, personaID: persona, value: value))
  }

  /// The place of the row's step in `contents.steps`; nil in a row for a stage or a lane alone.
  private mutating func stepIndex(
    _ row: CSVReader.Row, _ table: Table<JourneyColumn>
  ) throws(ImportError) -> Int? {
    let stage = table.text(.stage, of: row)
    let title = table.text(.step, of: row)
    let number = try table.whole(.stepNumber, of: row, in: 1...1_000_000)
    let decides = try isMomentOfTruth(row, table)
    guard !title.isEmpty || number != nil else {
      if !stage.isEmpty, stageID(stage) == nil { addStage(stage) }
      return nil
    }
    let key = StepKey(
      number: number, stage: number == nil ? stage : "", step: number == nil ? title : "")
    if let known = steps[key] {
      if decides { contents.steps[known].isMomentOfTruth = true }
      return known
    }
    // With numbers, a stage that returns after another one is a new stage.
    let current = contents.stages.last
    let isCurrent = current?.title == stage
    let stageID =
      number == nil ? stageID(stage) : isCurrent ? current?.id : nil
    let home = stageID ?? addStage(stage)
    steps[key] = contents.steps.count
    let step = Step(stageID: home, rank: .middle, title: title, isMomentOfTruth: decides)
    contents.steps.append(step)
    if let number {
      numbers[step.id] = number
      isInOrder = isInOrder && number > highestNumber
      highestNumber = max(highestNumber, number)
    }
    return contents.steps.count - 1
  }

  /// Everything stands in the order in which it came.
  private mutating func rank() {
    contents.departments.rank { _ in 0 }
    contents.channels.rank { _ in 0 }
    contents.personas.rank { _ in 0 }
    contents.stages.rank { _ in 0 }
    contents.lanes.rank { _ in 0 }
    contents.steps.rank(by: \.stageID)
    contents.emotions.rank(by: \.stepID)
    contents.cards.rank { Cell(laneID: $0.laneID, stepID: $0.stepID) }
  }

  /// Rows may have been sorted by something else; then the numbers say which step follows which,
  /// and stages are made anew from them.
  private mutating func orderByNumber() {
    guard !isInOrder else { return }
    let titles = Dictionary(
      contents.stages.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    let used = Set(contents.steps.map(\.stageID))
    let bare = contents.stages.filter { !used.contains($0.id) }.map(\.title)
    contents.stages = []
    contents.steps.sort { numbers[$0.id] ?? .max < numbers[$1.id] ?? .max }
    for index in contents.steps.indices {
      let title = titles[contents.steps[index].stageID] ?? ""
      if contents.stages.last?.title != title { addStage(title) }
      if let stage = contents.stages.last { contents.steps[index].stageID = stage.id }
    }
    for title in bare where !contents.stages.contains(where: { $0.title == title }) {
      addStage(title)
    }
  }

  private func stageID(_ title: String) -> UUID? {
    contents.stages.last { $0.title == title }?.id
  }

  @discardableResult
  private mutating func addStage(_ title: String) -> UUID {
    let stage = Stage(mapID: map.id, rank: .middle, title: title)
    contents.stages.append(stage)
    return stage.id
  }

  private func isMomentOfTruth(
    _ row: CSVReader.Row, _ table: Table<JourneyColumn>
  ) throws(ImportError) -> Bool {
    switch table.text(.momentOfTruth, of: row).lowercased() {
    case "", "no", "n", "false", "0": false
    case "yes", "y", "true", "1", "x", "✓", "★": true
    default: throw table.failure(.momentOfTruth, of: row, allowed: tr("yes or no"))
    }
  }

  /// The row's lane: known by its title and kind. A lane without a kind is of the kind that it is
  /// called, or else of text.
  private mutating func laneID(
    _ row: CSVReader.Row, _ table: Table<JourneyColumn>
  ) throws(ImportError) -> UUID? {
    var title = table.text(.lane, of: row)
    var kind = try table.choice(.kind, of: row, Lane.Kind.self)
    if title.isEmpty, kind == nil { return nil }
    if kind == nil {
      let name = ColumnName(title)
      kind = Lane.Kind.allCases.first { ColumnName($0.rawValue) == name }
      if kind != nil { title = "" }
    }
    // What a lane is called that has no title of its own.
    if let kind, title == JourneyWords.name(of: kind) { title = "" }
    let key = LaneKey(title: title, kind: kind ?? .text)
    if let known = lanes[key] { return known }
    let lane = Lane(mapID: map.id, rank: .middle, kind: key.kind, title: title)
    lanes[key] = lane.id
    contents.lanes.append(lane)
    return lane.id
  }

  private mutating func addCard(
    _ text: String, lane: UUID, step: UUID, _ row: CSVReader.Row, _ table: Table<JourneyColumn>
  ) throws(ImportError) {
    if lanes.contains(where: { $0.value == lane && $0.key.kind == .departments }) {
      return standDepartments(behind: step, named: table.raw(.text, of: row))
    }
    let cardKind = try table.choice(.cardKind, of: row, Lane.Kind.self)
    if cardKind == .departments {
      throw table.failure(
        .cardKind, of: row, allowed: Lane.Kind.ofCards.map(\.rawValue).joined(separator: ", "))
    }
    let card = Card(
      laneID: lane, stepID: step, rank: .middle,
      span: try table.whole(.span, of: row, in: 1...10_000) ?? 1,
      kind: cardKind, text: text,
      colour: try table.choice(.colour, of: row, Swatch.self),
      evidence: try table.choice(.evidence, of: row, EvidenceLevel.self) ?? .assumed,
      source: table.raw(.source, of: row))
    contents.cards.append(card)
    var named = Set<String>()
    for name in Self.names(in: table.raw(.departments, of: row)) where named.insert(name).inserted {
      contents.cardDepartments.append(
        CardDepartment(cardID: card.id, departmentID: departmentID(name)))
    }
    named = []
    for name in Self.names(in: table.raw(.channels, of: row)) where named.insert(name).inserted {
      contents.cardChannels.append(CardChannel(cardID: card.id, channelID: channelID(name)))
    }
  }

  /// What a cell of a lane of departments says.
  private mutating func standDepartments(behind step: UUID, named names: String) {
    for name in Self.names(in: names) {
      let entry = StepDepartment(stepID: step, departmentID: departmentID(name))
      let isKnown = contents.stepDepartments.contains {
        $0.stepID == step && $0.departmentID == entry.departmentID
      }
      if !isKnown { contents.stepDepartments.append(entry) }
    }
  }

  /// Names on lines of their own, or else separated by semicolons.
  private static func names(in cell: String) -> [String] {
    let isInLines = cell.contains(where: \.isNewline)
    return cell.split { isInLines ? $0.isNewline : $0 == ";" }
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  /// A cell from which `names` gives the same names.
  static func cell(of names: [String]) -> String {
    let needsLines = names.contains { $0.contains(";") }
    return names.joined(separator: needsLines ? "\n" : "; ") + (needsLines ? "\n" : "")
  }

  private mutating func departmentID(_ name: String) -> UUID {
    if let known = departments[name] { return known }
    let department = Department(rank: .middle, name: name)
    contents.departments.append(department)
    departments[name] = department.id
    return department.id
  }

  private mutating func channelID(_ name: String) -> UUID {
    if let known = channels[name] { return known }
    let channel = Channel(rank: .middle, name: name, mark: .fitting(name))
    contents.channels.append(channel)
    channels[name] = channel.id
    return channel.id
  }

  private mutating func personaID(_ name: String) -> UUID? {
    if name.isEmpty { return nil }
    if let known = personas[name] { return known }
    let persona = Persona(rank: .middle, name: name)
    contents.personas.append(persona)
    personas[name] = persona.id
    return persona.id
  }

  private func emotion(
    _ row: CSVReader.Row, _ table: Table<JourneyColumn>
  ) throws(ImportError) -> Double? {
    var cell = table.text(.emotion, of: row).replacingOccurrences(of: "−", with: "-")
    if cell.isEmpty { return nil }
    if decimalComma { cell = cell.replacingOccurrences(of: ",", with: ".") }
    guard let value = Double(cell), Emotion.scale.contains(value) else {
      throw table.failure(.emotion, of: row, allowed: tr("numbers from −2 to 2"))
    }
    return value
  }

  // MARK: Writing

  /// As the screen shows them; of two that are called the same, the later one has a number.
  private static func names(of lanes: [Lane]) -> [UUID: String] {
    var taken = Set<LaneKey>()
    var names: [UUID: String] = [:]
    for lane in lanes {
      let title = JourneyWords.title(of: lane)
      let candidates = [title] + (2...(lanes.count + 2)).map { "\(title) (\($0))" }
      names[lane.id] = candidates.first {
        taken.insert(LaneKey(title: $0, kind: lane.laneKind)).inserted
      }
    }
    return names
  }

  /// The map as a table: its lanes, then step by step emotions and cards.
  static func text(of journey: JourneyContents) -> String {
    var table = CSVText()
    table.append(JourneyColumn.allCases.map(\.rawValue))
    func add(_ cells: [JourneyColumn: String]) {
      table.append(JourneyColumn.allCases.map { cells[$0] ?? "" })
    }
    let laneNames = Self.names(of: journey.lanes)
    for lane in journey.lanes {
      add([.lane: laneNames[lane.id] ?? "", .kind: lane.laneKind.rawValue])
    }
    let names = Dictionary(
      journey.personas.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    var number = 0
    let steps = Dictionary(grouping: journey.steps, by: \.stageID)
    for stage in journey.stages {
      let own = steps[stage.id] ?? []
      if own.isEmpty { add([.stage: stage.title]) }
      for step in own {
        number += 1
        let start: [JourneyColumn: String] = [
          .stage: stage.title, .step: step.title, .stepNumber: String(number),
          .momentOfTruth: step.isMomentOfTruth ? "yes" : "",
        ]
        let feelings = journey.emotions[step.id] ?? []
        if feelings.isEmpty { add(start) }
        for emotion in feelings {
          var row = start
          row[.persona] = emotion.personaID.flatMap { names[$0] } ?? ""
          row[.emotion] = JSONText.literal(emotion.value) ?? ""
          add(row)
        }
        for lane in journey.lanes {
          let behind = journey.departments(behind: step.id).map(\.name).filter { !$0.isEmpty }
          if lane.laneKind == .departments, !behind.isEmpty {
            var row = start
            row[.lane] = laneNames[lane.id] ?? ""
            row[.kind] = lane.laneKind.rawValue
            row[.text] = Self.cell(of: behind.sorted())
            add(row)
          }
          for card in journey.cards(at: Cell(laneID: lane.id, stepID: step.id))
          where !card.text.isEmpty {
            var row = start
            row[.lane] = laneNames[lane.id] ?? ""
            row[.kind] = lane.laneKind.rawValue
            row[.text] = card.text
            row[.cardKind] = card.cardKind?.rawValue ?? ""
            row[.span] = String(card.span)
            row[.evidence] = card.evidence.rawValue
            row[.source] = card.source
            row[.channels] = Self.cell(of: journey.channels(of: card.id).map(\.name).sorted())
            row[.departments] = Self.cell(of: journey.departments(of: card.id).map(\.name).sorted())
            row[.colour] = card.colour?.rawValue ?? ""
            add(row)
          }
        }
      }
    }
    return table.text
  }
}
