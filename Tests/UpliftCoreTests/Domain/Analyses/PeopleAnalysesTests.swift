import Foundation
import Testing

@testable import UpliftCore

@Suite struct LeadershipTests {
  private let today = day("2026-11-21")

  @Test func leadersSignAndAct() {
    let places = ranks(3)
    let leaders = [
      Leader(rank: places[0], name: "a", signedOn: day("2026-01-01")),
      Leader(rank: places[1], name: "b", signedOn: day("2026-12-01")),
      Leader(rank: places[2], name: "c"),
    ]
    let acts = [
      LeaderAct(leaderID: leaders[0].id, rank: .middle, day: day("2026-11-11")),
      LeaderAct(leaderID: leaders[0].id, rank: .middle, day: day("2026-11-01")),
      LeaderAct(leaderID: leaders[1].id, rank: .middle, day: day("2026-11-22")),
      LeaderAct(leaderID: leaders[2].id, rank: .middle, day: day("2026-10-21")),
      LeaderAct(leaderID: leaders[2].id, rank: .middle),
    ]
    let figures = LeaderFigures(leaders, acts: acts, today: today)
    #expect(figures.signed == Proportion(1, of: 3))
    #expect(figures.items.map(\.daysSinceLastAct) == [10, nil, 31])
    #expect(figures.longestWithoutAct.map(\.leader.name) == ["b", "c", "a"])
    #expect(LeaderFigures([], acts: acts, today: today).signed.share == nil)
  }

  @Test func goalsAndInitiativesFit() {
    let goals = zip(ranks(3), ["a", "b", "c"]).map { Goal(rank: $0, title: $1) }
    let places = ranks(5)
    let initiatives = [
      Initiative(rank: places[0], title: "1", status: .running, goalID: goals[0].id),
      Initiative(rank: places[1], title: "2", status: .dropped, goalID: goals[1].id),
      Initiative(rank: places[2], title: "3", status: .done, goalID: goals[2].id),
      Initiative(rank: places[3], title: "4", goalID: UUID()),
      Initiative(rank: places[4], title: "5", status: .done),
    ]
    let coverage = GoalCoverage(goals, initiatives: initiatives)
    #expect(coverage.goalsWithoutInitiative.map(\.title) == ["b"])
    #expect(coverage.initiativesWithoutGoal.map(\.title) == ["4"])
    #expect(coverage.initiativeCount == 2)
  }
}

@Suite struct RACITests {
  @Test func exactlyOneIsAccountableAndOneIsResponsible() {
    let roles = ranks(3).map { WorkRole(rank: $0, title: "Role") }
    let decisions = zip(ranks(5), "abcde").map { Decision(rank: $0, title: String($1)) }
    func part(_ decision: Int, _ role: Int, _ part: DecisionRole.Part) -> DecisionRole {
      DecisionRole(decisionID: decisions[decision].id, roleID: roles[role].id, part: part)
    }
    let faults = RACIFaults(
      decisions, roles: roles,
      parts: [
        part(0, 0, .accountable), part(0, 1, .responsible), part(0, 2, .responsible),
        part(1, 0, .accountableAndResponsible), part(1, 1, .consulted),
        part(2, 2, .accountable), part(2, 0, .accountableAndResponsible), part(2, 1, .informed),
        part(3, 0, .accountable), part(3, 1, .consulted),
      ])
    #expect(faults.items.map(\.decision.title) == ["c", "d", "e"])
    #expect(
      faults.items.map(\.faults) == [
        [.severalAccountable([roles[0], roles[2]])], [.nobodyResponsible],
        [.nobodyAccountable, .nobodyResponsible],
      ])
    #expect(faults.items[0].faults[0].sentence.contains("Role and Role"))
    #expect(faults.n == 5)
  }

  /// Against counting each decision's parts.
  @Test func faultsAreFoundWhereTheyAre() {
    var random = Seeded(state: 51)
    for _ in 0..<100 {
      let roles = ranks(4).map { WorkRole(rank: $0, title: "") }
      let decision = Decision(rank: .middle, title: "")
      let parts = roles.compactMap { role -> DecisionRole? in
        Bool.random(using: &random)
          ? nil
          : DecisionRole(
            decisionID: decision.id, roleID: role.id,
            part: DecisionRole.Part.allCases.randomElement(using: &random) ?? .informed)
      }
      let letters = parts.map(\.part)
      let accountable = letters.count { $0 == .accountable || $0 == .accountableAndResponsible }
      let responsible = letters.count { $0 == .responsible || $0 == .accountableAndResponsible }
      let faults = RACIFaults([decision], roles: roles, parts: parts)
      #expect(faults.items.isEmpty == (accountable == 1 && responsible > 0))
    }
  }

  @Test func theRoleStandsBetweenDepartments() {
    let department = Department(rank: .middle, name: "Marketing")
    let places = ranks(2)
    let placement = CXRolePlacement(
      [
        CXRole(rank: places[0], title: "CX lead", seat: "Board", departmentID: department.id),
        CXRole(rank: places[1], title: "Analyst"),
      ], departments: [department])
    #expect(placement.insideDepartment.map(\.role.title) == ["CX lead"])
    #expect(placement.insideDepartment.first?.sentence.contains("Marketing") == true)
    #expect(placement.withoutSeat.map(\.title) == ["Analyst"])
  }
}

