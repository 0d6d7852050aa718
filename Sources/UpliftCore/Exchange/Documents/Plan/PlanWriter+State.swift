import Foundation

/// Where we are: the figures that matter, readiness, the way up.
extension PlanWriter {
  mutating func addState() {
    var figures: [TextDocument.KeyFigure] = []
    if let readiness = readinessFigure { figures.append(readiness) }
    if let promises = promiseFigure { figures.append(promises) }
    if let metric = metricFigure { figures.append(metric) }
    if let initiatives = initiativeFigure { figures.append(initiatives) }
    if !figures.isEmpty { document.blocks.append(.keyFigures(figures)) }
    addPractices()
    addAttention()
    addReadiness()
    addWayUp()
    addMomentum()
  }

  /// All practices, a line each, on a page.
  private mutating func addPractices() {
    let states = PracticeStates(contents, today: today)
    guard states.n > 0 else { return }
    heading(3, tr("Where we stand"))
    document.blocks.append(.grid(states.table(tr("The state of every practice"))))
    let waiting = states.states.filter { !$0.hasBegun }
    if !waiting.isEmpty {
      paragraph(
        tr("Not begun yet: {practices}.", ["practices": listed(waiting.map(\.subject.title))]))
    }
    rule(
      tr(
        "n: how much stands behind the figure. ⚠: something about it wants somebody. Each figure is worked out by the rule of its section."
      ))
  }

  private var promiseFigure: TextDocument.KeyFigure? {
    let promises = contents.promises
    let closed = promises.count { $0.outcome != nil }
    guard closed > 0 else { return nil }
    let figures = PromiseFigures(promises, today: today)
    return .init(
      percentage(Double(figures.kept.count) / Double(closed)), tr("promises kept"),
      tr(
        "{kept} of {closed} closed; of {open} open, {late} late",
        [
          "kept": figures.kept.count, "closed": closed, "open": figures.open.n,
          "late": figures.late.count,
        ]))
  }

  private var metricFigure: TextDocument.KeyFigure? {
    // What everybody knows before what is one's own.
    let metrics = contents.metrics.inOrder()
    for metric in metrics.filter({ $0.measure != .own }) + metrics.filter({ $0.measure == .own }) {
      guard let newest = series(of: metric)?.newest else { continue }
      let detail = [
        newest.n.map { tr("n {count}", ["count": $0]) },
        metric.target.map { tr("target {value}", ["value": MetricWords.value($0, of: metric)]) },
      ].compactMap(\.self).joined(separator: ", ")
      return .init(
        MetricWords.value(newest.value, of: metric), MetricWords.title(of: metric), detail)
    }
    return nil
  }

  private var initiativeFigure: TextDocument.KeyFigure? {
    guard !contents.initiatives.isEmpty else { return nil }
    let running = contents.initiatives.count { $0.status == .running }
    let done = contents.initiatives.count { $0.status == .done }
    let late = contents.initiatives.count { $0.isLate(on: today) }
    return .init(
      String(running), tr("initiatives running"),
      tr("{done} done, {late} late", ["done": done, "late": late]))
  }

  /// What needs somebody today, a list for each matter.
  private mutating func addAttention() {
    let attention = Attention(contents, today: today)
    guard attention.n > 0 else { return }
    heading(3, tr("What needs somebody now"))
    let shown = 16
    var rows: [[String]] = []
    var last: Attention.Matter?
    for item in attention.items.prefix(shown) {
      if item.matter != last { rows.append([item.matter.title]) }
      last = item.matter
      rows.append([item.title.singleLine, item.reason])
    }
    grid("", [.init(tr("What"), weight: 2), .init(tr("Why"), weight: 3)], rows)
    if attention.n > shown {
      paragraph(
        ntr("And {count} more matter.", "And {count} more matters.", attention.n - shown))
    }
    rule(Attention.rule)
  }

  // MARK: Readiness

  private var readiness: ReadinessFigures {
    ReadinessFigures(contents.readinessRounds.inOrder(), ratings: contents.readinessRatings)
  }

  private func figure(_ value: Double?) -> String {
    value.map { registers.numbers.text($0, decimals: 1) } ?? "–"
  }

  private var readinessFigure: TextDocument.KeyFigure? {
    let readiness = readiness
    guard let now = readiness.now?.mean else { return nil }
    return .init(
      figure(now), tr("readiness, of 5"),
      readiness.before?.mean.map { tr("was {value}", ["value": figure($0)]) } ?? "")
  }

  private mutating func addReadiness() {
    let readiness = readiness
    guard let now = readiness.now, now.mean != nil else { return }
    heading(3, tr("Readiness"))
    figure(.readiness, caption: tr("How ready the organisation is, now and before"))
    addParts(now, readiness.before)
    rule(ReadinessFigures.rule)
    addGrounds()
  }

  /// Of what the figure shows as a whole, each part.
  private mutating func addParts(
    _ now: ReadinessFigures.Round, _ before: ReadinessFigures.Round?
  ) {
    var rows: [[String]] = []
    for condition in ReadinessFigures.Condition.allCases where condition.parts.count > 1 {
      for part in condition.parts {
        guard let value = now.value(part), value.n > 0 else { continue }
        rows.append([
          part.title, figure(value.mean), String(value.n), figure(before?.value(part)?.mean),
          value.range.map { registers.numbers.text($0, decimals: 0) } ?? "",
        ])
      }
    }
    grid(
      tr("The parts of an organisation arranged around the customer"),
      [
        .init(tr("Part"), weight: 3), .init(tr("Now"), isFigure: true),
        .init(tr("n"), isFigure: true), .init(tr("Before"), isFigure: true),
        .init(tr("Raters differ by"), isFigure: true),
      ], rows)
  }

  /// What raters saw, the newest round first.
  private mutating func addGrounds() {
    var rows: [[String]] = []
    for round in contents.readinessRounds.inOrder().reversed() {
      let own = contents.readinessRatings.filter { $0.roundID == round.id && !$0.evidence.isBlank }
      guard !own.isEmpty else { continue }
      rows.append([
        [round.title, day(round.day)].filter { !$0.isEmpty }.joined(separator: ", ")
      ])
      rows += own.sorted { order(of: $0) < order(of: $1) }.map {
        [$0.condition.title, String($0.score), $0.rater, $0.evidence.singleLine]
      }
    }
    grid(
      tr("What raters saw"),
      [
        .init(tr("Condition"), weight: 2), .init(tr("Score"), isFigure: true), .init(tr("Who")),
        .init(tr("What they saw"), weight: 4),
      ], rows, isDense: true)
  }

  private func order(of rating: ReadinessRating) -> Int {
    ReadinessRating.Condition.allCases.firstIndex(of: rating.condition) ?? 0
  }

  /// Milestones, and what is in the way.
  private mutating func addWayUp() {
    guard !contents.milestones.isEmpty else { return }
    heading(3, tr("The way up"))
    figure(.wayUp, caption: tr("Milestones, and the barriers before them"))
    document.addRegister(
      Milestone.register(in: registers), contents.milestones.byDay(), caption: tr("Milestones"))
  }

  /// What was finished, month by month.
  mutating func addMomentum() {
    let momentum = Momentum(
      initiatives: contents.initiatives, promises: contents.promises,
      champions: contents.champions, barriers: contents.barriers, months: 6, today: today)
    guard momentum.n > 0 else { return }
    heading(3, tr("Momentum"))
    figure(.momentum, caption: tr("Brought to an end, month by month"))
  }
}
