import Foundation
import Testing

@testable import UpliftCore

/// The sample has a year of every practice, and of whatever is worked out a good and a bad case.
@Suite struct SamplePracticesTests {
  private let sample: WorkspaceContents
  private let today: CalendarDay
  private let yearAgo: CalendarDay

  init() throws {
    let file = ProjectFolder.data.appending(path: "sample/larkfield.json")
    sample = try WorkspaceJSON.decode(try Data(contentsOf: file), file: "larkfield.json")
    today = try #require(CalendarDay("2026-11-22"))
    yearAgo = try #require(CalendarDay("2025-12-01"))
  }

  private func initiative(_ title: String) throws -> Initiative {
    try #require(sample.initiatives.first { $0.title == title }, "\(title)")
  }

  private func readings(_ title: String) throws -> [Double] {
    let metric = try #require(sample.metrics.first { $0.title == title }, "\(title)")
    return sample.readings.filter { $0.metricID == metric.id && $0.segment.isEmpty }
      .byDay().map(\.value)
  }

  @Test func noListOfThePlanIsEmpty() {
    // Lanes of single personas would change how its maps look.
    let empty = WorkspaceContents.lists.filter { $0.records(of: sample).isEmpty }.map(\.name)
    #expect(Set(empty) == ["savedFilters", "lanePersonas"])
  }

  @Test func nothingHasHappenedAfterToday() {
    var days: [CalendarDay?] = sample.readings.map(\.day) + sample.dialogues.map(\.day)
    days += sample.leaders.map(\.signedOn) + sample.leaderActs.map(\.day)
    days += sample.milestones.map(\.reachedOn) + sample.barriers.map(\.clearedOn)
    days += sample.barriers.map(\.openedOn) + sample.promises.map(\.madeOn)
    days += sample.promises.map(\.closedOn) + sample.breakdowns.map(\.day)
    days += sample.trainings.map(\.doneOn) + sample.followUps.map(\.doneOn)
    days += sample.champions.map(\.day) + sample.climatePulses.map(\.day)
    days += sample.employeeVoices.map(\.day) + sample.purposeAnswers.map(\.day)
    #expect(days.compactMap { $0 }.allSatisfy { $0 <= today })
    #expect(
      sample.messages.filter { $0.status == .sent }.allSatisfy {
        $0.day.map { $0 <= today } ?? false
      })
    for initiative in sample.initiatives where initiative.status == .done {
      #expect(initiative.endDay.map { $0 <= today } ?? false, "\(initiative.title)")
    }
    for initiative in sample.initiatives {
      if let start = initiative.startDay, let end = initiative.endDay { #expect(start < end) }
    }
  }

  @Test func itDoesNotContradictItself() throws {
    let coverage = GoalCoverage(sample.goals, initiatives: sample.initiatives)
    #expect(coverage.initiativesWithoutGoal.count == 2)
    #expect(coverage.initiativesWithoutGoal.allSatisfy { !$0.hasGoalInWords })
    #expect(coverage.initiativesWithOtherGoal.isEmpty)
    // What cards quote of readings is what the readings say.
    let ease = try #require(sample.metrics.first { $0.title == "Ease of returning" })
    let newest = try #require(sample.readings.filter { $0.metricID == ease.id }.byDay().last)
    let quoting = sample.cards.filter { ($0.source + $0.text).contains("CES 3.1 of 7") }
    #expect(quoting.count > 3 && newest.value == 3.1)
    for card in quoting {
      #expect((card.source + card.text).contains("n \(newest.sampleSize ?? 0)"), "\(card.text)")
    }
    // Every reading keeps to its metric's scale, and its counts say its value.
    for reading in sample.readings {
      let metric = try #require(sample.metrics.first { $0.id == reading.metricID })
      #expect(metric.allows(reading.value) && reading.agrees(reading.value, with: metric))
    }
  }

  // MARK: Journeys

