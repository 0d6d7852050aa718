import Foundation
import Testing

@testable import UpliftCore

/// The lists that practices work out, as people read them.
@Suite struct FindingTests {
  private let today = day("2026-11-22")

  private func empty() -> WorkspaceContents {
    WorkspaceContents(workspace: WorkspaceInfo(title: "Test"))
  }

  /// The sample, and a workspace with nothing in it.
  private func sample() throws -> WorkspaceContents {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../../data/sample/larkfield.json").standardizedFileURL
    return try WorkspaceJSON.decode(try Data(contentsOf: file))
  }

  @Test(arguments: PlanFinding.allCases) func eachSaysItsRuleAndNeedsNothing(
    finding: PlanFinding
  ) throws {
    let none = finding.finding(empty(), today: today)
    #expect(!none.title.isEmpty)
    #expect(!none.summary.isEmpty)
    #expect(!none.rule.isEmpty)
    #expect(none.rows.isEmpty)
    let full = finding.finding(try sample(), today: today)
    #expect(full.title == none.title)
    #expect(full.rows.allSatisfy { !$0.title.isEmpty })
    // No text was left with a name in braces, and none ends in nothing.
    for text in [full.summary, full.rule] + full.rows.flatMap({ [$0.title, $0.detail] }) {
      #expect(!text.contains("{"), "\(finding): \(text)")
      #expect(!text.contains("  "), "\(finding): \(text)")
    }
  }

  @Test(arguments: PlanFinding.allCases) func eachRowLeadsToARecordThatIsThere(
    finding: PlanFinding
  ) throws {
    let contents = try sample()
    let known = Set(contents.records.map(\.reference))
    let rows = finding.finding(contents, today: today).rows
    for row in rows {
      let reference = try #require(row.reference, "\(finding): \(row.title)")
      #expect(known.contains(reference), "\(finding): \(row.title)")
    }
  }

