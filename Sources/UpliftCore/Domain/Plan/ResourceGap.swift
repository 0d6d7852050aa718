import Foundation

/// What initiatives ask for and were granted, by department and fiscal quarter.
///
/// - People are full-time equivalents, averaged over the days of the quarter: 2 FTE from the middle
///   of a quarter on are 1 FTE in it. From the need's first day to its last, both included; where it
///   has none, the initiative's; without an end, to the end of what is looked at.
/// - Money once, and the money of tools, counts whole in the quarter of the first day.
/// - Money a year is spread evenly over the days of each fiscal year in which it runs.
/// - Needs of initiatives that are held or dropped are left out, and those without any first day.
public struct ResourceGap: Equatable, Sendable {
  /// What one need adds to one cell.
  public struct Share: Equatable, Sendable, Identifiable {
    public var need: ResourceNeed
    /// Days of the quarter on which it runs; 1 for money once.
    public var days: Int
    /// Days of the quarter.
    public var daysOfQuarter: Int
    /// Full-time equivalents, averaged over the quarter.
    public var askedPeople: Double
    public var grantedPeople: Double
    /// Minor units of the currency.
    public var askedMoney: Int
    public var grantedMoney: Int

    public var id: UUID { need.id }
    /// Asked and not granted; what one need was granted beyond its asking fills no other's gap.
    public var peopleGap: Double { max(0, askedPeople - grantedPeople) }
    public var moneyGap: Int { max(0, askedMoney - grantedMoney) }
  }

  public struct Cell: Equatable, Sendable {
    /// The needs behind it, in order.
    public var shares: [Share] = []

    public var askedPeople: Double { shares.reduce(0) { $0 + $1.askedPeople } }
    public var grantedPeople: Double { shares.reduce(0) { $0 + $1.grantedPeople } }
    public var peopleGap: Double { shares.reduce(0) { $0 + $1.peopleGap } }
    public var askedMoney: Int { shares.lazy.map(\.askedMoney).clampedSum() }
    public var grantedMoney: Int { shares.lazy.map(\.grantedMoney).clampedSum() }
    public var moneyGap: Int { shares.lazy.map(\.moneyGap).clampedSum() }
  }

  public struct Row: Equatable, Sendable {
    /// Nil: needs that name no department.
    public var department: Department?
    /// One for each quarter.
    public var cells: [Cell]

    /// All quarters' money that is missing, in minor units.
    public var moneyGap: Int { cells.lazy.map(\.moneyGap).clampedSum() }
    /// The largest gap of people in a quarter.
    public var peakPeopleGap: Double { cells.map(\.peopleGap).max() ?? 0 }
  }

  public let quarters: [FiscalQuarter]
  /// Departments in order that something was asked of, then what names none.
  public let rows: [Row]
  /// All departments together, one for each quarter.
  public let totals: [Cell]
  /// Neither need nor initiative has a first day: they stand in no quarter.
  public let undated: [ResourceNeed]
  /// Tools that were asked for and not granted, or not wholly; in order, those without a day, too.
  public let missingTools: [ResourceNeed]
  /// Needs that are counted in one quarter or more.
  public let n: Int

  /// Those of them that ask for people, or were granted some; a need may ask for money as well.
  public var peopleCount: Int { count { $0.askedPeople > 0 || $0.grantedPeople > 0 } }
  public var moneyCount: Int { count { $0.askedMoney > 0 || $0.grantedMoney > 0 } }

  private func count(_ isCounted: (Share) -> Bool) -> Int {
    Set(totals.flatMap(\.shares).filter(isCounted).map(\.id)).count
  }

