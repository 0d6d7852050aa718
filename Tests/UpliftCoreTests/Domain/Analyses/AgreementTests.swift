import Foundation
import Testing

@testable import UpliftCore

/// What one page says is what another one says.
@Suite struct AgreementTests {
  private let today = day("2026-11-22")

  private func contents() -> WorkspaceContents {
    WorkspaceContents(workspace: WorkspaceInfo(title: "W", createdAt: Instant(milliseconds: 0)))
  }

  private func context(_ contents: WorkspaceContents) -> RegisterContext {
    let today = today
    return RegisterContext(contents, clock: { today })
  }

  // MARK: Goals

  @Test func aGoalInTheSameWordsIsTheGoalOfTheVision() throws {
    var contents = contents()
    let goal = Goal(rank: .middle, title: "No surprise bills")
    contents.goals = [goal]
    let register = Initiative.register(in: context(contents))
    let column = try #require(register.column("serves goal"))
    #expect(column.isInTable && column.choices() == ["No surprise bills"])
    var initiative = Initiative(rank: .middle, title: "One price", status: .running)
    // As it is typed, letter by letter.
    #expect(column.set(&initiative, "No surprise bil"))
    #expect(initiative.goal == "No surprise bil" && initiative.goalID == nil)
    #expect(column.set(&initiative, " no  surprise BILLS"))
    #expect(initiative.goalID == goal.id && initiative.goal.isEmpty)
    #expect(column.text(initiative) == "No surprise bills")
    #expect(column.set(&initiative, "Something else"))
    #expect(initiative.goalID == nil && column.text(initiative) == "Something else")
    var beside = Initiative(rank: .middle, title: "b", goal: "More calls", goalID: goal.id)
    #expect(column.text(beside) == "No surprise bills")
    #expect(column.set(&beside, "no surprise bills") && beside.goal == "More calls")
    let other = try #require(register.column("goal"))
    #expect(!other.isInTable && other.text(beside) == "More calls")
    #expect(other.set(&initiative, "NO SURPRISE BILLS") && initiative.goalID == goal.id)
  }

  @Test func anInitiativeThatPrintsAGoalIsNeverWithoutOne() throws {
    var contents = contents()
    let goals = [Goal(rank: .middle, title: "Fast money")]
    let places = Rank.spread(4)
    contents.goals = goals
    contents.initiatives = [
      Initiative(rank: places[0], title: "linked", goalID: goals[0].id),
      Initiative(rank: places[1], title: "same words", goal: "fast  MONEY"),
      Initiative(rank: places[2], title: "own words", goal: "Fewer calls"),
      Initiative(rank: places[3], title: "none"),
    ]
    let coverage = GoalCoverage(goals, initiatives: contents.initiatives)
    #expect(coverage.initiativesWithoutGoal.map(\.title) == ["none"])
    #expect(coverage.initiativesWithOtherGoal.map(\.title) == ["own words"])
    #expect(coverage.items[0].initiatives.map(\.title) == ["linked", "same words"])
    let column = try #require(Initiative.register(in: context(contents)).column("serves goal"))
    for initiative in contents.initiatives {
      let isNamed = coverage.initiativesWithoutGoal.contains(initiative)
      #expect(isNamed == column.text(initiative).isEmpty, "\(initiative.title)")
      #expect(column.text(initiative) == initiative.goalTitle(among: goals))
    }
    let finding = PlanFinding.goallessInitiatives.finding(contents, today: today)
    #expect(finding.rows.map(\.title) == ["none"])
    #expect(finding.summary.contains("1 more"))
  }

