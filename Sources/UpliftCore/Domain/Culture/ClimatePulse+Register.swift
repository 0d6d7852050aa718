import Foundation

extension ClimatePulse: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<ClimatePulse> {
    Register(
      name: "climate", title: tr("Climate pulses"),
      columns: [
        .reference("department", tr("Department"), \.departmentID, to: .department, in: context),
        .day("day", tr("Day"), \.day, in: context),
        dimension("openness", tr("Openness"), .openness, \.openness, in: context),
        dimension("respect", tr("Respect"), .respect, \.respect, in: context),
        dimension("teamwork", tr("Teamwork"), .teamwork, \.teamwork, in: context),
        dimension("leadership", tr("How people are led"), .leadership, \.leadership, in: context),
        .wholeNumber(
          "answers", tr("Answers (n)"), \.sampleSize, within: 0...1_000_000_000, in: context),
        .computed(
          "mean", tr("Mean"), rule: tr("Of those of the four that were asked for, 1 to 5."),
          isFigure: true,
          text: { mean(of: $0).map { context.numbers.text($0, decimals: 1) } ?? "" },
          key: { mean(of: $0).map { .number($0) } }),
      ],
      explanation: tr(
        "No climate pulse yet. Ask departments now and then how it is to work there, from 1 (poor) to 5 (good)."
      ),
      addTitle: tr("Add climate pulse"), addName: .addClimatePulse,
      make: { ClimatePulse(rank: .between($0?.rank, nil), day: context.today) },
      recordName: { one in
        [
          one.departmentID.flatMap { context.title(of: EntityReference(.department, $0)) },
          one.day.map(context.days.text),
        ].compactMap(\.self).joined(separator: ", ")
      },
      summary: { pulses in
        guard !pulses.isEmpty else { return [] }
        let figures = context.climate
        return [
          tr(
            "Too poor: {share} of the places with a pulse.",
            ["share": Proportion(figures.tooPoor.count, of: figures.rows.count).text]),
          ClimateFigures.rule,
        ]
      })
  }

  /// Marked where the newest pulse of a place is too low.
  private static func dimension(
    _ name: String, _ title: String, _ dimension: ClimateFigures.Dimension,
    _ field: WritableKeyPath<ClimatePulse, Double?>, in context: RegisterContext
  ) -> RegisterColumn<ClimatePulse> {
    .number(name, title, field, within: 1...5, in: context).marked(ClimateFigures.rule) { pulse in
      (pulse.value(dimension).map { $0 < ClimateFigures.poor } ?? false)
        && context.newestPulses[pulse.id] != nil
    }
  }

  private static func mean(of pulse: ClimatePulse) -> Double? {
    Spread(ClimateFigures.Dimension.allCases.compactMap { pulse.value($0) }).mean
  }
}
