import Foundation

/// How many breakdowns are reported, and from how many something was learned that changed
/// something. Many reports are no bad sign: people dare to say what went wrong.
public struct BreakdownFigures: Equatable, Sendable {
  public struct Month: Equatable, Sendable {
    public var month: CalendarMonth
    /// Reported in it, oldest first.
    public var breakdowns: [Breakdown]
    public var count: Int { breakdowns.count }
  }

  /// Oldest first, months without any, too.
  public let months: [Month]
  /// With a lesson that was acted on, in order.
  public let actedOn: [Breakdown]
  /// With a lesson that nothing changed because of yet, in order.
  public let lessonOnly: [Breakdown]
  /// Nobody wrote down what was learned, in order.
  public let withoutLesson: [Breakdown]
  /// Nobody knows when they were reported.
  public let undated: [Breakdown]
  public let n: Int

  /// - Parameter months: so many, the present one the last.
  public init(_ breakdowns: [Breakdown], months count: Int = 12, today: CalendarDay) {
    let all = breakdowns.inOrder()
    n = all.count
    let byMonth = Dictionary(grouping: all.filter { $0.day != nil }) {
      CalendarMonth(of: $0.day ?? today)
    }
    months = CalendarMonth.last(count, until: today).map { month in
      let own = (byMonth[month] ?? []).sorted {
        ($0.day ?? today, $0.rank) < ($1.day ?? today, $1.rank)
      }
      return Month(month: month, breakdowns: own)
    }
    actedOn = all.filter { $0.isActedOn(by: today) }
    lessonOnly = all.filter { !$0.lesson.isBlank && !$0.isActedOn(by: today) }
    withoutLesson = all.filter { $0.lesson.isBlank }
    undated = all.filter { $0.day == nil }
  }

  /// With a lesson that was acted on, out of all.
  public var shareActedOn: Proportion { Proportion(actedOn.count, of: n) }

  /// A month, over the months that are looked at; nil without months.
  public var perMonth: Double? { Spread(months.map { Double($0.count) }).mean }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "A lesson was acted on when it is written down and the day has come on which something changed because of it. Out of all breakdowns."
    )
  }
}

extension Breakdown {
  /// There is a lesson, and something changed because of it on that day or before.
  public func isActedOn(by day: CalendarDay) -> Bool {
    !lesson.isBlank && (changedOn.map { $0 <= day } ?? false)
  }
}
