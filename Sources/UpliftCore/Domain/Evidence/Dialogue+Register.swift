import Foundation

extension Dialogue: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<Dialogue> {
    Register(
      name: "dialogues", title: tr("Customer dialogues"),
      columns: [
        .text("customer", tr("Customer"), weight: 1.6, \.customer),
        .reference(
          "of the customers", tr("Of the customers"), \.customerID, to: .customer, in: context),
        .day("day", tr("Day"), \.day, in: context),
        .person("spoken with by", tr("Who spoke with them"), \.leader, in: context),
        .choice("risk", tr("Risk of leaving quietly"), \.risk) {
          [(nil, "")] + Risk.allCases.map { ($0, DialogueWords.name(of: $0)) }
        },
        .longText("would improve", tr("Would improve"), weight: 2.2, grows: true, \.wouldImprove),
        .longText("likes", tr("Likes"), \.likes).onlyInForm(),
        .longText("left unsaid", tr("Was left unsaid"), \.leftUnsaid).onlyInForm(),
        .longText("follow-up", tr("Follow-up"), weight: 1.8, \.followUp),
      ],
      explanation: tr(
        "No dialogue yet. Write down what a customer said to somebody in charge, and what was not said."
      ),
      addTitle: tr("Add dialogue"), addName: .addDialogue,
      make: { Dialogue(rank: .between($0?.rank, nil), day: context.today) },
      recordName: \.customer,
      summary: { dialogues in
        let summary = DialogueSummary(dialogues, on: context.today)
        return [
          [
            ntr("{count} dialogue", "{count} dialogues", summary.count),
            ntr("with {count} customer", "with {count} customers", summary.customerCount),
            tr("{count} of them in the last 90 days", ["count": summary.recentCount]),
            ntr(
              "{count} with a high risk of leaving quietly",
              "{count} with a high risk of leaving quietly", summary.highRiskCount),
            ntr(
              "{count} follow-up written down", "{count} follow-ups written down",
              summary.followUpCount),
          ].joined(separator: " · ")
        ]
      })
  }
}
