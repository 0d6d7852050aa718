import Foundation

extension EmployeeVoice: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<EmployeeVoice> {
    Register(
      name: "employee-voices", title: tr("Employee voices"),
      columns: [
        .choice("sort", tr("Sort"), weight: 1.7, \.voiceKind) {
          Kind.allCases.map { ($0, $0.title) }
        },
        .text("voice", tr("What they say"), weight: 3, grows: true, \.text),
        .text("reason", tr("In a word"), weight: 1, \.reason),
        .reference("department", tr("Department"), \.departmentID, to: .department, in: context),
        .day("day", tr("Day"), \.day, in: context),
      ],
      explanation: tr(
        "No voice yet. Collect what would make this a world-class place to work, why people stay, and why others left."
      ),
      addTitle: tr("Add employee voice"), addName: .addEmployeeVoice,
      make: { EmployeeVoice(rank: .between($0?.rank, nil), day: context.today) },
      recordName: \.text
    ).toldApart(by: "sort", "department", "day", isOfEvents: true)
  }
}

extension EmployeeVoice.Kind {
  /// In the language of the program.
  public var title: String {
    switch self {
    case .wish: tr("what would make it world class")
    case .stay: tr("why I stay")
    case .leave: tr("why I left")
    }
  }
}
