import Foundation

extension Candidate: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<Candidate> {
    var register = Register(
      name: "candidates", title: tr("Candidates"),
      columns: [
        .reference("role", tr("Role"), \.roleID, to: .workRole, in: context),
        .text("name", tr("Candidate"), weight: 1.8, grows: true, \.name),
        .day("day", tr("Interview"), \.day, in: context),
        .computed(
          "score", tr("Score"), rule: CandidateRanking.rule, isFigure: true,
          text: {
            context.candidate($0.id)?.weighted.map { context.numbers.text($0, decimals: 2) } ?? ""
          },
          key: { context.candidate($0.id)?.weighted.map { .number($0) } }
        ).marked { (context.candidate($0.id)?.missing ?? 0) > 0 },
        .computed(
          "place", tr("Rank"), rule: tr("Among the candidates for the role."), isFigure: true,
          text: {
            context.candidate($0.id)?.place.map { context.numbers.text(Double($0)) } ?? ""
          },
          key: { context.candidate($0.id)?.place.map { .number(Double($0)) } }),
        .longText("notes", tr("Notes"), weight: 2.4, \.notes),
      ],
      explanation: tr(
        "No candidate yet. Add those who want a role; each interviewer fills in a scorecard of their own."
      ),
      addTitle: tr("Add candidate"), addName: .addCandidate,
      make: {
        Candidate(
          roleID: $0?.roleID ?? context.firstID(of: .workRole), rank: .between($0?.rank, nil))
      },
      recordName: \.name
    ).toldApart(by: "role")
    register.owner = RegisterOwner(.workRole, column: "role", in: context)
    return register
  }
}
