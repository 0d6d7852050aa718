import Foundation
import UpliftCore

/// What the organisation stands for, and how it is to work there.
extension PlanFigure {
  /// Values with the behaviours that are named for them and the champions who showed them.
  func values(_ contents: WorkspaceContents, _ today: CalendarDay) -> HeatTable {
    let startMonth = contents.organisations.inOrder().first?.fiscalYearStart ?? 1
    let figures = ValueEvidence(
      contents.cultureValues, behaviours: contents.behaviours, champions: contents.champions,
      today: today, startMonth: startMonth)
    let drawn = DrawnLines(
      rows: figures.rows.count, columns: figures.quarters.count + 2,
      wantsRow: { figures.rows[$0].isUnseen || figures.rows[$0].isSilent })
    let most = figures.rows.flatMap { $0.champions.map(\.count) }.max() ?? 0
    return HeatTable(
      title: title, corner: tr("Value"),
      columns: [tr("Behaviours")] + figures.quarters.map { $0.text(startMonth: startMonth) }
        + [tr("On other days")],
      rows: drawn.rows.map { figures.rows[$0] }.map { row in
        HeatTable.Row(
          row.value.title, detail: silence(of: row),
          [behaviours(of: row)]
            + row.champions.map { cell(of: $0, most: most, isSilent: row.isSilent) }
            + [cell(of: row.others, most: 0, isSilent: false)],
          isMarked: row.isUnseen || row.isSilent, reference: row.value.reference)
      },
      legend: [
        .missing: tr("nobody was named for it, or no behaviour says how one sees it")
      ],
      levelMeaning: tr("more Customer Champions named for it"),
      rule: drawn.rule(rule(ValueEvidence.rule, figures.n)),
      emptyText: tr("There is no value yet."))
  }

  private func silence(of row: ValueEvidence.Row) -> String {
    [
      row.isUnseen ? tr("No behaviour is named for it.") : "",
      row.isSilent ? tr("Nobody was named for it in this year.") : "",
    ].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func behaviours(of row: ValueEvidence.Row) -> HeatTable.Cell {
    HeatTable.Cell(
      row.behaviours.isEmpty ? "" : String(row.behaviours.count),
      tone: row.isUnseen ? .missing : .plain,
      spoken: row.behaviours.map(\.text).joined(separator: "; "),
      references: row.behaviours.isEmpty
        ? [row.value.reference] : row.behaviours.map(\.reference))
  }

  private func cell(of champions: [Champion], most: Int, isSilent: Bool) -> HeatTable.Cell {
    HeatTable.Cell(
      champions.isEmpty ? "" : String(champions.count),
      level: most > 0 && !champions.isEmpty ? Double(champions.count) / Double(most) : nil,
      tone: champions.isEmpty ? (isSilent ? .missing : .plain) : .good,
      spoken: champions.isEmpty
        ? ""
        : ntr(
          "{count} Customer Champion: {names}", "{count} Customer Champions: {names}",
          champions.count, ["names": champions.map(\.toName).joined(separator: ", ")]),
      references: champions.map(\.reference))
  }

  /// Departments with their newest pulse, and how many of them say alike what the organisation stands
  /// for.
  func climate(_ contents: WorkspaceContents, _ today: CalendarDay) -> HeatTable {
    let climate = ClimateFigures(
      contents.climatePulses, departments: contents.departments, today: today)
    let purpose = PurposeAgreement(contents.purposeAnswers, departments: contents.departments)
    let pulses = Dictionary(
      climate.rows.map { ($0.department?.id, $0) }, uniquingKeysWith: { first, _ in first })
    let answers = Dictionary(
      purpose.rows.map { ($0.department?.id, $0) }, uniquingKeysWith: { first, _ in first })
    let places = contents.departments.inOrder().map(Optional.some) + [nil]
    let all = places.filter { pulses[$0?.id] != nil || answers[$0?.id] != nil }
    func isMarked(_ department: Department?) -> Bool {
      pulses[department?.id]?.isTooPoor ?? false
        || answers[department?.id].map(PurposeAgreement.isApart) ?? false
    }
    let drawn = DrawnLines(rows: all.count, columns: 5, wantsRow: { isMarked(all[$0]) })
    return HeatTable(
      title: title, corner: tr("Department"),
      columns: ClimateFigures.Dimension.allCases.map(\.title) + [tr("similar answer")],
      rows: drawn.rows.map { all[$0] }.map { department in
        let pulse = pulses[department?.id]
        return HeatTable.Row(
          department?.name
            ?? (pulse == nil ? tr("No department") : tr("The whole organisation")),
          detail: size(pulse),
          ClimateFigures.Dimension.allCases.map { cell(of: $0, pulse) }
            + [cell(of: answers[department?.id])],
          isMarked: isMarked(department), reference: department?.reference)
      },
      legend: [
        .good: tr("1 to 5, with the change since the pulse before"),
        .poor: tr("below 3, or fewer than half answer alike"), .missing: tr("not asked"),
      ],
      rule: drawn.rule(
        [
          ClimateFigures.rule, PurposeAgreement.rule,
          tr(
            "n = {pulses} and {answers}.",
            [
              "pulses": ntr("{count} pulse", "{count} pulses", climate.n),
              "answers": ntr("{count} answer", "{count} answers", purpose.n),
            ]),
        ].joined(separator: " ")),
      emptyText: tr("There is no climate pulse yet, and no answer of a colleague."))
  }

  private func size(_ row: ClimateFigures.Row?) -> String {
    row?.n.map { tr("n = {count}", ["count": $0]) } ?? ""
  }

  private func cell(
    of dimension: ClimateFigures.Dimension, _ row: ClimateFigures.Row?
  ) -> HeatTable.Cell {
    guard let row, let value = row.value(dimension) else { return HeatTable.Cell(tone: .missing) }
    func number(_ value: Double) -> String { NumberFormat.local.text(value, decimals: 1) }
    let change = row.change(dimension).map { change in
      let size = number(abs(change))
      return (size == number(0) ? "±" : change < 0 ? "−" : "+") + size
    }
    let text =
      change.map { tr("{value} ({change})", ["value": number(value), "change": $0]) }
      ?? number(value)
    let day = row.newest?.day.map(DayFormat.local.text) ?? ""
    return HeatTable.Cell(
      text, level: (value - 1) / 4, tone: value < ClimateFigures.poor ? .poor : .good,
      spoken: day.isEmpty ? "" : tr("{value}, {day}", ["value": text, "day": day]),
      references: [row.newest?.reference].compactMap(\.self))
  }

  private func cell(of row: PurposeAgreement.Row?) -> HeatTable.Cell {
    guard let row, let share = row.similar.share else { return HeatTable.Cell(tone: .missing) }
    return HeatTable.Cell(
      tr("{count} of {n}", ["count": row.similar.count, "n": row.n]), level: share,
      tone: PurposeAgreement.isApart(row) ? .poor : .good, spoken: row.similar.text,
      references: row.answers.map(\.reference))
  }
}
