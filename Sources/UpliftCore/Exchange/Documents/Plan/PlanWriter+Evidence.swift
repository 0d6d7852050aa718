import Foundation

/// What is measured, what was promised, what customers said, what went wrong.
extension PlanWriter {
  mutating func addEvidence() {
    addMetrics()
    addPromises()
    addDialogues()
    addBreakdowns()
  }

  private mutating func addMetrics() {
    let metrics = contents.metrics.inOrder()
    guard !metrics.isEmpty else { return }
    heading(3, tr("Metrics"))
    let rows = metrics.map { metric -> [String] in
      let series = series(of: metric)
      let newest = series?.newest
      func words(_ value: Double?) -> String {
        value.map { registers.numbers.text($0, decimals: 1) } ?? ""
      }
      return [
        MetricWords.title(of: metric),
        newest.map { MetricWords.value($0.value, of: metric) } ?? "–",
        newest?.interval.map {
          tr("{low} to {high}", ["low": words($0.lowerBound), "high": words($0.upperBound)])
        } ?? "",
        newest?.n.map { registers.numbers.text($0) } ?? "",
        newest.map { day($0.reading.day) } ?? "", series.map(MetricWords.trend) ?? "",
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
    addEase(metrics)
    addTargets(metrics)
    addTrends(metrics)
    finding(.ratchet)
    addGains(metrics)
  }

  /// What stands beside the mean of an effort score, by the rule under its picture.
  private mutating func addEase(_ metrics: [Metric]) {
    for metric in metrics {
      guard let newest = series(of: metric)?.newest, let words = newest.ease else { continue }
      paragraph(
        tr("{metric}: {words}.", ["metric": MetricWords.title(of: metric), "words": words]))
    }
  }

  /// What was to be reached, since when, who agreed, and why it was changed.
  private mutating func addTargets(_ metrics: [Metric]) {
    let changes = Dictionary(grouping: contents.targetChanges, by: \.metricID)
    var rows: [[String]] = []
    for metric in metrics {
      let own = (changes[metric.id] ?? []).sorted { $0.day < $1.day }
      func value(_ target: Double?) -> String {
        target.map { MetricWords.value($0, of: metric) } ?? tr("none")
      }
      // Who agreed to the one in force may be noted at the metric alone.
      let current = own.inForce(on: today).flatMap {
        $0.target == metric.target && $0.agreedBy.isBlank ? $0.id : nil
      }
      var lines = own.map { change in
        [
          value(change.target), day(change.day),
          change.id == current ? metric.agreedBy : change.agreedBy, change.reason.singleLine,
        ]
      }
      let isNoted =
        current != nil
        || own.contains { $0.agreedBy == metric.agreedBy && $0.target == metric.target }
      if !metric.agreedBy.isBlank, !isNoted {
        lines.append([value(metric.target), day(metric.agreedOn), metric.agreedBy, ""])
      }
      rows += lines.enumerated().map { index, line in
        [index == 0 ? MetricWords.title(of: metric) : ""] + line
      }
    }
    grid(
      tr("Targets, and who agreed to them"),
      [
        .init(tr("Metric"), weight: 2), .init(tr("Target"), isFigure: true), .init(tr("Since")),
        .init(tr("Agreed by"), weight: 2), .init(tr("Why"), weight: 2.4),
      ], rows, isDense: true)
  }

  /// A picture each, and by which rule, once for all that share it.
  private mutating func addTrends(_ metrics: [Metric]) {
    var rules: [(text: String, metrics: [String])] = []
    for metric in metrics
    where contents.readings.contains(where: {
      $0.metricID == metric.id && !$0.isPending
    }) {
      let picture = PlanPicture.trend(metric.id)
      let title = MetricWords.title(of: metric)
      self.picture(picture, caption: title, isNarrow: true, showsRule: false)
      guard var text = explanation(of: picture), !text.isEmpty else { continue }
      // How much stands behind each comes with its name, so that those of one rule share it.
      let count = contents.readings.count { $0.metricID == metric.id && !$0.isPending }
      let size = ntr("n = {count} reading.", "n = {count} readings.", count)
      var name = title
      if text.hasSuffix(size) {
        text = text.dropLast(size.count).trimmingCharacters(in: .whitespaces)
        name = tr("{metric} (n = {count})", ["metric": title, "count": count])
      }
      if let place = rules.firstIndex(where: { $0.text == text }) {
        rules[place].metrics.append(name)
      } else {
        rules.append((text, [name]))
      }
    }
    guard !rules.isEmpty else { return }
    rule(
      tr(
        "A bar through a reading is its 95 % interval, a broken line the target; n in brackets counts readings."
      ))
    for one in rules {
      rule(tr("{metrics}: {rule}", ["metrics": listed(one.metrics), "rule": one.text]))
    }
  }

  /// Which gains lasted, and which faded; of the others it is too early to say.
  private mutating func addGains(_ metrics: [Metric]) {
    let found = PlanFinding.gains.finding(contents, today: today)
    guard !found.rows.isEmpty else { return }
    heading(4, found.title)
    paragraph(found.summary)
    var rows: [[String]] = []
    for metric in metrics {
      let all = MetricSeries.all(
        of: metric, readings: contents.readings.filter { $0.metricID == metric.id },
        targets: contents.targetChanges.filter { $0.metricID == metric.id })
      for gain in all.flatMap({ MetricGains($0).gains }) where gain.fate != .pending {
        func value(_ estimate: MetricEstimate) -> String {
          MetricWords.value(estimate.value, of: metric)
        }
        rows.append([
          MetricWords.title(of: metric),
          tr("from {old} to {new}", ["old": value(gain.from), "new": value(gain.to)]),
          day(gain.to.reading.day),
          tr("then {values}", ["values": listed(gain.after.map(value))]),
          gain.fate == .lasted ? tr("lasted") : tr("faded"),
        ])
      }
    }
    grid(
      "",
      [
        .init(tr("Metric"), weight: 2), .init(tr("Gain"), weight: 2), .init(tr("Day")),
        .init(tr("After it"), weight: 2), .init(tr("Fate")),
      ], rows, isDense: true)
    rule(found.rule)
  }

  /// Of the whole journey and all customers, or else the one with the most readings.
  func series(of metric: Metric) -> MetricSeries? {
    let all = MetricSeries.all(
      of: metric, readings: contents.readings.filter { $0.metricID == metric.id },
      targets: contents.targetChanges.filter { $0.metricID == metric.id })
    return all.first { $0.stepID == nil && $0.segment.isEmpty && $0.n > 0 }
      ?? all.max { $0.n < $1.n }
  }

  /// To whom and at which step what was promised, and what became of it.
  private mutating func addPromiseTable() {
    let steps = contents.stepTitles
    let rows = contents.promises.inOrder().map { promise -> [String] in
      let due = day(promise.due)
      let outcome =
        switch promise.outcome {
        case .kept: tr("kept")
        case .broken: tr("broken")
        case nil: ""
        }
      return [
        promise.title.singleLine, promise.toWhom.singleLine, promise.owner.singleLine,
        promise.stepID.flatMap { steps[$0] } ?? "", day(promise.madeOn),
        promise.isLate(on: today) ? "⚠\u{A0}" + due : due,
        [outcome, day(promise.closedOn)].filter { !$0.isEmpty }.joined(separator: " "),
      ]
    }
    grid(
      "",
      [
        .init(tr("Promise"), weight: 2.6), .init(tr("To whom"), weight: 1.5),
        .init(tr("By whom"), weight: 0.9), .init(tr("Step"), weight: 1.5), .init(tr("Made on")),
        .init(tr("Due")), .init(tr("Outcome"), weight: 1.55),
      ], rows, isDense: true)
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
    if !figures.late.isEmpty || !figures.keptLate.isEmpty {
      paragraph(
        [
          figures.late.isEmpty
            ? ""
            : tr(
              "Late: {promises}.",
              [
                "promises": listed(
                  figures.late.map { promise in
                    let days = promise.due?.days(until: today) ?? 0
                    return tr(
                      "“{promise}” ({days})",
                      [
                        "promise": promise.title.singleLine,
                        "days": ntr("{count} day", "{count} days", days),
                      ])
                  })
              ]),
          figures.keptLate.isEmpty
            ? ""
            : tr(
              "Kept after their day: {promises}.",
              [
                "promises": listed(
                  figures.keptLate.map { tr("“{text}”", ["text": $0.title.singleLine]) })
              ]),
        ].filter { !$0.isEmpty }.joined(separator: " "))
    }
    if figures.open.n > 0 { figure(.promises) }
    addPromiseTable()
    rule(PromiseFigures.rule)
  }

  private mutating func addBreakdowns() {
    guard !contents.breakdowns.isEmpty else { return }
    let register = Breakdown.register(in: registers)
    heading(3, register.title)
    let lines = register.summary(contents.breakdowns).filter { !$0.isEmpty }
    if let first = lines.first { paragraph(first) }
    figure(.breakdowns)
    grid(
      "",
      [
        .init(tr("What went wrong"), weight: 2), .init(tr("Reported on")), .init(tr("Step")),
        .init(tr("What was learned"), weight: 2), .init(tr("What changed"), weight: 2),
        .init(tr("Changed on")),
      ],
      contents.breakdowns.inOrder().map {
        [$0.title, day($0.day), stepTitle($0.stepID), $0.lesson, $0.change, day($0.changedOn)]
      })
  }

  private mutating func addDialogues() {
    let dialogues = contents.dialogues.inOrder()
    guard !dialogues.isEmpty || !contents.customers.isEmpty else { return }
    heading(3, tr("Customer dialogues"))
    let summary = DialogueSummary(dialogues, customers: contents.customers, on: today)
    if !dialogues.isEmpty {
      paragraph(
        tr(
          "{count} conversations with {customers} customers, {recent} of them in the last 90 days.",
          [
            "count": summary.count, "customers": summary.customerCount,
            "recent": summary.recentCount,
          ]))
    }
    let coverage = DialogueCoverage(
      customers: contents.customers, dialogues: contents.dialogues, today: today)
    if !coverage.atRisk.isEmpty {
      paragraph(
        tr(
          "May leave without a word, as the newest dialogue with them says: {names}.",
          ["names": listed(coverage.atRisk.map(\.customer.name))]))
    }
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
    register(
      Customer.self, level: 4, title: tr("Who they are"),
      columns: ["customer", "segment", "looked after by", "notes"], isDense: true, saysMore: false)
    // A line over what each of them said: six columns of texts would be too narrow to read.
    let keys: [KeyPath<Dialogue, String>] = [\.likes, \.wouldImprove, \.leftUnsaid, \.followUp]
    grid(
      tr("What customers said"),
      [
        .init(tr("Likes")), .init(tr("Would improve")), .init(tr("Left unsaid")),
        .init(tr("Follow-up")),
      ],
      dialogues.flatMap { dialogue in
        let name = dialogue.customer.isEmpty ? tr("A customer") : dialogue.customer
        let risk = dialogue.risk.map {
          tr("risk of leaving: {risk}", ["risk": DialogueWords.name(of: $0)])
        }
        return [
          [
            [name, dialogue.leader, day(dialogue.day), risk ?? ""].filter { !$0.isEmpty }
              .joined(separator: " · ")
          ], keys.map { dialogue[keyPath: $0] },
        ]
      })
  }
}
