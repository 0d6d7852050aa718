import Foundation

extension Barrier: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<Barrier> {
    return Register(
      name: "barriers", title: tr("Barriers"),
      columns: [
        .text("barrier", tr("Barrier"), weight: 2.4, grows: true, \.title),
        inTheWayOf(in: context),
        .choice("severity", tr("How badly"), weight: 1.3, \.severity) {
          Severity.allCases.map { ($0, $0.title) }
        },
        .person("manager", tr("Manager who clears it"), weight: 1.55, \.manager, in: context)
          .marked(tr("An open barrier needs a manager who clears it.")) {
            $0.clearedOn == nil && $0.manager.allSatisfy(\.isWhitespace)
          },
        .day("opened", tr("Opened"), \.openedOn, in: context),
        .computed(
          "age", tr("Age"),
          rule: tr(
            "Days from the one on which it was opened until it was cleared, or until today."),
          isFigure: true,
          text: { one in
            one.days(on: context.today).map { ntr("{count} day", "{count} days", $0) } ?? ""
          },
          key: { one in one.days(on: context.today).map { .number(Double($0)) } }),
        .day("cleared", tr("Cleared"), \.clearedOn, in: context),
        .reference("initiative", tr("Initiative"), \.initiativeID, to: .initiative, in: context)
          .onlyInForm(),
        .reference(
          "milestone", tr("Milestone that it stands before"), \.milestoneID, to: .milestone,
          in: context
        ).onlyInForm(),
        .longText("action", tr("What the manager does"), \.action).onlyInForm(),
      ],
      views: [(tr("Open"), { $0.clearedOn == nil }), (tr("All"), { _ in true })],
      actions: [
        RegisterAction(title: tr("Cleared today")) { rows in
          Edit.changing(rows) { $0.clearedOn = context.today }
        },
        RegisterAction(title: tr("Open again")) { rows in
          Edit.changing(rows) { $0.clearedOn = nil }
        },
      ],
      explanation: tr(
        "No barrier yet. A barrier is what is in the way of a change, with the manager who clears it."
      ),
      addTitle: tr("Add barrier"), addName: .addBarrier,
      make: { Barrier(rank: .between($0?.rank, nil), title: "", openedOn: context.today) },
      recordName: \.title, summary: summary)
  }

  /// Whatever it says; the name of just one initiative links the barrier with it.
  private static func inTheWayOf(in context: RegisterContext) -> RegisterColumn<Barrier> {
    var column: RegisterColumn<Barrier> = .text(
      "in the way of", tr("In the way of"), weight: 1.7, \.inTheWayOf)
    let set = column.set
    column.set = { barrier, text in
      let before = RegisterContext.key(barrier.inTheWayOf)
      guard set(&barrier, text) else { return false }
      let key = RegisterContext.key(text)
      guard key != before else { return true }
      let linked = barrier.initiativeID.flatMap {
        context.title(of: EntityReference(.initiative, $0))
      }
      // Another one that somebody has chosen stays.
      guard linked.map({ RegisterContext.key($0) == before }) ?? true else { return true }
      let called =
        key.isEmpty
        ? [] : context.records(Initiative.self).filter { RegisterContext.key($0.title) == key }
      barrier.initiativeID = called.count == 1 ? called[0].id : nil
      return true
    }
    return column
  }

  /// From the day on which it was opened to that on which it was cleared, or today.
  public func days(on today: CalendarDay) -> Int? {
    openedOn.map { max(0, $0.days(until: clearedOn ?? today)) }
  }

  private static func summary(_ barriers: [Barrier]) -> [String] {
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
}

extension Barrier.Severity {
  /// In the language of the program.
  public var title: String {
    switch self {
    case .slows: tr("slows down")
    case .hinders: tr("is worked around")
    case .blocks: tr("blocks")
    }
  }
}
