import Foundation

/// How promises fare: kept or not, how fast, and how old the open ones are.
public struct PromiseFigures: Equatable, Sendable {
  /// Bands of age: 0–1, 2–7, 8–30 and over 30 days.
  public static let ages = [1, 7, 30]

  public let kept: [Promise]
  public let broken: [Promise]
  /// Open, and their day has passed; those longest overdue first.
  public let late: [Promise]
  /// Kept after their day.
  public let keptLate: [Promise]
  /// Open ones by days since they were made.
  public let open: AgeBands<Promise>
  /// Of closed ones with both days: from the one on which it was made until it was closed.
  public let daysToClose: Spread
  public let n: Int

  public init(_ promises: [Promise], today: CalendarDay) {
    let promises = promises.inOrder()
    n = promises.count
    kept = promises.filter { $0.outcome == .kept }
    broken = promises.filter { $0.outcome == .broken }
    late = promises.filter { $0.isLate(on: today) }.sorted {
      ($0.due ?? today, $0.rank, $0.id.uuidString) < ($1.due ?? today, $1.rank, $1.id.uuidString)
    }
    keptLate = kept.filter(\.wasKeptLate)
    open = AgeBands(promises.filter { $0.outcome == nil }, upTo: Self.ages) { promise in
      promise.madeOn.map { $0.days(until: today) }
    }
    daysToClose = Spread(
      promises.compactMap { promise -> Double? in
        guard promise.outcome != nil, let made = promise.madeOn, let closed = promise.closedOn
        else { return nil }
        return Double(max(0, made.days(until: closed)))
      })
  }

  /// Kept, out of those that are closed.
  public var shareKept: Proportion { Proportion(kept.count, of: kept.count + broken.count) }

  /// Kept by their day, out of the closed ones that had a day and, if kept, say when.
  public var shareKeptInTime: Proportion {
    let judged =
      kept.filter { $0.due != nil && $0.closedOn != nil } + broken.filter { $0.due != nil }
    let inTime = judged.count { promise in
      guard promise.outcome == .kept, let due = promise.due, let closed = promise.closedOn else {
        return false
      }
      return closed <= due
    }
    return Proportion(inTime, of: judged.count)
  }

  /// Days; nil when none is closed with both its days.
  public var medianDaysToClose: Double? { daysToClose.median }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "Share kept: kept out of kept and broken. Late: open, and its day is over. Days to close: from the day it was made until it was closed; the median is the middle one. Open ones by days since they were made."
    )
  }
}