  @Test func painPointsHaveChainsOfWhysUnderEveryFactor() {
    let chains = Dictionary(grouping: sample.causes) { "\($0.cardID)/\($0.chain)" }
      .mapValues { $0.inOrder() }
    #expect(Set(sample.causes.compactMap(\.factor)) == Set(Cause.Factor.allCases))
    #expect(chains.values.map(\.count).max() == 5)
    for chain in chains.values {
      #expect(chain.last?.factor != nil && chain.dropLast().allSatisfy { $0.factor == nil })
    }
    let lanes = Dictionary(uniqueKeysWithValues: sample.lanes.map { ($0.id, $0.laneKind) })
    let pain = Set(sample.cards.filter { lanes[$0.laneID] == .painPoints }.map(\.id))
    let asked = Set(sample.causes.map(\.cardID))
    #expect(asked.isSubset(of: pain) && !pain.subtracting(asked).isEmpty)
  }

  @Test func oneInitiativeTreatsOnlyASymptom() throws {
    let symptom = try initiative("Ten euros with every late refund")
    let treating = Set(sample.initiativeCauses.map(\.initiativeID))
    #expect(!treating.contains(symptom.id) && symptom.status == .running)
    #expect(sample.links.contains { $0.fromID == symptom.id && $0.toKind == .card })
    #expect(treating.contains(try initiative("Label in every parcel").id))
  }

  @Test func someDepartmentsAndStepsHaveNoLine() {
    let lines = sample.stepDepartments
    let departments = sample.departments.inOrder().filter { department in
      !lines.contains { $0.departmentID == department.id }
    }
    #expect(departments.map(\.name) == ["Buying", "Property"])
    let steps = sample.steps.filter { step in !lines.contains { $0.stepID == step.id } }
    #expect(Set(steps.map(\.title)) == ["Finds a drop-off"])
    #expect(lines.filter(\.contribution.isEmpty).count == 1)
  }

