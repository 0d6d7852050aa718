import Foundation

extension Training: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<Training> {
    Register(
      name: "training", title: tr("Trainings"),
      columns: [
        .text("module", tr("Module"), weight: 2, grows: true, \.title),
        .choice("wave", tr("Wave"), \.wave) { Wave.allCases.map { ($0, $0.title) } },
        .person("trainer", tr("Trainer"), \.trainer, in: context),
        .text("audience", tr("Audience"), \.audience),
        .day("day", tr("Day"), \.day, in: context)
          .marked(
            tr(
              "Late: it is not done, and its day is over. Too early: the wave above it is not done by then."
            )
          ) { $0.isLate(on: context.today) || context.tooEarly.contains($0.id) },
        .wholeNumber("people", tr("People"), \.headcount, within: 0...1_000_000_000, in: context),
        .day("done on", tr("Done on"), \.doneOn, in: context),
        .day("checked on", tr("Checked on"), \.checkedOn, in: context),
        .reference("initiative", tr("Initiative"), \.initiativeID, to: .initiative, in: context),
      ],
      views: [(tr("Not done"), { $0.doneOn == nil }), (tr("All"), { _ in true })],
      explanation: tr(
        "No training yet. Plan it from the top: leaders first, then managers, then the front line."),
      addTitle: tr("Add training"), addName: .addTraining,
      make: { Training(rank: .between($0?.rank, nil)) },
      recordName: \.title
    ).toldApart(by: "wave", "audience")
  }
}

extension Training.Wave {
  /// In the language of the program.
  public var title: String {
    switch self {
    case .leaders: tr("leaders")
    case .managers: tr("managers")
    case .frontLine: tr("front line")
    }
  }
}
