import Foundation

extension Customer: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<Customer> {
    Register(
      name: "customers", title: tr("Customers"),
      columns: [
        .text("customer", tr("Customer"), weight: 2, grows: true, \.name),
        .text("segment", tr("Segment"), \.segment),
        .person("looked after by", tr("Looked after by"), \.owner, in: context),
        .yesNo("key customer", tr("Key customer"), \.isKey),
        .computed(
          "last spoken with", tr("Last spoken with"), weight: 1.2, rule: DialogueCoverage.rule,
          text: { customer in
            context.contact(customer.id)?.dialogues.first?.day.map(context.days.text)
              ?? tr("never")
          },
          key: {
            context.contact($0.id)?.dialogues.first?.day.map { .number(Double($0.daysSince1970)) }
          }
        ).marked { customer in
          customer.isKey && !(context.contact(customer.id)?.isRecent ?? false)
        },
        .computed(
          "risk", tr("Risk of leaving quietly"), weight: 1.1,
          rule: tr("What the newest dialogue that says something of it says."),
          text: { context.contact($0.id)?.risk.map { DialogueWords.name(of: $0) } ?? "" }
        ).marked { context.contact($0.id)?.risk == .high },
        .longText("notes", tr("Notes"), \.notes).onlyInForm(),
      ],
      views: [(tr("Key customers"), { $0.isKey }), (tr("All"), { _ in true })],
      explanation: tr(
        "No customer yet. Keep here the customers that leaders speak with, and mark those whom the organisation must not lose."
      ),
      addTitle: tr("Add customer"), addName: .addCustomer,
      make: { Customer(rank: .between($0?.rank, nil)) },
      recordName: \.name,
      summary: { customers in
        guard !customers.isEmpty else { return [] }
        return [
          tr(
            "Met in the last {days} days: {share} of the key customers.",
            ["days": DialogueCoverage.recentDays, "share": context.contacts.met.text]),
          DialogueCoverage.rule,
        ]
      })
  }
}
