import Foundation

extension Audience: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<Audience> {
    Register(
      name: "audiences", title: tr("Audiences"),
      columns: [
        .text("audience", tr("Audience"), weight: 2.4, grows: true, \.title),
        .wholeNumber("size", tr("People"), \.size, within: 0...1_000_000_000, in: context),
        .yesNo("customers", tr("Customers"), \.isCustomers),
        .computed(
          "months", tr("Months with a message"), weight: 1.3,
          rule: CommunicationCoverage.rule + "\n" + span(around: context.today), isFigure: true,
          text: { context.coverage(of: $0.id)?.covered.text ?? "" },
          key: { context.coverage(of: $0.id).map { .number(Double($0.covered.count)) } }
        ).marked { context.coverage(of: $0.id)?.covered.count == 0 },
        .computed(
          "silence", tr("Longest silence"), weight: 1.1,
          rule: tr("The most months in a row without a message."), isFigure: true,
          text: { audience in
            context.coverage(of: audience.id).map {
              ntr("{count} month", "{count} months", $0.longestSilence)
            } ?? ""
          },
          key: { context.coverage(of: $0.id).map { .number(Double($0.longestSilence)) } }),
      ],
      explanation: tr(
        "No audience yet. An audience is people who are spoken to together: store staff, managers, customers of the club."
      ),
      addTitle: tr("Add audience"), addName: .addAudience,
      make: { Audience(rank: .between($0?.rank, nil)) },
      recordName: \.title)
  }

  private static func span(around today: CalendarDay) -> String {
    CommunicationCoverage(
      audiences: [], messages: [], heard: [],
      months: CommunicationCoverage.months(around: today)
    ).span
  }
}