@Suite struct CultureAnalysesTests {
  private let departments = zip(ranks(2), ["Depot", "IT"]).map { Department(rank: $0, name: $1) }

  @Test func howManySayAlike() {
    func answer(_ department: Int?, _ rating: PurposeAnswer.Rating?, _ date: String? = nil)
      -> PurposeAnswer
    {
      PurposeAnswer(
        rank: .middle, day: date.map { day($0) },
        departmentID: department.map { departments[$0].id }, rating: rating)
    }
    let answers = [
      answer(0, .same, "2026-01-01"), answer(0, .partly), answer(0, .different), answer(0, nil),
      answer(nil, .different),
    ]
    let agreement = PurposeAgreement(answers, departments: departments)
    #expect(agreement.rows.map(\.department?.name) == ["Depot", nil])
    #expect(agreement.rows[0].similar == Proportion(2, of: 3))
    #expect(agreement.rows[0].same == Proportion(1, of: 3))
    #expect(agreement.rows[0].unrated == 1)
    #expect(agreement.total.similar == Proportion(2, of: 4))
    let january = PurposeAgreement(
      answers, departments: departments, period: day("2026-01-01")...day("2026-01-31"))
    #expect(january.n == 1)
    #expect(PurposeAgreement([], departments: departments).total.similar.share == nil)
  }

  @Test func aPoorClimateIsBelowThree() {
    let pulses = [
      ClimatePulse(
        rank: .middle, departmentID: departments[0].id, day: day("2026-05-01"), openness: 2.9,
        respect: 4, sampleSize: 12),
      ClimatePulse(
        rank: .middle, departmentID: departments[0].id, day: day("2026-01-01"), openness: 3.5,
        respect: 2, teamwork: 2),
      ClimatePulse(
        rank: .middle, departmentID: departments[1].id, day: day("2026-05-01"), openness: 3,
        respect: 3, teamwork: 3, leadership: 3),
      ClimatePulse(
        rank: .middle, departmentID: departments[1].id, day: day("2027-01-01"), openness: 1),
      ClimatePulse(rank: .middle, openness: 1),
    ]
    let climate = ClimateFigures(pulses, departments: departments, today: day("2026-11-21"))
    #expect(climate.rows.map(\.isTooPoor) == [true, false, true])
    #expect(climate.rows[0].poor == [.openness])
    #expect(close(climate.rows[0].change(.openness), -0.6))
    #expect(climate.rows[0].change(.teamwork) == nil)
    #expect(close(climate.rows[0].mean, 3.45))
    #expect(climate.rows[0].n == 12)
    #expect(climate.tooPoor.map { $0.department?.name } == [nil, "Depot"])
    #expect(climate.n == 4)
  }

