import Foundation

/// Initiatives that have begun without what they need.
public struct UnmetNeeds: Equatable, Sendable {
  /// What one need lacks.
  public struct Lack: Equatable, Sendable {
    public var need: ResourceNeed
    /// Full-time equivalents that were asked for and not granted.
    public var people: Double
    /// Minor units that were asked for and not granted.
    public var money: Int
  }

  public struct Item: Equatable, Sendable, Identifiable {
    public var initiative: Initiative
    /// In order; one or more.
    public var lacks: [Lack]

    public var id: UUID { initiative.id }
    public var people: Double { lacks.reduce(0) { $0 + $1.people } }
    public var money: Int { lacks.lazy.map(\.money).clampedSum() }
  }

  /// In order.
  public let items: [Item]
  /// Initiatives that have begun (n).
  public let n: Int

  public init(_ needs: [ResourceNeed], initiatives: [Initiative], today: CalendarDay) {
    let begun = initiatives.inOrder().filter { $0.hasBegun(on: today) }
    let byInitiative = Dictionary(grouping: needs.inOrder(), by: \.initiativeID)
    n = begun.count
    items = begun.compactMap { initiative in
      let lacks = (byInitiative[initiative.id] ?? []).compactMap { Self.lack(of: $0) }
      return lacks.isEmpty ? nil : Item(initiative: initiative, lacks: lacks)
    }
  }

  /// Nil: it was granted what it asked for. A need without figures is granted when any figure was
  /// granted, 0 too: a tool that costs nothing.
  static func lack(of need: ResourceNeed) -> Lack? {
    let people = max(0, (need.askedPeople ?? 0) - (need.grantedPeople ?? 0))
    let money = max(0, (need.askedMoney ?? 0) - (need.grantedMoney ?? 0))
    let isUnanswered =
      need.askedPeople == nil && need.askedMoney == nil && need.grantedPeople == nil
      && need.grantedMoney == nil
    guard people > 0 || money > 0 || isUnanswered else { return nil }
    return Lack(need: need, people: people, money: money)
  }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "Begun: it runs, or its first day (or its pilot’s) has come and it is only planned. It lacks what was asked for and not granted: people, money or a tool."
    )
  }
}

extension Initiative {
  /// Its pilot's first day, or its own, whichever is earlier.
  public var firstDay: CalendarDay? {
    [pilotStart, startDay].compactMap { $0 }.min()
  }

  /// It runs; or it is planned and its first day has come.
  public func hasBegun(on today: CalendarDay) -> Bool {
    switch status {
    case .running: true
    case .planned: firstDay.map { $0 <= today } ?? false
    case .idea, .held, .done, .dropped: false
    }
  }

  /// Neither done nor dropped.
  public var isUnderWay: Bool { status != .done && status != .dropped }
}
