import Foundation

/// Who was named a Customer Champion, who named them, and of which teams they are.
public struct Leaderboards: Equatable, Sendable {
  public struct Entry: Equatable, Sendable {
    /// As it was spelled first.
    public var name: String
    /// From 1; equal counts share a place, and the next one is left out for each: 1, 1, 3.
    public var place: Int
    /// Newest first.
    public var champions: [Champion]

    public var count: Int { champions.count }
  }

  public struct Board: Equatable, Sendable {
    /// Most first; equal ones by name.
    public var entries: [Entry]
    /// Accolades that name somebody here.
    public var n: Int { entries.reduce(0) { $0 + $1.count } }

    /// The first three of the list, out of all.
    public var topThree: Proportion {
      Proportion(entries.prefix(3).reduce(0) { $0 + $1.count }, of: n)
    }
  }

  /// With fewer it says nothing that three take most.
  public static let fewestToJudge = 10

  public let receivers: Board
  public let givers: Board
  public let teams: Board
  public let period: ClosedRange<CalendarDay>?
  /// Accolades in the period.
  public let n: Int

  /// - Parameter period: both ends in it; nil: all, those without a day, too. Names are the same
  ///   without regard to case and to white space at their ends.
  public init(_ champions: [Champion], period: ClosedRange<CalendarDay>? = nil) {
    let own = champions.inOrder().filter { champion in
      period.map { days in champion.day.map(days.contains) ?? false } ?? true
    }
    self.period = period
    n = own.count
    receivers = Self.board(own, by: \.toName)
    givers = Self.board(own, by: \.fromName)
    teams = Self.board(own, by: \.team)
  }

  private static func board(_ champions: [Champion], by name: (Champion) -> String) -> Board {
    let groups = Dictionary(grouping: champions.filter { !name($0).isBlank }) { name($0).folded }
    let sorted = groups.values.map { group in
      (
        name: group.first.map { name($0).trimmingCharacters(in: .whitespacesAndNewlines) } ?? "",
        champions: group.enumerated().sorted { left, right in
          let (first, second) = (left.element.day, right.element.day)
          guard first != second else { return left.offset < right.offset }
          guard let first, let second else { return second == nil }
          return first > second
        }.map(\.element)
      )
    }.sorted {
      ($1.champions.count, $0.name.lowercased(), $0.name)
        < ($0.champions.count, $1.name.lowercased(), $1.name)
    }
    var entries: [Entry] = []
    for (index, one) in sorted.enumerated() {
      let isTie = entries.last.map { $0.count == one.champions.count } ?? false
      let place = isTie ? entries.last?.place ?? 1 : index + 1
      entries.append(Entry(name: one.name, place: place, champions: one.champions))
    }
    return Board(entries: entries)
  }

  /// The same three people take more than half of ten accolades or more.
  public var isConcentrated: Bool {
    receivers.n >= Self.fewestToJudge && (receivers.topThree.share ?? 0) > 0.5
  }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "Most first, in the chosen period. Three people take most when the first three have more than half of {count} accolades or more.",
      ["count": fewestToJudge])
  }
}
