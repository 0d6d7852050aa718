import Foundation

extension FollowUp: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<FollowUp> {
    var register = Register(
      name: "follow-ups", title: tr("Follow-ups"),
      columns: [
        .reference("training", tr("Training"), weight: 2, \.trainingID, to: .training, in: context),
        .wholeNumber("days after", tr("Days after"), \.days, within: 1...3650, in: context),
        .computed(
          "due", tr("Due"), weight: 1,
          rule: tr("So many days after the training was done. Late: its day has come."),
          text: { context.due($0).map { context.days.text($0.day) } ?? "" },
          key: { context.due($0).map { .number(Double($0.day.daysSince1970)) } }
        ).marked { context.due($0)?.state == .due },
        .day("done on", tr("Done on"), \.doneOn, in: context),
        .longText("notes", tr("What was seen"), weight: 2.4, \.notes),
      ],
      views: [(tr("Not done"), { $0.doneOn == nil }), (tr("All"), { _ in true })],
      explanation: tr(
        "No follow-up yet. Look back 30, 60 and 90 days after a training: is it used?"),
      addTitle: tr("Add follow-up"), addName: .addFollowUp,
      make: {
        FollowUp(
          trainingID: $0?.trainingID ?? context.firstID(of: .training),
          rank: .between($0?.rank, nil))
      },
      recordName: \.notes,
      summary: { rows in
        guard !rows.isEmpty else { return [] }
        let figures = context.followUps
        return [
          [
            tr("Done: {share}.", ["share": figures.shareDone.text]),
            ntr("{count} is due.", "{count} are due.", figures.due.count),
          ].joined(separator: " "), FollowUpsDue.rule,
        ]
      })
    register.owner = RegisterOwner(.training, column: "training", in: context)
    return register
  }
}
