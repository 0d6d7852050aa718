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
        .longText("notes", tr("Notes"), \.notes).onlyInForm(),
      ],
      views: [(tr("Key customers"), { $0.isKey }), (tr("All"), { _ in true })],
      explanation: tr(
        "No customer yet. Keep here the customers that leaders speak with, and mark those whom the organisation must not lose."
      ),
      addTitle: tr("Add customer"), addName: .addCustomer,
      make: { Customer(rank: .between($0?.rank, nil)) },
      recordName: \.name)
  }
}
