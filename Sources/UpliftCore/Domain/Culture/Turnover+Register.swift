import Foundation

extension Turnover: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<Turnover> {
    Register(
      name: "turnover", title: tr("Turnovers"),
      columns: [
        .text("jobs", tr("Which jobs"), weight: 1.8, grows: true, \.title),
        .reference("department", tr("Department"), \.departmentID, to: .department, in: context),
        .day("from", tr("From"), \.startDay, in: context),
        .day("to", tr("To"), \.endDay, in: context),
        .wholeNumber("leavers", tr("Leavers"), \.leavers, within: 0...1_000_000_000, in: context),
        .money("salary", tr("Yearly salary"), \.salary, in: context),
        .computed(
          "cost", tr("What it cost"), weight: 1.1, rule: TurnoverCost.rule, isFigure: true,
          text: { turnover in
            TurnoverCost.Item(turnover: turnover).cost.map { cost in
              let money = Money(minorUnits: Int64(cost), context.currency)
              return context.numbers.isPlain ? money.plainText : money.text(context.numbers)
            } ?? ""
          },
          key: { TurnoverCost.Item(turnover: $0).cost.map { .number(Double($0)) } }),
        .computed(
          "share", tr("All four"), rule: TurnoverCost.rule, isFigure: true,
          text: { turnover in
            TurnoverCost.Item(turnover: turnover).share.map {
              context.numbers.text($0 * 100, decimals: 1)
                + (context.numbers.isPlain ? "" : context.numbers.percentSpace + "%")
            } ?? ""
          },
          key: { TurnoverCost.Item(turnover: $0).share.map { .number($0) } }
        ).marked { turnover in
          [.aboveUsual, .aboveHighest].contains(TurnoverCost.Item(turnover: turnover).comparison)
        },
        .percentage(
          "recruiting", tr("Recruiting"), \.recruitingPercent, within: 0...1000, in: context),
        .percentage(
          "induction", tr("Induction"), \.inductionPercent, within: 0...1000, in: context),
        .percentage("training", tr("Training"), \.trainingPercent, within: 0...1000, in: context),
        .percentage("lost work", tr("Lost work"), \.lostWorkPercent, within: 0...1000, in: context),
      ],
      explanation: tr(
        "No turnover yet. Write down how many people left which jobs, what they earned, and what replacing one costs, in per cent of a yearly salary."
      ),
      addTitle: tr("Add turnover"), addName: .addTurnover,
      make: { Turnover(rank: .between($0?.rank, nil)) },
      recordName: \.title,
      summary: { turnovers in
        let years = TurnoverYears(turnovers, startMonth: context.fiscalYearStart).years
        guard !years.isEmpty else { return [] }
        let sentences = years.map { year in
          TurnoverYears.sentence(of: year, startMonth: context.fiscalYearStart) {
            Money(minorUnits: Int64($0), context.currency).text(rounded: true)
          }
        }
        return [sentences.joined(separator: " "), TurnoverCost.rule, TurnoverYears.rule]
      }
    ).toldApart(by: "department", "from", "to", isOfEvents: true)
  }

  /// In per cent of a yearly salary.
  var recruitingPercent: Double? {
    get { recruiting.map { ($0 * 100_000).rounded() / 1000 } }
    set { recruiting = newValue.map { $0 / 100 } }
  }

  /// In per cent of a yearly salary.
  var inductionPercent: Double? {
    get { induction.map { ($0 * 100_000).rounded() / 1000 } }
    set { induction = newValue.map { $0 / 100 } }
  }

  /// In per cent of a yearly salary.
  var trainingPercent: Double? {
    get { training.map { ($0 * 100_000).rounded() / 1000 } }
    set { training = newValue.map { $0 / 100 } }
  }

  /// In per cent of a yearly salary.
  var lostWorkPercent: Double? {
    get { lostWork.map { ($0 * 100_000).rounded() / 1000 } }
    set { lostWork = newValue.map { $0 / 100 } }
  }
}
