import Foundation
import Testing

@testable import UpliftCore

/// Targets, opportunities and tips in their registers: what is worked out, and what follows.
@Suite struct TargetRegisterTests {
  private let today = Self.day("2026-11-22")

  private static func day(_ text: String) -> CalendarDay {
    CalendarDay(text) ?? CalendarDay(daysSince1970: 0)
  }

  private func empty() -> WorkspaceContents {
    WorkspaceContents(workspace: WorkspaceInfo(title: "Larkfield"))
  }

  private func context(_ contents: WorkspaceContents) -> RegisterContext {
    let today = today
    return RegisterContext(contents, clock: { today })
  }

  @Test func theTargetInForceIsTheMetricsWhateverIsDoneToTheRegister() throws {
    var contents = empty()
    let metric = Metric(rank: .middle, title: "NPS", measure: .nps, target: 20)
    let old = TargetChange(
      metricID: metric.id, day: Self.day("2026-01-01"), target: 20)
    let later = TargetChange(
      metricID: metric.id, day: Self.day("2027-01-01"), target: 50)
    contents.metrics = [metric]
    contents.targetChanges = [old, later]
    let register = TargetChange.register(in: context(contents))
    func targets(_ edit: Edit?) -> [Double?] {
      (register.completed(edit)?.changes ?? []).compactMap {
        if case .update(_, let new as Metric) = $0 { new.target } else { nil }
      }
    }
    let state = try #require(register.column("state"))
    #expect([old, later].map(state.text) == ["in force", "to come"])
    // Typed, brought forward, taken away: the metric goes along; what is to come changes nothing.
    let target = try #require(register.column("target"))
    let from = try #require(register.column("from"))
    #expect(targets(target.edit(old, "25", typing: nil) ?? nil) == [25])
    #expect(targets(target.edit(later, "60", typing: nil) ?? nil) == [])
    #expect(targets(from.edit(later, "2026-11-01", typing: nil) ?? nil) == [50])
    let new = TargetChange(metricID: metric.id, day: today, target: 30)
    #expect(targets(Edit(.setTarget, [.insert(new)])) == [30])
    // A new one begins with what is the target, and so changes nothing.
    #expect(targets(Edit(.setTarget, [.insert(register.make(old))])) == [])
    contents.targetChanges = [old, new]
    contents.metrics[0].target = 30
    let fuller = TargetChange.register(in: context(contents))
    let deleted = fuller.completed(Edit.deleting([new.reference]))
    #expect(deleted?.changes.count == 2, "and the metric has its old target again")
  }

  @Test func whoAgreedToTheOldTargetHasNotAgreedToTheNewOne() throws {
    let agreed = Self.day("2026-02-16")
    let metric = Metric(
      rank: .middle, title: "NPS", measure: .nps, target: 15, agreedBy: "Ingrid",
      agreedOn: agreed)
    let old = TargetChange(metricID: metric.id, day: agreed, target: 15, agreedBy: "Ingrid")
    func now(_ changes: [Change]?) -> Metric? {
      (changes ?? []).lazy.compactMap {
        if case .update(_, let new as Metric) = $0 { new } else { nil }
      }.first
    }
    let raised = try #require(
      now(metric.settingTarget(16.8, on: today, history: [old])?.changes))
    #expect(raised.target == 16.8 && raised.agreedBy.isEmpty && raised.agreedOn == nil)
    let grid = TargetChange(metricID: metric.id, day: today, target: 17)
    let inGrid = try #require(now(metric.following([old, grid], from: 15, on: today)))
    #expect(inGrid.target == 17 && inGrid.agreedBy.isEmpty && inGrid.agreedOn == nil)
    // Who agrees to it later is the metric's, too.
    var named = grid
    named.agreedBy = "Oskar"
    let again = try #require(now(inGrid.following([old, named], from: 17, on: today)))
    #expect(again.agreedBy == "Oskar" && again.agreedOn == today && again.target == 17)
    // In a file it may be said beside the new target.
    var contents = empty()
    contents.metrics = [metric]
    contents.targetChanges = [old]
    let result = try RegisterCSV.importing(
      Data("Metric,Target,Who agreed to it,Agreed on\nNPS,20,Greta,2026-11-20\n".utf8),
      file: nil, into: contents.metrics, context: context(contents), register: Metric.register)
    let imported = try #require(
      result.edit?.changes.reversed().lazy.compactMap {
        if case .update(_, let new as Metric) = $0 { new } else { nil }
      }.first)
    #expect(imported.target == 20 && imported.agreedBy == "Greta")
  }

  @Test func opportunitiesAreSortedByRICEGutAndData() throws {
    var contents = empty()
    let one = Opportunity(
      rank: .middle, title: "Label", value: 4, effort: 9, reach: 5700, confidence: 0.7)
    let card = Card(
      laneID: UUID(), stepID: UUID(), rank: .middle, text: "No label", evidence: .observed)
    contents.opportunities = [one]
    contents.cards = [card]
    contents.links = [
      Link(rank: .middle, role: .backedBy, from: one.reference, to: card.reference)
    ]
    contents.gutScores = [5, 4].map {
      GutScore(opportunityID: one.id, rank: .middle, rater: "P\($0)", score: $0)
    }
    let register = Opportunity.register(in: context(contents))
    func text(_ name: String) -> String? { register.column(name)?.text(one) }
    // 5,700 × 2 × 0.7 ÷ 9; (5 + 4) ÷ 2; 1 + 1 for an observed card.
    #expect(register.column("rice")?.key(one) == .number(5700 * 2 * 0.7 / 9))
    #expect(register.column("gut")?.key(one) == .number(4.5))
    #expect(register.column("data")?.key(one) == .number(2))
    #expect(register.column("data")?.isMarked(one) == true)
  }

  @Test func tipsBelongToTrainingsThatAreToldApartByTheirWave() throws {
    var contents = empty()
    let ranks = Rank.spread(2)
    let leaders = Training(rank: ranks[0], title: "Hear a customer out", wave: .leaders)
    let managers = Training(rank: ranks[1], title: "Hear a customer out", wave: .managers)
    let tip = Tip(rank: .middle, text: "Look up")
    contents.trainings = [leaders, managers]
    contents.tips = [tip]
    let column = try #require(Tip.register(in: context(contents)).column("training"))
    #expect(
      column.choices() == ["Hear a customer out · leaders", "Hear a customer out · managers"])
    let edit = try #require(column.edit(tip, "Hear a customer out · managers", typing: nil) ?? nil)
    guard case .insert(let link as Link) = edit.changes.first else {
      Issue.record("no link")
      return
    }
    #expect(link.to == managers.reference && link.from == tip.reference)
    contents.links = [link]
    let now = try #require(Tip.register(in: context(contents)).column("training"))
    #expect(now.text(tip) == "Hear a customer out · managers")
    #expect((now.edit(tip, "", typing: nil) ?? nil)?.changes.count == 1)
    // A file may say the title alone.
    #expect(
      context(contents).entry(of: .training, titled: "hear a customer out")?.reference
        == leaders.reference)
  }
}
