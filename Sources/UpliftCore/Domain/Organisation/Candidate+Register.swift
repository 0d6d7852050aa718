import Foundation

extension Candidate: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<Candidate> {
    var register = Register(
      name: "candidates", title: tr("Candidates"),
      columns: [
        .reference("role", tr("Role"), \.roleID, to: .workRole, in: context),
        .text("name", tr("Candidate"), weight: 1.8, grows: true, \.name),
        .day("day", tr("Interview"), \.day, in: context),
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
      recordName: \.name)
    register.owner = RegisterOwner(.workRole, column: "role", in: context)
    return register
  }
}
