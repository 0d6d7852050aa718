import Foundation

/// What is found in readings, dialogues and promises.
extension FindingMaker {
  /// The first series of each metric with a reading, and how it is called.
  private var series: [MetricSeries] {
    let readings = Dictionary(
      grouping: contents.readings.filter { $0.day <= today && !$0.isPending }, by: \.metricID)
    let targets = Dictionary(grouping: contents.targetChanges, by: \.metricID)
    return contents.metrics.inOrder().flatMap { metric in
      MetricSeries.all(
        of: metric, readings: readings[metric.id] ?? [], targets: targets[metric.id] ?? [])
    }.filter { $0.n > 0 }
  }

  private func name(_ series: MetricSeries) -> String {
    let step = series.stepID.map { id in
      contents.steps.first { $0.id == id }?.title ?? tr("a step")
    }
    let place = [step.map { tr("at the step “{step}”", ["step": $0]) } ?? "", series.segment]
      .filter { !$0.isEmpty }.joined(separator: ", ")
    let title = MetricWords.title(of: series.metric)
    return place.isEmpty ? title : tr("{metric}, {place}", ["metric": title, "place": place])
  }

  private func value(_ value: Double, _ series: MetricSeries) -> String {
    MetricWords.value(value, of: series.metric)
  }

  var values: Finding {
    let all = series
    // A metric has one target: that of its first series.
    var seen: Set<UUID> = []
    let judged = all.filter { seen.insert($0.metric.id).inserted && $0.meetsTarget != nil }
    var rules: [String] = []
    for rule in all.compactMap({ $0.newest?.rule }) where !rules.contains(rule) {
      rules.append(rule)
    }
    return Finding(
      tr("Where each metric stands"),
      summary: all.isEmpty
        ? tr("No metric has a reading yet.")
        : tr(
          "Targets met: {share}.",
          ["share": Proportion(judged.count { $0.meetsTarget == true }, of: judged.count).text]),
      rule: (rules + [MetricSeries.trendRule, MetricSeries.targetRule]).joined(separator: "\n"),
      rows: all.compactMap { one in
        one.newest.map { newest in
          Finding.Row(
            tr("{metric}: {value}", ["metric": name(one), "value": value(newest.value, one)]),
            detail: detail(one, newest), reference: one.metric.reference,
            isMarked: one.meetsTarget == false)
        }
      })
  }

  private func detail(_ one: MetricSeries, _ newest: MetricEstimate) -> String {
    let met =
      one.surelyMeetsTarget == true
      ? tr("surely met")
      : one.meetsTarget.map { $0 ? tr("met") : tr("not met") }
    return line(
      newest.interval.map {
        tr(
          "95 % interval {low} to {high}",
          ["low": number($0.lowerBound), "high": number($0.upperBound)])
      },
      newest.n.map { tr("n {count}", ["count": NumberFormat.local.text($0)]) },
      day(newest.reading.day), MetricWords.trend(one),
      one.metric.target.map { tr("target {value}", ["value": value($0, one)]) }, met,
      newest.ease)
  }

  var gains: Finding {
    let all = series.map { ($0, MetricGains($0)) }
    let count = { (fate: MetricGains.Fate) in
      all.reduce(0) { $0 + $1.1.gains.count { $0.fate == fate } }
    }
    let readings = all.reduce(0) { $0 + $1.1.n }
    return Finding(
      tr("Gains that lasted, and gains that faded"),
      summary: tr(
        "{lasted} lasted, {faded} faded, of {pending} it is too early to say; n = {n} readings.",
        [
          "lasted": count(.lasted), "faded": count(.faded), "pending": count(.pending),
          "n": readings,
        ]), rule: MetricGains.rule,
      rows: all.flatMap { series, gains in
        gains.gains.reversed().map { gain in
          let fate =
            switch gain.fate {
            case .lasted: tr("It lasted")
            case .faded: tr("It faded")
            case .pending: tr("Too early to say")
            }
          return Finding.Row(
            tr("{fate}: {metric}", ["fate": fate, "metric": name(series)]),
            detail: line(
              tr(
                "from {old} to {new}",
                ["old": value(gain.from.value, series), "new": value(gain.to.value, series)]),
              day(gain.to.reading.day),
              gain.isBeyondChance.map { $0 ? tr("more than chance") : tr("within chance") },
              gain.after.isEmpty
                ? ""
                : tr(
                  "then {values}",
                  ["values": listed(gain.after.map { value($0.value, series) })])),
            reference: series.metric.reference, isMarked: gain.fate == .faded)
        }
      })
  }

