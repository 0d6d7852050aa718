import Foundation

extension Leader: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<Leader> {
    Register(
      name: "leaders", title: tr("Leaders"),
      columns: [
        .person("name", tr("Leader"), weight: 1.5, \.name, in: context),
        .text("role", tr("Role"), \.role),
        .text("commitment", tr("Commitment"), weight: 2.4, grows: true, \.commitment),
        .day("signed on", tr("Signed on"), \.signedOn, in: context)
          .marked(tr("Not signed yet.")) { $0.signedOn == nil },
        .computed(
          "last act", tr("Last visible act"), weight: 1.2, rule: LeaderFigures.rule,
          text: { leader in
            context.leader(leader.id)?.acts.first?.day.map(context.days.text)
              ?? tr("none seen yet")
          },
          key: { context.leader($0.id)?.acts.first?.day.map { .number(Double($0.daysSince1970)) } }
        ).marked { context.leader($0.id)?.acts.isEmpty ?? false },
        .computed(
          "days since", tr("Days since"), rule: LeaderFigures.rule, isFigure: true,
          text: {
            context.leader($0.id)?.daysSinceLastAct.map { context.numbers.text(Double($0)) } ?? ""
          },
          key: { context.leader($0.id)?.daysSinceLastAct.map { .number(Double($0)) } }),
      ],
      views: [(tr("Not signed"), { $0.signedOn == nil }), (tr("All"), { _ in true })],
      explanation: tr(
        "No leader yet. Keep here who leads, what each of them said they would do, and when they signed."
      ),
      addTitle: tr("Add leader"), addName: .addLeader,
      make: { Leader(rank: .between($0?.rank, nil)) },
      recordName: \.name,
      summary: { leaders in
        guard !leaders.isEmpty else { return [] }
        return [
          tr("Signed: {share}.", ["share": context.leaderFigures.signed.text]), LeaderFigures.rule,
        ]
      })
  }
}
