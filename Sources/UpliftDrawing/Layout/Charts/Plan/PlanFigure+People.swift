import Foundation
import UpliftCore

/// Why it hurts, who is ready, and who is thanked.
extension PlanFigure {
  func causes(_ contents: WorkspaceContents) -> ParetoChart {
    let pareto = CausePareto(contents.causes)
    return ParetoChart(
      title: title,
      causes: pareto.bars.map {
        .init($0.factor.title, count: $0.count, references: $0.causes.map(\.reference))
      },
      unit: tr("root causes"), bars: tr("factors"))
  }

  func readiness(_ contents: WorkspaceContents) -> ReadinessRadar {
    let figures = ReadinessFigures(contents.readinessRounds, ratings: contents.readinessRatings)
    let now = figures.now
    return ReadinessRadar(
      title: title,
      axes: ReadinessFigures.Condition.allCases.map { condition in
        let scores = condition.parts.flatMap { now?.value($0)?.ratings ?? [] }
        let widest =
          condition.parts.compactMap { now?.value($0) }
          .max { ($0.range ?? 0) < ($1.range ?? 0) }?.ratings.map { Double($0.score) } ?? []
        return ReadinessRadar.Axis(
          condition.title, now: now?.mean(condition), before: figures.before?.mean(condition),
          spread: widest.count > 1
            ? (widest.min() ?? 0)...(widest.max() ?? 0) : nil,
          raters: Set(scores.map(\.rater)).count,
          references: [now?.round.reference].compactMap { $0 })
      },
      nowTitle: name(now?.round), beforeTitle: figures.before.map { name($0.round) } ?? "")
  }

  private func name(_ round: ReadinessRound?) -> String {
    guard let round else { return tr("now") }
    return round.title.isEmpty ? round.day.map(DayFormat.local.text) ?? tr("now") : round.title
  }

  /// One of the leaderboards.
  ///
  /// - Parameters:
  ///   - period: nil: all days.
  ///   - called: the period in words, for the rule.
  public func champions(
    _ contents: WorkspaceContents, period: ClosedRange<CalendarDay>? = nil, called: String = ""
  ) -> BarChart {
    // Bars; the table of an export has all of them.
    let longest = 15
    let boards = Leaderboards(contents.champions, period: period)
    let board =
      switch self {
      case .givers: boards.givers
      case .teams: boards.teams
      default: boards.receivers
      }
    return BarChart(
      title: title, series: [BarChart.Series(tr("accolades"))],
      groups: board.entries.isEmpty
        ? []
        : [
          BarChart.Group(
            "",
            board.entries.prefix(longest).map {
              BarChart.Category(
                "\($0.place). \($0.name)", [Double($0.count)],
                references: $0.champions.map(\.reference))
            })
        ],
      rule: [
        called,
        board.entries.count > longest
          ? tr(
            "The first {count} of {all} are shown.",
            ["count": longest, "all": board.entries.count]) : "",
        rule(Leaderboards.rule, boards.n),
      ].filter { !$0.isEmpty }.joined(separator: "\n"),
      emptyText: tr("Nobody was named yet."))
  }
}
