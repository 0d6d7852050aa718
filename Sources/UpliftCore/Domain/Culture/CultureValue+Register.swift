import Foundation

extension CultureValue: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<CultureValue> {
    Register(
      name: "values", title: tr("Values"),
      columns: [
        .text("value", tr("Value"), weight: 1.6, grows: true, \.title),
        .text("meaning", tr("What it means"), weight: 3, \.meaning),
      ],
      explanation: tr(
        "No value yet. Put down what the organisation stands for, and below it how one sees that in what people do."
      ),
      addTitle: tr("Add value"), addName: .addCultureValue,
      make: { CultureValue(rank: .between($0?.rank, nil)) },
      recordName: \.title)
  }
}
