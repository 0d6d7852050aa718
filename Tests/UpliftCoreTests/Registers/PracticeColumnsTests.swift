import Foundation
import Testing

@testable import UpliftCore

/// What practices work out stands beside the records that it is worked out of.
@Suite struct PracticeColumnsTests {
  private let today = Self.day("2026-11-22")

  private static func day(_ text: String) -> CalendarDay {
    CalendarDay(text) ?? CalendarDay(daysSince1970: 0)
  }

  private func empty() -> WorkspaceContents {
    WorkspaceContents(workspace: WorkspaceInfo(title: "Larkfield"))
  }

  private func context(_ contents: WorkspaceContents) -> RegisterContext {
    let today = today
    return RegisterContext(contents, clock: { today }).plain
  }

  private func cells<Record: RegisterRecord>(
    _ name: String, of records: [Record], in context: RegisterContext
  ) throws -> [String] {
    let column = try #require(Record.register(in: context).column(name))
    return records.map { (column.isMarked($0) ? "! " : "") + column.text($0) }
  }

  @Test func leadersAndGoalsSayWhatBecameOfThem() throws {
    var contents = empty()
    let leaders = ["A", "B"].map { Leader(rank: .middle, name: $0) }
    contents.leaders = leaders
    contents.leaderActs = ["2026-11-02", "2026-11-12", "2026-12-24"].map {
      LeaderAct(leaderID: leaders[0].id, rank: .middle, day: Self.day($0), text: "Was there")
    }
    let goals = ["Easy", "Fast"].map { Goal(rank: .middle, title: $0) }
    contents.goals = goals
    contents.initiatives = [Initiative.Status.done, .running, .dropped].map {
      Initiative(rank: .middle, title: "I", status: $0, goalID: goals[0].id)
    }
    let context = context(contents)
    #expect(try cells("last act", of: leaders, in: context) == ["2026-11-12", "! none seen yet"])
    #expect(try cells("days since", of: leaders, in: context) == ["10", ""])
    #expect(try cells("initiatives", of: goals, in: context) == ["2", "! 0"])
  }

