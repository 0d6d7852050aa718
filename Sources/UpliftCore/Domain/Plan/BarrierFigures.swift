import Foundation

/// What is in the way, how long already, and who clears it.
public struct BarrierFigures: Equatable, Sendable {
  /// Bands of age: 0–7, 8–30, 31–90 and over 90 days.
  public static let ages = [7, 30, 90]

  /// By days since they were opened.
  public let open: AgeBands<Barrier>
  /// Open ones without a manager who clears them: worst first, then oldest.
  public let withoutManager: [Barrier]
  public let cleared: [Barrier]
  /// Of cleared ones with both days.
  public let daysToClear: Spread
  public let n: Int

  public init(_ barriers: [Barrier], today: CalendarDay) {
    let barriers = barriers.inOrder()
    let open = barriers.filter { $0.clearedOn == nil }
    n = barriers.count
    self.open = AgeBands(open, upTo: Self.ages) { $0.days(on: today) }
    withoutManager = open.filter { $0.manager.isBlank }.sorted {
      (-$0.severity.order, $0.openedOn ?? today, $0.rank, $0.id.uuidString)
        < (-$1.severity.order, $1.openedOn ?? today, $1.rank, $1.id.uuidString)
    }
    cleared = barriers.filter { $0.clearedOn != nil }
    daysToClear = Spread(
      cleared.filter { $0.openedOn != nil }.compactMap { $0.days(on: today).map(Double.init) })
  }

  /// In words, for the screen.
  public static var rule: String {
    tr("Open: not cleared, by days since it was opened. Without a manager: nobody who clears it.")
  }
}

extension Barrier.Severity {
  /// 0 (slows down) … 2 (blocks).
  var order: Int {
    switch self {
    case .slows: 0
    case .hinders: 1
    case .blocks: 2
    }
  }
}
