import Foundation
import Testing

@testable import UpliftCore

/// A block keeps its shape over lanes of every kind, copied and pasted.
@Suite struct BlockShapeTests {
  let contents: WorkspaceContents
  let map = JourneyMap(rank: .middle, title: "Return")
  static let kinds: [Lane.Kind] = [
    .thoughts, .emotion, .touchpoints, .departments, .metrics, .painPoints,
  ]

  /// Three steps, a card in each lane of cards at the first two, emotions at the first and third,
  /// a department behind the first, a metric at the second.
  init() {
    let map = map
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Shape"))
    let stage = Stage(mapID: map.id, rank: .middle, title: "Send")
    let metric = Metric(rank: .middle, title: "Ease")
    let depot = Department(rank: .middle, name: "Depot")
    contents.journeyMaps = [map]
    contents.stages = [stage]
    contents.steps = Rank.spread(3).enumerated().map {
      Step(stageID: stage.id, rank: $1, title: "Step \($0)")
    }
    contents.lanes = zip(Self.kinds, Rank.spread(Self.kinds.count)).map {
      Lane(mapID: map.id, rank: $1, kind: $0)
    }
    contents.metrics = [metric]
    contents.departments = [depot]
    contents.stepDepartments = [
      StepDepartment(stepID: contents.steps[0].id, departmentID: depot.id)
    ]
    for lane in contents.lanes where lane.laneKind.holdsCards {
      for step in contents.steps.prefix(2) {
        let isMetric = lane.laneKind == .metrics
        contents.cards.append(
          Card(
            laneID: lane.id, stepID: step.id, rank: .middle,
            text: isMetric ? "" : "\(lane.laneKind.rawValue) \(step.title)",
            metricID: isMetric ? metric.id : nil))
      }
    }
    for (step, value) in [(0, -2.0), (2, 1.5)] {
      contents.emotions.append(
        Emotion(stepID: contents.steps[step].id, rank: .middle, value: value))
    }
    self.contents = contents
  }

  private func journey() throws -> JourneyContents { try #require(contents.journey(map.id)) }

  /// All cards that stand at these steps in these lanes.
  private func part(_ journey: JourneyContents, lanes: Range<Int>, steps: Range<Int>) -> MapPart {
    var selection = CellSelection()
    for lane in journey.lanes[lanes] {
      for step in journey.steps[steps] {
        let cell = Cell(laneID: lane.id, stepID: step.id)
        selection.cards.formUnion(journey.cards(at: cell).map(\.id))
      }
    }
    for end in [(lanes.lowerBound, steps.lowerBound), (lanes.upperBound - 1, steps.upperBound - 1)]
    {
      selection.cells.insert(
        Cell(laneID: journey.lanes[end.0].id, stepID: journey.steps[end.1].id))
    }
    return .cells(selection)
  }

  private func place(_ journey: JourneyContents, _ lane: Int, _ step: Int) -> PastePlace {
    PastePlace(stepID: journey.steps[step].id, laneID: journey.lanes[lane].id)
  }

  private func texts(_ journey: JourneyContents, _ lane: Int, _ step: Int) -> [String] {
    journey.cards(at: Cell(laneID: journey.lanes[lane].id, stepID: journey.steps[step].id))
      .map(\.text)
  }

  private func metricCards(_ journey: JourneyContents) -> Int {
    journey.cards.values.count { $0.metricID != nil }
  }

  @Test func aCopyHasARowForEachLane() throws {
    let journey = try journey()
    let all = part(journey, lanes: 0..<6, steps: 0..<3)
    #expect(
      journey.table(of: all)?.rows == [
        ["thoughts Step 0", "thoughts Step 1", ""], ["-2", "", "+1.5"],
        ["touchpoints Step 0", "touchpoints Step 1", ""], ["Depot", "", ""], ["Ease", "Ease", ""],
        ["pain_points Step 0", "pain_points Step 1", ""],
      ])
  }

  @Test func severalCardsOfACellAreOneCellOfTheTable() throws {
    let journey = try journey()
    let cell = Cell(laneID: journey.lanes[0].id, stepID: journey.steps[0].id)
    let two = journey.after(try #require(try journey.pasting(lines: ["b"], at: cell)).edit)
    #expect(
      two.table(of: part(two, lanes: 0..<3, steps: 0..<1))?.rows == [
        ["thoughts Step 0\nb"], ["-2"], ["touchpoints Step 0"],
      ])
  }