  @Test(arguments: ["Goal", "goal", "Goal that it serves"])
  func aTableFindsTheGoalByItsName(heading: String) throws {
    var contents = contents()
    contents.goals = [Goal(rank: .middle, title: "Fast money")]
    let table = "Initiative,\(heading)\nA,fast money\nB,Peace\n"
    let result = try RegisterCSV.importing(
      Data(table.utf8), file: nil, into: [Initiative](), context: context(contents),
      register: Initiative.register)
    let added = try #require(result.edit).changes.compactMap { change -> Initiative? in
      guard case .insert(let record) = change else { return nil }
      return record as? Initiative
    }
    #expect(added.map(\.goalID) == [contents.goals[0].id, nil])
    #expect(added.map(\.goal) == ["", "Peace"])
  }

  // MARK: Targets

  @Test func onlyTargetsThatAskAreNamed() {
    var contents = contents()
    let places = Rank.spread(2)
    contents.metrics = [
      Metric(rank: places[0], title: "Beaten", target: 10),
      Metric(rank: places[1], title: "Not beaten", target: 90),
    ]
    for metric in contents.metrics {
      contents.targetChanges.append(
        TargetChange(metricID: metric.id, day: day("2025-01-01"), target: metric.target))
      for month in 1...3 {
        contents.readings.append(
          Reading(metricID: metric.id, day: day("2026-0\(month)-01"), value: 20))
      }
    }
    let finding = PlanFinding.ratchet.finding(contents, today: today)
    #expect(finding.rows.map(\.title) == ["Beaten"])
    #expect(finding.summary.contains("1 of 2"))
  }

  // MARK: Turnover

  @Test func turnoverIsAddedUpWithinAFiscalYearOnly() throws {
    func turnover(_ first: String?, _ last: String?, _ leavers: Int) -> Turnover {
      Turnover(
        rank: .middle, startDay: first.map(day), endDay: last.map(day), leavers: leavers,
        salary: 100_00, recruiting: 1)
    }
    let all = [
      turnover("2025-02-01", "2026-01-31", 71), turnover("2026-02-01", "2026-10-31", 44),
      turnover("2026-03-01", nil, 15), turnover("2024-05-01", "2026-04-30", 9),
      turnover(nil, nil, 2),
    ]
    let years = TurnoverYears(all, startMonth: 2).years
    #expect(
      years.map(\.span) == [
        .fiscalYear(2026), .several(2024, 2026), .fiscalYear(2025), .unknown,
      ])
    #expect(years.map(\.cost.leavers) == [59, 9, 71, 2])
    #expect(years[0].cost.total == 59 * 100_00)
    #expect(years[0].days == day("2026-02-01")...day("2026-10-31"))
    #expect(years[0].title(startMonth: 2).contains("2026/27"))
    #expect(TurnoverYears(all, startMonth: 1).years[0].title(startMonth: 1).contains("2026"))
    var contents = contents()
    contents.turnovers = all
    contents.organisations = [Organisation(rank: .middle, fiscalYearStart: 2)]
    let finding = PlanFinding.turnover.finding(contents, today: today)
    #expect(finding.summary.contains("2026/27") && finding.summary.contains("2025/26"))
    #expect(!finding.summary.contains("141"))
    #expect(PracticeStates(contents, today: today)[.turnover].n == 59)
  }

  // MARK: Scales

  private func metric(_ measure: Metric.Measure) -> Metric {
    Metric(rank: .middle, title: "M", measure: measure)
  }

  @Test(arguments: [
    (Metric.Measure.nps, "180", "-100"), (.nps, "-101", "100"), (.csat, "-1", "100"),
    (.csat, "101", "0"), (.ces, "0.9", "7"), (.ces, "7.1", "1"), (.olderCES, "5.5", "5"),
  ])
  func valuesKeepToTheScale(measure: Metric.Measure, bad: String, good: String) throws {
    var contents = contents()
    let metric = metric(measure)
    contents.metrics = [metric]
    let context = context(contents)
    let value = try #require(Reading.register(in: context).column("value"))
    var reading = Reading(metricID: metric.id, day: today, value: 2)
    #expect(!value.set(&reading, bad) && reading.value == 2)
    #expect(value.set(&reading, good))
    let scale = try #require(metric.scale)
    for text in [value.refusal(of: bad, in: reading), metric.refusal(of: Double(bad) ?? 0) ?? ""] {
      #expect(text.contains(MetricWords.number(scale.lowerBound)), "\(text)")
      #expect(text.contains(MetricWords.number(scale.upperBound)), "\(text)")
    }
    let target = try #require(Metric.register(in: context).column("target")?.assign)
    #expect(target(metric, bad) == nil && target(metric, good) != nil)
    let later = try #require(TargetChange.register(in: context).column("target"))
    var change = TargetChange(metricID: metric.id, day: today, target: 3)
    #expect(!later.set(&change, bad) && later.set(&change, good))
    var grid = TargetGrid(metric, changes: [change], today: today)
    let place = GridPlace(0, 0)
    let isTaken = grid.set(bad, at: place)
    #expect(!isTaken)
    #expect(throws: ImportError.self) {
      // The value stands before the metric whose scale it has to keep to.
      try RegisterCSV.importing(
        Data("Value,Metric,Day\n\(bad),M,2026-11-01\n".utf8), file: nil, into: [Reading](),
        context: context, register: Reading.register)
    }
    let highest = try #require(Metric.register(in: context).column("highest"))
    var own = metric
    #expect(!highest.set(&own, "200") && own.highest == nil)
  }

  @Test func countsOfAnswersSayTheValue() throws {
    var contents = contents()
    contents.metrics = [metric(.nps)]
    let context = context(contents)
    let register = Reading.register(in: context)
    let (value, counts) = (
      try #require(register.column("value")), try #require(register.column("counts"))
    )
    var reading = Reading(metricID: contents.metrics[0].id, day: today, value: 50, sampleSize: 3)
    #expect(!counts.set(&reading, "0:5 10:3 77:2") && reading.counts.isEmpty)
    #expect(counts.set(&reading, "0:5 10:3 8:2"))
    #expect(reading.value == -20 && reading.sampleSize == 10)
    #expect(!value.set(&reading, "50") && value.set(&reading, "-20"))
    let table = "Metric,Day,Value,Answers of each value\nM,2026-11-01,50,0:5 10:3 8:2\n"
    #expect(throws: ImportError.self) {
      try RegisterCSV.importing(
        Data(table.utf8), file: nil, into: [Reading](), context: context,
        register: Reading.register)
    }
    let right = try RegisterCSV.importing(
      Data(table.replacing(",50,", with: ",-20,").utf8), file: nil, into: [Reading](),
      context: context, register: Reading.register)
    #expect(right.added == 1)
  }

  @Test func aNewReadingCountsOnceItHasAValue() throws {
    var contents = contents()
    let metric = metric(.ces)
    contents.metrics = [metric]
    let context = context(contents)
    let register = Reading.register(in: context)
    var reading = register.make(Reading(metricID: metric.id, day: today, value: 5))
    #expect(reading.isPending && register.column("value")?.text(reading) == "")
    contents.readings = [reading]
    #expect(MetricSeries.all(of: metric, readings: [reading]).isEmpty)
    #expect(MetricFigures(metric, readings: [reading]).newest == nil)
    #expect(PracticeStates(contents, today: today)[.metrics].n == 0)
    #expect(register.column("answers")?.set(&reading, "12") == false)
    #expect(register.column("value")?.set(&reading, "3.5") == true)
    #expect(reading.sampleSize == nil && !reading.isPending)
    #expect(register.column("answers")?.set(&reading, "12") == true)
    #expect(MetricSeries.all(of: metric, readings: [reading]).first?.n == 1)
  }

  // MARK: Days

  @Test func daysTheWrongWayRoundAreSaidWithTheirRow() throws {
    let table = "Initiative,Start,End\nA,2027-05-01,2026-01-01\nB,2026-01-01,2026-02-01\n"
    let result = try RegisterCSV.importing(
      Data(table.utf8), file: nil, into: [Initiative](), context: context(contents()),
      register: Initiative.register)
    #expect(result.added == 2 && result.remarks.count == 1)
    #expect(result.remarks[0].contains("Line 2") && result.remarks[0].contains("Start"))
    #expect(throws: ImportError.self) {
      try RegisterCSV.importing(
        Data("Initiative,Start\nA,0001-01-01\n".utf8), file: nil, into: [Initiative](),
        context: context(contents()), register: Initiative.register)
    }
    let closed = Promise(
      rank: .middle, title: "P", madeOn: day("2026-05-01"), closedOn: day("2025-01-01"))
    #expect(DayFaults.sentences(of: closed).count == 1)
  }

  @Test func headingsThatAreNotKnownNameThoseThatAre() {
    let error = #expect(throws: ImportError.self) {
      try RegisterCSV.importing(
        Data("foo,bar\n1,2\n".utf8), file: nil, into: [Barrier](),
        context: context(contents()), register: Barrier.register)
    }
    #expect(error?.sentence.contains("Opened") == true)
  }

  // MARK: Orders and words

  @Test func milestonesStandInTheOrderOfTheirDaysAndOpenBarriersFirst() {
    let places = Rank.spread(3)
    let milestones = [
      Milestone(rank: places[0], title: "3"),
      Milestone(rank: places[1], title: "2", due: day("2027-02-26")),
      Milestone(rank: places[2], title: "1", due: day("2026-11-30")),
    ]
    #expect(milestones.byDay().map(\.title) == ["1", "2", "3"])
    let barriers = [
      Barrier(rank: places[0], title: "3", clearedOn: day("2026-10-01")),
      Barrier(rank: places[1], title: "2", clearedOn: day("2026-01-01")),
      Barrier(rank: places[2], title: "1"),
    ]
    #expect(barriers.openFirst().map(\.title) == ["1", "2", "3"])
  }

  @Test func numbersThatAreComparedHaveAsManyDecimals() {
    #expect(NumberFormat.plain.alike(9.95, 23.7) == ("9.95", "23.70"))
    #expect(NumberFormat.plain.alike(10, 24) == ("10", "24"))
    #expect(NumberFormat.plain.alike(0, 1.5) == ("0.0", "1.5"))
  }
}
