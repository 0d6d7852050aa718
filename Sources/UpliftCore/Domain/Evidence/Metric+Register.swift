import Foundation

extension Metric: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<Metric> {
    let links: [(value: ChainLink?, title: String)] =
      [(nil, "")] + ChainLink.allCases.map { ($0, $0.title) }
    return Register(
      name: "metrics", title: tr("Metrics"),
      columns: [
        .text("metric", tr("Metric"), weight: 2.2, grows: true, \.title),
        .choice("measure", tr("What is measured"), weight: 1.3, \.measure) {
          Measure.allCases.map { ($0, MetricWords.name(of: $0)) }
        }.first().onlyInForm(),
        .text("unit", tr("Unit"), \.unit).onlyInForm(),
        newest(
          "newest", tr("Newest"), in: context, isFigure: true,
          rule: tr("Of the whole journey and all customers, or else of what was read most often."),
          text: { MetricWords.value($0.value, of: $1.metric) }, key: { newest, _ in newest.value }),
        lately(in: context),
        newest(
          "trend", tr("Trend"), weight: 1.4, in: context, rule: MetricSeries.trendRule,
          text: { _, series in MetricWords.trend(series) },
          key: { _, series in series.change?.difference }),
        target(in: context)
          .marked(MetricSeries.targetRule) { context.series(of: $0)?.meetsTarget == false },
        newest(
          "interval", tr("95 % interval"), weight: 1.25, in: context,
          text: { newest, _ in
            newest.interval.map {
              tr(
                "{low} to {high}",
                [
                  "low": context.numbers.text($0.lowerBound, decimals: 1),
                  "high": context.numbers.text($0.upperBound, decimals: 1),
                ])
            } ?? ""
          }, key: { newest, _ in newest.interval.map { $0.upperBound - $0.lowerBound } }),
        newest(
          "n", tr("n"), weight: 0.7, in: context, isFigure: true,
          text: { newest, _ in newest.n.map { context.numbers.text($0) } ?? "" },
          key: { newest, _ in newest.n.map(Double.init) }),
        newest(
          "day", tr("Day"), weight: 1.1, in: context,
          text: { newest, _ in context.days.text(newest.reading.day) },
          key: { newest, _ in Double(newest.reading.day.daysSince1970) }),
        .end("lowest", tr("Lowest"), \.lowest, \.lowerBound, in: context),
        .end("highest", tr("Highest"), \.highest, \.upperBound, in: context),
        .yesNo("higher is better", tr("Higher is better"), \.isHigherBetter).onlyInForm(),
        .text("source", tr("Where it is measured"), \.source).onlyInForm(),
        .person("agreed by", tr("Who agreed to it"), \.agreedBy, in: context).onlyInForm(),
        .day("agreed on", tr("Agreed on"), \.agreedOn, in: context).onlyInForm(),
        .choice("link", tr("Link of the service–profit chain"), \.chainLink) { links }.onlyInForm(),
        .computed(
          "readings", tr("Readings"), isFigure: true,
          text: { context.numbers.text(context.readings(of: $0.id).count) },
          key: { .number(Double(context.readings(of: $0.id).count)) }
        ).onlyInForm(),
      ],
      explanation: tr(
        "No metric yet. A metric is something that is measured again and again: a score, a share, a time."
      ),
      addTitle: tr("Add metric"), addName: .addMetric,
      make: { Metric(rank: .between($0?.rank, nil), title: "") },
      recordName: \.title, summary: { summary($0, in: context) })
  }

  /// Worked out of the newest reading; empty without one.
  private static func newest(
    _ name: String, _ title: String, weight: Double = 1, in context: RegisterContext,
    isFigure: Bool = false, rule: String = "",
    text: @escaping (MetricEstimate, MetricSeries) -> String,
    key: @escaping (MetricEstimate, MetricSeries) -> Double?
  ) -> RegisterColumn<Metric> {
    .computed(
      name, title, weight: weight, rule: rule, isFigure: isFigure,
      text: { metric in
        guard let series = context.series(of: metric), let newest = series.newest else { return "" }
        return text(newest, series)
      },
      key: { metric in
        guard let series = context.series(of: metric), let newest = series.newest else {
          return nil
        }
        return key(newest, series).map { .number($0) }
      })
  }

  /// So many values are drawn.
  private static let lately = 12

  /// The newest values as a line, with the target.
  private static func lately(in context: RegisterContext) -> RegisterColumn<Metric> {
    let values = { (metric: Metric) -> [Double] in
      context.series(of: metric)?.estimates.suffix(lately).map(\.value) ?? []
    }
    var column: RegisterColumn<Metric> = .computed(
      "lately", tr("Lately"), weight: 1.1,
      rule: tr("The newest values, up to {count}, oldest first.", ["count": lately]),
      text: { metric in
        values(metric).map { context.numbers.text($0, decimals: 1) }.joined(separator: "  ")
      },
      key: { metric in
        let all = values(metric)
        guard let first = all.first, let last = all.last, all.count > 1 else { return nil }
        return .number(last - first)
      })
    column.line = { metric in
      let all = values(metric)
      return all.count > 1 ? RegisterLine(all, target: metric.target) : nil
    }
    return column
  }

  /// A new target is kept in the history of targets as well.
  private static func target(in context: RegisterContext) -> RegisterColumn<Metric> {
    var column: RegisterColumn<Metric> = .number("target", tr("Target"), \.target, in: context)
      .onScale(of: { $0 }, \.target, in: context)
    let set = column.set
    column.assign = { metric, text in
      var new = metric
      guard set(&new, text) else { return nil }
      // In a file who agreed stands beside the new target.
      let old = context.record(Metric.self, metric.id)
      return metric.settingTarget(
        new.target, on: context.today,
        history: context.records(TargetChange.self).filter { $0.metricID == metric.id },
        keepsAgreement: old?.agreedBy != metric.agreedBy || old?.agreedOn != metric.agreedOn
      )?.changes ?? []
    }
    return column
  }

  private static func summary(_ metrics: [Metric], in context: RegisterContext) -> [String] {
    let judged = metrics.compactMap { context.series(of: $0)?.meetsTarget }
    return [
      [
        ntr("{count} metric", "{count} metrics", metrics.count),
        tr(
          "Targets met: {share}.",
          ["share": Proportion(judged.count { $0 }, of: judged.count).text]),
      ].joined(separator: " · "), MetricSeries.targetRule,
    ]
  }
}

extension MetricWords {
  /// "better, within chance"; empty without two readings.
  public static func trend(_ series: MetricSeries) -> String {
    guard let change = series.change else { return "" }
    let words = name(of: change.trend)
    return switch change.isBeyondChance {
    case true: tr("{trend}, more than chance", ["trend": words])
    case false: tr("{trend}, within chance", ["trend": words])
    case nil: words
    }
  }
}
