import UpliftCore

/// Values over time with their 95 % intervals, and what they were meant to be.
public struct MetricTrend: Chart {
  public struct Reading: Hashable, Sendable {
    public var day: CalendarDay
    /// What the period is called: "Q2 2026".
    public var period: String
    public var value: Double
    /// In which the value lies with 95 % certainty; nil: not known.
    public var interval: ClosedRange<Double>?
    /// Answers; nil: not known.
    public var count: Int?
    public var reference: EntityReference?

    public init(
      _ day: CalendarDay, period: String, value: Double, interval: ClosedRange<Double>? = nil,
      count: Int? = nil, reference: EntityReference? = nil
    ) {
      self.day = day
      self.period = period
      self.value = value
      self.interval = interval
      self.count = count
      self.reference = reference
    }
  }

  /// What tells series apart.
  public enum Place: Hashable, Sendable {
    case segment, step, both

    /// For the heading of a column.
    static func title(_ places: Set<Place>) -> String {
      if places == [.segment] { return tr("Segment") }
      return places == [.step] ? tr("Step") : tr("Step or segment")
    }
  }

  /// The readings of one segment, or at one step.
  public struct Series: Hashable, Sendable {
    public var title: String
    public var place: Place
    /// In the order of time.
    public var readings: [Reading]

    public init(_ title: String = "", place: Place = .segment, _ readings: [Reading]) {
      self.title = title
      self.place = place
      self.readings = readings.filter(\.value.isFinite).sorted { $0.day < $1.day }
    }
  }

  /// From a day on, until the next one.
  public struct Target: Hashable, Sendable {
    public var day: CalendarDay
    /// Nil: none from then on.
    public var value: Double?

    public init(from day: CalendarDay, _ value: Double?) {
      self.day = day
      self.value = value
    }
  }

  public var title: String
  public var series: [Series]
  public var targets: [Target]
  /// "points", "%". May be empty.
  public var unit: String
  /// The ends of the metric's own scale, beyond which nothing is drawn.
  public var limits: ClosedRange<Double>?
  public var rule: String

  public init(
    title: String = "", series: [Series], targets: [Target] = [], unit: String = "",
    limits: ClosedRange<Double>? = nil, rule: String = ""
  ) {
    self.title = title
    self.series = series
    self.targets = targets.filter { $0.value?.isFinite ?? true }.sorted { $0.day < $1.day }
    self.unit = unit
    self.limits = limits
    self.rule = rule
  }

  static func text(_ value: Double) -> String { NumberFormat.local.text(value, decimals: 1) }

  static func text(_ interval: ClosedRange<Double>) -> String {
    tr(
      "{low} to {high}",
      ["low": text(interval.lowerBound), "high": text(interval.upperBound)])
  }

  public func target(on day: CalendarDay) -> Double? {
    targets.last { $0.day <= day }?.value
  }

  public var table: TextDocument.Grid {
    let named = series.contains { !$0.title.isEmpty }
    return TextDocument.Grid(
      title,
      [.init(tr("Period"), weight: 2)]
        + (named ? [.init(Place.title(Set(series.map(\.place))))] : []) + [
          .init(tr("Value"), isFigure: true), .init(tr("95 % interval")),
          .init(tr("n"), isFigure: true), .init(tr("Target"), isFigure: true),
        ],
      series.flatMap { series in
        series.readings.map { reading in
          [reading.period] + (named ? [series.title] : []) + [
            Self.text(reading.value),
            reading.interval.map(Self.text) ?? "",
            reading.count.map { NumberFormat.local.text($0) } ?? "",
            target(on: reading.day).map(Self.text) ?? "",
          ]
        }
      })
  }

  public func scene(
    measuring: any TextMeasuring, theme: Theme, options: ChartOptions
  ) -> Scene {
    let texts = series.map(\.title) + series.flatMap(\.readings).map(\.period)
    var composer = TrendComposer(
      trend: self, chart: ChartComposer(title, texts: texts, measuring, theme, options))
    return composer.compose()
  }
}
