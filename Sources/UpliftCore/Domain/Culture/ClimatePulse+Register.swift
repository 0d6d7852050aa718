import Foundation

extension ClimatePulse: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<ClimatePulse> {
    Register(
      name: "climate", title: tr("Climate pulses"),
      columns: [
        .reference("department", tr("Department"), \.departmentID, to: .department, in: context),
        .day("day", tr("Day"), \.day, in: context),
        .number("openness", tr("Openness"), \.openness, within: 1...5, in: context),
        .number("respect", tr("Respect"), \.respect, within: 1...5, in: context),
        .number("teamwork", tr("Teamwork"), \.teamwork, within: 1...5, in: context),
        .number("leadership", tr("How people are led"), \.leadership, within: 1...5, in: context),
        .wholeNumber(
          "answers", tr("Answers (n)"), \.sampleSize, within: 0...1_000_000_000, in: context),
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
      })
  }
}
