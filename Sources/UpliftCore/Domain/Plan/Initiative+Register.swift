import Foundation

extension Initiative: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<Initiative> {
    let states = Status.allCases.map { (value: $0, title: $0.title) }
    return Register(
      name: "initiatives", title: tr("Initiatives"),
      columns: [
        .text("initiative", tr("Initiative"), weight: 2.4, grows: true, \.title),
        .servedGoal(in: context),
        .person("owner", tr("Owner"), weight: 1.2, \.owner, in: context),
        .choice("status", tr("Status"), \.status) { states },
        .day("start", tr("Start"), \.startDay, in: context),
        .day("end", tr("End"), \.endDay, in: context)
          .marked(tr("Late: past its end, and neither done nor dropped.")) {
            $0.isLate(on: context.today)
          },
        .yesNo("touches customers", tr("Touches customers"), weight: 1.3, \.touchesCustomers),
        .otherGoal(in: context),
        .reference(
          "opportunity", tr("Opportunity that it came from"), \.opportunityID, to: .opportunity,
          in: context
        ).onlyInForm(),
        .assigned("departments", tr("Departments"), to: .department, in: context) {
          InitiativeDepartment(initiativeID: $0, departmentID: $1)
        }.onlyInForm(),
        .day("pilot start", tr("Pilot from"), \.pilotStart, in: context).onlyInForm(),
        .day("pilot end", tr("Pilot to"), \.pilotEnd, in: context).onlyInForm(),
        .longText("pilot learned", tr("What the pilot taught"), \.pilotLearned).onlyInForm(),
        .reference(
          "held for", tr("Held to make room for"), \.heldForID, to: .initiative, in: context
        ).onlyInForm(),
        .assigned("audiences", tr("Audiences that it affects"), to: .audience, in: context) {
          InitiativeAudience(initiativeID: $0, audienceID: $1)
        }.onlyInForm(),
        .assigned("causes", tr("Causes that it treats"), to: .cause, in: context) {
          InitiativeCause(initiativeID: $0, causeID: $1)
        }.onlyInForm(),
        .longText("notes", tr("Notes"), \.notes).onlyInForm(),
      ],
      views: [
        (tr("Under way"), { $0.status != .done && $0.status != .dropped }),
        (tr("Late"), { $0.isLate(on: context.today) }), (tr("All"), { _ in true }),
      ],
      actions: [Status.planned, .running, .held, .done].map { status in
        RegisterAction(title: tr("Set to “{status}”", ["status": status.title])) { rows in
          Edit.changing(rows) { $0.status = status }
        }
      },
      explanation: tr(
        "No initiative yet. An initiative is a change that somebody carries out, with its goal, its owner and its dates."
      ),
      addTitle: tr("Add initiative"), addName: .addInitiative,
      make: { Initiative(rank: .between($0?.rank, nil), title: "") }, recordName: \.title,
      summary: { summary($0, on: context.today) })
  }

  /// Past its end, and neither done nor dropped.
  public func isLate(on today: CalendarDay) -> Bool {
    guard let endDay, ![.done, .dropped].contains(status) else { return false }
    return endDay < today
  }

  private static func summary(_ initiatives: [Initiative], on today: CalendarDay) -> [String] {
    [
      [
        ntr("{count} initiative", "{count} initiatives", initiatives.count),
        tr("{count} running", ["count": initiatives.count { $0.status == .running }]),
        tr("{count} late", ["count": initiatives.count { $0.isLate(on: today) }]),
        tr("{count} done", ["count": initiatives.count { $0.status == .done }]),
      ].joined(separator: " · "),
      tr("Late: past its end, and neither done nor dropped."),
    ]
  }
}

extension Initiative.Status {
  /// In the language of the program.
  public var title: String {
    switch self {
    case .idea: tr("idea")
    case .planned: tr("planned")
    case .running: tr("running")
    case .held: tr("on hold")
    case .done: tr("done")
    case .dropped: tr("dropped")
    }
  }
}
