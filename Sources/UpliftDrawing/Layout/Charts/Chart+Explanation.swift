import UpliftCore

/// What stands under each chart: how it is to be read, by which rule, from how many.
extension BarChart { public var explanation: String { rule } }
extension HeatTable { public var explanation: String { rule } }
extension MetricTrend { public var explanation: String { rule } }

extension PriorityMatrix {
  public var explanation: String {
    let count = ntr("n = {count} opportunity", "n = {count} opportunities", bubbles.count)
    func number(_ value: Double) -> String { NumberFormat.local.text(value, decimals: 1) }
    let words = tr(
      "Upper half: value {value} or more of 5. Right half: more than {effort} person-months. The larger the bubble, the more pieces of evidence. Dashed ≠: gut and data are 2 or more apart. Bubbles that would cover one another stand beside their place, with a line to it. {count}.",
      ["value": number(highValue), "effort": number(bigEffort), "count": count])
    return [leftOut, words].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension Timeline {
  public var explanation: String {
    let count = ntr("n = {count} initiative", "n = {count} initiatives", bars.count)
    let own = tr(
      "Each bar runs from the first to the last day. Fiscal years begin in {month}. {count}.",
      ["month": MonthName.full(fiscalYearStart), "count": count])
    return [
      leftOut, own,
      dropped == 0
        ? ""
        : ntr(
          "{count} that was dropped is left out.", "{count} that were dropped are left out.",
          dropped),
      barriersElsewhere == 0
        ? ""
        : ntr(
          "{count} more open barrier is in the way of no initiative or milestone and is not drawn.",
          "{count} more open barriers are in the way of no initiative or milestone and are not drawn.",
          barriersElsewhere),
    ].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension ReadinessRadar {
  public var explanation: String {
    let raters = axes.map(\.raters).max() ?? 0
    return tr(
      "Each condition is the mean of its ratings, 0 to 5. ≠: the lowest and the highest are 2 or more apart. {count}.",
      ["count": ntr("n = {count} rater", "n = {count} raters", raters)])
  }
}

extension ParetoChart {
  public var explanation: String {
    let few = vitalFew
    let sum = causes.prefix(few).reduce(0) { $0 + max(0, $1.count) }
    let counted = [String(total), unit].filter { !$0.isEmpty }.joined(separator: " ")
    var sentences = [
      tr("Most frequent first; the line adds them up."),
      tr(
        "80 % is passed with {few} of {all} {bars}: {sum} of {total} ({share}).",
        [
          "few": few, "all": causes.count, "bars": bars, "sum": sum, "total": counted,
          "share": ParetoChart.percent(few > 0 ? cumulative[few - 1] : 0),
        ]),
    ]
    if few * 2 > causes.count, causes.count > 2 {
      sentences.append(tr("That is more than half of them: no few make most."))
    }
    sentences.append(tr("n = {total}.", ["total": counted]))
    return sentences.joined(separator: " ")
  }
}

extension ProfitChain {
  public var explanation: String {
    let own = tr(
      "r: correlation (Pearson) of a link with the next one, so many periods later; n: pairs. What goes together need not be cause and effect."
    )
    let tried = relations.map(\.lags.count).max() ?? 0
    let choice =
      tried > 1
      ? tr(
        "Of {count} lags that were tried, from 0 to {most} periods, the one with the strongest r is shown; the strongest of several looks stronger than it is.",
        ["count": tried, "most": tried - 1]) : ""
    return [own, choice, rule].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension WayUp {
  public var explanation: String {
    let reached = milestones.count { $0.state == .reached }
    let open = barriers.count { !$0.isCleared }
    var sentences = [
      tr(
        "{reached} of {count} milestones reached; {barriers} in the way.",
        [
          "reached": reached, "count": milestones.count,
          "barriers": ntr("{count} barrier", "{count} barriers", open),
        ]),
      tr("In the order of their days; the line is full up to the last one that is reached."),
    ]
    if openElsewhere > 0 {
      sentences.append(
        ntr(
          "{count} more open barrier stands before no milestone and is not drawn.",
          "{count} more open barriers stand before no milestone and are not drawn.", openElsewhere))
    }
    return (sentences + [leftOut]).filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension CascadeChart {
  public var explanation: String {
    guard waves.contains(where: { !$0.trainings.isEmpty }) else { return rule }
    let people = waves.reduce(0) { $0 + $1.headcount }
    let own = tr(
      "A wave is done when everybody it is for took part. {count}.",
      ["count": ntr("n = {count} person", "n = {count} people", people)])
    return [own, rule].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