  @Test func momentsOfTruthAreKeptByAStandardOrByHope() {
    let kept = Set(sample.standards.compactMap(\.stepID))
    let moments = sample.steps.filter(\.isMomentOfTruth)
    #expect(
      moments.filter { !kept.contains($0.id) }.map(\.title).sorted() == [
        "Gets the refund", "Serves alone",
      ])
    #expect(moments.contains { kept.contains($0.id) })
  }

  // MARK: Evidence

  @Test func countsOfAnswersAgreeWithTheirReadings() throws {
    var seen: Set<Metric.Measure> = []
    for reading in sample.readings where !reading.counts.isEmpty {
      let metric = try #require(sample.metrics.first { $0.id == reading.metricID })
      seen.insert(metric.measure)
      let answers = try reading.counts.split(separator: " ").map { part in
        let sides = part.split(separator: ":")
        return (try #require(Double(sides[0])), try #require(Double(sides[1])))
      }
      func people(_ range: ClosedRange<Double>) -> Double {
        answers.reduce(0) { range.contains($1.0) ? $0 + $1.1 : $0 }
      }
      let all = people(-1_000...1_000)
      #expect(Int(all) == reading.sampleSize)
      let value =
        switch metric.measure {
        case .nps: 100 * (people(9...10) - people(0...6)) / all
        case .csat: 100 * people(4...5) / all
        default: answers.reduce(0) { $0 + $1.0 * $1.1 } / all
        }
      #expect(abs(value - reading.value) <= 0.051, "\(metric.title) \(reading.day)")
    }
    #expect(seen == [.nps, .csat, .ces, .olderCES])
  }

  @Test func oneGainLastedAndOneFaded() throws {
    #expect(
      try readings("Mail answered within a day") == [
        58, 61, 63, 79, 82, 84, 83, 84, 86, 85, 84, 87,
      ])
    #expect(
      try readings("Calls that ask where it is") == [
        33, 32, 35, 24, 23, 26, 28, 34, 30, 31, 30, 29,
      ])
  }

  @Test func oneTargetAsksToBeRaisedAndOneWas() throws {
    let metric = try #require(sample.metrics.first { $0.title == "Would recommend Larkfield" })
    let target = try #require(metric.target)
    let values = try readings(metric.title)
    #expect(values.count == 12 && values.suffix(3).allSatisfy { $0 > target })
    #expect(values[8] < target)
    let changes = Dictionary(grouping: sample.targetChanges, by: \.metricID)
    #expect(changes.values.contains { $0.count == 2 })
    for (id, own) in changes {
      let last = own.max { $0.day < $1.day }
      #expect(last?.target == sample.metrics.first { $0.id == id }?.target)
    }
  }

  @Test func aBreakdownIsSeenInTheScoreOfItsMonth() throws {
    let values = try readings("Would recommend Larkfield")
    #expect(values[2] < values[1] && values[7] < values[6])
    let months = Set(sample.breakdowns.compactMap { $0.day?.description.prefix(7) })
    #expect(months.isSuperset(of: ["2026-02", "2026-07"]) && !months.contains("2026-05"))
  }

  @Test func everyLinkOfTheChainIsMeasuredEachMonth() {
    for link in Metric.ChainLink.allCases {
      let metrics = sample.metrics.filter { $0.chainLink == link }
      #expect(metrics.count == 1)
      let days = sample.readings.filter { $0.metricID == metrics.first?.id }.map(\.day)
      #expect(Set(days.map { $0.description.prefix(7) }).count == 12)
    }
  }

  @Test func someKeyCustomersWereMetAndSomeWentQuiet() throws {
    let since = try #require(CalendarDay("2026-08-24"))
    let key = sample.customers.filter(\.isKey)
    func last(_ customer: Customer) -> CalendarDay? {
      sample.dialogues.filter { $0.customerID == customer.id }.compactMap(\.day).max()
    }
    #expect(key.count == 12)
    #expect(key.filter { last($0).map { $0 >= since } ?? false }.count == 6)
    #expect(key.filter { last($0).map { $0 < since } ?? false }.count == 5)
    #expect(key.filter { last($0) == nil }.map(\.name) == ["Station Hotel"])
  }

  @Test func gutAndDataDisagreeBothWays() {
    func gut(_ text: String) -> Double {
      let cards = Set(sample.cards.filter { $0.text == text }.map(\.id))
      let own = sample.opportunities.filter { $0.cardID.map(cards.contains) ?? false }.map(\.id)
      let scores = sample.gutScores.filter { own.contains($0.opportunityID) }.map(\.score)
      return Double(scores.reduce(0, +)) / Double(scores.count)
    }
    func evidence(_ text: String) -> Int {
      let cards = Set(sample.cards.filter { $0.text == text }.map(\.id))
      let own = Set(
        sample.opportunities.filter { $0.cardID.map(cards.contains) ?? false }.map(\.id))
      return sample.links.filter { own.contains($0.fromID) || own.contains($0.toID) }.count
    }
    #expect(gut("Return lockers in front of the stores") > 4)
    #expect(evidence("Return lockers in front of the stores") == 0)
    #expect(gut("Message at each scan") < 2)
    #expect(evidence("Message at each scan") >= 8)
    #expect(
      sample.opportunities.filter { $0.effort == nil }.map(\.title) == [
        "A price for a repair, at once"
      ])
  }

  @Test func promisesAreOfEveryAgeAndOutcome() {
    let ages = sample.promises.filter { $0.outcome == nil }
      .compactMap { $0.madeOn?.days(until: today) }
    for range in [0...1, 2...7, 8...30, 31...1_000] {
      #expect(ages.contains { range.contains($0) })
    }
    #expect(sample.promises.filter { $0.outcome == .broken }.count == 4)
    #expect(sample.promises.filter { $0.outcome == .kept }.count >= 15)
  }

  // MARK: Plan

  @Test func someInitiativesBeganWithoutWhatTheyNeed() throws {
    func lacks(_ title: String) throws -> Bool {
      let id = try initiative(title).id
      return sample.resourceNeeds.filter { $0.initiativeID == id }.contains {
        ($0.askedPeople ?? 0) > ($0.grantedPeople ?? 0)
          || ($0.askedMoney ?? 0) > ($0.grantedMoney ?? 0)
      }
    }
    #expect(try lacks("Scan at the gate"))
    #expect(try !lacks("Label in every parcel"))
    #expect(Set(sample.resourceNeeds.map(\.need)) == Set(ResourceNeed.Need.allCases))
    #expect(Set(sample.resourceNeeds.compactMap(\.tool)) == Set(ResourceNeed.Tool.allCases))
    let held = sample.initiatives.filter { $0.status == .held }
    #expect(held.count == 3 && held.allSatisfy { $0.heldForID != nil })
    #expect(Set(sample.initiatives.map(\.status)) == Set(Initiative.Status.allCases))
  }

  @Test func goalsAndInitiativesMeetButNotAll() {
    let served = Set(sample.initiatives.compactMap(\.goalID))
    #expect(
      sample.goals.filter { !served.contains($0.id) }.map(\.title) == ["Repair before you replace"])
    #expect(sample.initiatives.contains { $0.goalID == nil })
  }

  @Test func barriersAreClearedOrWaitAndTwoHaveNoManager() {
    #expect(sample.barriers.filter { $0.clearedOn != nil }.count == 9)
    #expect(
      sample.barriers.filter { $0.clearedOn == nil && $0.manager.isEmpty }.map(\.title).sorted()
        == [
          "No hours for managers to teach", "Refunds wait for the Friday run",
        ])
    let before = Set(sample.barriers.filter { $0.clearedOn == nil }.compactMap(\.milestoneID))
    #expect(sample.milestones.filter { $0.reachedOn == nil && before.contains($0.id) }.count == 4)
    #expect(sample.milestones.filter { $0.reachedOn != nil }.count == 4)
  }

  @Test func breakdownsTaughtSomethingAndWereActedOnOrNot() {
    #expect(sample.breakdowns.count == 14)
    #expect(sample.breakdowns.filter { $0.lesson.isEmpty }.count == 1)
    #expect(sample.breakdowns.filter { $0.changedOn != nil }.count == 10)
  }

  @Test func trainingRunsFromTheTopButOnce() throws {
    for (title, isRight) in [("Hear a customer out", true), ("Take a return well", false)] {
      let own = sample.trainings.filter { $0.title == title }
      let managers = try #require(own.first { $0.wave == .managers })
      let front = try #require(own.first { $0.wave == .frontLine })
      let begins = try #require(front.day)
      #expect((managers.doneOn.map { $0 < begins } ?? false) == isRight)
    }
    #expect(Set(sample.followUps.map(\.days)) == [30, 60, 90])
    #expect(sample.skillLevels.contains { ($0.needed ?? 0) > ($0.present ?? 0) + 1 })
    #expect(sample.skillLevels.contains { $0.present == 4 })
    #expect(Set(sample.tips.map(\.tipKind)).count == 3)
  }

  @Test func anAudienceHearsNothing() throws {
    let audience = try #require(sample.audiences.first { $0.title == "Carrier’s counters" })
    #expect(!sample.messageAudiences.contains { $0.audienceID == audience.id })
    let label = try initiative("Label in every parcel")
    let affected = Set(
      sample.initiativeAudiences.filter { $0.initiativeID == label.id }.map(\.audienceID))
    #expect(affected.contains(audience.id) && affected.count == 4)
    #expect(Set(sample.messages.map(\.status)).count == 4)
    #expect(Set(sample.messages.compactMap(\.cadence)).count >= 4)
  }

  // MARK: People and culture

  @Test func leadersSignedOrNotAndActedOrNot() throws {
    #expect(sample.leaders.filter { $0.signedOn != nil }.count == 7)
    func lastAct(_ name: String) throws -> CalendarDay? {
      let leader = try #require(sample.leaders.first { $0.name == name })
      return sample.leaderActs.filter { $0.leaderID == leader.id }.compactMap(\.day).max()
    }
    #expect(try lastAct("Ingrid Solheim")?.description == "2026-11-18")
    #expect(try lastAct("Petra Vlčková")?.description == "2026-04-21")
    #expect(try lastAct("Samir Chaudhry") == nil)
  }

  @Test func decisionsHaveFaults() {
    func parts(_ title: String) -> [DecisionRole.Part] {
      let id = sample.decisions.first { $0.title == title }?.id
      return sample.decisionRoles.filter { $0.decisionID == id }.map(\.part)
    }
    func answering(_ title: String) -> Int {
      parts(title).filter { $0 == .accountable || $0 == .accountableAndResponsible }.count
    }
    #expect(answering("What goes into the box") == 1)
    #expect(answering("When refunds are paid") == 2)
    #expect(answering("What a customer is offered when we were late") == 0)
    #expect(!parts("Which shift a mentor works").contains(.responsible))
    #expect(sample.cxRoles.map { $0.departmentID == nil }.sorted { !$0 && $1 } == [false, true])
  }

  @Test func colleaguesAnswerAndOneDepartmentIsTooPoor() throws {
    #expect(Set(sample.purposeAnswers.compactMap(\.departmentID)).count == 9)
    #expect(Set(sample.purposeAnswers.map(\.rating)).count == 4)
    let days = Set(sample.climatePulses.compactMap(\.day))
    let last = try #require(days.max())
    #expect(days.count == 4)
    let poor = sample.climatePulses.filter { pulse in
      let marks = [pulse.openness, pulse.respect, pulse.teamwork, pulse.leadership]
      return pulse.day == last && marks.compactMap { $0 }.contains { $0 < 3 }
    }
    let names = sample.departments.filter { department in
      poor.contains { $0.departmentID == department.id }
    }
    #expect(names.map(\.name) == ["Depot"])
    #expect(Set(sample.employeeVoices.map(\.voiceKind)).count == 3)
    #expect(Set(sample.turnovers.map(\.title)).count == 3)
  }

  @Test func threeTakeMostOfTheRecognition() throws {
    let year = sample.champions.filter { $0.day.map { $0 >= yearAgo } ?? false }
    #expect(year.count >= 40)
    let counts = Dictionary(grouping: year, by: \.toName).mapValues(\.count)
    let three = counts.values.sorted(by: >).prefix(3).reduce(0, +)
    #expect(Double(three) / Double(year.count) > 0.5)
    // In the last quarter they do not.
    let autumn = try #require(CalendarDay("2026-09-01"))
    let late = year.filter { $0.day.map { $0 >= autumn } ?? false }
    let newer = Dictionary(grouping: late, by: \.toName).mapValues(\.count)
    #expect(newer.values.sorted(by: >).prefix(3).reduce(0, +) * 2 < late.count)
    #expect(sample.champions.allSatisfy { !$0.story.isEmpty && $0.valueID != nil })
  }

  @Test func everyInterviewerScoredEveryCandidate() {
    #expect(sample.criteria.reduce(0) { $0 + $1.weight } == 100)
    #expect(Set(sample.criteria.map(\.area)).count == 6)
    let scorers = Set(sample.candidateScores.map(\.interviewer))
    #expect(scorers.count == 3 && sample.candidates.count == 4)
    #expect(sample.candidateScores.count == 3 * 4 * sample.criteria.count)
  }

  @Test func readinessRoseAndRatersDisagree() throws {
    let rounds = sample.readinessRounds.inOrder()
    #expect(rounds.count == 3)
    let means = rounds.map { round in
      let scores = sample.readinessRatings.filter { $0.roundID == round.id }.map(\.score)
      #expect(scores.count == 55)
      return Double(scores.reduce(0, +)) / Double(scores.count)
    }
    #expect(means == means.sorted() && means[0] + 1 < means[2])
    let managers = sample.readinessRatings.filter {
      $0.roundID == rounds[2].id && $0.condition == .managers
    }
    #expect(managers.map(\.score).min() == 1 && managers.map(\.score).max() == 5)
  }

  @Test func theOrganisationHasAVisionItsMoneyAndItsYear() throws {
    let organisation = try #require(sample.organisations.first)
    #expect(!organisation.vision.isEmpty && organisation.visionHorizon != nil)
    #expect(organisation.currency == "EUR" && organisation.fiscalYearStart == 2)
    #expect(sample.pictures.contains { $0.id == organisation.pictureID })
    #expect(sample.planDocuments.first?.title == "As easy back as it was to buy")
  }
}
