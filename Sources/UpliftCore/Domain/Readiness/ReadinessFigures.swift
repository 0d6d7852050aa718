import Foundation

/// How ready the organisation is, now against before, and where raters disagree.
public struct ReadinessFigures: Equatable, Sendable {
  /// The five conditions. The organisation is one of them, made of seven parts.
  public enum Condition: CaseIterable, Sendable {
    case leaders, organisation, managers, breakdowns, choice

    /// What is rated for it.
    public var parts: [ReadinessRating.Condition] {
      switch self {
      case .leaders: [.leaders]
      case .organisation:
        [.people, .policies, .practices, .processes, .partners, .channels, .technology]
      case .managers: [.managers]
      case .breakdowns: [.breakdowns]
      case .choice: [.choice]
      }
    }
  }

  /// What was rated, in one round.
  public struct Value: Equatable, Sendable {
    public var condition: ReadinessRating.Condition
    /// By rater.
    public var ratings: [ReadinessRating]

    /// 0…5.
    public var spread: Spread { Spread(ratings.map { Double($0.score) }) }
    public var mean: Double? { spread.mean }
    /// Largest less smallest; nil of fewer than two raters.
    public var range: Double? { ratings.count > 1 ? spread.range : nil }
    public var standardDeviation: Double? { spread.standardDeviation }
    public var n: Int { ratings.count }
  }

  public struct Round: Equatable, Sendable, Identifiable {
    public var round: ReadinessRound
    /// All eleven, in order.
    public var values: [Value]

    public var id: UUID { round.id }

    public func value(_ condition: ReadinessRating.Condition) -> Value? {
      values.first { $0.condition == condition }
    }

    /// 0…5: of a condition with several parts the mean of their means, so that each part counts
    /// alike; parts that nobody rated are left out. Nil when nobody rated any.
    public func mean(_ condition: Condition) -> Double? {
      Spread(condition.parts.compactMap { value($0)?.mean }).mean
    }

    /// How many, of all conditions.
    public var ratings: Int { values.reduce(0) { $0 + $1.n } }

    /// Mean of the five, 0…5.
    public var mean: Double? { Spread(Condition.allCases.compactMap { mean($0) }).mean }

    /// Different names of raters.
    public var raters: [String] {
      var seen: Set<String> = []
      return values.flatMap(\.ratings).map(\.rater).filter { seen.insert($0.folded).inserted }
    }

    /// Where raters are furthest apart: largest range first, then largest standard deviation. Those
    /// with one rater, or none apart, are left out.
    public var disagreements: [Value] {
      values.enumerated().filter { ($0.element.range ?? 0) > 0 }.sorted { left, right in
        let (first, second) = (left.element, right.element)
        return (
          -(first.range ?? 0), -(first.standardDeviation ?? 0), left.offset
        ) < (-(second.range ?? 0), -(second.standardDeviation ?? 0), right.offset)
      }.map(\.element)
    }
  }

  /// Oldest first, those without a day before all others; rounds that nobody rated are left out.
  public let rounds: [Round]

  public init(_ rounds: [ReadinessRound], ratings: [ReadinessRating]) {
    let byRound = Dictionary(grouping: ratings, by: \.roundID)
    let ordered = rounds.inOrder().enumerated().sorted { left, right in
      let (first, second) = (left.element.day, right.element.day)
      guard first != second else { return left.offset < right.offset }
      guard let first, let second else { return first == nil }
      return first < second
    }.map(\.element)
    self.rounds = ordered.compactMap { round in
      guard let own = byRound[round.id] else { return nil }
      let byCondition = Dictionary(grouping: own, by: \.condition)
      return Round(
        round: round,
        values: ReadinessRating.Condition.allCases.map { condition in
          Value(
            condition: condition,
            ratings: (byCondition[condition] ?? []).sorted {
              ($0.rater.lowercased(), $0.id.uuidString)
                < ($1.rater.lowercased(), $1.id.uuidString)
            })
        })
    }
  }

  public var now: Round? { rounds.last }
  public var before: Round? { rounds.dropLast().last }

  /// Now less before; nil when one of both is missing.
  public func change(_ condition: Condition) -> Double? {
    guard let now = now?.mean(condition), let before = before?.mean(condition) else { return nil }
    return now - before
  }

  /// Now less before; nil when one of both is missing.
  public func change(_ condition: ReadinessRating.Condition) -> Double? {
    guard let now = now?.value(condition)?.mean, let before = before?.value(condition)?.mean
    else { return nil }
    return now - before
  }

  /// Ratings of the newest round.
  public var n: Int { now?.values.reduce(0) { $0 + $1.n } ?? 0 }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "Mean of the raters, 0 to 5. The organisation is the mean of its seven parts. Raters disagree most where largest less smallest is largest, then by standard deviation."
    )
  }
}

extension ReadinessFigures.Condition {
  /// In the language of the program.
  public var title: String {
    switch self {
    case .leaders: tr("leaders commit")
    case .organisation: tr("the organisation is arranged around it")
    case .managers: tr("managers clear what is in the way")
    case .breakdowns: tr("breakdowns are welcome and teach")
    case .choice: tr("customers can really go elsewhere")
    }
  }
}
