import Foundation

extension ResourceNeed: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<ResourceNeed> {
    var register = Register(
      name: "resources", title: tr("Resources"),
      columns: [
        .reference(
          "initiative", tr("Initiative"), weight: 1.8, \.initiativeID, to: .initiative, in: context),
        .text("resource", tr("Resource"), weight: 1.8, grows: true, \.title),
        .computed(
          "missing", tr("Missing"), weight: 1.3,
          rule: tr(
            "Asked and not granted. Marked when the initiative has begun without it."),
          text: { missing(of: $0, in: context) },
          key: { need in
            UnmetNeeds.lack(of: need).map { .number(Double($0.money) / 100 + $0.people) }
          }
        ).marked { need in
          UnmetNeeds.lack(of: need) != nil
            && (context.initiativesByID[need.initiativeID]?.hasBegun(on: context.today) ?? false)
        },
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
      recordName: \.title, summary: { summary($0, in: context) }
    ).toldApart(by: "initiative", "sort", "from")
    register.owner = RegisterOwner(.initiative, column: "initiative", in: context)
    return register
  }

  private static func missing(of need: ResourceNeed, in context: RegisterContext) -> String {
    guard let lack = UnmetNeeds.lack(of: need) else { return "" }
    var parts: [String] = []
    if lack.people > 0.005 {
      parts.append(
        tr("{number} FTE", ["number": context.numbers.text(lack.people, decimals: 2)]))
    }
    if lack.money > 0 {
      let money = Money(minorUnits: Int64(lack.money), context.currency)
      parts.append(context.numbers.isPlain ? money.plainText : money.text(context.numbers))
    }
    return parts.isEmpty ? tr("not answered") : listed(parts)
  }

  private static func summary(_ needs: [ResourceNeed], in context: RegisterContext) -> [String] {
    let counted = ResourceGap.counted(needs, initiatives: records(of: context))
    guard !counted.isEmpty else { return [] }
    let asked = counted.reduce(0) { $0 + ($1.askedPeople ?? 0) }
    let granted = counted.reduce(0) { $0 + min($1.grantedPeople ?? 0, $1.askedPeople ?? 0) }
    let askedMoney = counted.lazy.map { $0.askedMoney ?? 0 }.clampedSum()
    let grantedMoney = counted.lazy.map { min($0.grantedMoney ?? 0, $0.askedMoney ?? 0) }
      .clampedSum()
    func money(_ units: Int) -> String {
      Money(minorUnits: Int64(units), context.currency).text(rounded: true)
    }
    return [
      [
        tr(
          "{granted} of {asked} FTE granted",
          [
            "granted": context.numbers.text(granted, decimals: 2),
            "asked": context.numbers.text(asked, decimals: 2),
          ]),
        tr(
          "{granted} of {asked} granted, what is asked for a year once",
          ["granted": money(grantedMoney), "asked": money(askedMoney)]),
        ntr("n = {count} need", "n = {count} needs", counted.count),
      ].joined(separator: " · "), ResourceGap.totalRule,
    ]
  }

  private static func records(of context: RegisterContext) -> [Initiative] {
    Array(context.initiativesByID.values)
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
