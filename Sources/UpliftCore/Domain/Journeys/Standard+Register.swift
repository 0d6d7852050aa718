import Foundation

extension Standard: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<Standard> {
    Register(
      name: "standards", title: tr("Standards"),
      columns: [
        .text("practice", tr("Code of practice"), weight: 2.4, grows: true, \.practice),
        .reference("step", tr("Step"), \.stepID, to: .step, in: context),
        .reference("promise", tr("Promise"), \.promiseID, to: .promise, in: context),
        .text("how checked", tr("How it is checked"), weight: 1.7, \.howChecked),
        .person("keeper", tr("Who keeps it"), \.keeper, in: context)
          .marked(tr("A standard needs somebody who keeps it.")) {
            $0.keeper.allSatisfy(\.isWhitespace)
          },
        .day("checked on", tr("Last checked"), \.checkedOn, in: context),
      ],
      explanation: tr(
        "No standard yet. A standard says how something is done every time, how that is checked, and who keeps it. Begin with the moments of truth."
      ),
      addTitle: tr("Add standard"), addName: .addStandard,
      make: { Standard(rank: .between($0?.rank, nil)) },
      recordName: \.practice
    ).toldApart(by: "step", "promise")
  }
}
