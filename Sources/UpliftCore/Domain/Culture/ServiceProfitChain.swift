import Foundation

/// The links of the service–profit chain side by side over time, and how closely they go together.
/// (Heskett, J. L., Jones, T. O., Loveman, G. W., Sasser, W. E., Schlesinger, L. A.: Putting the
/// service-profit chain to work. Harvard Business Review 72 (1994), 164–174.)
public struct ServiceProfitChain: Equatable, Sendable {
  /// How time is divided.
  public enum Grain: CaseIterable, Sendable {
    case month, quarter

    var months: Int { self == .month ? 1 : 3 }
  }

  /// A month, or a quarter of the fiscal year, by its first month.
  public struct Period: Hashable, Comparable, Sendable {
    public var first: CalendarMonth
    public var grain: Grain

    public var firstDay: CalendarDay { first.firstDay }
    public var lastDay: CalendarDay { first.advanced(by: grain.months - 1).lastDay }
    public static func < (left: Period, right: Period) -> Bool { left.first < right.first }
  }

  public struct Series: Equatable, Sendable, Identifiable {
    public var metric: Metric
    public var link: Metric.ChainLink
    /// One for each period: the mean of its readings; nil without any.
    public var values: [Double?]
    /// The readings behind each of them, oldest first.
    public var readings: [[Reading]]

    public var id: UUID { metric.id }
    /// Periods with a value.
    public var n: Int { values.count { $0 != nil } }
  }

  /// Two series of neighbouring links, the second so many periods later than the first.
  public struct Lagged: Equatable, Sendable {
    public var lag: Int
    public var correlation: Correlation
    /// The periods of the first series that have a partner.
    public var periods: [Period]
  }

  public struct Pair: Equatable, Sendable {
    public var first: Series
    public var second: Series
    /// With a lag of 0, 1 … periods.
    public var lags: [Lagged]

    /// With the largest coefficient without regard to its sign; of equal ones the shortest lag. It
    /// is the largest of several, so chance alone makes it look larger than it is.
    public var strongest: Lagged? {
      lags.filter { $0.correlation.coefficient != nil }
        .max { abs($0.correlation.coefficient ?? 0) < abs($1.correlation.coefficient ?? 0) }
        .flatMap { best in
          lags.first {
            abs($0.correlation.coefficient ?? 0) == abs(best.correlation.coefficient ?? 0)
          }
        }
    }
  }

  /// In order, without gaps: from the first with a reading to the last.
  public let periods: [Period]
  /// In the order of the links, then of the metrics.
  public let series: [Series]
  /// Each series with each of the next link that has any.
  public let pairs: [Pair]

  /// - Parameters:
  ///   - metrics: those without a place in the chain are left out.
  ///   - readings: of the whole journey and all customers where a metric has such, else all.
  ///   - maximumLag: periods, 0 or more.
  ///   - startMonth: with which the fiscal year begins, 1…12; quarters follow it.
  public init(
    _ metrics: [Metric], readings: [Reading], grain: Grain = .month, maximumLag: Int = 3,
    startMonth: Int = 1, today: CalendarDay
  ) {
    let placed = metrics.inOrder().filter { $0.chainLink != nil }
    let own = Dictionary(
      grouping: readings.filter { $0.day <= today && !$0.isPending }, by: \.metricID)
    func period(_ day: CalendarDay) -> Period {
      let first =
        grain == .month
        ? day : FiscalQuarter(of: day, startMonth: startMonth).firstDay(startMonth: startMonth)
      return Period(first: CalendarMonth(of: first), grain: grain)
    }
    let used = placed.map { metric -> (metric: Metric, readings: [Reading]) in
      let all = own[metric.id] ?? []
      let whole = all.filter { $0.stepID == nil && $0.segment.isBlank }
      return (metric, (whole.isEmpty ? all : whole).byDay())
    }
    let days = used.flatMap { $0.readings.map(\.day) }
    var periods: [Period] = []
    if let first = days.min(), let last = days.max() {
      let (start, end) = (period(first).first, period(last).first)
      periods = stride(from: 0, through: start.distance(to: end), by: grain.months)
        .map { Period(first: start.advanced(by: $0), grain: grain) }
    }
    let series = Metric.ChainLink.allCases.flatMap { link in
      used.filter { $0.metric.chainLink == link }.map { metric, readings in
        let groups = Dictionary(grouping: readings) { period($0.day) }
        let byPeriod = periods.map { groups[$0] ?? [] }
        return Series(
          metric: metric, link: link,
          values: byPeriod.map { readings in
            Spread(readings.map { MetricEstimate($0, of: metric).value }).mean
          }, readings: byPeriod)
      }
    }
    self.periods = periods
    self.series = series
    let links = Metric.ChainLink.allCases.filter { link in series.contains { $0.link == link } }
    pairs = zip(links, links.dropFirst()).flatMap { first, second in
      series.filter { $0.link == first }.flatMap { one in
        series.filter { $0.link == second }.map { other in
          Pair(
            first: one, second: other,
            lags: (0...max(0, maximumLag)).map { Self.correlate(one, other, $0, periods) })
        }
      }
    }
  }

  private static func correlate(
    _ first: Series, _ second: Series, _ lag: Int, _ periods: [Period]
  ) -> Lagged {
    let places = periods.indices.dropLast(min(lag, periods.count)).filter {
      first.values[$0] != nil && second.values[$0 + lag] != nil
    }
    return Lagged(
      lag: lag,
      correlation: Correlation(
        places.compactMap { place in
          guard let one = first.values[place], let other = second.values[place + lag] else {
            return nil
          }
          return Correlation.Pair(one, other)
        }),
      periods: places.map { periods[$0] })
  }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "Pearson’s r between neighbouring links, the later one by so many periods (lag), with n pairs; none with fewer than 3. Several readings of a period are averaged. To go together is no cause."
    )
  }
}
