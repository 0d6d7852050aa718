import Foundation
import Testing

@testable import UpliftCore

@Suite struct PriorityTests {
  /// The scale of McBride, S.: RICE, Intercom 2016: massive 3, high 2, medium 1, low 0.5, minimal
  /// 0.25; confidence 100, 80, 50 %.
  @Test func riceIsReachTimesImpactTimesConfidenceByEffort() {
    #expect([1, 2, 3, 4, 5].map { RICEScore.impact(of: $0) } == [0.25, 0.5, 1, 2, 3])
    #expect(RICEScore.impact(of: 1.5) == 0.375)
    #expect(RICEScore.impact(of: 4.5) == 2.5)
    #expect(RICEScore.impact(of: 0.9) == nil && RICEScore.impact(of: 5.1) == nil)
    let score = RICEScore(
      Opportunity(rank: .middle, value: 4, effort: 4, reach: 500, confidence: 0.8))
    #expect(score.score == 200)
    #expect(score.working == "500 × 2 × 0.8 ÷ 4 = 200")
    #expect(score.missing.isEmpty)
  }

  @Test func riceNeedsAllItsParts() {
    let none = RICEScore(Opportunity(rank: .middle))
    #expect(none.score == nil && none.missing.count == 4 && none.working == nil)
    let free = RICEScore(
      Opportunity(rank: .middle, value: 4, effort: 0, reach: 500, confidence: 0.8))
    #expect(free.score == nil && free.missing == [.effort])
  }

  @Test func orderTiesAndQuadrants() {
    let places = ranks(5)
    let priorities = Priorities([
      Opportunity(
        rank: places[0], title: "a", value: 3, effort: 10, reach: 100, confidence: 1),
      Opportunity(rank: places[1], title: "b"),
      Opportunity(rank: places[2], title: "c", value: 5, effort: 1, reach: 100, confidence: 1),
      Opportunity(
        rank: places[3], title: "d", value: 3, effort: 10, reach: 100, confidence: 1),
      Opportunity(rank: places[4], title: "e", value: 1, effort: 4, reach: 1, confidence: 1),
    ])
    #expect(priorities.places.map(\.opportunity.title) == ["c", "a", "d", "e", "b"])
    #expect(priorities.places.map(\.position) == [1, 2, 2, 4, nil])
    #expect(priorities.middleEffort == 7)
    #expect(
      priorities.places.map(\.quadrant)
        == [.quickWin, .majorProject, .majorProject, .fillIn, nil])
    #expect(priorities.places.allSatisfy { $0.bubbleArea == 0 && !$0.isDashed })
    #expect(Priorities([]).places.isEmpty)
  }

  @Test func evidenceIsWhatIsLinked() {
    let lane = UUID()
    func card(_ level: EvidenceLevel) -> Card {
      Card(laneID: lane, stepID: lane, rank: .middle, text: "", evidence: level)
    }
    let (own, observed, assumed) = (card(.reported), card(.observed), card(.assumed))
    let reading = Reading(
      metricID: lane, day: day("2026-01-01"), value: 3, counts: "9:20 10:10")
    let dialogues = (0..<3).map { _ in Dialogue(rank: .middle) }
    let cluster = Cluster(columnID: lane, rank: .middle, title: "")
    let note = Note(columnID: lane, clusterID: cluster.id, rank: .middle, text: "")
    let opportunity = Opportunity(rank: .middle, cardID: own.id)
    let bare = Opportunity(rank: .middle)
    var records = OpportunityEvidence.Records(
      cards: [own, observed, assumed], readings: [reading], dialogues: dialogues,
      notes: [note], clusters: [cluster],
      votes: [Vote(noteID: note.id), Vote(clusterID: cluster.id), Vote(noteID: UUID())],
      links: [
        link(observed.reference, own.reference, .leadsTo),
        link(own.reference, observed.reference), link(own.reference, assumed.reference),
        link(opportunity.reference, note.reference, .raisedBy),
      ])
    func evidence(_ one: Opportunity) -> OpportunityEvidence? {
      OpportunityEvidence.all(of: [opportunity, bare], in: records)[one.id]
    }
    #expect(evidence(bare)?.score == 1)
    #expect(evidence(bare)?.amount == 0)
    // 1 + observed 1 + two votes ½.
    #expect(evidence(opportunity)?.score == 2.5)
    #expect(evidence(opportunity)?.amount == 4)
    records.links.append(link(opportunity.reference, reading.reference))
    #expect(evidence(opportunity)?.score == 3.5)
    records.links += dialogues.dropFirst().map { link($0.reference, opportunity.reference) }
    #expect(evidence(opportunity)?.score == 4)
    records.links.append(link(dialogues[0].reference, own.reference))
    records.votes += (0..<3).map { _ in Vote(noteID: note.id) }
    #expect(evidence(opportunity)?.score == 5)
    #expect(evidence(opportunity)?.working.hasSuffix("= 5") == true)
  }

  @Test func gutAndDataDifferByTwo() {
    let opportunity = Opportunity(rank: .middle)
    func both(_ scores: [Int]) -> GutAndData {
      GutAndData(
        opportunity,
        scores: scores.map { GutScore(opportunityID: opportunity.id, rank: .middle, score: $0) },
        evidence: OpportunityEvidence())
    }
    #expect(both([]).gut == nil && !both([]).disagrees)
    #expect(both([3]).disagrees && both([3]).difference == 2)
    #expect(!both([3, 3, 2]).disagrees)
    #expect(both([5, 4]).gut == 4.5)
    #expect(both([3]).n == 1)
  }
}

