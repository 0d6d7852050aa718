import Foundation

extension Decision: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<Decision> {
    Register(
      name: "decisions", title: tr("Decisions"),
      columns: [
        .text("decision", tr("Decision"), weight: 2.4, grows: true, \.title),
        .longText("notes", tr("Notes"), \.notes),
      ],
      explanation: tr(
        "No decision yet. List what is decided again and again; then say for each role who is responsible, accountable, consulted and informed."
      ),
      addTitle: tr("Add decision"), addName: .addDecision,
      make: { Decision(rank: .between($0?.rank, nil)) },
      recordName: \.title)
  }
}