  /// - Parameters:
  ///   - quarters: in order; nil: from the first day of any need to the last, twelve at most (the
  ///     newest, or those around today when the last are far ahead), and four from today's on when
  ///     none has a day.
  ///   - startMonth: with which the fiscal year begins, 1…12.
  public init(
    _ needs: [ResourceNeed], initiatives: [Initiative], departments: [Department],
    quarters wanted: [FiscalQuarter]? = nil, startMonth: Int = 1, today: CalendarDay
  ) {
    let byID = Dictionary(initiatives.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    var placed: [(need: ResourceNeed, first: CalendarDay, last: CalendarDay?)] = []
    var undated: [ResourceNeed] = []
    for need in Self.counted(needs, initiatives: initiatives) {
      guard let initiative = byID[need.initiativeID] else { continue }
      guard let first = need.startDay ?? initiative.startDay else {
        undated.append(need)
        continue
      }
      placed.append((need, first, need.endDay ?? initiative.endDay))
    }
    let quarters =
      wanted ?? Self.quarters(placed.map { ($0.first, $0.last) }, startMonth, today)
    self.quarters = quarters
    self.undated = undated
    missingTools = (placed.map(\.need) + undated).inOrder().filter {
      $0.need == .tool && UnmetNeeds.lack(of: $0) != nil
    }
    var cells: [UUID?: [Cell]] = [:]
    var counted: Set<UUID> = []
    let known = Set(departments.map(\.id))
    let spans = quarters.map { Span($0, startMonth) }
    for (need, first, last) in placed {
      let department = need.departmentID.flatMap { known.contains($0) ? $0 : nil }
      for (index, span) in spans.enumerated() {
        guard let share = Self.share(of: need, first, last, span) else { continue }
        counted.insert(need.id)
        cells[department, default: Array(repeating: Cell(), count: quarters.count)][index]
          .shares.append(share)
      }
    }
    n = counted.count
    var rows = departments.inOrder().compactMap { department in
      cells[department.id].map { Row(department: department, cells: $0) }
    }
    if let rest = cells[UUID?.none] { rows.append(Row(department: nil, cells: rest)) }
    self.rows = rows
    totals = quarters.indices.map { index in
      Cell(shares: rows.flatMap { $0.cells[index].shares })
    }
  }

  /// Needs of initiatives that are neither held nor dropped, in order.
  public static func counted(
    _ needs: [ResourceNeed], initiatives: [Initiative]
  ) -> [ResourceNeed] {
    let counted = Set(
      initiatives.filter { ![.held, .dropped].contains($0.status) }.map(\.id))
    return needs.inOrder().filter { counted.contains($0.initiativeID) }
  }

  /// In words, for the screen.
  public static var totalRule: String {
    tr(
      "Granted of what was asked, added up, each need as far as it was asked; held and dropped initiatives are left out."
    )
  }

  private static func quarters(
    _ spans: [(first: CalendarDay, last: CalendarDay?)], _ startMonth: Int, _ today: CalendarDay
  ) -> [FiscalQuarter] {
    let now = FiscalQuarter(of: today, startMonth: startMonth)
    guard let first = spans.map(\.first).min() else { return (0..<4).map { now.advanced(by: $0) } }
    let start = FiscalQuarter(of: first, startMonth: startMonth)
    let last = spans.map { $0.last ?? max($0.first, today) }.max() ?? first
    let end = max(start, FiscalQuarter(of: last, startMonth: startMonth))
    let count = min(12, start.distance(to: end) + 1)
    // Of more the newest; those around today where a need has no end in sight.
    let newest = end.advanced(by: 1 - count)
    let opening = newest <= now ? newest : max(start, min(newest, now.advanced(by: -4)))
    return (0..<count).map { opening.advanced(by: $0) }
  }

  private struct Span {
    var first: CalendarDay
    var last: CalendarDay
    /// Of the fiscal year.
    var yearFirst: CalendarDay
    var daysOfYear: Int

    init(_ quarter: FiscalQuarter, _ startMonth: Int) {
      first = quarter.firstDay(startMonth: startMonth)
      last = quarter.lastDay(startMonth: startMonth)
      let opening = quarter.advanced(by: 1 - quarter.quarter)
      yearFirst = opening.firstDay(startMonth: startMonth)
      daysOfYear =
        yearFirst.days(until: opening.advanced(by: 3).lastDay(startMonth: startMonth)) + 1
    }

    var days: Int { first.days(until: last) + 1 }
  }

  private static func share(
    of need: ResourceNeed, _ first: CalendarDay, _ last: CalendarDay?, _ span: Span
  ) -> Share? {
    let isOnce = need.need == .moneyOnce || need.need == .tool
    if let last, last < first, !isOnce { return nil }
    let from = max(first, span.first)
    let to = min(last ?? span.last, span.last)
    let days = from <= to ? from.days(until: to) + 1 : 0
    let startsHere = (span.first...span.last).contains(first)
    guard isOnce ? startsHere : days > 0 else { return nil }
    let portion = Double(days) / Double(span.days)
    func money(_ amount: Int?) -> Int {
      guard let amount else { return 0 }
      if isOnce { return amount }
      guard need.need == .moneyYearly else { return startsHere ? amount : 0 }
      // By what had run at the end less what had run before: a whole year comes to the whole amount.
      let before = max(0, span.yearFirst.days(until: from))
      func upTo(_ days: Int) -> Int {
        Int((Double(amount) * Double(days) / Double(span.daysOfYear)).rounded())
      }
      return upTo(before + days) - upTo(before)
    }
    return Share(
      need: need, days: isOnce ? 1 : days, daysOfQuarter: span.days,
      askedPeople: (need.askedPeople ?? 0) * portion,
      grantedPeople: (need.grantedPeople ?? 0) * portion,
      askedMoney: money(need.askedMoney), grantedMoney: money(need.grantedMoney))
  }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "Gap: asked less granted, for each need, 0 or more. People: FTE averaged over the days of the quarter. Money once and tools: in the quarter of the first day. Money a year: spread over the days of the fiscal year. A need without days has those of its initiative. Held and dropped initiatives are left out."
    )
  }
}