@Suite struct ResourceTests {
  private let department = Department(rank: .middle, name: "IT")

  private func gap(
    _ need: ResourceNeed, _ initiative: Initiative, year: Int = 2026, startMonth: Int = 1
  ) -> ResourceGap {
    ResourceGap(
      [need], initiatives: [initiative], departments: [department],
      quarters: (1...4).compactMap { FiscalQuarter(year: year, quarter: $0) },
      startMonth: startMonth, today: day("2026-06-01"))
  }

  /// 31 December 9999 stands for "no end" in what other programs export.
  @Test(arguments: 1...12) func anInitiativeWithoutEndHidesNoQuarterOfToday(startMonth: Int) {
    let initiative = Initiative(
      rank: .middle, title: "", startDay: day("2026-10-01"), endDay: day("9999-12-31"),
      status: .running)
    let need = ResourceNeed(
      initiativeID: initiative.id, rank: .middle, title: "", need: .people,
      departmentID: department.id, askedPeople: 1)
    let today = day("2027-03-01")
    let found = ResourceGap(
      [need], initiatives: [initiative], departments: [department], startMonth: startMonth,
      today: today)
    #expect(found.quarters.count == 12)
    #expect(found.quarters.contains(FiscalQuarter(of: today, startMonth: startMonth)))
    #expect(close(found.totals.last?.askedPeople ?? 0, 1))
    // The last days of all are in a quarter, too.
    let last = day("9999-12-31")
    let quarter = FiscalQuarter(of: last, startMonth: startMonth)
    let span =
      quarter.firstDay(startMonth: startMonth)...quarter.lastDay(startMonth: startMonth)
    #expect(span.contains(last))
    #expect(quarter.next == quarter || quarter.next > quarter)
  }

  @Test func peopleAreAveragedOverTheQuarter() throws {
    let initiative = Initiative(
      rank: .middle, title: "", startDay: day("2026-02-15"), endDay: day("2026-04-30"),
      status: .running)
    let need = ResourceNeed(
      initiativeID: initiative.id, rank: .middle, title: "", need: .people,
      departmentID: department.id, askedPeople: 2, grantedPeople: 0.5)
    let row = try #require(gap(need, initiative).rows.first)
    #expect(row.department?.name == "IT")
    // 14 days of February and 31 of March out of 90; 30 out of 91.
    #expect(close(row.cells[0].askedPeople, 2 * 45.0 / 90))
    #expect(close(row.cells[0].peopleGap, 1.5 * 45.0 / 90))
    #expect(close(row.cells[1].askedPeople, 2 * 30.0 / 91))
    #expect(row.cells[0].shares.first?.days == 45)
    #expect(row.cells[2].shares.isEmpty)
    #expect(close(row.peakPeopleGap, 0.75))
  }

  @Test func aYearsMoneyComesToItselfInAYear() {
    var random = Seeded(state: 31)
    for _ in 0..<100 {
      let amount = Int.random(in: 0...100_000_007, using: &random)
      let startMonth = Int.random(in: 1...12, using: &random)
      let initiative = Initiative(
        rank: .middle, title: "", startDay: day("2020-01-01"), status: .running)
      let need = ResourceNeed(
        initiativeID: initiative.id, rank: .middle, title: "", need: .moneyYearly,
        askedMoney: amount, grantedMoney: amount / 3)
      let year = Int.random(in: 2022...2030, using: &random)
      let found = gap(need, initiative, year: year, startMonth: startMonth)
      #expect(found.totals.reduce(0) { $0 + $1.askedMoney } == amount)
      #expect(found.totals.reduce(0) { $0 + $1.grantedMoney } == amount / 3)
      #expect(found.rows.first?.department == nil)
    }
  }

