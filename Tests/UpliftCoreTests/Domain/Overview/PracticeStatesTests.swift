import Foundation
import Testing

@testable import UpliftCore

@Suite struct PracticeStatesTests {
  private let today = day("2026-11-22")

  private func empty() -> WorkspaceContents {
    WorkspaceContents(
      workspace: WorkspaceInfo(title: "W", createdAt: Instant(milliseconds: 0)))
  }

  private func state(
    _ subject: PracticeStates.Subject, _ fill: (inout WorkspaceContents) -> Void
  ) -> PracticeStates.State {
    var contents = empty()
    fill(&contents)
    return PracticeStates(contents, today: today)[subject]
  }

  @Test func nobodyHasBegunWithAnEmptyWorkspace() {
    let states = PracticeStates(empty(), today: today)
    #expect(states.states.map(\.subject) == PracticeStates.Subject.allCases)
    #expect(states.n == 0)
    #expect(states.states.allSatisfy { !$0.hasBegun && !$0.wantsAttention && $0.trend == nil })
    #expect(states[.barriers].sentence == "Barriers: not begun yet")
    #expect(states.waiting(.groups).count == 4 && states.begun(.groups).isEmpty)
  }

  @Test func assumedCardsAndBareSteps() {
    let map = JourneyMap(rank: .middle, title: "M")
    let stage = Stage(mapID: map.id, rank: .middle, title: "S")
    let places = ranks(4)
    let steps = places.prefix(3).map { Step(stageID: stage.id, rank: $0, title: "") }
    let lane = Lane(mapID: map.id, rank: .middle, kind: .actions)
    let department = Department(rank: .middle, name: "IT")
    let state = state(.journeyMaps) { contents in
      contents.journeyMaps = [map]
      contents.stages = [stage]
      contents.steps = Array(steps)
      contents.lanes = [lane]
      // Observed over steps 1 and 2; step 3 has only what is assumed.
      contents.cards = [
        Card(
          laneID: lane.id, stepID: steps[0].id, rank: places[0], span: 2, text: "",
          evidence: .observed),
        Card(laneID: lane.id, stepID: steps[2].id, rank: places[1], text: ""),
        Card(laneID: lane.id, stepID: steps[0].id, rank: places[2], text: "", evidence: .reported),
      ]
    }
    #expect(state.figure == "33\u{A0}%" && state.n == 3)
    #expect(state.detail == "1 current map · 1 of 3 steps without evidence")
    let dots = self.state(.departments) { contents in
      contents.journeyMaps = [map]
      contents.stages = [stage]
      contents.steps = Array(steps)
      contents.departments = [department, Department(rank: places[0], name: "Law")]
      contents.stepDepartments = [
        StepDepartment(stepID: steps[1].id, departmentID: department.id)
      ]
    }
    #expect(dots.figure == "1 of 3" && dots.detail == "1 department at no step")
  }

