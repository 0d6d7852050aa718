import Foundation
import UpliftCore

/// The registers of the plan, and what is worked out of them.
@MainActor enum PlanRegisters {
  private static var today: CalendarDay { CalendarDay(Date()) }

  static func promises(_ session: Session) -> Register<Promise> {
    let outcomes: [(value: Promise.Outcome?, title: String)] = [
      (nil, ""), (.kept, tr("kept")), (.broken, tr("broken")),
    ]
    return Register(
      title: tr("Promises"),
      columns: [
        .text(tr("Promise"), width: 220, grows: true, \.title),
        .text(tr("To whom"), width: 120, \.toWhom),
        .text(tr("By whom"), width: 112, \.owner),
        RegisterColumn<Promise>.choice(tr("Step"), width: 168, \.stepID) { [weak session] in
          let steps = session?.read { try session?.workspace.stepTitles() } ?? []
          return [(nil, "")] + steps.map { ($0.id, $0.title) }
        }.leading { $0.stepID.map { EntityReference(.step, $0) } },
        .day(tr("Made on"), \.madeOn),
        RegisterColumn<Promise>.day(tr("Due"), \.due).marked { $0.isLate(on: today) },
        .choice(tr("Outcome"), width: 88, \.outcome) { outcomes },
        .day(tr("Closed on"), \.closedOn),
      ],
      filters: [
        (tr("Open"), { $0.outcome == nil }), (tr("Late"), { $0.isLate(on: today) }),
        (tr("All"), { _ in true }),
      ],
      actions: [
        RegisterAction(title: tr("Kept today")) { rows in
          Edit.changing(rows) { ($0.outcome, $0.closedOn) = (.kept, today) }
        },
        RegisterAction(title: tr("Broken")) { rows in
          Edit.changing(rows) { ($0.outcome, $0.closedOn) = (.broken, today) }
        },
        RegisterAction(title: tr("Open again")) { rows in
          Edit.changing(rows) { ($0.outcome, $0.closedOn) = (nil, nil) }
        },
      ],
      emptyText: tr(
        "No promise yet. Write down what was promised to whom, at which step, by when and by whom; then it is kept."
      ),
      addTitle: tr("Add promise"), addName: .addPromise,
      make: { Promise(rank: .between($0?.rank, nil), title: "", madeOn: today) }, name: \.title)
  }

  static func summary(_ promises: [Promise]) -> [String] {
    let open = promises.count { $0.outcome == nil }
    let kept = promises.count { $0.outcome == .kept }
    let closed = promises.count - open
    let late = promises.count { $0.isLate(on: today) }
    return [
      [
        ntr("{count} promise", "{count} promises", promises.count),
        tr("{count} open", ["count": open]), tr("{count} late", ["count": late]),
        closed == 0
          ? ""
          : tr("{kept} of {closed} that are closed were kept", ["kept": kept, "closed": closed]),
      ].filter { !$0.isEmpty }.joined(separator: " · "),
      tr("Late: open after its day, or kept after it."),
    ]
  }

  static func barriers() -> Register<Barrier> {
    let severities: [(value: Barrier.Severity, title: String)] = [
      (.slows, tr("slows down")), (.hinders, tr("is worked around")), (.blocks, tr("blocks")),
    ]
    return Register(
      title: tr("Barriers"),
      columns: [
        .text(tr("Barrier"), width: 240, grows: true, \.title),
        .text(tr("In the way of"), width: 168, \.inTheWayOf),
        .choice(tr("How badly"), width: 128, \.severity) { severities },
        RegisterColumn<Barrier>.text(tr("Manager who clears it"), width: 152, \.manager)
          .marked { $0.clearedOn == nil && $0.manager.allSatisfy(\.isWhitespace) },
        .day(tr("Opened"), \.openedOn),
        .computed(
          tr("Age"), width: 82,
          text: { one in days(one).map { ntr("{count} day", "{count} days", $0) } ?? "" },
          key: { one in days(one).map { .number(Double($0)) } }),
        .day(tr("Cleared"), \.clearedOn),
      ],
      filters: [(tr("Open"), { $0.clearedOn == nil }), (tr("All"), { _ in true })],
      actions: [
        RegisterAction(title: tr("Cleared today")) { rows in
          Edit.changing(rows) { $0.clearedOn = today }
        },
        RegisterAction(title: tr("Open again")) { rows in
          Edit.changing(rows) { $0.clearedOn = nil }
        },
      ],
      emptyText: tr(
        "No barrier yet. A barrier is what is in the way of a change, with the manager who clears it."
      ),
      addTitle: tr("Add barrier"), addName: .addBarrier,
      make: { Barrier(rank: .between($0?.rank, nil), title: "", openedOn: today) }, name: \.title)
  }