  @Test func theLaterLinkFollowsTheEarlier() throws {
    let people = Metric(rank: .middle, title: "E", chainLink: .employeeExperience)
    let customers = Metric(rank: .middle, title: "C", chainLink: .customerSatisfaction)
    let aside = Metric(rank: .middle, title: "X")
    let start = CalendarMonth(of: day("2026-01-01"))
    let values = [3.0, 5, 2, 6, 4, 7, 1, 5]
    var readings: [Reading] = []
    for (index, value) in values.enumerated() {
      readings.append(
        Reading(metricID: people.id, day: start.advanced(by: index).firstDay, value: value))
      // Two months later, the double of it, as the mean of two readings.
      let later = start.advanced(by: index + 2)
      readings.append(Reading(metricID: customers.id, day: later.firstDay, value: 2 * value - 1))
      readings.append(Reading(metricID: customers.id, day: later.lastDay, value: 2 * value + 1))
      readings.append(Reading(metricID: aside.id, day: later.lastDay, value: 1))
    }
    let chain = ServiceProfitChain(
      [customers, people, aside], readings: readings, today: day("2026-12-31"))
    #expect(chain.series.map(\.metric.title) == ["E", "C"])
    #expect(chain.periods.count == 10)
    #expect(chain.series[1].values == [nil, nil] + values.map { $0 * 2 })
    let pair = try #require(chain.pairs.first)
    #expect(chain.pairs.count == 1)
    #expect(pair.lags.map(\.lag) == [0, 1, 2, 3])
    #expect(pair.lags.map(\.correlation.n) == [6, 7, 8, 7])
    #expect(close(pair.lags[2].correlation.coefficient, 1))
    #expect(pair.strongest?.lag == 2)
    // By hand for lag 0: pairs of people in March … August and customers in March … August.
    let direct = Correlation(zip(values.dropFirst(2), values).map { Correlation.Pair($0, 2 * $1) })
    #expect(close(pair.lags[0].correlation.coefficient, direct.coefficient ?? .nan))
  }

