import Foundation
import Testing

@testable import UpliftCore

/// Figures that stand in several places say the same everywhere, by the rule beside them.
@Suite struct SaidTheSameTests {
  private let today = day("2026-11-22")

  @Test func latePromisesAreThoseThatAreStillOpen() {
    let places = ranks(4)
    let promises = [
      Promise(rank: places[0], title: "late", due: day("2026-11-01")),
      Promise(
        rank: places[1], title: "kept late", due: day("2026-05-01"), outcome: .kept,
        closedOn: day("2026-05-03")),
      Promise(
        rank: places[2], title: "kept", due: day("2026-05-01"), outcome: .kept,
        closedOn: day("2026-05-01")),
      Promise(rank: places[3], title: "open", due: today),
    ]
    let figures = PromiseFigures(promises, today: today)
    #expect(figures.late.map(\.title) == ["late"])
    #expect(figures.keptLate.map(\.title) == ["kept late"])
    #expect(
      Attention.promises(promises, today).filter { $0.matter == .latePromise }.map(\.title)
        == figures.late.map(\.title))
  }

  @Test func theRiskOfACustomerIsThatOfTheNewestDialogue() {
    let places = ranks(6)
    let mensah = Customer(rank: places[0], name: "Isaac Mensah")
    func dialogue(
      _ place: Int, _ day: String, _ risk: Dialogue.Risk?, _ name: String, _ id: UUID? = nil
    ) -> Dialogue {
      Dialogue(
        rank: places[place], day: CalendarDay(day), customer: name, risk: risk, customerID: id)
    }
    let dialogues = [
      dialogue(0, "2026-03-03", .high, "isaac mensah"),
      dialogue(1, "2026-11-12", .medium, "", mensah.id),
      dialogue(2, "2026-11-15", nil, "Isaac Mensah"),
      dialogue(3, "2026-06-01", .high, "Kiran Desai"),
      dialogue(4, "2026-02-01", .low, "Kiran Desai"),
      dialogue(5, "2026-02-01", .high, ""),
    ]
    let summary = DialogueSummary(dialogues, customers: [mensah], on: today)
    #expect(summary.customerCount == 2)
    // Kiran, and somebody without a name.
    #expect(summary.highRiskCount == 2)
  }

  private func journeys(_ contents: WorkspaceContents) -> TextDocument {
    TextDocument(planOf: contents, .init(only: [.journeys]), today: today) { _, _, _ in nil }
  }

  @Test func theHopeListIsOneAndTheSame() throws {
    let url = ProjectFolder.data.appending(path: "sample/larkfield.json")
    let contents = try WorkspaceJSON.decode(Data(contentsOf: url), file: "larkfield.json")
    let list = HopeList(contents)
    #expect(list.n > 0)
    let shown = PlanFinding.hopes.finding(contents, today: today)
    #expect(
      shown.rows.compactMap(\.reference)
        == list.steps.map(\.reference) + list.promises.map(\.reference))
    let text = journeys(contents).markdown
    for promise in list.promises { #expect(text.contains(promise.title.singleLine)) }
    #expect(text.contains(list.share.text) && text.contains(HopeList.rule))
    for promise in contents.promises where promise.outcome != nil {
      #expect(!text.contains("- \(promise.title.singleLine)"))
    }
  }

  @Test func eachDepartmentsStepsCanBeCountedInTheDocument() throws {
    let url = ProjectFolder.data.appending(path: "sample/larkfield.json")
    let contents = try WorkspaceJSON.decode(Data(contentsOf: url), file: "larkfield.json")
    let document = journeys(contents)
    let grid = try #require(
      document.blocks.compactMap { block -> TextDocument.Grid? in
        guard case .grid(let grid) = block else { return nil }
        return grid.caption.hasPrefix("What each department does") ? grid : nil
      }.first)
    // Under the name of department and map a row for each step.
    let titles = Set(contents.steps.map(\.title))
    let steps = grid.rows.filter { $0.count == 2 }
    #expect(steps.allSatisfy { titles.contains($0[0]) })
    #expect(steps.count == contents.stepDepartments.count)
    #expect(
      grid.rows.filter { $0.count == 1 }.allSatisfy {
        $0[0].contains(" · ") || $0[0].hasSuffix(": no step yet")
      })
  }

  // MARK: Metrics

  @Test func aShareOfOnesOwnHasTheIntervalOfAShare() {
    let metric = Metric(rank: .middle, title: "Leave", unit: "%", lowest: 0, highest: 100)
    let estimate = MetricEstimate(
      Reading(metricID: metric.id, day: today, value: 20, sampleSize: 41), of: metric)
    #expect(estimate.basis == .share)
    // Wilson's interval of 0.2 and 41 by hand, not of the 8 of 41 that come closest.
    #expect(close(estimate.interval?.lowerBound, 10.583653524742761))
    #expect(close(estimate.interval?.upperBound, 34.556400686323144))
    #expect(estimate.rule.contains("Wilson") && !estimate.rule.contains("Mean"))
  }

  @Test func aValueThatWasEnteredIsNotSaidToBeAMean() {
    let metric = Metric(rank: .middle, title: "Days", unit: "days", source: "Tickets, median")
    let estimate = MetricEstimate(
      Reading(metricID: metric.id, day: today, value: 5, sampleSize: 11), of: metric)
    #expect(estimate.interval == nil)
    #expect(estimate.rule == "The value as it was entered; source: Tickets, median.")
    let counted = MetricEstimate(
      Reading(metricID: metric.id, day: today, value: 5, counts: "4:3 6:3"), of: metric)
    #expect(counted.rule.hasPrefix("Mean of the answers"))
  }

  @Test func theNewestOfAllCustomersIsNotComparedWithASegment() {
    let metric = Metric(rank: .middle, title: "NPS", measure: .nps)
    func reading(_ day: String, _ value: Double, _ segment: String = "") -> Reading {
      Reading(
        metricID: metric.id, day: CalendarDay(day) ?? today, value: value, segment: segment)
    }
    let figures = MetricFigures(
      metric,
      readings: [
        reading("2026-10-31", 20.8), reading("2026-11-20", 30.7, "Work clothes"),
        reading("2026-11-20", 23.2),
      ]
    ).ofOneKind
    #expect(figures.newest?.value == 23.2)
    #expect(figures.trend == .better)
  }

  @Test func oneOfAUnitOfTimeIsInTheSingular() {
    let metric = Metric(rank: .middle, title: "", unit: "days")
    #expect(MetricWords.value(1, of: metric) == "1 day")
    #expect(MetricWords.value(13200, of: metric) == "13,200 days")
  }

  @Test(arguments: [0.5, 12, 1234.5, -13200, 1_000_000])
  func aNumberThatIsWrittenIsReadAgain(value: Double) {
    #expect(MetricWords.value(MetricWords.number(value)) == value)
  }

  // MARK: The way, and what is late on it

  @Test func milestonesComeInTheOrderOfTheirDays() {
    let places = ranks(5)
    let milestones = [
      Milestone(rank: places[0], title: "February", due: day("2027-02-26")),
      Milestone(rank: places[1], title: "no day"),
      Milestone(rank: places[2], title: "November", due: day("2026-11-30")),
      Milestone(rank: places[3], title: "second", reachedOn: day("2026-09-25")),
      Milestone(
        rank: places[4], title: "first", due: day("2027-01-01"), reachedOn: day("2026-03-05")),
    ]
    #expect(
      milestones.onTheWay().map(\.title) == ["first", "second", "November", "February", "no day"])
  }

  @Test func trainingsWhoseDayIsOverAreSaid() {
    let places = ranks(3)
    var contents = WorkspaceContents(
      workspace: WorkspaceInfo(title: "W", createdAt: Instant(milliseconds: 0)))
    contents.trainings = [
      Training(
        rank: places[0], title: "Take a return", wave: .managers, trainer: "Jo",
        day: day("2026-10-05")),
      Training(
        rank: places[1], title: "done", day: day("2026-10-05"), doneOn: day("2026-10-05")),
      Training(rank: places[2], title: "today", day: today),
    ]
    let late = Attention(contents, today: today).items(.lateTraining)
    #expect(late.map(\.title) == ["Take a return, managers"])
    #expect(late.map(\.daysLate) == [48])
    let finding = PlanFinding.lateTrainings.finding(contents, today: today)
    #expect(finding.rows.map(\.title) == ["Take a return, managers"])
    #expect(finding.summary == "1 of 2 (50\u{A0}%) of the trainings that are not done.")
  }

  @Test(arguments: [
    ("service-profit", "Service–profit chain"), ("\"a good\"", "“A good” place"),
    ("cafe l'eau", "Café: l’eau"),
  ])
  func whatAKeyboardHasFindsWhatIsPrinted(typed: String, name: String) {
    #expect(TypedWords(typed).fit(name))
    #expect(!TypedWords(typed + " other").fit(name))
  }
}
