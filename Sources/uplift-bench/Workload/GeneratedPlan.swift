import Foundation
import UpliftCore

/// A workspace in which every practice has been kept for years: the sample, grown.
enum GeneratedPlan {
  /// - Parameters:
  ///   - sample: with at least one record in each register.
  ///   - records: in each register.
  ///   - journeys: maps.
  ///   - answers: of surveys, about; they stand as counts in readings by month and segment.
  static func contents(
    _ sample: WorkspaceContents, records: Int = 5_000, journeys: Int = 50,
    answers: Int = 1_000_000
  ) -> WorkspaceContents {
    var generator = SeededGenerator(seed: 11)
    var contents = sample
    grow(&contents.customers, to: records, &generator)
    grow(&contents.dialogues, to: records, &generator)
    grow(&contents.goals, to: records, &generator)
    grow(&contents.leaders, to: records, &generator)
    grow(&contents.workRoles, to: records, &generator)
    grow(&contents.cxRoles, to: records, &generator)
    grow(&contents.decisions, to: records, &generator)
    grow(&contents.opportunities, to: records, &generator)
    grow(&contents.initiatives, to: records, &generator)
    grow(&contents.audiences, to: records, &generator)
    grow(&contents.messages, to: records, &generator)
    grow(&contents.milestones, to: records, &generator)
    grow(&contents.barriers, to: records, &generator)
    grow(&contents.promises, to: records, &generator)
    grow(&contents.standards, to: records, &generator)
    grow(&contents.breakdowns, to: records, &generator)
    grow(&contents.trainings, to: records, &generator)
    grow(&contents.skills, to: records, &generator)
    grow(&contents.tips, to: records, &generator)
    grow(&contents.cultureValues, to: records, &generator)
    grow(&contents.purposeAnswers, to: records, &generator)
    grow(&contents.climatePulses, to: records, &generator)
    grow(&contents.employeeVoices, to: records, &generator)
    grow(&contents.turnovers, to: records, &generator)
    grow(&contents.champions, to: records, &generator)
    growChildren(&contents, to: records, &generator)
    addJourneys(&contents, to: journeys, &generator)
    addAnswers(&contents, answers, &generator)
    return contents
  }

  /// Copies of the records that are there, behind them.
  private static func grow<Record: Ranked>(
    _ list: inout [Record], to count: Int, _ generator: inout SeededGenerator,
    _ change: (inout Record, inout SeededGenerator) -> Void = { _, _ in }
  ) {
    let originals = list.inOrder()
    guard !originals.isEmpty, originals.count < count else { return }
    let ranks = Rank.spread(count)
    list = (0..<count).map { place in
      var record = originals[place % originals.count]
      if place >= originals.count {
        record.id = generator.uuid()
        change(&record, &generator)
      }
      record.rank = ranks[place]
      return record
    }
  }

  private static func growChildren(
    _ contents: inout WorkspaceContents, to count: Int, _ generator: inout SeededGenerator
  ) {
    func ids<Record: Entity>(_ list: [Record]) -> [UUID] { list.map(\.id) }
    func any(_ ids: [UUID], _ generator: inout SeededGenerator, _ other: UUID) -> UUID {
      ids.randomElement(using: &generator) ?? other
    }
    let (leaders, initiatives) = (ids(contents.leaders), ids(contents.initiatives))
    let (opportunities, trainings) = (ids(contents.opportunities), ids(contents.trainings))
    let (values, roles) = (ids(contents.cultureValues), ids(contents.workRoles))
    grow(&contents.leaderActs, to: count, &generator) {
      $0.leaderID = any(leaders, &$1, $0.leaderID)
    }
    grow(&contents.gutScores, to: count, &generator) {
      $0.opportunityID = any(opportunities, &$1, $0.opportunityID)
    }
    grow(&contents.resourceNeeds, to: count, &generator) {
      $0.initiativeID = any(initiatives, &$1, $0.initiativeID)
    }
    grow(&contents.followUps, to: count, &generator) {
      $0.trainingID = any(trainings, &$1, $0.trainingID)
    }
    grow(&contents.behaviours, to: count, &generator) {
      $0.valueID = any(values, &$1, $0.valueID)
    }
    grow(&contents.candidates, to: count, &generator) { $0.roleID = any(roles, &$1, $0.roleID) }
    grow(&contents.criteria, to: count, &generator) { $0.roleID = any(roles, &$1, $0.roleID) }
    let cards = ids(contents.cards)
    grow(&contents.causes, to: count, &generator) { $0.cardID = any(cards, &$1, $0.cardID) }
  }

