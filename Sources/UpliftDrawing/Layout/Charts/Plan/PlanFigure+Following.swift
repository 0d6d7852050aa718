import Foundation
import UpliftCore

/// Whether it moves, and what is in the way.
extension PlanFigure {
  func barriers(_ contents: WorkspaceContents, _ today: CalendarDay) -> BarChart {
    let figures = BarrierFigures(contents.barriers, today: today)
    return ages(
      figures.open, rule(BarrierFigures.rule, figures.open.n), tr("No barrier is open."),
      series: tr("open barriers"))
  }

  func promises(_ contents: WorkspaceContents, _ today: CalendarDay) -> BarChart {
    let figures = PromiseFigures(contents.promises, today: today)
    return ages(
      figures.open, rule(PromiseFigures.rule, figures.open.n), tr("No promise is open."),
      series: tr("open promises"))
  }

  private func ages<Record: Entity>(
    _ bands: AgeBands<Record>, _ rule: String, _ empty: String, series: String
  ) -> BarChart {
    var categories = bands.bands.map {
      BarChart.Category(
        $0.title, [Double($0.count)], isMarked: $0.lastDay == nil && $0.count > 0,
        references: $0.records.map(\.reference))
    }
    if !bands.undated.isEmpty {
      categories.append(
        BarChart.Category(
          tr("no day"), [Double(bands.undated.count)],
          references: bands.undated.map(\.reference)))
    }
    return BarChart(
      title: title, series: [BarChart.Series(series)],
      groups: bands.n == 0 ? [] : [BarChart.Group("", categories)], rule: rule, emptyText: empty)
  }

  func breakdowns(_ contents: WorkspaceContents, _ today: CalendarDay) -> BarChart {
    let figures = BreakdownFigures(contents.breakdowns, today: today)
    let categories = figures.months.map { month in
      let acted = month.breakdowns.count { $0.isActedOn(by: today) }
      return BarChart.Category(
        MonthName.withYear(month.month.firstDay), [Double(acted), Double(month.count - acted)],
        references: month.breakdowns.map(\.reference))
    }
    return BarChart(
      title: title,
      series: [
        BarChart.Series(tr("with a lesson acted on"), colour: .green),
        BarChart.Series(tr("others"), colour: .ochre),
      ],
      groups: figures.n == 0 ? [] : [BarChart.Group("", categories)], direction: .upright,
      rule: rule(BreakdownFigures.rule, figures.n), emptyText: tr("Nobody has reported one."))
  }

  func momentum(_ contents: WorkspaceContents, _ today: CalendarDay) -> BarChart {
    let momentum = Momentum(
      initiatives: contents.initiatives, promises: contents.promises,
      champions: contents.champions, barriers: contents.barriers, today: today)
    let categories = momentum.months.map { month in
      BarChart.Category(
        MonthName.withYear(month.month.firstDay),
        [
          month.initiatives.count, month.promises.count, month.champions.count,
          month.barriers.count,
        ]
        .map(Double.init),
        references: month.initiatives.map(\.reference) + month.promises.map(\.reference)
          + month.champions.map(\.reference) + month.barriers.map(\.reference))
    }
    return BarChart(
      title: title,
      series: [
        BarChart.Series(tr("initiatives done")), BarChart.Series(tr("promises kept")),
        BarChart.Series(tr("champions named")), BarChart.Series(tr("barriers cleared")),
      ],
      groups: momentum.n == 0 ? [] : [BarChart.Group("", categories)], direction: .upright,
      rule: rule(Momentum.rule, momentum.n), emptyText: tr("Nothing was brought to an end yet."))
  }

  /// A picture for each metric with a reading.
  ///
  /// - Parameter segments: those that are drawn beside all customers; nil: all of them.
  public func trends(
    _ contents: WorkspaceContents, segments: Set<String>? = nil
  ) -> TrendSheet {
    let read = Set(contents.readings.map(\.metricID))
    return TrendSheet(
      title: title,
      trends: contents.metrics.inOrder().filter { read.contains($0.id) }.map {
        MetricTrend(of: $0, in: contents, segments: segments)
      },
      emptyText: tr(
        "No metric has a reading yet. With the first one its value stands here, with the second a line."
      ))
  }
}
