import Foundation

extension ResourceNeed: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<ResourceNeed> {
    var register = Register(
      name: "resources", title: tr("Resources"),
      columns: [
        .reference(
          "initiative", tr("Initiative"), weight: 1.8, \.initiativeID, to: .initiative, in: context),
        .text("resource", tr("Resource"), weight: 1.8, grows: true, \.title),
        .choice("sort", tr("Sort"), weight: 1.1, \.need) { Need.allCases.map { ($0, $0.title) } },
        .choice("tool", tr("Tool"), \.tool) { [(nil, "")] + Tool.allCases.map { ($0, $0.title) } },
        .reference("department", tr("Department"), \.departmentID, to: .department, in: context),
        .number(
          "people asked", tr("People asked (FTE)"), \.askedPeople, within: 0...1_000_000,
          in: context),
        .number(
          "people granted", tr("People granted (FTE)"), \.grantedPeople, within: 0...1_000_000,
          in: context),
        .money("money asked", tr("Money asked"), \.askedMoney, in: context),
        .money("money granted", tr("Money granted"), \.grantedMoney, in: context),
        .day("from", tr("From"), \.startDay, in: context),
        .day("to", tr("To"), \.endDay, in: context),
      ],
      views: [
        (tr("Not fully granted"), { !$0.isGranted }), (tr("All"), { _ in true }),
      ],
      explanation: tr(
        "No resource yet. Write down for each initiative what it asks for (people, money, tools) and what it was granted."
      ),
      addTitle: tr("Add resource"), addName: .addResourceNeed,
      make: {
        ResourceNeed(
          initiativeID: $0?.initiativeID ?? context.firstID(of: .initiative),
          rank: .between($0?.rank, nil))
      },
      recordName: \.title)
    register.owner = RegisterOwner(.initiative, column: "initiative", in: context)
    return register
  }

  /// As many people and as much money as were asked for.
  public var isGranted: Bool {
    (grantedPeople ?? 0) >= (askedPeople ?? 0) && (grantedMoney ?? 0) >= (askedMoney ?? 0)
  }
}

extension ResourceNeed.Need {
  /// In the language of the program.
  public var title: String {
    switch self {
    case .people: tr("people")
    case .moneyOnce: tr("money, once")
    case .moneyYearly: tr("money, yearly")
    case .tool: tr("tool")
    }
  }
}

extension ResourceNeed.Tool {
  /// In the language of the program.
  public var title: String {
    switch self {
    case .crm: tr("CRM")
    case .survey: tr("survey")
    case .analytics: tr("analytics")
    case .communication: tr("communication")
    case .rollOut: tr("roll-out")
    case .other: tr("other")
    }
  }
}
