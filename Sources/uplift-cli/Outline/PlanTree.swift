import Foundation
import UpliftCore

/// Promises, barriers and initiatives as `outline` shows them. The property names are the keys of
/// the JSON.
struct PlanTree: Encodable {
  struct PromiseEntry: Encodable {
    var closedOn: CalendarDay?
    var due: CalendarDay?
    @ListedID var id: UUID
    var madeOn: CalendarDay?
    var outcome: Promise.Outcome?
    var owner: String
    var title: String
    var toWhom: String
  }

  struct BarrierEntry: Encodable {
    var clearedOn: CalendarDay?
    @ListedID var id: UUID
    var inTheWayOf: String
    var manager: String
    var openedOn: CalendarDay?
    var severity: Barrier.Severity
    var title: String
  }

  struct InitiativeEntry: Encodable {
    var endDay: CalendarDay?
    var goal: String
    @ListedID var id: UUID
    var owner: String
    var startDay: CalendarDay?
    var status: Initiative.Status
    var title: String
    var touchesCustomers: Bool
  }

  var barriers: [BarrierEntry]
  var initiatives: [InitiativeEntry]
  var promises: [PromiseEntry]

  init(_ outline: WorkspaceOutline, goals: [Goal]) {
    barriers = outline.barriers.map {
      BarrierEntry(
        clearedOn: $0.clearedOn, id: $0.id, inTheWayOf: $0.inTheWayOf, manager: $0.manager,
        openedOn: $0.openedOn, severity: $0.severity, title: $0.title)
    }
    initiatives = outline.initiatives.map {
      InitiativeEntry(
        endDay: $0.endDay, goal: $0.goalTitle(among: goals), id: $0.id, owner: $0.owner,
        startDay: $0.startDay,
        status: $0.status, title: $0.title, touchesCustomers: $0.touchesCustomers)
    }
    promises = outline.promises.map {
      PromiseEntry(
        closedOn: $0.closedOn, due: $0.due, id: $0.id, madeOn: $0.madeOn, outcome: $0.outcome,
        owner: $0.owner, title: $0.title, toWhom: $0.toWhom)
    }
  }

  /// A branch for each list that is not empty.
  var trees: [TextTree] {
    [
      (tr("Promises"), promises.map { Self.line($0.title, [$0.toWhom, $0.owner], $0.due) }),
      (tr("Initiatives"), initiatives.map { Self.line($0.title, [$0.goal, $0.owner], $0.endDay) }),
      (
        tr("Barriers"),
        barriers.map { Self.line($0.title, [$0.inTheWayOf, $0.manager], nil) }
      ),
    ].filter { !$0.1.isEmpty }.map { TextTree($0.0, $0.1.map { TextTree($0) }) }
  }

  private static func line(_ title: String, _ facts: [String], _ due: CalendarDay?) -> String {
    let facts =
      facts.filter { !$0.isEmpty } + [due.map { tr("due {day}", ["day": $0]) }].compactMap(\.self)
    return facts.isEmpty ? title : "\(title) (\(facts.joined(separator: "; ")))"
  }
}
