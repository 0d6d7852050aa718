import Foundation

extension Audience: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<Audience> {
    Register(
      name: "audiences", title: tr("Audiences"),
      columns: [
        .text("audience", tr("Audience"), weight: 2.4, grows: true, \.title),
        .wholeNumber("size", tr("People"), \.size, within: 0...1_000_000_000, in: context),
        .yesNo("customers", tr("Customers"), \.isCustomers),
      ],
      explanation: tr(
        "No audience yet. An audience is people who are spoken to together: store staff, managers, customers of the club."
      ),
      addTitle: tr("Add audience"), addName: .addAudience,
      make: { Audience(rank: .between($0?.rank, nil)) },
      recordName: \.title)
  }
}
