import Foundation

/// What is measured, what was promised, what customers said, what went wrong.
extension PlanWriter {
  mutating func addEvidence() {
    addMetrics()
    addPromises()
    addDialogues()
    addBreakdowns()
    register("standards", level: 3)
  }

  private mutating func addMetrics() {
    let metrics = contents.metrics.inOrder()
    guard !metrics.isEmpty else { return }
    heading(3, tr("Metrics"))
    let rows = metrics.map { metric -> [String] in
      let series = series(of: metric)
      let newest = series?.newest
      func words(_ value: Double?) -> String { value.map { MetricWords.number($0) } ?? "" }
      var trend = series?.change.map { MetricWords.name(of: $0.trend) } ?? ""
      if series?.change?.isBeyondChance == false {
        trend = tr("{trend}, within chance", ["trend": trend])
      }
      return [
        MetricWords.title(of: metric),
        newest.map { MetricWords.value($0.value, of: metric) } ?? "–",
        newest?.interval.map {
          tr("{low} to {high}", ["low": words($0.lowerBound), "high": words($0.upperBound)])
        } ?? "",
        newest?.n.map(String.init) ?? "", newest.map { day($0.reading.day) } ?? "", trend,
        metric.target.map { MetricWords.value($0, of: metric) } ?? "",
        series?.meetsTarget.map { $0 ? tr("yes") : tr("no") } ?? "",
      ]
    }
    let sources = metrics.filter { !$0.source.isEmpty }.map {
      tr("{metric}: {source}", ["metric": MetricWords.title(of: $0), "source": $0.source])
    }
    grid(
      tr("The newest reading of each metric"),
      [
        .init(tr("Metric"), weight: 2.4), .init(tr("Newest"), isFigure: true),
        .init(tr("95 %"), isFigure: true), .init(tr("n"), weight: 0.6, isFigure: true),
        .init(tr("Day")), .init(tr("Trend")), .init(tr("Target"), isFigure: true),
        .init(tr("Met")),
      ], rows, source: sources.joined(separator: "; "))
    rule(MetricSeries.trendRule)
    for metric in metrics where contents.readings.contains(where: { $0.metricID == metric.id }) {
      picture(.trend(metric.id), caption: MetricWords.title(of: metric), isNarrow: true)
    }
    addRatchet(metrics)
    addGains(metrics)
  }

  /// Targets that ask to be raised.
  private mutating func addRatchet(_ metrics: [Metric]) {
    let items = metrics.compactMap { metric -> TextDocument.Item? in
      guard let series = series(of: metric) else { return nil }
      guard let target = ExpectationsRatchet(series).suggestedTarget else { return nil }
      return TextDocument.Item(
        text: MetricWords.title(of: metric),
        remark: tr(
          "from {old} to {new}",
          [
            "old": metric.target.map { MetricWords.value($0, of: metric) } ?? "–",
            "new": MetricWords.value(target, of: metric),
          ]))
    }
    guard !items.isEmpty else { return }
    list(tr("Targets that ask to be raised"), level: 4, items)
    rule(ExpectationsRatchet.rule)
  }

  /// What was gained and lasted, and what faded.
  private mutating func addGains(_ metrics: [Metric]) {
    let rows = metrics.compactMap { metric -> [String]? in
      guard let gains = series(of: metric).map(MetricGains.init), !gains.gains.isEmpty else {
        return nil
      }
      return [
        MetricWords.title(of: metric), String(gains.lasted.count), String(gains.faded.count),
        String(gains.pending.count),
      ]
    }
    guard !rows.isEmpty else { return }
    heading(4, tr("Gains that lasted"))
    grid(
      "",
      [
        .init(tr("Metric"), weight: 3), .init(tr("Lasted"), isFigure: true),
        .init(tr("Faded"), isFigure: true), .init(tr("Too early to say"), isFigure: true),
      ], rows)
    rule(MetricGains.rule)
  }