  @Test func decisionsSayWhoAnswers() throws {
    var contents = empty()
    let roles = [("CX lead", "A"), ("Finance", "B")].compactMap { title, rank in
      Rank(rank).map { WorkRole(rank: $0, title: title) }
    }
    let decisions = ["Clear", "Two answer", "Nobody"].map { Decision(rank: .middle, title: $0) }
    contents.workRoles = roles
    contents.decisions = decisions
    contents.decisionRoles = [
      DecisionRole(
        decisionID: decisions[0].id, roleID: roles[1].id, part: .accountableAndResponsible),
      DecisionRole(decisionID: decisions[1].id, roleID: roles[1].id, part: .accountable),
      DecisionRole(decisionID: decisions[1].id, roleID: roles[0].id, part: .accountable),
      DecisionRole(decisionID: decisions[2].id, roleID: roles[0].id, part: .consulted),
    ]
    let context = context(contents)
    #expect(
      try cells("accountable", of: decisions, in: context) == [
        "Finance", "! CX lead and Finance", "! ",
      ])
    #expect(try cells("responsible", of: decisions, in: context) == ["Finance", "! ", "! "])
  }

  @Test func followUpsSayWhenTheyAreDue() throws {
    var contents = empty()
    let done = Training(rank: .middle, title: "Listening", doneOn: Self.day("2026-10-01"))
    let open = Training(rank: .middle, title: "Selling")
    contents.trainings = [done, open]
    let followUps = [
      FollowUp(trainingID: done.id, rank: .middle, days: 30),
      FollowUp(trainingID: done.id, rank: .middle, days: 60),
      FollowUp(trainingID: open.id, rank: .middle, days: 30),
      FollowUp(trainingID: done.id, rank: .middle, days: 7, doneOn: Self.day("2026-10-08")),
    ]
    contents.followUps = followUps
    #expect(
      try cells("due", of: followUps, in: context(contents)) == [
        "! 2026-10-31", "2026-11-30", "", "2026-10-08",
      ])
  }

  @Test func resourcesSayWhatIsMissingAndWhetherItHurts() throws {
    var contents = empty()
    let running = Initiative(rank: .middle, title: "Label", status: .running)
    let idea = Initiative(rank: .middle, title: "Locker", status: .idea)
    contents.initiatives = [running, idea]
    let needs = [
      ResourceNeed(
        initiativeID: running.id, rank: .middle, title: "Hands", askedPeople: 2, grantedPeople: 0.5),
      ResourceNeed(
        initiativeID: idea.id, rank: .middle, title: "Money", need: .moneyOnce,
        askedMoney: 12_345_00, grantedMoney: 345_00),
      ResourceNeed(initiativeID: running.id, rank: .middle, title: "CRM", need: .tool, tool: .crm),
      ResourceNeed(
        initiativeID: running.id, rank: .middle, title: "Desk", askedPeople: 1, grantedPeople: 1),
    ]
    contents.resourceNeeds = needs
    let context = context(contents)
    #expect(
      try cells("missing", of: needs, in: context) == [
        "! 1.5 FTE", "12000.00", "! not answered", "",
      ])
    let summary = ResourceNeed.register(in: context).summary(needs)
    #expect(summary.first?.contains("1.5 of 3 FTE granted") == true, "\(summary)")
  }

  @Test func skillsAndRolesSayWhatIsMissing() throws {
    var contents = empty()
    let skills = ["Hearing out", "Teaching"].map { Skill(rank: .middle, title: $0) }
    let roles = ["Guide", "Agent"].map { WorkRole(rank: .middle, title: $0) }
    contents.skills = skills
    contents.workRoles = roles
    contents.skillLevels = [
      SkillLevel(skillID: skills[0].id, roleID: roles[0].id, needed: 4, present: 1),
      SkillLevel(skillID: skills[0].id, roleID: roles[1].id, needed: 2, present: 4),
      SkillLevel(skillID: skills[1].id, roleID: roles[0].id, needed: 3, present: 2),
    ]
    let context = context(contents)
    #expect(try cells("missing levels", of: skills, in: context) == ["3", "1"])
    #expect(try cells("trainers", of: skills, in: context) == ["Agent", "! "])
    #expect(try cells("missing levels", of: roles, in: context) == ["4", "0"])
  }

  @Test func onlyTheNewestPulseOfAPlaceAsksForAttention() throws {
    var contents = empty()
    let depot = Department(rank: .middle, name: "Depot")
    contents.departments = [depot]
    let pulses = [("2026-02-01", 2.0), ("2026-08-01", 2.6), ("2026-12-31", 1.0)].map {
      ClimatePulse(
        rank: .middle, departmentID: depot.id, day: Self.day($0.0), openness: $0.1, respect: 4)
    }
    contents.climatePulses = pulses
    let context = context(contents)
    #expect(try cells("openness", of: pulses, in: context) == ["2", "! 2.6", "1"])
    #expect(try cells("mean", of: pulses, in: context) == ["3", "3.3", "2.5"])
  }

  @Test func customersSayWhenSomebodySpokeWithThem() throws {
    var contents = empty()
    let customers = [("Station Hotel", true), ("Mill Lane", true), ("Walk-in", false)].map {
      Customer(rank: .middle, name: $0.0, isKey: $0.1)
    }
    contents.customers = customers
    contents.dialogues = [
      Dialogue(
        rank: .middle, day: Self.day("2026-11-01"), customer: "mill lane", risk: .high)
    ]
    let context = context(contents)
    #expect(
      try cells("last spoken with", of: customers, in: context) == [
        "! never", "2026-11-01", "never",
      ])
    let risk = try cells("risk", of: customers, in: context)
    #expect(risk.map { $0.hasPrefix("!") } == [false, true, false])
  }

  @Test func causesCountTheirChainAndMindTheSixth() throws {
    var contents = empty()
    let card = UUID()
    var rank: Rank?
    let causes = (1...6).map { number in
      let cause = Cause(cardID: card, rank: .between(rank, nil), text: "\(number)")
      rank = cause.rank
      return cause
    }
    contents.causes = causes + [Cause(cardID: card, rank: .middle, chain: 2, text: "Other")]
    let cells = try cells("answer", of: contents.causes, in: context(contents))
    #expect(cells.first == "1 of 6")
    #expect(cells.suffix(2) == ["! 6 of 6", "1 of 1"])
  }

  @Test func turnoverSaysWhatItCost() throws {
    let turnover = Turnover(
      rank: .middle, title: "Managers", leavers: 2, salary: 52_000_00, recruiting: 0.15,
      induction: 0.1, training: 0.1, lostWork: 0.5)
    let context = context(empty())
    #expect(try cells("cost", of: [turnover], in: context) == ["88400.00"])
    #expect(try cells("share", of: [turnover], in: context) == ["! 85"])
  }

  @Test func aShortRunComesBeforeTheLongOne() {
    func initiative(
      _ title: String, _ status: Initiative.Status = .running, pilot: (String, String?)?,
      learned: String = ""
    ) -> Initiative {
      Initiative(
        rank: .middle, title: title, startDay: Self.day("2026-10-01"),
        endDay: Self.day("2027-01-31"), status: status,
        pilotStart: pilot.map { Self.day($0.0) }, pilotEnd: pilot?.1.map { Self.day($0) },
        pilotLearned: learned)
    }
    let all = [
      initiative("Good", pilot: ("2026-10-01", "2026-10-20"), learned: "A label helps."),
      initiative("Untried", pilot: nil),
      initiative("Untried idea", .idea, pilot: nil),
      initiative("Still on", pilot: ("2026-11-10", "2026-11-30")),
      initiative("Long", .planned, pilot: ("2026-10-01", "2026-12-31")),
      initiative("Silent", pilot: ("2026-09-01", "2026-09-20")),
      initiative("Open", pilot: ("2026-09-01", nil)),
    ]
    let runs = ShortRuns(all, today: today)
    let faults = Dictionary(
      runs.items.map { ($0.initiative.title, $0.faults) }, uniquingKeysWith: { $1 })
    #expect(
      faults == [
        "Untried": [.missing], "Still on": [.tooLate], "Long": [.tooLong],
        "Silent": [.nothingLearned], "Open": [.open],
      ])
    #expect(runs.begun == Proportion(4, of: 6))
  }
}
