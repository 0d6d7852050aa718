import Foundation

/// A short run before the long one: which initiatives go out to everybody untried, and which short
/// run taught nothing that somebody wrote down.
public struct ShortRuns: Equatable, Sendable {
  public enum Fault: Equatable, Sendable {
    /// It has no short run.
    case missing
    /// It has one of its two days only.
    case open
    /// It begins after the long run did.
    case tooLate
    /// It takes half of the whole, or more: it is no short one.
    case tooLong
    /// It is over, and nobody wrote down what it taught.
    case nothingLearned
  }

  public struct Item: Equatable, Sendable, Identifiable {
    public var initiative: Initiative
    /// One or more.
    public var faults: [Fault]

    public var id: UUID { initiative.id }
  }

  /// With a fault, in order.
  public let items: [Item]
  /// Planned or running, with a short run that begins no later than the long one.
  public let begun: Proportion

  /// - Parameter initiatives: those that are planned or run are looked at.
  public init(_ initiatives: [Initiative], today: CalendarDay) {
    let looked = initiatives.inOrder().filter { [.planned, .running].contains($0.status) }
    let all = looked.map { Item(initiative: $0, faults: Self.faults(of: $0, today)) }
    items = all.filter { !$0.faults.isEmpty }
    begun = Proportion(
      all.count { !$0.faults.contains(.missing) && !$0.faults.contains(.tooLate) }, of: all.count)
  }

  private static func faults(of initiative: Initiative, _ today: CalendarDay) -> [Fault] {
    guard initiative.pilotStart != nil || initiative.pilotEnd != nil else { return [.missing] }
    var faults: [Fault] = []
    if let first = initiative.pilotStart, let last = initiative.pilotEnd {
      if let start = initiative.startDay, let end = initiative.endDay,
        first.days(until: last) * 2 >= min(first, start).days(until: end)
      {
        faults.append(.tooLong)
      }
    } else {
      faults.append(.open)
    }
    if let first = initiative.pilotStart, let start = initiative.startDay, start < first {
      faults.append(.tooLate)
    }
    if let last = initiative.pilotEnd, last < today, initiative.pilotLearned.isBlank {
      faults.append(.nothingLearned)
    }
    return faults
  }

  public var n: Int { begun.n }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "Of what is planned or runs. A pilot begins no later than its initiative, takes less than half of it, and teaches something that is written down when it is over."
    )
  }
}

extension ShortRuns.Fault {
  /// In words, in the language of the program.
  public var sentence: String {
    switch self {
    case .missing: tr("no pilot before the long run")
    case .open: tr("the first or the last day of the pilot is missing")
    case .tooLate: tr("the pilot begins after the long run")
    case .tooLong: tr("the pilot takes half of the whole or more")
    case .nothingLearned: tr("the pilot is over, and nobody wrote down what it taught")
    }
  }
}
