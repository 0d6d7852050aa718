import Foundation

extension ReadinessRound: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<ReadinessRound> {
    Register(
      name: "readiness-rounds", title: tr("Rounds of readiness"),
      columns: [
        .text("round", tr("Round"), weight: 2.4, grows: true, \.title),
        .day("day", tr("Day"), \.day, in: context),
      ],
      explanation: tr(
        "No round yet. Let several people rate how ready the organisation is; do it again later and see what changed."
      ),
      addTitle: tr("Add round"), addName: .addReadinessRound,
      make: { ReadinessRound(rank: .between($0?.rank, nil), day: context.today) },
      recordName: \.title)
  }
}
