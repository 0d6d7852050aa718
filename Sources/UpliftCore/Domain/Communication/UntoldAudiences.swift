import Foundation

/// Audiences that an initiative affects and that hear nothing of it before it starts.
public struct UntoldAudiences: Equatable, Sendable {
  public struct Item: Equatable, Sendable {
    public var initiative: Initiative
    public var audience: Audience
    /// The first day of the initiative or of its pilot; nil: it runs and nobody knows since when.
    public var start: CalendarDay?
    /// Until the start; below 0: so many days since then.
    public var daysLeft: Int?
    /// Said to them about it, but at the start or after it, without a day, an idea only, or not
    /// sent although the start has passed.
    public var tooLate: [Message]
  }

  /// Earliest start first.
  public let items: [Item]
  /// Pairs of an initiative and an audience that it affects, of initiatives that run, or are
  /// planned with a first day (n).
  public let n: Int

  public init(
    _ initiatives: [Initiative], audiences: [Audience], affected: [InitiativeAudience],
    messages: [Message], heard: [MessageAudience], today: CalendarDay
  ) {
    let known = Dictionary(audiences.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let byInitiative = Dictionary(grouping: affected, by: \.initiativeID)
    let about = Dictionary(grouping: messages.inOrder(), by: \.initiativeID)
    let listeners = Dictionary(grouping: heard, by: \.messageID)
      .mapValues { Set($0.map(\.audienceID)) }
    var items: [Item] = []
    var count = 0
    for initiative in initiatives.inOrder() {
      let start = initiative.firstDay
      guard initiative.status == .running || (initiative.status == .planned && start != nil)
      else { continue }
      let own = (byInitiative[initiative.id] ?? []).compactMap { known[$0.audienceID] }.inOrder()
      for audience in own {
        count += 1
        let said = (about[initiative.id] ?? []).filter {
          listeners[$0.id]?.contains(audience.id) ?? false
        }
        let inTime = said.contains { message in
          guard message.status != .idea else { return false }
          guard let start else { return message.status == .sent }
          guard let day = message.day, day < start else { return false }
          return start > today || message.status == .sent
        }
        guard !inTime else { continue }
        items.append(
          Item(
            initiative: initiative, audience: audience, start: start,
            daysLeft: start.map { today.days(until: $0) }, tooLate: said))
      }
    }
    self.items = items.enumerated().sorted { left, right in
      let (first, second) = (left.element.start, right.element.start)
      guard first != second else { return left.offset < right.offset }
      guard let first, let second else { return first == nil }
      return first < second
    }.map(\.element)
    n = count
  }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "An audience that an initiative affects hears of it before its first day (or its pilot’s): from a message about the initiative, to that audience, that is more than an idea, and sent if the day has passed."
    )
  }
}
