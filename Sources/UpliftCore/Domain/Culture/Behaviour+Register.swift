import Foundation

extension Behaviour: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<Behaviour> {
    var register = Register(
      name: "behaviours", title: tr("Behaviours"),
      columns: [
        .reference("value", tr("Value"), \.valueID, to: .cultureValue, in: context),
        .text("behaviour", tr("Behaviour"), weight: 3, grows: true, \.text),
      ],
      explanation: tr("No behaviour yet. How does one see a value in what people do?"),
      addTitle: tr("Add behaviour"), addName: .addBehaviour,
      make: {
        Behaviour(
          valueID: $0?.valueID ?? context.firstID(of: .cultureValue), rank: .between($0?.rank, nil))
      },
      recordName: \.text
    ).toldApart(by: "value")
    register.owner = RegisterOwner(.cultureValue, column: "value", in: context)
    return register
  }
}
