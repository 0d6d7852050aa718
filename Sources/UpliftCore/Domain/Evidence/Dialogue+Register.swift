import Foundation

extension Dialogue: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<Dialogue> {
    let risks: [(value: Risk?, title: String)] =
      [(nil, "")] + Risk.allCases.map { ($0, DialogueWords.name(of: $0)) }
    return Register(
      name: "dialogues", title: tr("Customer dialogues"),
      columns: [
        customer(in: context), kept(in: context).first(),
        .person("leader", tr("Who spoke with them"), weight: 1.4, \.leader, in: context),
        .day("day", tr("Day"), \.day, in: context),
        .longText("likes", tr("Likes"), \.likes).onlyInForm(),
        .longText("would improve", tr("Would improve"), weight: 2, \.wouldImprove),
        .longText("left unsaid", tr("Was left unsaid"), \.leftUnsaid).onlyInForm(),
        .longText("follow-up", tr("Follow-up"), weight: 1.6, \.followUp),
        .choice("risk", tr("Risk of leaving quietly"), weight: 1.1, \.risk) { risks }
          .marked(tr("A high risk asks for something that follows from it.")) {
            $0.risk == .high && $0.followUp.isBlank
          },
      ],
      explanation: tr(
        "No dialogue yet. When somebody in charge has spoken with a customer, write down what they like, what they would improve, and what was left unsaid."
      ),
      addTitle: tr("Add dialogue"), addName: .addDialogue,
      make: { Dialogue(rank: .between($0?.rank, nil), day: context.today) },
      recordName: \.customer, summary: { summary($0, in: context) }
    ).toldApart(by: "leader", "day", isOfEvents: true)
  }

  /// Whatever it says of them; nothing: what the customer that is kept is called.
  private static func customer(in context: RegisterContext) -> RegisterColumn<Dialogue> {
    var column: RegisterColumn<Dialogue> = .text(
      "customer", tr("Customer"), weight: 1.6, grows: true, \.customer)
    let set = column.set
    column.set = { dialogue, text in
      guard text.allSatisfy(\.isWhitespace), let id = dialogue.customerID,
        let name = context.title(of: EntityReference(.customer, id))
      else { return set(&dialogue, text) }
      dialogue.customer = name
      return true
    }
    return column
  }

  /// One of the customers that are kept: the dialogue calls them as they are called.
  private static func kept(in context: RegisterContext) -> RegisterColumn<Dialogue> {
    var column: RegisterColumn<Dialogue> = .reference(
      "kept customer", tr("One of the customers that are kept"), \.customerID, to: .customer,
      in: context)
    let set = column.set
    column.set = { dialogue, text in
      guard set(&dialogue, text) else { return false }
      if let id = dialogue.customerID,
        let name = context.title(of: EntityReference(.customer, id))
      {
        dialogue.customer = name
      }
      return true
    }
    return column.onlyInForm()
  }

  private static func summary(_ dialogues: [Dialogue], in context: RegisterContext) -> [String] {
    let names = context.entries(of: .customer).map { (name: $0.title, id: $0.reference.id) }
    let summary = DialogueSummary(dialogues, names: names, on: context.today)
    return [
      [
        ntr("{count} dialogue", "{count} dialogues", summary.count),
        ntr("with {count} customer", "with {count} customers", summary.customerCount),
        tr("{count} of them in the last 90 days", ["count": summary.recentCount]),
        ntr(
          "{count} customer with a high risk of leaving quietly",
          "{count} customers with a high risk of leaving quietly", summary.highRiskCount),
        ntr(
          "{count} follow-up written down", "{count} follow-ups written down",
          summary.followUpCount),
      ].joined(separator: " · "),
      tr("The risk of a customer is what the newest dialogue says of it that says something."),
    ]
  }
}