  @Test func quartersFollowTheFiscalYearAndLittleDataIsRefused() {
    let people = Metric(rank: .middle, title: "E", chainLink: .culture)
    let profit = Metric(rank: .middle, title: "P", chainLink: .profit)
    let readings = [people, profit].flatMap { metric in
      ["2026-01-31", "2026-02-01", "2026-04-30", "2026-05-01"].map {
        Reading(metricID: metric.id, day: day($0), value: Double($0.count))
      }
    }
    let chain = ServiceProfitChain(
      [people, profit], readings: readings, grain: .quarter, maximumLag: 5, startMonth: 2,
      today: day("2026-12-31"))
    #expect(chain.periods.map(\.first.description) == ["2025-11", "2026-02", "2026-05"])
    #expect(chain.series[0].readings.map(\.count) == [1, 2, 1])
    #expect(
      chain.pairs.first?.lags.map(\.correlation.refusal) == [
        .noVariation, .tooFewPairs, .tooFewPairs, .tooFewPairs, .tooFewPairs, .tooFewPairs,
      ])
    #expect(chain.pairs.first?.strongest == nil)
    #expect(ServiceProfitChain([], readings: [], today: day("2026-12-31")).periods.isEmpty)
  }

  /// Boushey, H., Glynn, S. J.: There are significant business costs to replacing employees, 2012: a
  /// job of $10 an hour at 16 % is $3,328; a manager of $40,000 at 20 % is $8,000; a chief of $100,000
  /// at 213 % is $213,000.
  @Test(arguments: [
    (20_800_00, 0.16, 3_328_00, TurnoverCost.Comparison.usual),
    (40_000_00, 0.20, 8_000_00, .usual), (100_000_00, 2.13, 213_000_00, .aboveUsual),
    (100_000_00, 2.2, 220_000_00, .aboveHighest), (100_000_00, 0.1, 10_000_00, .below),
  ])
  func turnoverIsAsPublished(
    salary: Int, share: Double, cost: Int, comparison: TurnoverCost.Comparison
  ) {
    let one = TurnoverCost([
      Turnover(
        rank: .middle, leavers: 1, salary: salary, recruiting: share / 2, induction: share / 4,
        training: share / 8, lostWork: share / 8)
    ])
    #expect(one.total == cost)
    #expect(one.items.first?.comparison == comparison)
  }

  @Test func itIsSaidWhoseTurnoverIsNotCounted() throws {
    let places = Rank.spread(2)
    let years = TurnoverYears(
      [
        Turnover(rank: places[0], leavers: 10, salary: 30_000_00, recruiting: 0.2),
        Turnover(rank: places[1], leavers: 3, salary: 30_000_00),
      ], startMonth: 1)
    let sentence = TurnoverYears.sentence(of: try #require(years.newest), startMonth: 1) { "\($0)" }
    #expect(
      sentence.contains("13 people left; replacing 10 of them cost 6000000"), "\(sentence)")
    #expect(sentence.contains("not known"))
  }

  @Test func turnoverAddsUp() {
    let places = ranks(4)
    let cost = TurnoverCost([
      Turnover(
        rank: places[0], startDay: day("2026-01-01"), endDay: day("2026-03-31"), leavers: 12,
        salary: 30_000_00, recruiting: 0.1, lostWork: 0.06),
      Turnover(rank: places[1], leavers: 3, salary: 30_000_00),
      Turnover(rank: places[2], leavers: 2, recruiting: 0.1),
      Turnover(rank: places[3], leavers: 0, salary: 30_000_00, recruiting: 0),
    ])
    #expect(cost.items.map(\.cost) == [57_600_00, nil, nil, 0])
    #expect(cost.items.map(\.perLeaver) == [4_800_00, nil, nil, 0])
    #expect(cost.items[0].usualCost == 57_600_00...75_600_00)
    #expect(cost.total == 57_600_00)
    #expect(cost.unknown.count == 2)
    #expect(cost.leavers == 17)
    #expect(TurnoverCost([]).total == 0)
    let huge = Turnover(
      rank: .middle, leavers: 1_000_000_000, salary: 1_000_000_000_000_000, recruiting: 10)
    #expect(TurnoverCost([huge]).items.first?.cost == nil)
    let february = day("2026-03-31")...day("2026-04-30")
    #expect(TurnoverCost(cost.items.map(\.turnover), period: february).n == 1)
  }

  @Test func reasonsAreCounted() {
    func voice(_ rank: Rank, _ kind: EmployeeVoice.Kind, _ reason: String, _ date: String?)
      -> EmployeeVoice
    {
      EmployeeVoice(
        rank: rank, voiceKind: kind, reason: reason, day: date.map { day($0) },
        departmentID: departments[0].id)
    }
    let places = ranks(6)
    let voices = [
      voice(places[0], .leave, "Shifts", "2026-01-01"),
      voice(places[1], .leave, " shifts", "2026-02-01"),
      voice(places[2], .leave, "Pay", nil), voice(places[3], .leave, " ", "2026-02-01"),
      voice(places[4], .stay, "Pay", nil), voice(places[5], .leave, "Commute", nil),
    ]
    let reasons = EmployeeReasons(voices, kind: .leave)
    #expect(reasons.entries.map(\.reason) == ["Shifts", "Commute", "Pay"])
    #expect(reasons.entries[0].voices.map(\.day) == [day("2026-02-01"), day("2026-01-01")])
    #expect(reasons.share(of: reasons.entries[0]) == Proportion(2, of: 4))
    #expect(reasons.withoutReason.count == 1 && reasons.n == 5)
    #expect(EmployeeReasons(voices, kind: .leave, departmentID: departments[1].id).n == 0)
    let february = day("2026-02-01")...day("2026-02-28")
    #expect(EmployeeReasons(voices, kind: .leave, period: february).n == 2)
    #expect(EmployeeReasons([], kind: .wish).entries.isEmpty)
  }

  @Test func championsStandOnABoard() {
    func champion(_ to: String, _ from: String, _ team: String, _ date: String?) -> Champion {
      Champion(
        rank: .middle, toName: to, fromName: from, team: team, day: date.map { day($0) })
    }
    var champions = [
      champion("Ana", "Bo", "Depot", "2026-01-10"), champion("ana ", "Cy", "depot", "2026-03-10"),
      champion("Bo", "Cy", "IT", "2026-02-10"), champion("Cy", "Bo", "", "2026-02-11"),
      champion("Dee", "bo", "IT", nil),
    ]
    for (index, rank) in ranks(5).enumerated() { champions[index].rank = rank }
    let boards = Leaderboards(champions)
    #expect(boards.receivers.entries.map(\.name) == ["Ana", "Bo", "Cy", "Dee"])
    #expect(boards.receivers.entries.map(\.place) == [1, 2, 2, 2])
    #expect(boards.givers.entries.map(\.count) == [3, 2])
    #expect(boards.teams.n == 4)
    #expect(
      boards.receivers.entries[0].champions.map(\.day) == [day("2026-03-10"), day("2026-01-10")])
    #expect(boards.receivers.topThree == Proportion(4, of: 5))
    #expect(!boards.isConcentrated)
    let period = Leaderboards(champions, period: day("2026-02-10")...day("2026-02-11"))
    #expect(period.n == 2)
    #expect(Leaderboards([]).receivers.topThree.share == nil)
    func many(_ counts: [Int]) -> Leaderboards {
      Leaderboards(
        counts.enumerated().flatMap { index, count in
          (0..<count).map { _ in champion("P\(index)", "Q", "", nil) }
        })
    }
    #expect(many([4, 1, 1, 1, 1, 1, 1]).isConcentrated)
    #expect(!many([3, 1, 1, 1, 1, 1, 1, 1]).isConcentrated)
    #expect(!many([9]).isConcentrated)
  }
}

