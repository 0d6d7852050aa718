import Foundation

extension Decision: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<Decision> {
    Register(
      name: "decisions", title: tr("Decisions"),
      columns: [
        .text("decision", tr("Decision"), weight: 2.4, grows: true, \.title),
        .computed(
          "accountable", tr("Accountable (A)"), weight: 1.4, rule: RACIFaults.rule,
          text: { names(of: $0, in: context) { $0.isAccountable } }
        ).marked { decision in
          context.parts(of: decision.id).count { $0.part.isAccountable } != 1
        },
        .computed(
          "responsible", tr("Responsible (R)"), weight: 1.4, rule: RACIFaults.rule,
          text: { names(of: $0, in: context) { $0.isResponsible } }
        ).marked { decision in
          !context.parts(of: decision.id).contains { $0.part.isResponsible }
        },
        .longText("notes", tr("Notes"), weight: 1.8, \.notes),
      ],
      explanation: tr(
        "No decision yet. List what is decided again and again; then say for each role who is responsible, accountable, consulted and informed."
      ),
      addTitle: tr("Add decision"), addName: .addDecision,
      make: { Decision(rank: .between($0?.rank, nil)) },
      recordName: \.title)
  }

  private static func names(
    of decision: Decision, in context: RegisterContext, where has: (DecisionRole.Part) -> Bool
  ) -> String {
    listed(context.parts(of: decision.id).filter { has($0.part) }.map(\.role.title))
  }
}
