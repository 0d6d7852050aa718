import Foundation

extension Milestone: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<Milestone> {
    Register(
      name: "milestones", title: tr("Milestones"),
      columns: [
        .text("milestone", tr("Milestone"), weight: 2, grows: true, \.title),
        .text("meaning", tr("What is true then"), weight: 2.4, \.meaning),
        .day("due", tr("Due"), \.due, in: context)
          .marked(tr("Late: its day has passed and it is not reached.")) {
            $0.reachedOn == nil && ($0.due.map { $0 < context.today } ?? false)
          },
        .day("reached on", tr("Reached on"), \.reachedOn, in: context),
        .computed(
          "barriers", tr("Barriers before it"), weight: 1.2,
          rule: tr("Open barriers that name it. Marked when nobody clears one of them."),
          isFigure: true,
          text: { context.numbers.text(Double(context.barriers(before: $0.id).count)) },
          key: { .number(Double(context.barriers(before: $0.id).count)) }
        ).marked { milestone in
          milestone.reachedOn == nil
            && context.barriers(before: milestone.id).contains { $0.manager.isBlank }
        },
      ],
      explanation: tr(
        "No milestone yet. The way up begins with the first agreement of the leaders, goes through a short run, and ends with everybody at work on it."
      ),
      addTitle: tr("Add milestone"), addName: .addMilestone,
      make: { Milestone(rank: .between($0?.rank, nil)) },
      recordName: \.title)
  }
}