  /// Day by day, against the formula.
  @Test func quartersAddUpDayByDay() {
    var random = Seeded(state: 33)
    for _ in 0..<60 {
      let start = day("2025-10-01").adding(days: Int.random(in: 0...500, using: &random))
      let end = start?.adding(days: Int.random(in: 0...400, using: &random))
      let people = Double(Int.random(in: 1...40, using: &random)) / 4
      let startMonth = Int.random(in: 1...12, using: &random)
      let initiative = Initiative(
        rank: .middle, title: "", startDay: start, endDay: end, status: .planned)
      let need = ResourceNeed(
        initiativeID: initiative.id, rank: .middle, title: "", need: .people,
        askedPeople: people)
      let found = gap(need, initiative, startMonth: startMonth)
      for (quarter, cell) in zip(found.quarters, found.totals) {
        let first = quarter.firstDay(startMonth: startMonth)
        let days = (0...first.days(until: quarter.lastDay(startMonth: startMonth)))
          .compactMap { first.adding(days: $0) }
        let busy = days.count { one in
          guard let start, let end else { return false }
          return (start...end).contains(one)
        }
        #expect(close(cell.askedPeople, people * Double(busy) / Double(days.count)))
      }
    }
  }

  @Test func onceIsInTheQuarterOfItsFirstDay() {
    let initiative = Initiative(
      rank: .middle, title: "", startDay: day("2026-05-10"), status: .planned)
    var need = ResourceNeed(
      initiativeID: initiative.id, rank: .middle, title: "", need: .moneyOnce,
      departmentID: department.id, askedMoney: 900, grantedMoney: 400)
    #expect(gap(need, initiative).totals.map(\.moneyGap) == [0, 500, 0, 0])
    #expect(gap(need, initiative, startMonth: 4).totals.map(\.moneyGap) == [500, 0, 0, 0])
    need.startDay = day("2026-12-31")
    #expect(gap(need, initiative).totals.map(\.moneyGap) == [0, 0, 0, 500])
    need.grantedMoney = 2000
    #expect(gap(need, initiative).totals.map(\.moneyGap) == [0, 0, 0, 0])
    #expect(gap(need, initiative).n == 1)
  }

  @Test func heldWorkNeedsNothing() {
    var initiative = Initiative(rank: .middle, title: "", status: .planned)
    let need = ResourceNeed(
      initiativeID: initiative.id, rank: .middle, title: "", need: .people, askedPeople: 1)
    #expect(gap(need, initiative).undated == [need])
    initiative.startDay = day("2026-01-01")
    initiative.status = .held
    #expect(gap(need, initiative).rows.isEmpty)
    #expect(gap(need, initiative).undated.isEmpty)
    let nothing = ResourceGap(
      [], initiatives: [], departments: [department], today: day("2026-06-01"))
    #expect(nothing.quarters.count == 4 && nothing.rows.isEmpty && nothing.n == 0)
  }

  @Test func quartersAreFoundWhereNoneAreAskedFor() {
    let initiative = Initiative(
      rank: .middle, title: "", startDay: day("2026-02-01"), endDay: day("2026-08-01"),
      status: .running)
    let need = ResourceNeed(
      initiativeID: initiative.id, rank: .middle, title: "", need: .people, askedPeople: 1)
    let found = ResourceGap(
      [need], initiatives: [initiative], departments: [], today: day("2026-06-01"))
    #expect(found.quarters.map(\.description) == ["2026-Q1", "2026-Q2", "2026-Q3"])
  }

  @Test func whatBeganWithoutWhatItNeeds() {
    let today = day("2026-06-01")
    let places = ranks(5)
    let initiatives = [
      Initiative(rank: places[0], title: "short", status: .running),
      Initiative(rank: places[1], title: "pilot", pilotStart: today).with(.planned),
      Initiative(rank: places[2], title: "later", startDay: day("2026-06-02"), status: .planned),
      Initiative(rank: places[3], title: "granted", status: .running),
      Initiative(rank: places[4], title: "held", startDay: today, status: .held),
    ]
    func need(_ place: Int, _ asked: Double?, _ granted: Double?) -> ResourceNeed {
      ResourceNeed(
        initiativeID: initiatives[place].id, rank: .middle, title: "", need: .people,
        askedPeople: asked, grantedPeople: granted)
    }
    let unmet = UnmetNeeds(
      [
        need(0, 2, 0.5), need(1, nil, nil), need(2, 1, nil), need(3, 1, 1), need(3, nil, 0),
        need(4, 1, nil),
      ], initiatives: initiatives, today: today)
    #expect(unmet.items.map(\.initiative.title) == ["short", "pilot"])
    #expect(unmet.items.first?.people == 1.5)
    #expect(unmet.n == 3)
  }

