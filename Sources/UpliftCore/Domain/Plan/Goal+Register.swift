import Foundation

extension Goal: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<Goal> {
    Register(
      name: "goals", title: tr("Goals"),
      columns: [
        .text("goal", tr("Goal"), weight: 2.4, grows: true, \.title),
        .text("measure", tr("How one sees it"), weight: 1.7, \.measure),
        .reference("metric", tr("Metric"), \.metricID, to: .metric, in: context),
        .person("owner", tr("Owner"), \.owner, in: context),
        .day("due", tr("Due"), \.due, in: context),
        .computed(
          "initiatives", tr("Initiatives"), rule: GoalCoverage.rule, isFigure: true,
          text: { context.numbers.text(Double(context.initiatives(serving: $0.id).count)) },
          key: { .number(Double(context.initiatives(serving: $0.id).count)) }
        ).marked(tr("No initiative serves it.")) {
          context.initiatives(serving: $0.id).isEmpty
        },
        .text("on hold for it", tr("What rests for it"), weight: 1.7, \.putOnHold),
      ],
      explanation: tr(
        "No goal yet. Put down what the vision asks for, the most important first, and what rests so that there is room for it."
      ),
      addTitle: tr("Add goal"), addName: .addGoal,
      make: { Goal(rank: .between($0?.rank, nil)) },
      recordName: \.title)
  }
}
