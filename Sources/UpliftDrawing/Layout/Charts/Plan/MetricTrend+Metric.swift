import Foundation
import UpliftCore

extension MetricTrend {
  /// More lines than these cannot be told apart.
  private static let mostSeries = 7

  /// All that was read of a metric: of the whole journey a line for each segment, or, when it was
  /// only read at steps, a line for each step.
  ///
  /// - Parameters:
  ///   - contents: with metrics, readings, changes of targets, steps and the organisation.
  ///   - segments: those that are drawn beside all customers; nil: all of them.
  public init(
    of metric: Metric, in contents: WorkspaceContents, segments: Set<String>? = nil
  ) {
    let all = MetricSeries.all(
      of: metric, readings: contents.readings.filter { $0.metricID == metric.id },
      targets: contents.targetChanges.filter { $0.metricID == metric.id })
    let whole = all.filter { $0.stepID == nil }
    let everyone = whole.isEmpty ? all : whole
    let chosen = everyone.filter { one in
      one.segment.isEmpty || segments?.contains(one.segment) ?? true
    }
    // Where nobody read all customers together, what there is.
    let wanted = chosen.isEmpty ? everyone : chosen
    let shown = Array(wanted.prefix(Self.mostSeries))
    let startMonth = contents.organisations.inOrder().first?.fiscalYearStart ?? 1
    let steps = Dictionary(
      contents.steps.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    let isNamed = shown.count > 1 || !(shown.first?.name(steps) ?? "").isEmpty
    let series = shown.map { one in
      let name = one.name(steps)
      return Series(
        !isNamed ? "" : name.isEmpty ? tr("all customers") : name,
        place: one.stepID == nil ? .segment : one.segment.isEmpty ? .step : .both,
        one.estimates.map { estimate in
          Reading(
            estimate.reading.day, period: estimate.reading.period(startMonth: startMonth),
            value: estimate.value, interval: estimate.interval, count: estimate.n,
            reference: estimate.reading.reference)
        })
    }
    self.init(
      title: MetricWords.title(of: metric), series: series,
      targets: Self.targets(of: metric, shown), unit: Self.unit(of: metric),
      limits: Self.limits(of: metric),
      rule: Self.rule(
        of: shown, leftOut: all.count - everyone.count + wanted.count - shown.count,
        unchosen: everyone.count - wanted.count))
  }

  private static func targets(of metric: Metric, _ series: [MetricSeries]) -> [Target] {
    let changes = series.first?.targets ?? []
    guard changes.isEmpty else { return changes.map { Target(from: $0.day, $0.target) } }
    let first = series.compactMap { $0.estimates.first?.reading.day }.min()
    return metric.target.flatMap { value in first.map { [Target(from: $0, value)] } } ?? []
  }

  private static func unit(of metric: Metric) -> String {
    let unit = metric.unit.trimmingCharacters(in: .whitespaces)
    let scale =
      metric.measure == .own
      ? "" : MetricWords.name(of: metric.measure)
    return [scale, unit].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private static func limits(of metric: Metric) -> ClosedRange<Double>? {
    switch metric.measure {
    case .nps: return -100...100
    case .csat: return 0...100
    case .ces: return 1...7
    case .olderCES: return 1...5
    case .own:
      guard let lowest = metric.lowest, let highest = metric.highest, lowest < highest else {
        return nil
      }
      return lowest...highest
    }
  }

  /// How the newest one is worked out, and out of how many readings the picture is made.
  private static func rule(of series: [MetricSeries], leftOut: Int, unchosen: Int) -> String {
    let count = series.reduce(0) { $0 + $1.n }
    guard count > 0 else { return "" }
    var sentences = series.compactMap { $0.newest?.rule }.uniqued()
    sentences += series.compactMap { $0.newest?.notes }.flatMap { $0 }.uniqued()
    if leftOut > 0 {
      sentences.append(
        ntr(
          "{count} more line is not drawn: readings at single steps, and of segments with few readings.",
          "{count} more lines are not drawn: readings at single steps, and of segments with few readings.",
          leftOut))
    }
    if unchosen > 0 {
      sentences.append(
        ntr(
          "{count} segment is not chosen and not drawn.",
          "{count} segments are not chosen and not drawn.", unchosen))
    }
    sentences.append(ntr("n = {count} reading.", "n = {count} readings.", count))
    return sentences.joined(separator: " ")
  }
}

extension MetricSeries {
  /// The step and segment; empty: the whole journey, of all customers.
  fileprivate func name(_ steps: [UUID: String]) -> String {
    [
      stepID.map { tr("at the step “{step}”", ["step": steps[$0] ?? tr("a step")]) } ?? "", segment,
    ].filter { !$0.isEmpty }
      .joined(separator: ", ")
  }
}

extension UpliftCore.Reading {
  /// "Q3 2026", "September 2026", or its day.
  public func period(startMonth: Int) -> String {
    if let periodStart {
      let quarter = FiscalQuarter(of: day, startMonth: startMonth)
      if quarter.firstDay(startMonth: startMonth) == periodStart,
        quarter.lastDay(startMonth: startMonth) == day
      {
        return quarter.text(startMonth: startMonth)
      }
      let month = CalendarMonth(of: day)
      if month.firstDay == periodStart, month.lastDay == day { return MonthWords.text(day) }
    }
    return DayFormat.local.text(day)
  }
}

extension Array where Element: Hashable {
  fileprivate func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