  @Test func toolsThatAreMissing() {
    let places = ranks(5)
    let initiatives = [
      Initiative(rank: places[0], title: "", startDay: day("2026-02-01")),
      Initiative(rank: places[1], title: "", status: .dropped),
    ]
    func tool(_ place: Int, _ initiative: Int, _ asked: Int?, _ granted: Int?) -> ResourceNeed {
      ResourceNeed(
        initiativeID: initiatives[initiative].id, rank: places[place], need: .tool, tool: .crm,
        askedMoney: asked, grantedMoney: granted)
    }
    let needs = [
      tool(0, 0, 100, 100), tool(1, 0, 100, 20), tool(2, 0, nil, nil), tool(3, 0, nil, 0),
      tool(4, 1, 100, nil),
    ]
    let found = ResourceGap(
      needs, initiatives: initiatives, departments: [], today: day("2026-06-01"))
    #expect(found.missingTools == [needs[1], needs[2]])
    #expect(found.totals.first?.moneyGap == 80)
  }

  @Test func heldWorkMakesRoom() {
    let places = ranks(3)
    let done = Initiative(rank: places[0], title: "done", status: .done)
    let held = Initiative(
      rank: places[1], title: "held", status: .held, heldForID: done.id)
    let other = Initiative(rank: places[2], title: "other", status: .held, heldForID: UUID())
    let work = HeldWork(
      [done, held, other],
      needs: [
        ResourceNeed(
          initiativeID: held.id, rank: .middle, title: "", need: .people, grantedPeople: 1.5)
      ],
      goals: [
        Goal(rank: places[0], title: "x"), Goal(rank: places[1], title: "y", putOnHold: "z"),
      ])
    #expect(work.items.map(\.mayResume) == [true, false])
    #expect(work.items.map(\.madeRoomFor?.title) == ["done", nil])
    #expect(work.items.map(\.freedPeople) == [1.5, 0])
    #expect(work.goals.map(\.title) == ["y"])
  }
}

extension Initiative {
  fileprivate func with(_ status: Status) -> Initiative {
    var copy = self
    copy.status = status
    return copy
  }
}

@Suite struct FollowThroughTests {
  private let today = day("2026-11-21")

  @Test func barriersAgeAndWantAManager() {
    let places = ranks(4)
    let figures = BarrierFigures(
      [
        Barrier(
          rank: places[0], title: "a", severity: .slows, manager: " ",
          openedOn: day("2026-01-01")),
        Barrier(
          rank: places[1], title: "b", severity: .blocks, openedOn: day("2026-11-20")),
        Barrier(rank: places[2], title: "c", manager: "Jo", openedOn: day("2026-10-22")),
        Barrier(
          rank: places[3], title: "d", openedOn: day("2026-11-01"),
          clearedOn: day("2026-11-11")),
      ], today: today)
    #expect(figures.withoutManager.map(\.title) == ["b", "a"])
    #expect(figures.open.bands.map(\.count) == [1, 1, 0, 1])
    #expect(figures.daysToClear.median == 10)
    #expect(BarrierFigures([], today: today).daysToClear.median == nil)
  }

  @Test func breakdownsTeach() {
    let places = ranks(5)
    let figures = BreakdownFigures(
      [
        Breakdown(
          rank: places[0], day: day("2026-11-01"), lesson: "x", changedOn: day("2026-11-21")),
        Breakdown(
          rank: places[1], day: day("2026-11-21"), lesson: "x", changedOn: day("2026-11-22")),
        Breakdown(rank: places[2], day: day("2026-10-01"), changedOn: day("2026-10-02")),
        Breakdown(rank: places[3], lesson: "x"),
        Breakdown(rank: places[4], day: day("2025-10-01"), lesson: "x"),
      ], months: 3, today: today)
    #expect(figures.months.map(\.count) == [0, 1, 2])
    #expect(figures.shareActedOn == Proportion(1, of: 5))
    #expect(figures.lessonOnly.count == 3)
    #expect(figures.withoutLesson.count == 1)
    #expect(figures.undated.count == 1)
    #expect(figures.perMonth == 1)
    #expect(BreakdownFigures([], today: today).shareActedOn.share == nil)
    #expect(BreakdownFigures([], months: 0, today: today).perMonth == nil)
  }

