import Foundation

extension Criterion: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<Criterion> {
    var register = Register(
      name: "criteria", title: tr("Criteria"),
      columns: [
        .reference("role", tr("Role"), \.roleID, to: .workRole, in: context),
        .choice("area", tr("Area"), weight: 1.1, \.area) { Area.allCases.map { ($0, $0.title) } },
        .text("criterion", tr("Criterion"), weight: 2.4, grows: true, \.title),
        .wholeNumber("weight", tr("Weight"), \.weight, within: 0...100, in: context),
      ],
      explanation: tr(
        "No criterion yet. Say what the role asks of people, in each area, and how much each counts."
      ),
      addTitle: tr("Add criterion"), addName: .addCriterion,
      make: {
        Criterion(
          roleID: $0?.roleID ?? context.firstID(of: .workRole), rank: .between($0?.rank, nil))
      },
      recordName: \.title)
    register.owner = RegisterOwner(.workRole, column: "role", in: context)
    return register
  }
}

extension Criterion.Area {
  /// In the language of the program.
  public var title: String {
    switch self {
    case .technical: tr("technical")
    case .interaction: tr("interaction")
    case .influence: tr("influence")
    case .frontOfHouse: tr("front of house")
    case .backOfHouse: tr("back of house")
    case .urgency: tr("urgency")
    }
  }
}
