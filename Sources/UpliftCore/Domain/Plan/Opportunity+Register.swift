import Foundation

extension Opportunity: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<Opportunity> {
    var register = Register<Opportunity>(
      name: "opportunities", title: tr("Opportunities"),
      columns: [
        .text("opportunity", tr("Opportunity"), weight: 2.2, grows: true, \.title),
        .number("value", tr("Value"), weight: 0.7, \.value, within: 1...5, in: context),
        .number(
          "effort", tr("Effort, person-months"), weight: 0.9, \.effort, within: 0...1_000_000,
          in: context),
        .number(
          "reach", tr("Reach"), weight: 0.8, \.reach, within: 0...1_000_000_000_000, in: context),
        .percentage(
          "confidence", tr("Confidence"), \.confidencePercent, within: 0...100, in: context),
        .computed(
          "rice", tr("RICE"), weight: 0.9, rule: RICEScore.rule, isFigure: true,
          text: { RICEScore($0).score.map { context.numbers.text($0, decimals: 1) } ?? "" },
          key: { RICEScore($0).score.map { .number($0) } }),
        .computed(
          "gut", tr("Gut"), weight: 0.6,
          rule: tr("The mean of those who gave a score, 1–5."), isFigure: true,
          text: { gut(of: $0, in: context).map { context.numbers.text($0, decimals: 1) } ?? "" },
          key: { gut(of: $0, in: context).map { .number($0) } }),
        .computed(
          "data", tr("Data"), weight: 0.6, rule: OpportunityEvidence.rule, isFigure: true,
          text: { data(of: $0, in: context).map { context.numbers.text($0, decimals: 1) } ?? "" },
          key: { data(of: $0, in: context).map { .number($0) } }
        ).marked(GutAndData.rule) { context.gutAndData(of: $0.id)?.disagrees ?? false },
        named(
          by: RegisterColumn<Opportunity>.link(
            "card", tr("Card"), weight: 1.7, \.card, to: [.card], in: context), in: context),
        .longText("notes", tr("Notes"), \.notes).onlyInForm(),
      ],
      views: [
        (tr("Not weighed"), { $0.value == nil || $0.effort == nil }), (tr("All"), { _ in true }),
      ],
      explanation: tr(
        "No opportunity yet. An opportunity is a chance to do better for customers: weigh its value (1–5), its effort in person-months and how many customers it reaches in a quarter."
      ),
      addTitle: tr("Add opportunity"), addName: .addOpportunity,
      make: { Opportunity(rank: .between($0?.rank, nil)) },
      recordName: \.title)
    register.beginsWithAll = true
    return register
  }

  private static func gut(of one: Opportunity, in context: RegisterContext) -> Double? {
    context.gutAndData(of: one.id)?.gut
  }

  private static func data(of one: Opportunity, in context: RegisterContext) -> Double? {
    context.gutAndData(of: one.id)?.data
  }

  /// A card that is chosen gives an opportunity without a title its own.
  private static func named(
    by column: RegisterColumn<Opportunity>, in context: RegisterContext
  ) -> RegisterColumn<Opportunity> {
    var naming = column
    let set = column.setTarget
    naming.setTarget = { opportunity, target in
      guard set?(&opportunity, target) ?? false else { return false }
      if let target, opportunity.title.isEmpty {
        opportunity.title = context.title(of: target) ?? ""
      }
      return true
    }
    return naming
  }

  var card: EntityReference? {
    get { cardID.map { EntityReference(.card, $0) } }
    set { cardID = newValue?.id }
  }

  /// 0…100.
  var confidencePercent: Double? {
    get { confidence.map { ($0 * 100_000).rounded() / 1000 } }
    set { confidence = newValue.map { $0 / 100 } }
  }
}