  /// Further maps like the first one.
  private static func addJourneys(
    _ contents: inout WorkspaceContents, to count: Int, _ generator: inout SeededGenerator
  ) {
    guard let model = contents.journeyMaps.inOrder().first else { return }
    let stages = contents.stages.filter { $0.mapID == model.id }
    let stageIDs = Set(stages.map(\.id))
    let steps = contents.steps.filter { stageIDs.contains($0.stageID) }
    let lanes = contents.lanes.filter { $0.mapID == model.id }
    let laneIDs = Set(lanes.map(\.id))
    let cards = contents.cards.filter { laneIDs.contains($0.laneID) }
    var rank = contents.journeyMaps.inOrder().last?.rank
    for number in contents.journeyMaps.count..<max(count, contents.journeyMaps.count) {
      var ids: [UUID: UUID] = [:]
      func new(_ id: UUID) -> UUID {
        if let known = ids[id] { return known }
        let made = generator.uuid()
        ids[id] = made
        return made
      }
      var map = model
      map.id = new(model.id)
      map.basisID = nil
      map.title += " \(number)"
      map.rank = .between(rank, nil)
      rank = map.rank
      contents.journeyMaps.append(map)
      for var stage in stages {
        (stage.id, stage.mapID, stage.basisID) = (new(stage.id), map.id, nil)
        contents.stages.append(stage)
      }
      for var step in steps {
        (step.id, step.stageID) = (new(step.id), new(step.stageID))
        (step.basisID, step.opensMapID) = (nil, nil)
        contents.steps.append(step)
      }
      for var lane in lanes {
        (lane.id, lane.mapID, lane.basisID) = (new(lane.id), map.id, nil)
        contents.lanes.append(lane)
      }
      for var card in cards {
        (card.id, card.laneID, card.stepID) = (new(card.id), new(card.laneID), new(card.stepID))
        (card.basisID, card.pictureID) = (nil, nil)
        contents.cards.append(card)
      }
    }
  }

  /// Metrics with three years of readings by month, of ten segments and of all together.
  private static func addAnswers(
    _ contents: inout WorkspaceContents, _ answers: Int, _ generator: inout SeededGenerator
  ) {
    let (metrics, months, segments) = (24, 36, 10)
    let each = max(1, answers / (metrics * months * (segments + 1)))
    var rank = contents.metrics.inOrder().last?.rank
    for number in 1...metrics {
      let metric = Metric(
        id: generator.uuid(), rank: .between(rank, nil), title: "Survey \(number)", measure: .nps)
      rank = metric.rank
      contents.metrics.append(metric)
      for month in 0..<months {
        guard let day = CalendarDay(year: 2024 + month / 12, month: month % 12 + 1, day: 1) else {
          continue
        }
        let period = SurveyGrain.month.period(of: day, startMonth: 1)
        for segment in 0...segments {
          let given = (0..<each).map { _ in Double(Int.random(in: 0...10, using: &generator)) }
          let counts = AnswerCounts(answers: given)
          contents.readings.append(
            Reading(
              id: generator.uuid(), metricID: metric.id, day: period.end,
              value: NetPromoterScore(counts)?.score ?? 0, sampleSize: counts.n,
              segment: segment == 0 ? "" : "Segment \(segment)", counts: counts.text,
              periodStart: period.start))
        }
      }
    }
  }
}