  /// Of the whole journey and all customers, or else the one with the most readings.
  func series(of metric: Metric) -> MetricSeries? {
    let all = MetricSeries.all(
      of: metric, readings: contents.readings.filter { $0.metricID == metric.id },
      targets: contents.targetChanges.filter { $0.metricID == metric.id })
    return all.first { $0.stepID == nil && $0.segment.isEmpty && $0.n > 0 }
      ?? all.max { $0.n < $1.n }
  }

  private mutating func addPromises() {
    guard !contents.promises.isEmpty else { return }
    let figures = PromiseFigures(contents.promises, today: today)
    heading(3, tr("Promises"))
    var sentences: [String] = []
    if figures.shareKept.n > 0 {
      sentences.append(
        tr("Kept: {share} of those that are closed.", ["share": figures.shareKept.text]))
    }
    if let median = figures.medianDaysToClose {
      sentences.append(
        tr(
          "Half of them were closed within {days} days.",
          ["days": registers.numbers.text(median, decimals: 0)]))
    }
    if figures.open.n > 0 {
      sentences.append(
        tr(
          "Open, by age: {ages}.",
          [
            "ages": figures.open.bands.filter { $0.count > 0 }.map {
              tr("{age}: {count}", ["age": $0.title, "count": $0.count])
            }.joined(separator: "; ")
          ]))
    }
    paragraph(sentences.joined(separator: " "))
    if figures.open.n > 0 { figure(.promises) }
    document.addRegister(
      Promise.register(in: registers), contents.promises.inOrder(),
      columns: ["promise", "to whom", "by whom", "due", "outcome", "closed on"])
    rule(PromiseFigures.rule)
  }

  private mutating func addBreakdowns() {
    guard !contents.breakdowns.isEmpty else { return }
    let register = Breakdown.register(in: registers)
    heading(3, register.title)
    let lines = register.summary(contents.breakdowns).filter { !$0.isEmpty }
    if let first = lines.first { paragraph(first) }
    figure(.breakdowns)
    document.addRegister(register, contents.breakdowns.inOrder())
  }

  private mutating func addDialogues() {
    let dialogues = contents.dialogues.inOrder()
    guard !dialogues.isEmpty else { return }
    heading(3, tr("Customer dialogues"))
    let summary = DialogueSummary(dialogues, on: today)
    paragraph(
      tr(
        "{count} conversations with {customers} customers, {recent} of them in the last 90 days; {risk} at high risk of leaving without a word.",
        [
          "count": summary.count, "customers": summary.customerCount,
          "recent": summary.recentCount, "risk": summary.highRiskCount,
        ]))
    let coverage = DialogueCoverage(
      customers: contents.customers, dialogues: contents.dialogues, today: today)
    if coverage.met.n > 0 {
      paragraph(
        tr("Key customers met in the last 90 days: {share}.", ["share": coverage.met.text]))
      if !coverage.keyNotMet.isEmpty {
        paragraph(
          tr(
            "Not met: {names}.", ["names": listed(coverage.keyNotMet.map(\.customer.name))]))
      }
      rule(DialogueCoverage.rule)
    }
    grid(
      tr("What customers said"),
      [
        .init(tr("Customer")), .init(tr("Likes")), .init(tr("Would improve")),
        .init(tr("Left unsaid")), .init(tr("Follow-up")), .init(tr("Risk of leaving")),
      ],
      dialogues.map { dialogue in
        let name = dialogue.customer.isEmpty ? tr("A customer") : dialogue.customer
        return [
          [name, dialogue.leader, day(dialogue.day)].filter { !$0.isEmpty }
            .joined(separator: "\n"),
          dialogue.likes, dialogue.wouldImprove, dialogue.leftUnsaid, dialogue.followUp,
          dialogue.risk.map(DialogueWords.name) ?? "",
        ]
      })
  }
}
