import Foundation

extension Champion: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<Champion> {
    Register(
      name: "champions", title: tr("Customer Champions"),
      columns: [
        .person("to", tr("Customer Champion"), weight: 1.4, \.toName, in: context),
        .person("from", tr("From"), \.fromName, in: context),
        .text("team", tr("Team"), weight: 1.2, \.team),
        .day("day", tr("Day"), \.day, in: context),
        .reference("value", tr("Value shown"), \.valueID, to: .cultureValue, in: context),
        .longText("story", tr("Story"), weight: 2.6, \.story),
        .reference("step", tr("Step"), \.stepID, to: .step, in: context),
      ],
      explanation: tr(
        "No Customer Champion yet. Anyone may name anyone: say to whom, for which value, and tell the story."
      ),
      addTitle: tr("Name a Customer Champion"), addName: .addChampion,
      make: { Champion(rank: .between($0?.rank, nil), day: context.today) },
      recordName: \.toName,
      summary: { champions in
        let boards = Leaderboards(champions)
        guard boards.n > 0 else { return [] }
        return [
          tr(
            "The first three have {share} of the accolades.",
            ["share": boards.receivers.topThree.text]), Leaderboards.rule,
        ]
      }
    ).toldApart(by: "from", "day", isOfEvents: true)
  }
}
