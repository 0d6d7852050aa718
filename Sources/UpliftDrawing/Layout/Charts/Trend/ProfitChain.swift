import Foundation
import UpliftCore

/// The service–profit chain: how employees fare, how customers fare and what the organisation earns,
/// side by side over time, with how far they went together. (After Heskett and others 1994.)
public struct ProfitChain: Chart {
  public struct Reading: Hashable, Sendable {
    public var day: CalendarDay
    public var period: String
    public var value: Double

    public init(_ day: CalendarDay, period: String, value: Double) {
      self.day = day
      self.period = period
      self.value = value
    }
  }

  public struct Link: Hashable, Sendable {
    /// "Employee experience".
    public var title: String
    /// What measures it: "Climate, mean of 1–5".
    public var measure: String
    /// Behind each value: "%", "€". May be empty.
    public var unit: String
    /// At most so many are shown of a value.
    public var decimals: Int
    public var readings: [Reading]
    public var reference: EntityReference?

    public init(
      _ title: String, measure: String = "", unit: String = "", decimals: Int = 2,
      _ readings: [Reading],
      reference: EntityReference? = nil
    ) {
      self.title = title
      self.measure = measure
      self.unit = unit
      self.decimals = decimals
      self.readings = readings.filter(\.value.isFinite).sorted { $0.day < $1.day }
      self.reference = reference
    }
  }

  /// How far a link went with the one after it.
  public struct Relation: Hashable, Sendable {
    /// −1…1; nil when there are too few pairs.
    public var coefficient: Double?
    /// By how many periods the later link comes behind, 0 or more.
    public var lag: Int
    /// The coefficients of all lags that were tried, from 0 on; nil: none could be worked out.
    public var lags: [Double?]
    /// Pairs of readings.
    public var count: Int
    /// Why there is no coefficient, or how sure it is.
    public var note: String

    public init(coefficient: Double?, lag: Int, count: Int, note: String = "", lags: [Double?] = [])
    {
      self.coefficient = coefficient
      self.lag = lag
      self.count = count
      self.note = note
      self.lags = lags
    }
  }

  public var title: String
  public var links: [Link]
  /// Between each link and the next.
  public var relations: [Relation]
  public var rule: String

  public init(title: String = "", links: [Link], relations: [Relation] = [], rule: String = "") {
    self.title = title
    self.links = links
    self.relations = relations
    self.rule = rule
  }

  static func text(_ value: Double) -> String { NumberFormat.local.text(value, decimals: 2) }

  static func text(_ value: Double, of link: Link) -> String {
    let unit = link.unit.trimmingCharacters(in: .whitespaces)
    let number = NumberFormat.local.text(value, decimals: link.decimals)
    return unit.isEmpty ? number : tr("{number} {unit}", ["number": number, "unit": unit])
  }

  func words(of relation: Relation) -> [String] {
    let value =
      relation.coefficient.map { tr("r = {value}", ["value": Self.text($0)]) } ?? tr("no r yet")
    let lag =
      relation.lag == 0
      ? tr("in the same period")
      : ntr("{count} period later", "{count} periods later", relation.lag)
    let tried =
      relation.lags.count > 1 && relation.lags.contains { $0 != nil }
      ? tr(
        "r of lags 0 to {most}: {values}",
        [
          "most": relation.lags.count - 1,
          "values": relation.lags.map { $0.map(Self.text) ?? "–" }.joined(separator: " · "),
        ]) : ""
    return [value, lag, tr("n = {count}", ["count": relation.count]), relation.note, tried]
      .filter { !$0.isEmpty }
  }

  /// Behind a relation the measures of both its links.
  public func references(of subject: ItemSubject) -> [EntityReference] {
    if case .record(let reference) = subject { return [reference] }
    guard let place = place(subject, "relation") else { return [] }
    return links.dropFirst(place).prefix(2).compactMap(\.reference)
  }

  public var table: TextDocument.Grid {
    TextDocument.Grid(
      title,
      [
        .init(tr("Link"), weight: 2), .init(tr("Measure"), weight: 2),
        .init(tr("First"), isFigure: true), .init(tr("Lowest"), isFigure: true),
        .init(tr("Highest"), isFigure: true), .init(tr("Latest"), isFigure: true),
        .init(tr("Readings"), isFigure: true), .init(tr("With the next link"), weight: 2),
      ],
      links.enumerated().map { index, link in
        func said(_ reading: Reading?) -> String {
          reading.map {
            tr(
              "{value} in {period}", ["value": Self.text($0.value, of: link), "period": $0.period])
          } ?? ""
        }
        let relation =
          index < relations.count && index + 1 < links.count
          ? words(of: relations[index]).joined(separator: " · ") : ""
        return [
          link.title, link.measure, said(link.readings.first),
          said(link.readings.min { $0.value < $1.value }),
          said(link.readings.max { $0.value < $1.value }), said(link.readings.last),
          String(link.readings.count), relation,
        ]
      })
  }

  public func scene(
    measuring: any TextMeasuring, theme: Theme, options: ChartOptions
  ) -> Scene {
    var composer = ChainComposer(
      chain: self, chart: ChartComposer(title, texts: links.map(\.title), measuring, theme, options)
    )
    return composer.compose()
  }
}
