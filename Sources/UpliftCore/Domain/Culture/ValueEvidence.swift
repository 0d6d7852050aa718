import Foundation

/// Whether what an organisation stands for can be seen: the behaviours named for each value, and the
/// Customer Champions who showed it, quarter by quarter.
public struct ValueEvidence: Equatable, Sendable {
  /// Quarters that are looked at one by one: a year.
  public static let quarterCount = 4

  public struct Row: Equatable, Sendable, Identifiable {
    public var value: CultureValue
    /// In order.
    public var behaviours: [Behaviour]
    /// For each of the quarters.
    public var champions: [[Champion]]
    /// Of earlier days, of later ones, and without a day.
    public var others: [Champion]

    public var id: UUID { value.id }
    /// Named in the year that is looked at.
    public var lately: Int { champions.reduce(0) { $0 + $1.count } }
    /// Nobody can see it: no behaviour says how.
    public var isUnseen: Bool { behaviours.isEmpty }
    /// Nobody was named for it in the year that is looked at.
    public var isSilent: Bool { lately == 0 }
  }

  /// In the order of the values.
  public let rows: [Row]
  /// Oldest first; today is in the last one.
  public let quarters: [FiscalQuarter]
  /// Accolades that name a value.
  public let n: Int

  /// - Parameter startMonth: with which the fiscal year begins, 1…12.
  public init(
    _ values: [CultureValue], behaviours: [Behaviour], champions: [Champion],
    today: CalendarDay, startMonth: Int = 1
  ) {
    let now = FiscalQuarter(of: today, startMonth: startMonth)
    let quarters = (1 - Self.quarterCount...0).map { now.advanced(by: $0) }
    let places = Dictionary(
      quarters.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let shown = Dictionary(grouping: behaviours, by: \.valueID)
    let named = Dictionary(grouping: champions, by: \.valueID)
    rows = values.inOrder().map { value in
      var byQuarter = [[Champion]](repeating: [], count: quarters.count)
      var others: [Champion] = []
      for champion in (named[value.id] ?? []).inOrder() {
        let quarter = champion.day.flatMap { day in
          day > today ? nil : places[FiscalQuarter(of: day, startMonth: startMonth)]
        }
        if let quarter { byQuarter[quarter].append(champion) } else { others.append(champion) }
      }
      return Row(
        value: value, behaviours: (shown[value.id] ?? []).inOrder(), champions: byQuarter,
        others: others)
    }
    self.quarters = quarters
    n = rows.reduce(0) { $0 + $1.lately + $1.others.count }
  }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "Behaviours: how one sees a value in what people do. Named: Customer Champions who showed it, by the quarter of their day; the fiscal quarter of today and the three before it. A value without a behaviour, or for which nobody was named in that year, is marked."
    )
  }
}
