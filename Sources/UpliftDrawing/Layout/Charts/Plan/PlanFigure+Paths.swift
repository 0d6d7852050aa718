import Foundation
import UpliftCore

/// What leads to what, and how far it has come.
extension PlanFigure {
  func chain(_ contents: WorkspaceContents, _ today: CalendarDay) -> ProfitChain {
    let figures = ServiceProfitChain(
      contents.metrics, readings: contents.readings,
      startMonth: contents.organisations.inOrder().first?.fiscalYearStart ?? 1, today: today)
    // One measure a link: the first.
    var shown: [ServiceProfitChain.Series] = []
    for series in figures.series where !shown.contains(where: { $0.link == series.link }) {
      shown.append(series)
    }
    let relations = zip(shown, shown.dropFirst()).map { first, second in
      let pair = figures.pairs.first { $0.first.id == first.id && $0.second.id == second.id }
      let best = pair?.strongest ?? pair?.lags.first
      return ProfitChain.Relation(
        coefficient: best?.correlation.coefficient, lag: best?.lag ?? 0,
        count: best?.correlation.n ?? 0,
        note: best.map { $0.correlation.refusal == nil ? "" : $0.correlation.text } ?? "")
    }
    return ProfitChain(
      title: title,
      links: shown.map { series in
        ProfitChain.Link(
          Self.name(of: series.link), measure: series.metric.title,
          zip(figures.periods, series.values).compactMap { period, value in
            value.map {
              ProfitChain.Reading(
                period.firstDay, period: MonthWords.text(period.firstDay), value: $0)
            }
          }, reference: series.metric.reference)
      },
      relations: relations, rule: ServiceProfitChain.rule)
  }

  static func name(of link: Metric.ChainLink) -> String {
    switch link {
    case .employeeExperience: tr("Employee experience")
    case .culture: tr("Culture")
    case .customerSatisfaction: tr("Customer satisfaction")
    case .profit: tr("Profit")
    }
  }

  func wayUp(_ contents: WorkspaceContents) -> WayUp {
    let milestones = contents.milestones.inOrder()
    let next = milestones.first { $0.reachedOn == nil }
    return WayUp(
      title: title,
      milestones: milestones.map { one in
        WayUp.Milestone(
          one.reference, title: one.title,
          detail: (one.reachedOn ?? one.due).map(DayFormat.local.text) ?? "",
          state: one.reachedOn != nil ? .reached : one.id == next?.id ? .now : .ahead)
      },
      barriers: contents.barriers.inOrder().compactMap { one in
        guard let milestone = one.milestoneID else { return nil }
        return WayUp.Barrier(
          one.reference, title: one.title,
          detail: one.manager.isEmpty ? tr("nobody clears it") : one.manager,
          before: EntityReference(.milestone, milestone), isCleared: one.clearedOn != nil)
      })
  }

  func cascade(_ contents: WorkspaceContents, _ today: CalendarDay) -> CascadeChart {
    let figures = TrainingCascade(contents.trainings, today: today)
    let faulty = Set(figures.faults.map(\.lower.id))
    let trainings = contents.trainings.inOrder()
    return CascadeChart(
      title: title,
      waves: Training.Wave.allCases.map { wave in
        CascadeChart.Wave(
          wave.title,
          trainings.filter { $0.wave == wave }.map { one in
            CascadeChart.Training(
              one.reference, title: one.title,
              detail: [one.trainer, (one.doneOn ?? one.day).map(DayFormat.local.text) ?? ""]
                .filter { !$0.isEmpty }.joined(separator: ", "),
              headcount: one.headcount ?? 0, done: one.doneOn == nil ? 0 : one.headcount ?? 0,
              isChecked: one.checkedOn != nil,
              warning: faulty.contains(one.id) ? tr("begins before the wave above is done") : "")
          })
      },
      rule: rule(TrainingCascade.rule, figures.n))
  }
}
