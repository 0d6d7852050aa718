import Foundation

/// Audience × month: who hears what, and when nobody says anything to them.
public struct CommunicationCoverage: Equatable, Sendable {
  /// One time that a message is said.
  public struct Occurrence: Equatable, Sendable {
    public var message: Message
    public var day: CalendarDay
  }

  public struct Row: Equatable, Sendable, Identifiable {
    public var audience: Audience
    /// One for each month, each in the order of days.
    public var cells: [[Occurrence]]

    public var id: UUID { audience.id }
    /// Months in which it hears something.
    public var covered: Proportion { Proportion(cells.count { !$0.isEmpty }, of: cells.count) }
    /// The most months in a row in which it hears nothing.
    public var longestSilence: Int {
      cells.reduce(into: (run: 0, most: 0)) { result, cell in
        result.run = cell.isEmpty ? result.run + 1 : 0
        result.most = max(result.most, result.run)
      }.most
    }
  }

  public let months: [CalendarMonth]
  /// Audiences in order.
  public let rows: [Row]
  /// Messages that are said to nobody, in order.
  public let withoutAudience: [Message]
  /// Messages that are more than an idea and have no day, in order.
  public let undated: [Message]

  /// The twelve months that are looked at wherever coverage is said: from three months back to
  /// eight months on.
  public static func months(around today: CalendarDay) -> [CalendarMonth] {
    (-3...8).map { CalendarMonth(of: today).advanced(by: $0) }
  }

  /// "August 2026 to July 2027"; empty without months.
  public var span: String {
    guard let first = months.first, let last = months.last else { return "" }
    return tr(
      "{first} to {last}",
      ["first": MonthWords.text(first.firstDay), "last": MonthWords.text(last.firstDay)])
  }

  /// - Parameter months: in order, without gaps.
  public init(
    audiences: [Audience], messages: [Message], heard: [MessageAudience], months: [CalendarMonth]
  ) {
    let real = messages.inOrder().filter { $0.status != .idea }
    let listeners = Dictionary(grouping: heard, by: \.messageID)
    self.months = months
    withoutAudience = real.filter { listeners[$0.id] == nil }
    undated = real.filter { $0.day == nil }
    var cells: [UUID: [[Occurrence]]] = [:]
    if let first = months.first?.firstDay, let last = months.last?.lastDay {
      for message in real {
        let days = message.days(from: first, through: last)
        for audience in Set((listeners[message.id] ?? []).map(\.audienceID)) {
          for day in days {
            let place = months[0].distance(to: CalendarMonth(of: day))
            guard months.indices.contains(place) else { continue }
            cells[audience, default: Array(repeating: [], count: months.count)][place]
              .append(Occurrence(message: message, day: day))
          }
        }
      }
    }
    rows = audiences.inOrder().map { audience in
      let own = cells[audience.id] ?? Array(repeating: [], count: months.count)
      return Row(
        audience: audience,
        cells: own.map { cell in
          cell.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
            .map(\.element)
        })
    }
  }

  /// Audience × month in which something is said, out of all.
  public var covered: Proportion {
    Proportion(rows.reduce(0) { $0 + $1.covered.count }, of: rows.count * months.count)
  }

  public var n: Int { rows.count * months.count }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "How often an audience hears something in a month. A message with a cadence counts each time, until its last day. Ideas do not count."
    )
  }
}

extension Message {
  /// The days on which it is said in a stretch of time, both ends in it; one with a cadence again
  /// and again until its last day.
  public func days(from first: CalendarDay, through last: CalendarDay) -> [CalendarDay] {
    guard let day, first <= last else { return [] }
    guard let cadence else { return (first...last).contains(day) ? [day] : [] }
    let end = untilDay.map { min($0, last) } ?? last
    guard day <= end else { return [] }
    let from = max(day, first)
    let months = CalendarMonth(of: day).distance(to: CalendarMonth(of: from))
    let days = day.days(until: from)
    // The first of them that may lie in the stretch: the one before it does not.
    var number =
      switch cadence {
      case .weekly: days / 7
      case .fortnightly: days / 14
      case .monthly: months
      case .quarterly: months / 3
      case .yearly: months / 12
      }
    var result: [CalendarDay] = []
    while let next = day.adding(number, cadence), next <= end {
      if next >= from { result.append(next) }
      number += 1
    }
    return result
  }

  /// The next time that it is said, on a day or after it.
  public func nextDay(from today: CalendarDay) -> CalendarDay? {
    guard let day else { return nil }
    guard cadence != nil, day < today else { return day >= today ? day : nil }
    return today.adding(days: 366).flatMap { days(from: today, through: $0).first }
  }
}

extension CalendarDay {
  /// So many cadences later; of months that are too short, the last day. Nil beyond the year 9999.
  fileprivate func adding(_ number: Int, _ cadence: MeetingSeries.Cadence) -> CalendarDay? {
    switch cadence {
    case .weekly: adding(days: 7 * number)
    case .fortnightly: adding(days: 14 * number)
    case .monthly: adding(months: number, .sameDay)
    case .quarterly: adding(months: 3 * number, .sameDay)
    case .yearly: adding(months: 12 * number, .sameDay)
    }
  }
}