  @Test func promisesAreKeptOpenAndLate() {
    let places = ranks(5)
    let state = state(.promises) { contents in
      contents.promises = [
        Promise(
          rank: places[0], title: "a", madeOn: day("2026-10-01"), outcome: .kept,
          closedOn: day("2026-10-11")),
        Promise(
          rank: places[1], title: "b", madeOn: day("2026-11-01"), outcome: .kept,
          closedOn: day("2026-11-21")),
        Promise(
          rank: places[2], title: "c", madeOn: day("2026-11-01"), outcome: .broken,
          closedOn: day("2026-11-02")),
        Promise(rank: places[3], title: "d", due: day("2026-11-21")),
        Promise(rank: places[4], title: "e", due: day("2026-11-23")),
      ]
    }
    #expect(state.figure == "67\u{A0}%" && state.meaning == "promises kept" && state.n == 3)
    #expect(state.detail.hasPrefix("2 open · 1 late · median of "))
    #expect(state.wantsAttention)
    #expect(state.trend?.values == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1])
    #expect(
      state.sentence.hasPrefix("Promises: 67\u{A0}% promises kept, 2 open · 1 late")
        && state.sentence.contains("n 3")
        && state.sentence.hasSuffix(
          "promises kept, month by month: 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1")
    )
  }

  @Test func recommendationsAreClosedWhenTheGroupWasTold() {
    let group = AdvisoryGroup(rank: .middle, kind: .customerAdvisoryBoard, title: "G")
    let places = ranks(4)
    let state = state(.recommendations) { contents in
      contents.advisoryGroups = [group]
      contents.recommendations = places.map {
        Recommendation(groupID: group.id, rank: $0, text: "R")
      }
      contents.recommendations[0].doneOn = day("2026-11-01")
      contents.recommendations[0].toldOn = day("2026-11-02")
      contents.recommendations[1].doneOn = day("2026-11-01")
      contents.recommendations[2].due = day("2026-11-21")
    }
    #expect(state.figure == "1 of 4" && state.detail == "2 open · 1 late · 1 not told")
    #expect(state.wantsAttention)
  }

  @Test func metricsMeetTheirTargetsOrNot() {
    let places = ranks(3)
    let nps = Metric(rank: places[1], title: "NPS", measure: .nps, target: 20)
    let own = Metric(rank: places[0], title: "Calls", target: 10)
    let free = Metric(rank: places[2], title: "Free")
    let state = state(.metrics) { contents in
      contents.metrics = [own, nps, free]
      contents.readings = [
        Reading(metricID: own.id, day: day("2026-10-01"), value: 11),
        Reading(metricID: nps.id, day: day("2026-09-01"), value: 5, sampleSize: 100),
        Reading(metricID: nps.id, day: day("2026-10-01"), value: 12, sampleSize: 412),
        // Still to come.
        Reading(metricID: nps.id, day: day("2026-12-01"), value: 50),
      ]
    }
    #expect(state.figure == "1 of 2" && state.detail.hasPrefix("NPS: 12"))
    #expect(state.trend?.values == [5, 12] && state.n == 3)
  }

  @Test func needsOfWorkThatHasBegun() {
    let places = ranks(2)
    let begun = Initiative(rank: places[0], title: "I", status: .running)
    let state = state(.resources) { contents in
      contents.initiatives = [begun, Initiative(rank: places[1], title: "late", status: .done)]
      contents.resourceNeeds = [
        ResourceNeed(
          initiativeID: begun.id, rank: places[0], title: "A", need: .people, askedPeople: 1.5,
          grantedPeople: 1),
        ResourceNeed(
          initiativeID: begun.id, rank: places[1], title: "B", need: .people, askedPeople: 1,
          grantedPeople: 3),
      ]
    }
    // Too much for one does not make up for too little for another.
    #expect(state.figure.hasPrefix("2") && state.figure.hasSuffix("2.5"))
    #expect(state.detail == "1 initiative begun without · 1 need unmet")
    #expect(state.wantsAttention && state.n == 2)
  }

  @Test func whoIsNamedAndWhoTakesMost() {
    let names = ["A", "A", "A", "B", "B", "C", "C", "D", "E", "F"]
    let state = state(.recognition) { contents in
      contents.champions = zip(ranks(names.count), names).map {
        Champion(rank: $0, toName: $1, day: day("2026-11-01"))
      }
    }
    #expect(state.figure == "10" && state.n == 10)
    #expect(state.detail == "three people took 70\u{A0}% of all 10")
    #expect(state.trend?.values.last == 10)
  }

  /// What the page says of the sample can be counted by hand there.
  @Test func theSampleHasAStateOfEveryPractice() throws {
    let file = ProjectFolder.data.appending(path: "sample/larkfield.json")
    let sample = try WorkspaceJSON.decode(try Data(contentsOf: file), file: "larkfield.json")
    let states = PracticeStates(sample, today: today)
    for state in states.states {
      #expect(state.hasBegun, "\(state.subject)")
      #expect(state.n > 0 && !state.rule.isEmpty && !state.meaning.isEmpty, "\(state.subject)")
    }
    #expect(states[.initiatives].n == sample.initiatives.count)
    #expect(
      states[.barriers].figure == String(sample.barriers.count { $0.clearedOn == nil }))
    #expect(
      states[.wayUp].figure
        == "\(sample.milestones.count { $0.reachedOn != nil }) of \(sample.milestones.count)")
    #expect(
      states[.turnover].n == 44 + 2 + 13)
  }

  @Test(arguments: 0..<12) func allFiguresAtOnceAreThoseOfEachMap(seed: Int) {
    var random = RandomContents(seed: UInt64(seed))
    let contents = random.contents()
    let all = JourneyFigures.all(contents)
    #expect(all.count == contents.journeyMaps.count)
    for map in contents.journeyMaps {
      #expect(all[map.id] == contents.journey(map.id).map { JourneyFigures($0) })
    }
    // Whatever there is, it can be said.
    let states = PracticeStates(contents, today: today)
    #expect(states.states.allSatisfy { !$0.sentence.isEmpty && $0.n >= 0 })
  }

  // MARK: The page

  @Test func thePageSaysWhatNeedsSomebodyAndWhatNobodyHasBegun() {
    var contents = empty()
    contents.promises = ranks(102).map {
      Promise(rank: $0, title: "Late", owner: "Jo", due: day("2026-11-20"))
    }
    let document = TextDocument(overviewOf: contents, today: today, days: DayFormat(pattern: ""))
    let text = document.markdown
    #expect(text.contains("Overview of 2026-11-22"))
    #expect(text.contains("| Late promises | Late | Jo | 2 days |"))
    #expect(text.contains("And 2 more: Late promises (2)."))
    #expect(text.contains("Not begun yet: Journey maps, Standards"))
    let nothing = TextDocument(overviewOf: empty(), today: today).markdown
    #expect(nothing.contains("Nothing needs anybody today."))
  }

  @Test func itIsReadBitByBitAndWholly() throws {
    var random = RandomContents(seed: 5)
    var contents = random.contents()
    // More than are read at once.
    contents.promises += Rank.spread(1201).map { Promise(rank: $0, title: "P") }
    let folder = try TemporaryFolder(isInMemory: true)
    let workspace = try Workspace.create(at: folder.file("a.uplift"), contents: contents)
    defer { try? workspace.close() }
    let read = try #require(try workspace.contentsForOverview())
    let stored = try workspace.contents()
    for list in WorkspaceContents.lists {
      let own = Set(list.records(of: read).map(\.reference))
      let all = list.records(of: stored)
      #expect(
        own == (Workspace.isInOverview(list.kind) ? Set(all.map(\.reference)) : []),
        "\(list.name)")
    }
    #expect(Set(read.cards) == Set(stored.cards))
    #expect(Attention(read, today: today) == Attention(stored, today: today))
    #expect(PracticeStates(read, today: today) == PracticeStates(stored, today: today))
    var looks = 0
    let none = try workspace.contentsForOverview {
      looks += 1
      return looks < 3
    }
    #expect(none == nil && looks == 3)
  }
}
