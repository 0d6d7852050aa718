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
    addAttention()
    addReadiness()
    register("milestones", level: 3, title: tr("The way up"))
  }

  private var promiseFigure: TextDocument.KeyFigure? {
    let promises = contents.promises
    let closed = promises.count { $0.outcome != nil }
    guard closed > 0 else { return nil }
    let kept = promises.count { $0.outcome == .kept }
    let late = promises.count { $0.isLate(on: today) }
    return .init(
      percentage(Double(kept) / Double(closed)), tr("promises kept"),
      tr("{kept} of {closed} closed, {late} late", ["kept": kept, "closed": closed, "late": late]))
  }

  private var metricFigure: TextDocument.KeyFigure? {
    for metric in contents.metrics.inOrder() {
      let readings = contents.readings.filter { $0.metricID == metric.id && $0.segment.isEmpty }
      guard let newest = readings.byDay().last else { continue }
      let detail = [
        newest.sampleSize.map { tr("n {count}", ["count": $0]) },
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

  /// What needs somebody today.
  private mutating func addAttention() {
    var items: [String] = []
    func add(_ count: Int, _ text: (Int) -> String) { if count > 0 { items.append(text(count)) } }
    add(contents.promises.count { $0.outcome == nil && $0.isLate(on: today) }) {
      ntr(
        "{count} promise is open after its day.", "{count} promises are open after their day.", $0)
    }
    add(contents.initiatives.count { $0.isLate(on: today) }) {
      ntr("{count} initiative is past its end.", "{count} initiatives are past their end.", $0)
    }
    add(contents.barriers.count { $0.clearedOn == nil && $0.manager.allSatisfy(\.isWhitespace) }) {
      ntr(
        "{count} barrier has no manager who clears it.",
        "{count} barriers have no manager who clears them.", $0)
    }
    add(contents.recommendations.count { $0.isOwed }) {
      ntr(
        "{count} recommendation is owed to its group: not done, or done and not told.",
        "{count} recommendations are owed to their groups: not done, or done and not told.", $0)
    }
    list(tr("What needs somebody now"), level: 3, items.map { TextDocument.Item(text: $0) })
  }

  // MARK: Readiness

  private func scores(_ round: ReadinessRound) -> [Int] {
    contents.readinessRatings.filter { $0.roundID == round.id }.map(\.score)
  }

  private static func mean(_ scores: [Int]) -> Double? {
    scores.isEmpty ? nil : Double(scores.reduce(0, +)) / Double(scores.count)
  }

  private var rounds: [ReadinessRound] {
    contents.readinessRounds.inOrder().filter { !scores($0).isEmpty }
  }

  private var readinessFigure: TextDocument.KeyFigure? {
    let rounds = rounds
    guard let last = rounds.last, let now = Self.mean(scores(last)) else { return nil }
    let before = rounds.dropLast().last.flatMap { Self.mean(scores($0)) }
    return .init(
      registers.numbers.text(now, decimals: 1), tr("readiness, of 5"),
      before.map { tr("was {value}", ["value": registers.numbers.text($0, decimals: 1)]) } ?? "")
  }

  private mutating func addReadiness() {
    let rounds = rounds.suffix(3)
    guard !rounds.isEmpty else { return }
    heading(3, tr("Readiness"))
    let conditions = ReadinessRating.Condition.allCases
    grid(
      "",
      [.init(tr("Condition"), weight: 3)]
        + rounds.map { .init($0.title.isEmpty ? day($0.day) : $0.title, isFigure: true) },
      conditions.compactMap { condition in
        let cells = rounds.map { round -> String in
          let own = contents.readinessRatings.filter {
            $0.roundID == round.id && $0.condition == condition
          }.map(\.score)
          guard let mean = Self.mean(own) else { return "–" }
          return tr(
            "{mean} (n {count})",
            ["mean": registers.numbers.text(mean, decimals: 1), "count": own.count])
        }
        return cells.allSatisfy { $0 == "–" } ? nil : [condition.planTitle] + cells
      })
    rule(tr("Mean of the ratings, 0 (not at all) to 5 (fully), with the number of raters."))
  }
}

extension ReadinessRating.Condition {
  var planTitle: String {
    switch self {
    case .leaders: tr("Leaders commit")
    case .people: tr("People are arranged around it")
    case .policies: tr("Policies are arranged around it")
    case .practices: tr("Practices are arranged around it")
    case .processes: tr("Processes are arranged around it")
    case .partners: tr("Partners are arranged around it")
    case .channels: tr("Channels are arranged around it")
    case .technology: tr("Technology is arranged around it")
    case .managers: tr("Managers clear what is in the way")
    case .breakdowns: tr("Breakdowns are welcome and teach")
    case .choice: tr("Customers can really go elsewhere")
    }
  }
}
