import Foundation

extension Breakdown: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<Breakdown> {
    Register(
      name: "breakdowns", title: tr("Breakdowns"),
      columns: [
        .text("breakdown", tr("What went wrong"), weight: 2.2, grows: true, \.title),
        .day("reported on", tr("Reported on"), \.day, in: context),
        .reference("step", tr("Step"), \.stepID, to: .step, in: context),
        .longText("lesson", tr("What was learned"), weight: 1.8, \.lesson),
        .longText("change", tr("What changed"), weight: 1.8, \.change),
        .day("changed on", tr("Changed on"), \.changedOn, in: context),
      ],
      views: [
        (tr("Without a lesson"), { $0.lesson.allSatisfy(\.isWhitespace) }),
        (tr("Lesson not acted on"), { $0.changedOn == nil }), (tr("All"), { _ in true }),
      ],
      explanation: tr(
        "No breakdown yet. Write down what went wrong, what was learned and what changed because of it. Nobody is blamed: there is no field for it."
      ),
      addTitle: tr("Add breakdown"), addName: .addBreakdown,
      make: { Breakdown(rank: .between($0?.rank, nil), day: context.today) },
      recordName: \.title,
      summary: { breakdowns in
        guard !breakdowns.isEmpty else { return [] }
        let figures = BreakdownFigures(breakdowns, today: context.today)
        return [
          [
            tr("Acted on: {share}.", ["share": figures.shareActedOn.text]),
            figures.perMonth.map {
              tr("{count} reported a month.", ["count": context.numbers.text($0, decimals: 1)])
            } ?? "",
          ].filter { !$0.isEmpty }.joined(separator: " "), BreakdownFigures.rule,
        ]
      }
    ).toldApart(by: "reported on", "step", isOfEvents: true)
  }
}