@Suite struct TalentAndReadinessTests {
  @Test func candidatesAreWeighed() {
    let role = UUID()
    let criteria = zip(ranks(3), [50, 30, 0]).map { Criterion(roleID: role, rank: $0, weight: $1) }
    let candidates = zip(ranks(3), ["Ana", "Bo", "Cy"]).map {
      Candidate(roleID: role, rank: $0, name: $1)
    }
    func score(_ candidate: Int, _ criterion: Int, _ who: String, _ score: Int) -> CandidateScore {
      CandidateScore(
        candidateID: candidates[candidate].id, criterionID: criteria[criterion].id,
        interviewer: who, score: score)
    }
    let ranking = CandidateRanking(
      role: role, candidates: candidates + [Candidate(roleID: UUID(), rank: .middle)],
      criteria: criteria,
      scores: [
        score(0, 0, "Uma", 2), score(0, 0, "Vic", 4), score(0, 1, "uma ", 5),
        score(1, 0, "Uma", 5), score(1, 2, "Uma", 0),
      ])
    #expect(ranking.items.map(\.candidate.name) == ["Bo", "Ana", "Cy"])
    #expect(ranking.items.map(\.place) == [1, 2, nil])
    #expect(ranking.items.map(\.missing) == [1, 0, 2])
    // (50 × 3 + 30 × 5) ÷ 80.
    #expect(close(ranking.items[1].weighted, 3.75))
    #expect(ranking.items[1].means == [3, 5, nil])
    // (50 × 2 + 30 × 5) ÷ 80 and 4.
    #expect(ranking.items[1].scorecards.map(\.interviewer) == ["Uma", "Vic"])
    #expect(close(ranking.items[1].scorecards[0].weighted, 3.125))
    #expect(close(ranking.items[1].scorecards[1].weighted, 4))
    #expect(close(ranking.items[1].disagreement, 0.875))
    #expect(ranking.n == 3)
    let empty = CandidateRanking(role: role, candidates: [], criteria: [], scores: [])
    #expect(empty.items.isEmpty)
  }

