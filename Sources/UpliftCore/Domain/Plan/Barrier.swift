import Foundation

/// Something in the way, and the manager who clears it.
public struct Barrier: Ranked {
  public static let kind = EntityKind.barrier

  /// How badly it is in the way.
  public enum Severity: String, CaseIterable, Codable, Sendable {
    /// It slows things down.
    case slows
    /// It is worked around.
    case hinders
    /// Nothing goes on.
    case blocks
  }

  public var id: UUID
  public var rank: Rank
  public var title: String
  /// Of what it is in the way.
  public var inTheWayOf: String
  public var severity: Severity
  /// Who clears it.
  public var manager: String
  public var openedOn: CalendarDay?
  public var clearedOn: CalendarDay?
  /// What the manager does.
  public var action: String
  /// What it is in the way of.
  public var initiativeID: UUID?
  /// The milestone that it stands before.
  public var milestoneID: UUID?

  public init(
    id: UUID = UUID(), rank: Rank, title: String, inTheWayOf: String = "",
    severity: Severity = .hinders, manager: String = "", openedOn: CalendarDay? = nil,
    clearedOn: CalendarDay? = nil,
    action: String = "", initiativeID: UUID? = nil, milestoneID: UUID? = nil
  ) {
    self.id = id
    self.rank = rank
    self.title = title
    self.inTheWayOf = inTheWayOf
    self.severity = severity
    self.manager = manager
    self.openedOn = openedOn
    self.clearedOn = clearedOn
    self.action = action
    self.initiativeID = initiativeID
    self.milestoneID = milestoneID
  }
}

extension Sequence<Barrier> {
  /// Those that are open, in order; then the cleared ones, by the day on which they were.
  public func openFirst() -> [Barrier] {
    sorted { left, right in
      switch (left.clearedOn, right.clearedOn) {
      case (let first?, let second?) where first != second: first < second
      case (.some, nil): false
      case (nil, .some): true
      default: left.precedes(right)
      }
    }
  }
}