  @Test func whatCustomersWereNotAskedAboutIsAList() throws {
    let contents = try sample()
    let voice = CustomerVoice(contents)
    let finding = PlanFinding.unasked.finding(contents, today: today)
    #expect(!voice.isEmpty)
    #expect(
      finding.rows.map(\.reference)
        == voice.opportunities.map(\.reference) + voice.initiatives.map(\.reference))
    #expect(finding.summary == voice.count)
  }

  /// What is read for a list is all that it needs.
  @Test(arguments: PlanFinding.allCases) func itsKindsAreEnough(finding: PlanFinding) throws {
    let all = try sample()
    var some = WorkspaceContents(workspace: all.workspace)
    for list in WorkspaceContents.lists where finding.kinds.contains(list.kind) {
      copy(list, from: all, to: &some)
    }
    #expect(finding.finding(some, today: today) == finding.finding(all, today: today))
  }

  private func copy<List: RecordListing>(
    _ list: List, from all: WorkspaceContents, to some: inout WorkspaceContents
  ) {
    some[keyPath: list.path] = all[keyPath: list.path]
  }

  @Test func ratersWhoAreAPointApartDoNotDisagree() throws {
    let finding = PlanFinding.disagreements.finding(try sample(), today: today)
    #expect(finding.summary.hasPrefix("5 of 11"), "\(finding.summary)")
    #expect(finding.rows.count == 5)
  }

  @Test func wavesAboveAreNamedOnceAndNotByTheHundred() {
    var contents = empty()
    let upper = (1...40).map { number in
      Training(
        rank: .middle, title: "Listening", wave: .leaders,
        day: CalendarDay(year: 2027, month: 1 + number % 10, day: 1))
    }
    contents.trainings =
      upper + [
        Training(
          rank: .middle, title: "listening", wave: .managers,
          day: CalendarDay(year: 2026, month: 12, day: 1))
      ]
    let rows = PlanFinding.cascade.finding(contents, today: today).rows
    #expect(rows.count == 1)
    #expect(rows.first?.detail.hasSuffix("and 5 others") == true, "\(rows)")
  }

  @Test func sharesAndMediansStandInTheSentence() {
    var contents = empty()
    let ranks = ranks(5)
    contents.promises = [
      Promise(
        rank: ranks[0], title: "A", madeOn: day("2026-01-01"), due: day("2026-01-10"),
        outcome: .kept, closedOn: day("2026-01-05")),
      Promise(
        rank: ranks[1], title: "B", madeOn: day("2026-01-01"), due: day("2026-01-10"),
        outcome: .kept, closedOn: day("2026-01-21")),
      Promise(
        rank: ranks[2], title: "C", madeOn: day("2026-01-01"), outcome: .broken,
        closedOn: day("2026-01-11")),
      Promise(rank: ranks[3], title: "D", madeOn: day("2026-11-01"), due: day("2026-11-12")),
      Promise(rank: ranks[4], title: "E", madeOn: day("2026-11-21"), due: day("2026-12-12")),
    ]
    let finding = PlanFinding.promises.finding(contents, today: today)
    #expect(finding.summary.contains("2 of 3 (67\u{A0}%)"))
    // Days to close: 4, 20, 10.
    #expect(finding.summary.contains("Median days to close: 10, n = 3"))
    #expect(finding.summary.contains("2 are open"))
    #expect(finding.rows.map(\.title) == ["D"])
    #expect(finding.rows[0].detail.contains("10 days late"))
  }

  @Test func gutAndDataFarApartAskCustomersFirst() {
    var contents = empty()
    let ranks = ranks(3)
    contents.opportunities = ["Apart", "Near", "Nobody asked"].enumerated().map {
      Opportunity(rank: ranks[$0.offset], title: $0.element)
    }
    contents.gutScores = [
      GutScore(opportunityID: contents.opportunities[0].id, rank: ranks[0], rater: "A", score: 5),
      GutScore(opportunityID: contents.opportunities[1].id, rank: ranks[1], rater: "A", score: 2),
    ]
    let finding = PlanFinding.gutAndData.finding(contents, today: today)
    #expect(finding.rows.map(\.title) == ["Apart"])
    #expect(finding.summary.contains("1 of 2 (50\u{A0}%)"))
  }

  @Test func periodsOfLeaderboardsFollowTheFiscalYear() {
    func days(_ period: AccoladePeriod, _ start: Int) -> String {
      period.days(today: today, startMonth: start).map {
        "\($0.lowerBound) \($0.upperBound)"
      } ?? "all"
    }
    #expect(days(.everything, 1) == "all")
    #expect(days(.thisMonth, 4) == "2026-11-01 2026-11-30")
    #expect(days(.lastMonth, 4) == "2026-10-01 2026-10-31")
    #expect(days(.thisQuarter, 1) == "2026-10-01 2026-12-31")
    #expect(days(.lastQuarter, 1) == "2026-07-01 2026-09-30")
    #expect(days(.thisYear, 4) == "2026-04-01 2027-03-31")
    #expect(days(.lastYear, 4) == "2025-04-01 2026-03-31")
  }

  @Test func leaderboardsAndMessagesAreTextsForAnIntranet() throws {
    let ranks = ranks(3)
    let champions = [
      Champion(rank: ranks[0], toName: "Ana", fromName: "Bo", day: day("2026-11-03")),
      Champion(rank: ranks[1], toName: "Ana", fromName: "Cy", day: day("2026-11-04")),
      Champion(rank: ranks[2], toName: "Bo", fromName: "Ana", day: day("2026-10-04")),
    ]
    let month = AccoladePeriod.thisMonth
    let boards = Leaderboards(champions, period: month.days(today: today))
    let html = TextDocument(boards, period: month.title).html()
    #expect(html.contains("Ana"))
    #expect(!html.contains(">Bo<") || boards.givers.entries.contains { $0.name == "Bo" })
    #expect(TextDocument.table(boards).rows.contains(["Who was named", "1", "Ana", "2"]))
    let message = Message(rank: .middle, title: "Returns <soon>", text: "First.\nSecond.")
    let document = TextDocument(message, audiences: ["Shops", "Depot"])
    #expect(document.markdown.contains("Second."))
    #expect(document.html().contains("Returns &lt;soon&gt;"))
    #expect(document.markdown.contains("Shops and Depot"))
  }

  @Test func linesWithoutWordsAreNoMissingLines() throws {
    let contents = try sample()
    let unlinked = PlanFinding.unlinkedDepartments.finding(contents, today: today)
    #expect(unlinked.rows.count == 2)
    #expect(unlinked.summary.hasPrefix("2 of 10"))
    let unsaid = PlanFinding.unsaidContributions.finding(contents, today: today)
    #expect(unsaid.rows.map(\.title) == ["Support"])
    #expect(unsaid.summary.hasPrefix("1 of 26"))
  }

  @Test func candidatesAreToldApartByTheFiguresThatRankThem() throws {
    let rows = PlanFinding.candidates.finding(try sample(), today: today).rows
    #expect(rows[0].detail.contains("4.05 of 5"), "\(rows[0].detail)")
    #expect(rows[1].detail.contains("4.03 of 5"), "\(rows[1].detail)")
  }
}
