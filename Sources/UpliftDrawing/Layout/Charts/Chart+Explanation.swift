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
    let words = tr(
      "Each bar runs from the first to the last day. Fiscal years begin in {month}. {count}.",
      ["month": MonthName.full(fiscalYearStart), "count": count])
    return [leftOut, words].filter { !$0.isEmpty }.joined(separator: " ")
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
    let half = cumulative.firstIndex { $0 >= 0.8 }.map { $0 + 1 } ?? 0
    let share = ParetoChart.percent(half > 0 ? cumulative[half - 1] : 0)
    return tr(
      "Most frequent first; the line adds them up. {causes} {share} of all. n = {total}.",
      [
        "causes": ntr("{count} of them makes", "{count} of them make", half), "share": share,
        "total": [String(total), unit].filter { !$0.isEmpty }.joined(separator: " "),
      ])
  }
}

extension ProfitChain {
  public var explanation: String {
    let own = tr(
      "r: correlation (Pearson) of a link with the next one, so many periods later, the strongest of those that were tried; n: pairs. What goes together need not be cause and effect."
    )
    return [own, rule].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension WayUp {
  public var explanation: String {
    let reached = milestones.count { $0.state == .reached }
    let words = tr(
      "{reached} of {count} milestones reached; {barriers} in the way.",
      [
        "reached": reached, "count": milestones.count,
        "barriers": ntr("{count} barrier", "{count} barriers", barriers.count { !$0.isCleared }),
      ])
    return [words, leftOut].filter { !$0.isEmpty }.joined(separator: " ")
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