  /// Every block, deleted and pasted where it stood, as a clip and as a table.
  @Test(arguments: [(0, 6), (0, 3), (1, 3), (2, 6), (3, 5)])
  func pastedAtItsPlaceItIsWhatItWas(first: Int, end: Int) throws {
    let journey = try journey()
    let part = part(journey, lanes: first..<end, steps: 0..<3)
    guard case .cells(let selection) = part else { return }
    let clip = try #require(journey.clip(of: part))
    let table = try #require(journey.table(of: part))
    let felt = Set(clip.contents.emotions.map(\.id))
    var references = selection.cards.map { EntityReference(.card, $0) }
    references += felt.map { EntityReference(.emotion, $0) }
    let gone = journey.after(try #require(journey.deleting(references)))
    #expect(gone.cards.count + selection.cards.count == journey.cards.count)
    let cell = Cell(laneID: journey.lanes[first].id, stepID: journey.steps[0].id)
    let pastings = [
      try gone.pasting(clip, at: place(journey, first, 0)),
      try gone.pasting(TextTable(table.text).rows, at: cell),
    ]
    for pasting in pastings {
      let now = gone.after(try #require(pasting).edit)
      #expect(now.lanes == journey.lanes && now.steps == journey.steps)
      for lane in journey.lanes.indices {
        for step in journey.steps.indices {
          #expect(texts(now, lane, step) == texts(journey, lane, step))
        }
      }
      let (metrics, before) = (metricCards(now), metricCards(journey))
      #expect(metrics == before)
      for step in journey.steps {
        let (value, old) = (now.emotion(at: step.id)?.value, journey.emotion(at: step.id)?.value)
        #expect(value == old)
        #expect(now.departments(behind: step.id) == journey.departments(behind: step.id))
      }
    }
  }

  @Test func aRowOfNumbersBecomesTheScoresOfTheLaneThatItLandsOn() throws {
    let journey = try journey()
    let cell = Cell(laneID: journey.lanes[0].id, stepID: journey.steps[0].id)
    let pasting = try #require(
      try journey.pasting([["a", "b"], ["2", "−1"], ["c", ""], ["", "Depot"]], at: cell))
    let now = journey.after(pasting.edit)
    #expect(texts(now, 0, 0).last == "a" && texts(now, 2, 0).last == "c")
    #expect(now.steps.prefix(2).map { now.emotion(at: $0.id)?.value } == [2, -1])
    #expect(now.departments(behind: now.steps[1].id).map(\.name) == ["Depot"])
    #expect(now.departments.count == 1)
  }

  @Test func whatCannotStandInALaneRefusesAll() throws {
    let journey = try journey()
    let cell = Cell(laneID: journey.lanes[0].id, stepID: journey.steps[0].id)
    #expect(throws: BlockRefusal.noEmotion("b", lane: "Emotion")) {
      try journey.pasting([["a"], ["b"]], at: cell)
    }
    #expect(throws: BlockRefusal.noDepartment("d", lane: "Departments")) {
      try journey.pasting([["a"], [""], [""], ["d"]], at: cell)
    }
    #expect(throws: BlockRefusal.tooManyRows(44)) {
      try journey.pasting(Array(repeating: [""], count: 49) + [["a"]], at: cell)
    }
    // Cards over an emotion.
    let clip = try #require(journey.clip(of: part(journey, lanes: 4..<6, steps: 0..<2)))
    #expect(throws: BlockRefusal.noEmotion("pain_points Step 0", lane: "Emotion")) {
      try journey.pasting(clip, at: place(journey, 0, 0))
    }
  }

  @Test func rowsPastTheLastLaneGetLanes() throws {
    let journey = try journey()
    let cell = Cell(laneID: journey.lanes[5].id, stepID: journey.steps[0].id)
    let pasting = try #require(try journey.pasting([["a"], ["b"], ["c"]], at: cell))
    let now = journey.after(pasting.edit)
    #expect(pasting.newLanes == 2 && now.lanes.count == 8)
    #expect(texts(now, 5, 0).last == "a" && texts(now, 6, 0) == ["b"] && texts(now, 7, 0) == ["c"])
    // Empty rows at its end are none.
    #expect(try journey.pasting([["a"], [""], [" "]], at: cell)?.newLanes == 0)
    let columns = [Array(repeating: "a", count: journey.steps.count + 2)]
    #expect(try journey.pasting(columns, at: cell)?.newSteps == 2)
  }

  @Test func linesStayInOneCell() throws {
    let journey = try journey()
    let cell = Cell(laneID: journey.lanes[2].id, stepID: journey.steps[0].id)
    let lines = try #require(
      TextTable.lines(html: nil, text: Data("“Too slow”\n\n• \"Nice\"\nFine\n".utf8)))
    let pasting = try #require(try journey.pasting(lines: lines, at: cell))
    let now = journey.after(pasting.edit)
    #expect(texts(now, 2, 0) == ["touchpoints Step 0", "“Too slow”", "\"Nice\"", "Fine"])
    #expect(now.cards.count == journey.cards.count + 3)
    // Behind a step stands who is named.
    let departments = Cell(laneID: journey.lanes[3].id, stepID: journey.steps[1].id)
    let named = journey.after(
      try #require(try journey.pasting(lines: ["depot", "Store"], at: departments)).edit)
    #expect(named.departments(behind: named.steps[1].id).map(\.name) == ["Depot", "Store"])
  }

  @Test func aTableIsNoLines() {
    let column = Data("a\nb".utf8)
    #expect(TextTable.lines(html: nil, text: column) == ["a", "b"])
    #expect(TextTable.lines(html: nil, text: Data("a\tb\nc".utf8)) == nil)
    let cells = Data("<table><tr><td>a</td></tr><tr><td>b</td></tr></table>".utf8)
    #expect(TextTable.lines(html: cells, text: column) == nil)
    let prose = Data("<p>a</p><p>b</p>".utf8)
    #expect(TextTable.lines(html: prose, text: column) == ["a", "b"])
  }
}
