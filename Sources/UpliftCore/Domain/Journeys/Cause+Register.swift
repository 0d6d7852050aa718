import Foundation

extension Cause: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<Cause> {
    var register = Register(
      name: "causes", title: tr("Causes"),
      columns: [
        .link("pain point", tr("Pain point"), weight: 2, \.painPoint, to: [.card], in: context),
        .wholeNumber("chain", tr("Chain"), weight: 0.6, \.chain, within: 1...1000, in: context),
        .computed(
          "answer", tr("Answer"), weight: 0.8,
          rule: tr(
            "Which answer to “why?” it is, and of how many in its chain. Marked beyond the fifth: it may be a chain of its own."
          ), isFigure: true,
          text: { cause in
            context.place(of: cause.id).map {
              tr("{number} of {count}", ["number": $0.number, "count": $0.of])
            } ?? ""
          },
          key: { context.place(of: $0.id).map { .number(Double($0.number)) } }
        ).marked { (context.place(of: $0.id)?.number ?? 0) > 5 },
        .text("why", tr("Why?"), weight: 2.6, grows: true, \.text),
        .choice("factor", tr("Factor"), weight: 1.3, \.factor) {
          [(nil, "")] + Factor.allCases.map { ($0, $0.title) }
        },
      ],
      views: [(tr("With a factor"), { $0.factor != nil }), (tr("All"), { _ in true })],
      explanation: tr(
        "No cause yet. A pain point is a symptom: choose it here and ask “why?” until you come to something that can be changed; file that under a factor."
      ),
      addTitle: tr("Add cause"), addName: .addCause,
      make: {
        Cause(cardID: $0?.cardID ?? context.firstID(of: .card), rank: .between($0?.rank, nil))
      },
      recordName: \.text
    ).toldApart(by: "pain point", "chain")
    register.owner = RegisterOwner(.card, column: "pain point", in: context)
    return register
  }

  /// The card that it explains.
  var painPoint: EntityReference? {
    get { EntityReference(.card, cardID) }
    set { if let newValue, newValue.kind == .card { cardID = newValue.id } }
  }
}

extension Cause.Factor {
  /// In the language of the program.
  public var title: String {
    switch self {
    case .people: tr("people")
    case .policies: tr("policies")
    case .practices: tr("practices")
    case .processes: tr("processes")
    case .partners: tr("partners")
    case .channels: tr("channels")
    case .technology: tr("technology")
    case .employeeExperience: tr("employee experience")
    case .culture: tr("culture")
    }
  }
}
