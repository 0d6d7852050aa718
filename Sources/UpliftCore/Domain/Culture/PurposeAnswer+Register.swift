import Foundation

extension PurposeAnswer: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<PurposeAnswer> {
    Register(
      name: "answers", title: tr("Answers of colleagues"),
      columns: [
        .reference("department", tr("Department"), \.departmentID, to: .department, in: context),
        .text("answer", tr("What do we stand for?"), weight: 3, grows: true, \.answer),
        .choice("rating", tr("Compared with what we say"), weight: 1.4, \.rating) {
          [(nil, "")] + Rating.allCases.map { ($0, $0.title) }
        },
        .day("day", tr("Day"), \.day, in: context),
      ],
      explanation: tr(
        "No answer yet. Ask anyone “What do we stand for?”, write down the answer without a name, and rate how close it is to what the organisation says."
      ),
      addTitle: tr("Add answer"), addName: .addPurposeAnswer,
      make: { PurposeAnswer(rank: .between($0?.rank, nil), day: context.today) },
      recordName: \.answer,
      summary: { answers in
        guard !answers.isEmpty else { return [] }
        let figures = PurposeAgreement(answers, departments: context.records(Department.self))
        return [
          tr("Similar: {share}.", ["share": figures.total.similar.text]), PurposeAgreement.rule,
        ]
      }
    ).toldApart(by: "department", "day", isOfEvents: true)
  }
}

extension PurposeAnswer.Rating {
  /// In the language of the program.
  public var title: String {
    switch self {
    case .same: tr("the same")
    case .partly: tr("partly the same")
    case .different: tr("different")
    }
  }
}
