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
        note: best.map { $0.correlation.refusal == nil ? "" : $0.correlation.text } ?? "",
        lags: pair?.lags.map(\.correlation.coefficient) ?? [])
    }
    return ProfitChain(
      title: title,
      links: shown.map { series in
        ProfitChain.Link(
          Self.name(of: series.link), measure: series.metric.title, unit: series.metric.unit,
          decimals: MetricWords.decimals(of: series.metric),
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
    let (before, most) = (12, 40)
    let all = contents.milestones.onTheWay()
    let next = all.first { $0.reachedOn == nil }
    // Of a very long way the part around today.
    let here = all.firstIndex { $0.id == next?.id } ?? all.count
    let start = all.count > most ? max(0, min(here - before, all.count - most)) : 0
    let milestones = Array(all.dropFirst(start).prefix(most))
    let shown = Set(milestones.map(\.id))
    let known = Set(all.map(\.id))
    var remarks: [String] = []
    if milestones.count < all.count {
      remarks.append(
        tr(
          "Drawn are {count} of {all} milestones, those around the next one.",
          ["count": milestones.count, "all": all.count]))
    }
    let inTheWay = Self.fewOfEach(contents.barriers.inOrder(), shown)
    if inTheWay.leftOut > 0 {
      remarks.append(
        ntr(
          "{count} more barrier before these milestones is left out.",
          "{count} more barriers before these milestones are left out.", inTheWay.leftOut))
    }
    var way = WayUp(
      title: title,
      milestones: milestones.map { one in
        WayUp.Milestone(
          one.reference, title: one.title,
          detail: (one.reachedOn ?? one.due).map(DayFormat.local.text) ?? "",
          state: one.reachedOn != nil ? .reached : one.id == next?.id ? .now : .ahead)
      },
      barriers: inTheWay.barriers.compactMap { one in
        guard let milestone = one.milestoneID else { return nil }
        return WayUp.Barrier(
          one.reference, title: one.title,
          detail: one.manager.isEmpty ? tr("nobody clears it") : one.manager,
          before: EntityReference(.milestone, milestone), isCleared: one.clearedOn != nil)
      },
      openElsewhere: contents.barriers.count { one in
        one.clearedOn == nil && !(one.milestoneID.map(known.contains) ?? false)
      })
    way.leftOut = remarks.joined(separator: " ")
    return way
  }

  /// Barriers before these milestones, the open ones first and no more than find room.
  private static func fewOfEach(
    _ barriers: [Barrier], _ milestones: Set<UUID>
  ) -> (barriers: [Barrier], leftOut: Int) {
    let most = 12
    let own = barriers.filter { $0.milestoneID.map(milestones.contains) ?? false }
    var counts: [UUID: Int] = [:]
    let sorted = own.filter { $0.clearedOn == nil } + own.filter { $0.clearedOn != nil }
    let chosen = Set(
      sorted.filter { one in
        guard let milestone = one.milestoneID else { return false }
        counts[milestone, default: 0] += 1
        return counts[milestone, default: 0] <= most
      }.map(\.id))
    return (own.filter { chosen.contains($0.id) }, own.count - chosen.count)
  }

  func cascade(_ contents: WorkspaceContents, _ today: CalendarDay) -> CascadeChart {
    let figures = TrainingCascade(contents.trainings, today: today)
    let faulty = Set(figures.faults.map(\.lower.id))
    let trainings = contents.trainings.inOrder()
    // Of very many in a wave those that are not done.
    let most = 60
    func drawn(_ wave: Training.Wave) -> [Training] {
      let own = trainings.filter { $0.wave == wave }
      guard own.count > most else { return own }
      let chosen = Set(
        (own.filter { $0.doneOn == nil } + own.filter { $0.doneOn != nil }).prefix(most).map(\.id))
      return own.filter { chosen.contains($0.id) }
    }
    let count = Training.Wave.allCases.reduce(0) { $0 + drawn($1).count }
    let leftOut =
      count < trainings.count
      ? tr(
        "Drawn are {count} of {all} trainings, those first that are not done.",
        ["count": count, "all": trainings.count]) : ""
    return CascadeChart(
      title: title,
      waves: Training.Wave.allCases.map { wave in
        CascadeChart.Wave(
          wave.title,
          drawn(wave).map { one in
            CascadeChart.Training(
              one.reference, title: one.title,
              detail: [one.trainer, (one.doneOn ?? one.day).map(DayFormat.local.text) ?? ""]
                .filter { !$0.isEmpty }.joined(separator: ", "),
              headcount: one.headcount ?? 0, done: one.doneOn == nil ? 0 : one.headcount ?? 0,
              isChecked: one.checkedOn != nil,
              warning: faulty.contains(one.id) ? tr("begins before the wave above is done") : "")
          })
      },
      rule: [leftOut, rule(TrainingCascade.rule, figures.n)].filter { !$0.isEmpty }
        .joined(separator: " "))
  }
}
