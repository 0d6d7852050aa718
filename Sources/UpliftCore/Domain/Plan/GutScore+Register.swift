import Foundation

extension GutScore: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<GutScore> {
    var register = Register(
      name: "gut-scores", title: tr("Gut scores"),
      columns: [
        .reference(
          "opportunity", tr("Opportunity"), weight: 2.4, \.opportunityID, to: .opportunity,
          in: context),
        .person("rater", tr("Who"), \.rater, in: context),
        .rating("score", tr("Score"), \.score, within: 1...5, in: context),
        .day("day", tr("Day"), \.day, in: context),
      ],
      explanation: tr(
        "No gut score yet. Ask several people what they feel an opportunity is worth, from 1 to 5, each for themselves."
      ),
      addTitle: tr("Add gut score"), addName: .addGutScore,
      make: {
        GutScore(
          opportunityID: $0?.opportunityID ?? context.firstID(of: .opportunity),
          rank: .between($0?.rank, nil), day: context.today)
      },
      recordName: \.rater)
    register.owner = RegisterOwner(.opportunity, column: "opportunity", in: context)
    register.matching = {
      [
        context.title(of: EntityReference(.opportunity, $0.opportunityID)) ?? "", $0.rater,
      ]
    }
    return register
  }
}