  @Test func readinessNowAgainstBefore() {
    let places = ranks(3)
    let rounds = [
      ReadinessRound(rank: places[0], title: "now", day: day("2026-06-01")),
      ReadinessRound(rank: places[1], title: "before", day: day("2026-01-01")),
      ReadinessRound(rank: places[2], title: "nobody", day: day("2026-09-01")),
    ]
    func rating(
      _ round: Int, _ condition: ReadinessRating.Condition, _ rater: String, _ score: Int
    ) -> ReadinessRating {
      ReadinessRating(
        roundID: rounds[round].id, condition: condition, rater: rater, score: score)
    }
    let figures = ReadinessFigures(
      rounds,
      ratings: [
        rating(1, .leaders, "a", 2), rating(1, .people, "a", 1),
        rating(0, .leaders, "a", 5), rating(0, .leaders, "b", 2),
        // The mean of the parts, not of the ratings: (2 + 4) ÷ 2, not 10 ÷ 4.
        rating(0, .people, "a", 2), rating(0, .people, "b", 2), rating(0, .people, "c", 2),
        rating(0, .technology, "a", 4),
        rating(0, .managers, "a", 0), rating(0, .managers, "b", 3), rating(0, .managers, "c", 3),
      ])
    #expect(figures.rounds.map(\.round.title) == ["before", "now"])
    #expect(figures.now?.mean(.leaders) == 3.5)
    #expect(figures.now?.mean(.organisation) == 3)
    #expect(figures.now?.mean(ReadinessFigures.Condition.choice) == nil)
    #expect(figures.change(ReadinessFigures.Condition.leaders) == 1.5)
    #expect(figures.change(ReadinessFigures.Condition.organisation) == 2)
    #expect(figures.change(ReadinessRating.Condition.people) == 1)
    #expect(figures.change(ReadinessFigures.Condition.managers) == nil)
    // Both range over 3; two raters 3 apart deviate more than three of whom two agree.
    #expect(figures.now?.disagreements.map(\.condition) == [.leaders, .managers])
    #expect(figures.now?.raters == ["a", "b", "c"])
    #expect(figures.n == 9)
    #expect(ReadinessFigures([], ratings: []).now == nil)
    #expect(Set(ReadinessFigures.Condition.allCases.flatMap(\.parts)).count == 11)
  }

  @Test func momentumIsCountedByMonth() {
    let today = day("2026-11-21")
    let momentum = Momentum(
      initiatives: [
        Initiative(rank: .middle, title: "", endDay: day("2026-10-31"), status: .done),
        Initiative(rank: .middle, title: "", endDay: day("2026-10-31"), status: .running),
        Initiative(rank: .middle, title: "", status: .done),
      ],
      promises: [
        Promise(rank: .middle, title: "", outcome: .kept, closedOn: day("2026-11-01")),
        Promise(rank: .middle, title: "", outcome: .broken, closedOn: day("2026-11-01")),
      ],
      champions: [
        Champion(rank: .middle, day: day("2026-11-21")),
        Champion(rank: .middle, day: day("2026-11-22")),
        Champion(rank: .middle, day: day("2026-08-31")),
      ],
      barriers: [
        Barrier(rank: .middle, title: "", clearedOn: day("2026-09-01")),
        Barrier(rank: .middle, title: ""),
      ], months: 3, today: today)
    #expect(momentum.months.map(\.count) == [1, 1, 2])
    #expect(momentum.months.map(\.month.description) == ["2026-09", "2026-10", "2026-11"])
    #expect(momentum.undated.count == 2)
    #expect(momentum.n == 4)
  }
}
