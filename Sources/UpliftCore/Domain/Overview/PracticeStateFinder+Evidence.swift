import Foundation

/// Evidence.
extension PracticeStateFinder {
  func addMetrics(_ state: inout State) {
    guard !contents.metrics.isEmpty else { return }
    let readings = Dictionary(
      grouping: contents.readings.filter { $0.day <= today && !$0.isPending }, by: \.metricID)
    let targets = Dictionary(grouping: contents.targetChanges, by: \.metricID)
    let series = contents.metrics.inOrder().compactMap { metric in
      MetricSeries.all(
        of: metric, readings: readings[metric.id] ?? [], targets: targets[metric.id] ?? []
      ).first
    }
    let judged = series.compactMap(\.meetsTarget)
    // What everybody knows before what is one's own.
    let first =
      series.first { $0.metric.measure != .own && $0.newest != nil }
      ?? series.first { $0.newest != nil }
    let said = first.flatMap { series in
      series.newest.map { newest in
        tr(
          "{metric}: {value}",
          [
            "metric": MetricWords.title(of: series.metric),
            "value": MetricWords.value(newest.value, of: series.metric),
          ])
      }
    }
    state.figure =
      judged.isEmpty ? String(contents.metrics.count) : ratio(judged.count { $0 }, judged.count)
    state.meaning =
      judged.isEmpty
      ? ntr("metric", "metrics", contents.metrics.count) : tr("targets are met")
    state.detail = said ?? ""
    state.n = series.reduce(0) { $0 + $1.n }
    state.rule = MetricSeries.targetRule
    state.trend = first.flatMap { series in
      Trend(
        series.estimates.suffix(PracticeStates.months).map(\.value),
        MetricWords.title(of: series.metric))
    }
    state.wantsAttention = judged.contains(false)
  }

  func addGutAndData(_ state: inout State) {
    let all = GutAndData.all(
      contents.opportunities, scores: contents.gutScores,
      in: OpportunityEvidence.Records(contents)
    ).filter { $0.gut != nil }
    guard !all.isEmpty else { return }
    let differ = all.filter(\.disagrees)
    state.figure = ratio(differ.count, all.count)
    state.meaning = tr("differ by 2 or more")
    state.detail =
      differ.isEmpty
      ? ""
      : tr(
        "ask customers first: {opportunities}",
        ["opportunities": listed(differ.map { title(of: $0.opportunity) })])
    state.n = all.reduce(0) { $0 + $1.n }
    state.rule = GutAndData.rule
    state.wantsAttention = !differ.isEmpty
  }

  func addDialogues(_ state: inout State) {
    guard !contents.dialogues.isEmpty || !contents.customers.isEmpty else { return }
    let coverage = DialogueCoverage(
      customers: contents.customers, dialogues: contents.dialogues, today: today)
    let met = coverage.met
    state.figure = met.n == 0 ? String(contents.dialogues.count) : percent(met)
    state.meaning =
      met.n == 0
      ? ntr("dialogue", "dialogues", contents.dialogues.count)
      : tr("of key customers met in {days} days", ["days": DialogueCoverage.recentDays])
    let quiet = coverage.goneQuiet.count
    let atRisk = coverage.atRisk.count
    state.detail = joined(
      quiet == 0 ? nil : ntr("{count} has gone quiet", "{count} have gone quiet", quiet),
      atRisk == 0 ? nil : ntr("{count} may leave", "{count} may leave", atRisk))
    state.n = met.n == 0 ? contents.dialogues.count : met.n
    state.rule = DialogueCoverage.rule
    state.trend = Trend(
      counts: counts(contents.dialogues.map(\.day)), tr("dialogues, month by month"))
    state.wantsAttention = !coverage.keyNotMet.isEmpty || atRisk > 0
  }

  func addPromises(_ state: inout State) {
    guard !contents.promises.isEmpty else { return }
    let figures = PromiseFigures(contents.promises, today: today)
    let open = contents.promises.count { $0.outcome == nil }
    let late = figures.late.count
    let closed = figures.shareKept.n
    state.figure = closed == 0 ? String(open) : percent(figures.shareKept)
    state.meaning = closed == 0 ? ntr("open promise", "open promises", open) : tr("promises kept")
    state.detail = joined(
      closed == 0 || open == 0 ? nil : ntr("{count} open", "{count} open", open),
      late == 0 ? nil : ntr("{count} late", "{count} late", late),
      figures.medianDaysToClose.map {
        ntr(
          "median of {days} day to close", "median of {days} days to close",
          Int($0.rounded(.up)), ["days": decimal($0, $0 == $0.rounded() ? 0 : 1)])
      })
    state.n = closed == 0 ? open : closed
    state.rule = PromiseFigures.rule
    state.trend = Trend(
      counts: momentum.months.map(\.promises.count), tr("promises kept, month by month"))
    state.wantsAttention = late > 0
  }

  /// Its own title, else what is written on its card.
  func title(of opportunity: Opportunity) -> String {
    if !opportunity.title.isBlank { return opportunity.title.singleLine }
    let card = opportunity.cardID.flatMap { id in contents.cards.first { $0.id == id } }
    return card.map(\.text.singleLine) ?? tr("something without a name")
  }
}
