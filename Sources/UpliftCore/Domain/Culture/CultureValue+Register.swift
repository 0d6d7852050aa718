import Foundation

extension CultureValue: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<CultureValue> {
    Register(
      name: "values", title: tr("Values"),
      columns: [
        .text("value", tr("Value"), weight: 1.6, grows: true, \.title),
        .text("meaning", tr("What it means"), weight: 3, \.meaning),
        .computed(
          "behaviours", tr("Behaviours"), rule: tr("A value shows in what one can see people do."),
          isFigure: true,
          text: { context.numbers.text(Double(context.behaviours(of: $0.id))) },
          key: { .number(Double(context.behaviours(of: $0.id))) }
        ).marked { context.behaviours(of: $0.id) == 0 },
        .computed(
          "champions", tr("Champions who showed it"), weight: 1.3, isFigure: true,
          text: { context.numbers.text(Double(context.champions(showing: $0.id))) },
          key: { .number(Double(context.champions(showing: $0.id))) }),
      ],
      explanation: tr(
        "No value yet. Put down what the organisation stands for, and below it how one sees that in what people do."
      ),
      addTitle: tr("Add value"), addName: .addCultureValue,
      make: { CultureValue(rank: .between($0?.rank, nil)) },
      recordName: \.title)
  }
}
