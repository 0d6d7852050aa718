import Foundation
import Testing
import UpliftCore

@testable import UpliftDrawing

/// What a screen reader says of a picture.
@Suite struct ReadingAloudTests {
  private let measuring = FakeTextMeasuring()

  /// Every text that is drawn is said: by the thing on which it stands, or, when it stands on none,
  /// by another one. Initials are said as names, and a storyboard's numbers as steps.
  private func expectAllSaid(
    _ scene: Scene, except: Set<String> = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let all = scene.items.filter { $0.subject != nil }.compactMap(\.label)
      .joined(separator: "\n").lowercased()
    for item in scene.items {
      let said = item.subject == nil ? all : item.label?.lowercased() ?? ""
      for text in item.content.texts where !except.contains(text) {
        // Words of a list may stand behind "and".
        let parts = text.lowercased().components(separatedBy: ", ")
        for part in parts where !said.contains(part) {
          Issue.record("“\(text)” is not in “\(said.prefix(200))”", sourceLocation: sourceLocation)
        }
      }
    }
  }

  private func expectNamesDiffer(
    _ scene: Scene, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var seen: Set<String> = []
    for item in scene.items where item.isReadAloud {
      let name = item.label ?? ""
      #expect(!name.isEmpty, sourceLocation: sourceLocation)
      #expect(seen.insert(name).inserted, "\(name)", sourceLocation: sourceLocation)
    }
  }

  @Test func everyTextOfTheSampleIsSaidWhereItStands() throws {
    let contents = try Fixture.sample()
    for map in contents.journeyMaps {
      let journey = try #require(contents.journey(map.id))
      let scene = JourneyLayout.scene(for: journey, measuring: measuring, theme: .light)
      expectAllSaid(scene)
      expectNamesDiffer(scene)
    }
    for board in contents.boards {
      let board = try #require(contents.board(board.id))
      let initials = Set(board.members.map(\.initials))
      let scene = BoardLayout.scene(for: board, measuring: measuring, theme: .light)
      for item in scene.items where item.role == .note {
        let said = item.label ?? ""
        for text in item.content.texts.flatMap({ $0.components(separatedBy: " · ") })
        where !initials.contains(text) {
          #expect(said.contains(text))
        }
      }
      expectNamesDiffer(scene)
    }
  }

  @Test func everyTextOfLanesOfAllKindsIsSaid() throws {
    let map = JourneyMap(rank: .middle, title: "Map")
    let stage = Stage(mapID: map.id, rank: .middle, title: "Stage")
    let steps = Rank.spread(2).enumerated().map {
      Step(stageID: stage.id, rank: $1, title: "Step \($0 + 1)")
    }
    let kinds = Lane.Kind.allCases
    let lanes = zip(kinds, Rank.spread(kinds.count)).map { kind, rank in
      var lane = Lane(mapID: map.id, rank: rank, kind: kind, subtitle: "below \(kind.rawValue)")
      lane.isCollapsed = kind == .support
      lane.emotionScale = .faces
      return lane
    }
    var cards: [Card] = []
    for lane in lanes where lane.laneKind.holdsCards {
      cards.append(
        Card(laneID: lane.id, stepID: steps[0].id, rank: .middle, text: "In \(lane.subtitle)"))
    }
    let metric = Metric(rank: .middle, title: "Days to refund", unit: "days", target: 5)
    let channel = Channel(rank: .middle, name: "Letter")
    let tag = Tag(rank: .middle, name: "quick win")
    let department = Department(rank: .middle, name: "Fulfilment")
    var measured = try #require(cards.last)
    measured.metricID = metric.id
    cards[cards.count - 1] = measured
    var extras = JourneyExtras()
    extras.channels = [channel]
    extras.tags = [tag]
    extras.metrics = [metric]
    extras.cardChannels = Assignments([CardChannel(cardID: cards[0].id, channelID: channel.id)])
    extras.cardTags = Assignments([CardTag(cardID: cards[0].id, tagID: tag.id)])
    extras.stepDepartments = Assignments([
      StepDepartment(stepID: steps[1].id, departmentID: department.id)
    ])
    extras.readings[metric.id] = [
      Reading(metricID: metric.id, day: try #require(CalendarDay("2026-09-01")), value: 9),
      Reading(
        metricID: metric.id, day: try #require(CalendarDay("2026-10-01")), value: 7,
        sampleSize: 40),
    ]
    let journey = JourneyContents(
      map: map, stages: [stage], steps: steps, lanes: lanes,
      lines: [BlueprintLine(mapID: map.id, rank: .middle, line: .visibility)], cards: cards,
      emotions: [Emotion(stepID: steps[0].id, value: 1)], departments: [department],
      extras: extras, futureEmotions: [steps[0].id: 2, steps[1].id: -1])
    let scene = JourneyLayout.scene(for: journey, measuring: measuring, theme: .light)
    expectAllSaid(scene, except: ["–"])
    expectNamesDiffer(scene)
    let said = scene.items.filter(\.isReadAloud).compactMap(\.label)
    #expect(said.contains("Stage, stage 1 of 1"))
    #expect(said.contains("Step 2, step 2 of 2"))
    #expect(said.contains { $0.hasPrefix("Emotion, Step 1: good, +1; Future: ") })
    #expect(said.contains { $0.hasPrefix("Emotion, Step 2: Future: bad") })
    #expect(said.contains("Departments, Step 2: Fulfilment"))
    #expect(said.contains { $0.contains("Letter") && $0.contains("quick win") })
    #expect(said.contains { $0.contains("Days to refund") && $0.contains("7") })
    #expect(said.contains("Support processes, collapsed, 1 card, lane 11 of \(lanes.count)"))
  }

  @Test func whatAComparisonNotesIsSaidOnceAtItsPart() throws {
    let contents = try Fixture.sample()
    let old = try #require(
      contents.journeyMaps.first { $0.title == "Returning an online order" }
        .flatMap { contents.journey($0.id) })
    let new = try #require(
      contents.journeyMaps.first { $0.basisID == old.map.id }.flatMap { contents.journey($0.id) })
    let comparison = JourneyComparison(from: old, to: new)
    for view in ComparisonLayout.View.allCases {
      let scene = ComparisonLayout.scene(
        for: comparison, view: view, measuring: measuring, theme: .light)
      let said = scene.items.filter(\.isReadAloud).compactMap(\.label)
      // Places of cards carry names, not what is noted about them.
      #expect(!said.contains { $0.contains("\n") })
      for item in scene.items where item.subject != nil {
        for text in item.content.texts where item.role == .card || item.role == .stepHeader {
          #expect(item.label?.contains(text) == true, "\(text) in \(item.label ?? "")")
        }
      }
    }
  }

  @Test func aMapIsReadLaneByLaneAndStepByStep() throws {
    var random = RandomContents(seed: 5)
    for _ in 0..<20 {
      let scene = JourneyLayout.scene(
        for: random.journey(), measuring: measuring, theme: .light)
      let all = scene.items.indices.filter { scene.items[$0].isReadAloud }
      let order = scene.inReadingOrder(all)
      #expect(order.sorted() == all)
      var lane: Rect?
      var start = -Double.infinity
      for item in order.map({ scene.items[$0] }) {
        if item.role == .laneHeader {
          lane = item.frame
          start = -.infinity
        }
        guard item.role == .card, let lane else { continue }
        #expect(item.frame.minY >= lane.minY && item.frame.maxY <= lane.maxY)
        let own = scene.isMirrored ? -item.frame.maxX : item.frame.minX
        #expect(own >= start - 0.5)
        start = own
      }
    }
  }
}