  var ratchet: Finding {
    // A metric has one target: that of its first series.
    var seen: Set<UUID> = []
    let all = series.filter { seen.insert($0.metric.id).inserted }
      .map { ($0, ExpectationsRatchet($0)) }.filter { $0.1.target != nil }
    let raised = all.filter(\.1.asksToBeRaised)
    return Finding(
      tr("Targets that ask to be raised"),
      summary: tr(
        "{share} of the metrics with a target.",
        ["share": Proportion(raised.count, of: all.count).text]),
      rule: ExpectationsRatchet.rule,
      rows: raised.map { series, ratchet in
        Finding.Row(
          name(series),
          detail: line(
            tr(
              "from {old} to {new}",
              [
                "old": ratchet.target.map { value($0, series) } ?? "–",
                "new": ratchet.suggestedTarget.map { value($0, series) } ?? "–",
              ]),
            ntr(
              "beaten {count} time in a row", "beaten {count} times in a row",
              ratchet.beatenInARow), history(ratchet, series)),
          reference: series.metric.reference, isMarked: true)
      })
  }

  /// "since 1 Jan 2026 30, since 1 Jul 2026 35".
  private func history(_ ratchet: ExpectationsRatchet, _ series: MetricSeries) -> String {
    ratchet.history.map { change in
      tr(
        "since {day} {target}",
        [
          "day": DayFormat.local.text(change.day),
          "target": change.target.map { value($0, series) } ?? tr("none"),
        ])
    }.joined(separator: ", ")
  }

  // MARK: Dialogues

  private var contacts: DialogueCoverage {
    DialogueCoverage(
      customers: contents.customers, dialogues: contents.dialogues, today: today)
  }

  private func row(_ contact: DialogueCoverage.Contact, isMarked: Bool) -> Finding.Row {
    Finding.Row(
      contact.customer.name,
      detail: line(
        contact.customer.isKey ? tr("key customer") : "",
        contact.daysSince.map {
          ntr("spoken with {count} day ago", "spoken with {count} days ago", $0)
        } ?? tr("nobody has spoken with them yet"),
        contact.dialogues.first?.leader,
        contact.risk == .high ? tr("high risk of leaving quietly") : ""),
      reference: contact.customer.reference, isMarked: isMarked)
  }

  var keyCustomers: Finding {
    let coverage = contacts
    return Finding(
      tr("Key customers whom nobody met lately"),
      summary: tr(
        "Met in the last {days} days: {share} of the key customers.",
        ["days": DialogueCoverage.recentDays, "share": coverage.met.text]),
      rule: DialogueCoverage.rule, rows: coverage.keyNotMet.map { row($0, isMarked: true) })
  }

  var quietCustomers: Finding {
    let coverage = contacts
    return Finding(
      tr("Customers who have gone quiet"),
      summary: tr(
        "{share} of the customers.",
        ["share": Proportion(coverage.goneQuiet.count, of: coverage.contacts.count).text]),
      rule: DialogueCoverage.rule, rows: coverage.goneQuiet.map { row($0, isMarked: false) })
  }

  var riskyCustomers: Finding {
    let coverage = contacts
    return Finding(
      tr("Customers who may leave without a word"),
      summary: tr(
        "{share} of the customers.",
        ["share": Proportion(coverage.atRisk.count, of: coverage.contacts.count).text]),
      rule: tr("The newest dialogue that says something of it says that the risk is high."),
      rows: coverage.atRisk.map { row($0, isMarked: true) })
  }

  var promises: Finding {
    let figures = PromiseFigures(contents.promises, today: today)
    return Finding(
      tr("Promises that are late"),
      summary: line(
        tr("Kept: {share} of those that are closed.", ["share": figures.shareKept.text]),
        tr("In time: {share}.", ["share": figures.shareKeptInTime.text]),
        ntr("{count} is late.", "{count} are late.", figures.late.count),
        figures.medianDaysToClose.map {
          tr(
            "Median days to close: {days}, n = {n}.",
            ["days": number($0), "n": figures.daysToClose.n])
        },
        ntr("{count} is open.", "{count} are open.", figures.open.n)),
      rule: PromiseFigures.rule,
      rows: figures.late.map { promise in
        Finding.Row(
          promise.title,
          detail: line(
            promise.due.map {
              ntr("{count} day late", "{count} days late", $0.days(until: today))
            }, promise.owner), reference: promise.reference, isMarked: true)
      })
  }
}