  private func training(
    _ wave: Training.Wave, _ begins: String?, _ done: String? = nil, _ title: String = "Listening",
    people: Int? = nil
  ) -> Training {
    Training(
      rank: .middle, title: title, wave: wave, day: begins.map { day($0) }, headcount: people,
      doneOn: done.map { day($0) })
  }

  private func faults(_ trainings: [Training]) -> [Training.Wave] {
    TrainingCascade(trainings, today: today).faults.map(\.lower.wave)
  }

  @Test func trainingRunsDownFromTheTop() {
    #expect(
      faults([
        training(.leaders, "2026-01-01", "2026-01-02"),
        training(.managers, "2026-01-02", "2026-02-01"), training(.frontLine, "2026-12-01"),
      ]).isEmpty)
    // Done after the managers began.
    #expect(
      faults([
        training(.leaders, "2026-01-01", "2026-01-03"), training(.managers, "2026-01-02"),
      ]) == [.managers])
    // The leaders have not even begun, and the front line has.
    #expect(
      faults([
        training(.leaders, nil), training(.frontLine, "2026-11-21"),
      ]) == [.frontLine])
    // Both to come: first the leaders, as it should be; on the same day, as it should not.
    #expect(
      faults([
        training(.leaders, "2026-12-01"), training(.managers, "2026-12-02"),
      ]).isEmpty)
    #expect(
      faults([
        training(.leaders, "2026-12-02"), training(.managers, "2026-12-02"),
      ]) == [.managers])
    // Other modules do not matter, and a wave that nobody plans is none that is missing.
    #expect(
      faults([
        training(.leaders, "2026-12-02", nil, "Other"), training(.managers, "2026-01-01"),
        training(.frontLine, nil),
      ]).isEmpty)
    #expect(TrainingCascade([], today: today).modules.isEmpty)
  }

  @Test func modulesAreCounted() {
    let cascade = TrainingCascade(
      [
        training(.leaders, "2026-01-01", "2026-01-02", people: 10),
        training(.managers, "2026-02-01", nil, " listening", people: 30),
        training(.managers, "2026-02-01"),
      ], today: today)
    #expect(cascade.modules.count == 1)
    #expect(cascade.modules.first?.trained == Proportion(10, of: 40))
    #expect(cascade.n == 3)
  }

  @Test func lookingBackAfterThirtySixtyNinetyDays() {
    let one = training(.leaders, nil, "2026-09-12")
    let noted = FollowUp(
      trainingID: one.id, rank: .middle, days: 30, doneOn: day("2026-10-14"))
    let own = FollowUp(trainingID: one.id, rank: .middle, days: 7)
    let found = FollowUpsDue(
      [one, training(.managers, "2026-01-01")], followUps: [noted, own], today: today)
    #expect(found.items.map(\.days) == [7, 30, 60, 90])
    #expect(found.items.map(\.state) == [.due, .done, .due, .upcoming])
    #expect(found.due.map(\.daysOverdue) == [63, 10])
    #expect(found.due.map { $0.followUp?.id } == [own.id, nil])
    #expect(found.shareDone == Proportion(1, of: 3))
    // Its day is today.
    let recent = FollowUpsDue([training(.leaders, nil, "2026-10-22")], followUps: [], today: today)
    #expect(recent.items.map(\.state) == [.due, .upcoming, .upcoming])
    #expect(FollowUpsDue([], followUps: [], today: today).shareDone.share == nil)
  }

  @Test func skillsThatAreMissing() {
    let roles = zip(ranks(3), ["Clerk", "Lead", "Driver"]).map { WorkRole(rank: $0, title: $1) }
    let skills = ranks(3).map { Skill(rank: $0, title: "") }
    func level(_ skill: Int, _ role: Int, _ needed: Int?, _ present: Int?) -> SkillLevel {
      SkillLevel(
        skillID: skills[skill].id, roleID: roles[role].id, needed: needed, present: present)
    }
    let gaps = SkillGaps(
      skills: skills, roles: roles,
      levels: [
        level(0, 0, 3, 1), level(1, 0, 2, nil), level(0, 1, 4, 4), level(1, 1, 2, 3),
        level(0, 2, 3, 0), level(2, 2, nil, 1),
      ])
    #expect(gaps.rows.map(\.gap) == [2, 0, 3])
    #expect(gaps.byGap.map(\.role.title) == ["Driver", "Clerk"])
    #expect(gaps.rows.map(\.unrated) == [1, 0, 0])
    #expect(gaps.skillsWithoutTrainer == [skills[1]])
    #expect(gaps.n == 4)
    #expect(SkillGaps(skills: [], roles: roles, levels: []).byGap.isEmpty)
  }
}
