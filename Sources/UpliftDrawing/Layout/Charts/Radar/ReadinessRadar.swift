import Foundation
import UpliftCore

/// The conditions of readiness, each from 0 to 5: now against before, and where raters disagree.
public struct ReadinessRadar: Chart {
  public struct Axis: Hashable, Sendable {
    public var title: String
    /// 0…5; nil when nobody rated it.
    public var now: Double?
    /// 0…5; nil when there was no round before.
    public var before: Double?
    /// The lowest and the highest rating of now.
    public var spread: ClosedRange<Double>?
    /// Who rated now.
    public var raters: Int
    /// Its ratings.
    public var references: [EntityReference]

    public init(
      _ title: String, now: Double?, before: Double? = nil, spread: ClosedRange<Double>? = nil,
      raters: Int = 0, references: [EntityReference] = []
    ) {
      self.title = title
      self.now = now
      self.before = before
      self.spread = spread
      self.raters = raters
      self.references = references
    }

    /// Ratings are 2 or more apart.
    public var isDisputed: Bool {
      spread.map { $0.upperBound - $0.lowerBound >= 2 } ?? false
    }
  }

  public var title: String
  public var axes: [Axis]
  /// What the two rounds are called.
  public var nowTitle: String
  public var beforeTitle: String

  public init(title: String = "", axes: [Axis], nowTitle: String, beforeTitle: String = "") {
    self.title = title
    self.axes = axes
    self.nowTitle = nowTitle
    self.beforeTitle = beforeTitle
  }

  static let most = 5.0

  static func text(_ value: Double) -> String { NumberFormat.local.text(value, decimals: 1) }

  public func references(of subject: ItemSubject) -> [EntityReference] {
    guard let place = place(subject, "axis"), axes.indices.contains(place) else { return [] }
    return axes[place].references
  }

  public var table: TextDocument.Grid {
    TextDocument.Grid(
      title,
      [
        .init(tr("Condition"), weight: 3), .init(nowTitle, isFigure: true),
        .init(beforeTitle.isEmpty ? tr("Before") : beforeTitle, isFigure: true),
        .init(tr("Lowest to highest")), .init(tr("Raters"), isFigure: true),
      ],
      axes.map { axis in
        [
          axis.title, axis.now.map(Self.text) ?? tr("not rated"),
          axis.before.map(Self.text) ?? "", spread(of: axis), String(axis.raters),
        ]
      })
  }

  private func spread(of axis: Axis) -> String {
    guard let spread = axis.spread else { return "" }
    let words = "\(Self.text(spread.lowerBound))–\(Self.text(spread.upperBound))"
    return axis.isDisputed ? tr("{spread}, raters disagree", ["spread": words]) : words
  }

  /// Under the name of an axis: "3.4, was 2.6".
  func detail(of axis: Axis) -> String {
    guard let now = axis.now else { return tr("not rated") }
    let value = Self.text(now)
    guard let before = axis.before else { return value }
    return tr("{now}, was {before}", ["now": value, "before": Self.text(before)])
  }

  func dispute(of axis: Axis) -> String {
    guard axis.isDisputed, let spread = axis.spread else { return "" }
    return tr(
      "≠ raters from {low} to {high}",
      ["low": Self.text(spread.lowerBound), "high": Self.text(spread.upperBound)])
  }

  public func scene(
    measuring: any TextMeasuring, theme: Theme, options: ChartOptions
  ) -> Scene {
    var composer = RadarComposer(
      radar: self, chart: ChartComposer(title, texts: axes.map(\.title), measuring, theme, options))
    return composer.compose()
  }
}