  /// From the day on which it was opened to that on which it was cleared, or today.
  private static func days(_ barrier: Barrier) -> Int? {
    barrier.openedOn.map { max(0, $0.days(until: barrier.clearedOn ?? today)) }
  }

  static func summary(_ barriers: [Barrier]) -> [String] {
    let open = barriers.filter { $0.clearedOn == nil }
    let unmanaged = open.count { $0.manager.allSatisfy(\.isWhitespace) }
    return [
      [
        ntr("{count} barrier", "{count} barriers", barriers.count),
        tr("{count} open", ["count": open.count]),
        ntr(
          "{count} with no manager who clears it", "{count} with no manager who clears them",
          unmanaged),
      ].joined(separator: " · "),
      tr("Open: not cleared. Without a manager, an open barrier is marked."),
    ]
  }

  static func initiatives() -> Register<Initiative> {
    let states: [(value: Initiative.Status, title: String)] = Initiative.Status.allCases.map {
      ($0, name(of: $0))
    }
    return Register(
      title: tr("Initiatives"),
      columns: [
        .text(tr("Initiative"), width: 240, grows: true, \.title),
        .text(tr("Goal that it serves"), width: 184, \.goal),
        .text(tr("Owner"), width: 120, \.owner),
        .choice(tr("Status"), width: 96, \.status) { states },
        .day(tr("Start"), \.startDay),
        RegisterColumn<Initiative>.day(tr("End"), \.endDay).marked { isLate($0) },
        .yesNo(tr("Touches customers"), width: 128, \.touchesCustomers),
      ],
      filters: [
        (tr("Under way"), { $0.status != .done && $0.status != .dropped }),
        (tr("Late"), { isLate($0) }), (tr("All"), { _ in true }),
      ],
      actions: states.filter { [.planned, .running, .held, .done].contains($0.value) }.map {
        state in
        RegisterAction(title: tr("Set to “{status}”", ["status": state.title])) { rows in
          Edit.changing(rows) { $0.status = state.value }
        }
      },
      emptyText: tr(
        "No initiative yet. An initiative is a change that somebody carries out, with its goal, its owner and its dates."
      ),
      addTitle: tr("Add initiative"), addName: .addInitiative,
      make: { Initiative(rank: .between($0?.rank, nil), title: "") }, name: \.title)
  }

  static func name(of status: Initiative.Status) -> String {
    switch status {
    case .idea: tr("idea")
    case .planned: tr("planned")
    case .running: tr("running")
    case .held: tr("on hold")
    case .done: tr("done")
    case .dropped: tr("dropped")
    }
  }

  private static func isLate(_ initiative: Initiative) -> Bool {
    guard let end = initiative.endDay, ![.done, .dropped].contains(initiative.status) else {
      return false
    }
    return end < today
  }

  static func summary(_ initiatives: [Initiative]) -> [String] {
    [
      [
        ntr("{count} initiative", "{count} initiatives", initiatives.count),
        tr("{count} running", ["count": initiatives.count { $0.status == .running }]),
        tr("{count} late", ["count": initiatives.count { isLate($0) }]),
        tr("{count} done", ["count": initiatives.count { $0.status == .done }]),
      ].joined(separator: " · "),
      tr("Late: past its end, and neither done nor dropped."),
    ]
  }
}
