import Foundation
import Testing
import UpliftCore

/// How lanes are shown, who stands behind steps, channels and metrics: edits as a person makes
/// them, looked at on the disk.
@Suite struct LaneDisplayEditingTests {
  let folder: TemporaryFolder
  let small = SmallWorkspace()
  let workspace: Workspace

  init() throws {
    folder = try TemporaryFolder()
    workspace = try Workspace.create(at: folder.file("a.uplift"), contents: small.contents)
  }

  private func journey() throws -> JourneyContents {
    try #require(try workspace.journey(small.map.id))
  }

  private func perform(_ edit: Edit?) throws { try workspace.perform(try #require(edit)) }

  private func lane(_ index: Int) throws -> Lane {
    try #require(try journey().lanes.first { $0.id == small.lanes[index].id })
  }

  @Test func hiddenLanesAreCountedAndComeBackTogether() throws {
    let all = try journey().lanes.map(\.id)
    for id in all.prefix(2) {
      try perform(try journey().changingDisplay(of: id) { $0.isHidden = true })
    }
    #expect(try journey().hiddenLanes.map(\.id) == Array(all.prefix(2)))
    #expect(try journey().shownLanes.map(\.id) == Array(all.dropFirst(2)))
    try perform(try journey().showingAllLanes())
    #expect(try journey().shownLanes.map(\.id) == all)
    #expect(try journey().showingAllLanes() == nil)
  }

  @Test func pinnedLanesKeepTheirPlaceAndPassTheOthers() throws {
    let order = try journey().lanes.map(\.id)
    let (first, second) = (try lane(0), try lane(1))
    try perform(try journey().changingDisplay(of: second.id) { $0.isPinned = true })
    #expect(try journey().shownLanes.map(\.id) == order)
    try perform(try journey().movingInList(second.id, .up))
    #expect(try journey().shownLanes.prefix(2).map(\.id) == [second.id, first.id])
    #expect(try journey().movingInList(second.id, .up) == nil)
    try perform(try journey().moving(second.reference, .down))
    #expect(try journey().shownLanes.map(\.id) == order)
  }

  @Test func aLaneOfEmotionsShowsChosenCurvesUntilItShowsAll() throws {
    let lane = Lane(mapID: small.map.id, rank: .between(small.lanes[1].rank, nil), kind: .emotion)
    try perform(Edit(.addLane, [.insert(lane)]))
    let step = try #require(try journey().steps.first)
    let first = try #require(try journey().personas.first)
    let second = Persona(rank: .between(first.rank, nil), name: "Ben")
    try perform(Edit(.addPersona, [.insert(second)]))
    for persona in [first, second] {
      try perform(try journey().settingEmotion(at: step.id, to: 0.7, for: persona.id))
    }
    let all = try journey().emotionPersonas
    #expect(try journey().curves(of: lane.id) == all && all.count >= 2)
    var followed = try journey()
    let edit = try #require(followed.choosingCurves([second.id], in: lane.id))
    try perform(edit)
    followed = followed.after(edit)
    #expect(try journey().curves(of: lane.id) == [second.id])
    #expect(try journey() == followed)
    #expect(try workspace.contents().journey(small.map.id) == followed)
    #expect(followed.persona(feltIn: lane.id, at: step.id) == second.id)
    #expect(followed.choosingCurves([second.id], in: lane.id) == nil)
    let others = try workspace.outline().journeyMaps
    let future = followed.makingFutureMap(among: others)
    try workspace.perform(future.edit)
    let copy = try #require(try workspace.journey(future.record.id))
    let copied = try #require(copy.lanes.first { $0.laneKind == .emotion })
    #expect(copy.curves(of: copied.id) == [second.id])
    try perform(try journey().choosingCurves([], in: lane.id))
    #expect(try journey().curves(of: lane.id) == all)
    #expect(try workspace.check() == [])
  }

  @Test func theCurveOfNobodyNamedIsShownAlone() throws {
    let lane = Lane(mapID: small.map.id, rank: .between(small.lanes[1].rank, nil), kind: .emotion)
    try perform(Edit(.addLane, [.insert(lane)]))
    let steps = try journey().steps.map(\.id)
    let named = try #require(try journey().personas.first).id
    var map = try journey().map
    let before = map
    map.personaID = named
    try perform(Edit(.editDetails, [.update(from: before, to: map)]))
    try perform(try journey().settingEmotion(at: steps[0], to: 1.5, for: named))
    try perform(try journey().settingEmotion(at: steps[1], to: -1, for: nil))
    #expect(try journey().curves(of: lane.id) == [named, nil])
    let edit = try journey().choosingCurves([nil], in: lane.id)
    let followed = try journey().after(try #require(edit))
    try perform(edit)
    #expect(try journey().curves(of: lane.id) == [nil])
    #expect(try journey() == followed)
    #expect(try workspace.contents().journey(small.map.id) == followed)
    #expect(followed.persona(feltIn: lane.id, at: steps[0]) == nil)
    #expect(followed.choosingCurves([nil], in: lane.id) == nil)
    // It goes along to other maps, into files, and back in time.
    let maps = try workspace.outline().journeyMaps
    let copy = followed.duplicatingMap(among: maps)
    try workspace.perform(copy.edit)
    let other = try #require(try workspace.journey(copy.record.id))
    let copied = try #require(
      other.lanes.first { $0.laneKind == .emotion && $0.basisID == lane.id })
    #expect(other.curves(of: copied.id) == [nil])
    let json = try WorkspaceJSON.encode(try workspace.contents())
    #expect(try WorkspaceJSON.decode(json).lanePersonas.count == 2)
    let then = try workspace.contents()
    try perform(try journey().deleting([lane.reference]))
    try perform(try workspace.contents().restoring(map: small.map.id, from: then))
    #expect(try journey().chosenCurves(of: lane.id) == [nil])
    // Persona and nobody together; with the persona gone, nobody is left.
    try perform(try journey().choosingCurves([nil, named], in: lane.id))
    #expect(try journey().curves(of: lane.id) == [named, nil])
    try perform(Edit(.delete, [.delete(EntityReference(.persona, named))]))
    #expect(try journey().chosenCurves(of: lane.id) == [nil])
    #expect(try workspace.check() == [])
  }

  /// As people chose before there was a record for it.
  @Test func aLinkChoosesACurveToo() throws {
    let lane = Lane(mapID: small.map.id, rank: .between(small.lanes[1].rank, nil), kind: .emotion)
    try perform(Edit(.addLane, [.insert(lane)]))
    let named = try #require(try journey().personas.first)
    let link = Link(
      rank: .middle, role: .about, from: lane.reference, to: named.reference)
    try perform(Edit(.addLink, [.insert(link)]))
    #expect(try journey().chosenCurves(of: lane.id) == [named.id])
    #expect(try workspace.contents().journey(small.map.id) == journey())
    try perform(try journey().choosingCurves([nil], in: lane.id))
    #expect(try journey().chosenCurves(of: lane.id) == [nil])
    #expect(try workspace.contents().links.contains { $0.id == link.id } == false)
  }

  @Test func heightsAndWidthsStayWithinTheirBounds() throws {
    let id = try lane(0).id
    try perform(try journey().settingHeight(of: id, to: 9))
    #expect(try lane(0).height == Lane.heights.lowerBound)
    try perform(try journey().settingHeight(of: id, to: nil))
    #expect(try lane(0).height == nil)
    try perform(try journey().settingColumnWidth(to: 99_999))
    #expect(try journey().map.columnWidth == JourneyMap.columnWidths.upperBound)
    try perform(try journey().settingColumnWidth(to: nil))
    #expect(try journey().map.columnWidth == nil)
  }

  @Test func openingALaneUndoesHidingAndCollapsing() throws {
    let id = try lane(0).id
    #expect(try journey().opening(laneID: id) == nil)
    try perform(
      try journey().changingDisplay(of: id) {
        $0.isHidden = true
        $0.isCollapsed = true
      })
    try perform(try journey().opening(laneID: id))
    #expect(try lane(0).isHidden == false)
    #expect(try lane(0).isCollapsed == false)
  }

  @Test func aDepartmentBehindAStepIsTakenByNameOrMade() throws {
    let step = small.steps[0].id
    let before = try journey().departments.count
    try perform(try journey().addingDepartment(named: " Fulfilment desk ", behind: step))
    #expect(try journey().departments(behind: step).map(\.name) == ["Fulfilment desk"])
    #expect(try journey().addingDepartment(named: "fulfilment DESK", behind: step) == nil)
    #expect(try journey().addingDepartment(named: "  ", behind: step) == nil)
    try perform(try journey().addingDepartment(named: "fulfilment desk", behind: small.steps[1].id))
    #expect(try journey().departments.count == before + 1)
    #expect(try JourneyFigures(journey()).stepsWithoutDepartment == small.steps.count - 2)
    try perform(try journey().clearingDepartments(behind: step))
    #expect(try journey().departments(behind: step).isEmpty)
  }

  @Test func figuresAreSilentOnDepartmentsWhenNobodySpeaksOfThem() throws {
    #expect(try JourneyFigures(journey()).stepsWithoutDepartment == nil)
    try perform(try journey().addingLane(.departments).edit)
    #expect(try JourneyFigures(journey()).stepsWithoutDepartment == small.steps.count)
  }

  @Test func aChannelIsTakenByNameOrMadeWithTheMarkThatFits() throws {
    let card = try #require(try journey().cards.values.first).id
    try perform(try journey().addingChannel(named: "Website", to: card))
    #expect(try journey().channels(of: card).map(\.mark) == [.web])
    #expect(try journey().addingChannel(named: "website", to: card) == nil)
    try perform(try journey().addingChannel(named: "Carrier pigeon", to: card))
    #expect(try journey().channels(of: card).map(\.mark) == [.web, .other])
    // The usual ones that are missing, and none twice.
    try perform(try journey().extras.channels.addingStandard)
    let names = try journey().extras.channels.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.count == Channel.standard.count + 1)
    #expect(try journey().extras.channels.addingStandard == nil)
  }

  @Test func aMetricIsMadeOnACardAndItsTrendIsTold() throws {
    let card = try #require(try journey().cards.values.first)
    try perform(try journey().addingMetric("Effort", to: card.id))
    let shown = try #require(try journey().cards[card.id])
    let metric = try #require(try journey().metric(of: shown))
    #expect(try journey().figures(of: shown)?.newest == nil)
    for (day, value) in [(3, 3.0), (1, 5.0), (2, 4.0)] {
      let date = try #require(CalendarDay(year: 2026, month: 9, day: day))
      try workspace.perform(
        Edit(.addReading, [.insert(Reading(metricID: metric.id, day: date, value: value))]))
    }
    let figures = try #require(try journey().figures(of: shown))
    #expect(figures.readings.map(\.value) == [5, 4, 3])
    #expect(figures.trend == .worse)
    var lower = figures
    lower.metric.isHigherBetter = false
    #expect(lower.trend == .better)
    lower.metric.target = 3
    #expect(lower.reachesTarget == true)
    try perform(try journey().settingMetric(of: card.id, to: nil))
    #expect(try journey().cards[card.id]?.metricID == nil)
  }

  @Test(
    arguments: zip(
      ["3.1", "3,10", "−12", " 85 ", "٣", "", "3.1.4", "inf", "1e5", "-"],
      [3.1, 3.1, -12, 85, 3, nil, nil, nil, nil, nil] as [Double?]))
  func numbersAreReadAsTheyAreWritten(text: String, value: Double?) {
    #expect(MetricWords.value(text) == value)
  }

  @Test(
    arguments: zip(
      [3.1, -12, 0, 85.256, 14_000.5, 1e300, 0.004],
      ["3.1", "−12", "0", "85.26", "14,000.5", "1e+300", "0"]))
  func numbersAreWrittenShort(value: Double, text: String) {
    #expect(MetricWords.number(value) == text)
  }
}
