import Foundation

extension ReadinessRound: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<ReadinessRound> {
    Register(
      name: "readiness-rounds", title: tr("Rounds of readiness"),
      columns: [
        .text("round", tr("Round"), weight: 2.4, grows: true, \.title),
        .day("day", tr("Day"), \.day, in: context),
        .computed(
          "mean", tr("Mean of the five"), weight: 1.2, rule: ReadinessFigures.rule, isFigure: true,
          text: { context.round($0.id)?.mean.map { context.numbers.text($0, decimals: 1) } ?? "" },
          key: { context.round($0.id)?.mean.map { .number($0) } }),
        .computed(
          "raters", tr("Raters"), isFigure: true,
          text: {
            context.round($0.id).map { context.numbers.text(Double($0.raters.count)) } ?? ""
          },
          key: { context.round($0.id).map { .number(Double($0.raters.count)) } }),
        .computed(
          "ratings", tr("Ratings"), isFigure: true,
          text: { round in
            context.round(round.id).map { context.numbers.text(Double($0.ratings)) } ?? ""
          },
          key: { context.round($0.id).map { .number(Double($0.ratings)) } }),
      ],
      explanation: tr(
        "No round yet. Let several people rate how ready the organisation is; do it again later and see what changed."
      ),
      addTitle: tr("Add round"), addName: .addReadinessRound,
      make: { ReadinessRound(rank: .between($0?.rank, nil), day: context.today) },
      recordName: \.title)
  }
}
