import Foundation

/// What is measured, what was promised, what customers said, what went wrong.
extension PlanWriter {
  mutating func addEvidence() {
    addMetrics()
    register(
      Promise.self, level: 3,
      columns: ["promise", "to whom", "by whom", "due", "outcome", "closed on"])
    addDialogues()
    register("breakdowns", level: 3)
    register("standards", level: 3)
  }

  private mutating func addMetrics() {
    let rows = contents.metrics.inOrder().map { metric -> [String] in
      let figures = figures(of: metric)
      let newest = figures.newest
      return [
        MetricWords.title(of: metric),
        newest.map { MetricWords.value($0.value, of: metric) } ?? "–",
        newest?.sampleSize.map(String.init) ?? "", newest.map { days.text($0.day) } ?? "",
        figures.trend.map(MetricWords.name) ?? "",
        metric.target.map { MetricWords.value($0, of: metric) } ?? "",
        figures.reachesTarget.map { $0 ? tr("yes") : tr("no") } ?? "",
      ]
    }
    guard !rows.isEmpty else { return }
    heading(3, tr("Metrics"))
    let sources = contents.metrics.inOrder().filter { !$0.source.isEmpty }.map {
      tr("{metric}: {source}", ["metric": MetricWords.title(of: $0), "source": $0.source])
    }
    grid(
      tr("The newest reading of each metric"),
      [
        .init(tr("Metric"), weight: 2.4), .init(tr("Newest"), isFigure: true),
        .init(tr("n"), weight: 0.6, isFigure: true), .init(tr("Day")), .init(tr("Trend")),
        .init(tr("Target"), isFigure: true), .init(tr("Reached")),
      ], rows, source: sources.joined(separator: "; "))
    rule(tr("Trend: the newest reading against the one before it."))
  }

  /// Of the whole journey and all customers.
  func figures(of metric: Metric) -> MetricFigures {
    let own = contents.readings.filter { $0.metricID == metric.id }
    let whole = own.filter { $0.stepID == nil && $0.segment.isEmpty }
    return MetricFigures(metric, readings: (whole.isEmpty ? own : whole).byDay())
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
    for dialogue in dialogues {
      let name = dialogue.customer.isEmpty ? tr("A customer") : dialogue.customer
      let parts = [name, dialogue.leader, day(dialogue.day)].filter { !$0.isEmpty }
      heading(4, parts.joined(separator: " · "))
      document.addFacts([
        (tr("Likes"), dialogue.likes), (tr("Would improve"), dialogue.wouldImprove),
        (tr("Left unsaid"), dialogue.leftUnsaid), (tr("Follow-up"), dialogue.followUp),
        (tr("Risk of leaving"), dialogue.risk.map(DialogueWords.name) ?? ""),
      ])
    }
  }
}
