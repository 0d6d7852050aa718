import Foundation

/// Which customers somebody spoke with lately, and who has gone quiet.
public struct DialogueCoverage: Equatable, Sendable {
  /// A dialogue this many days ago or fewer is a recent one.
  public static let recentDays = 90

  /// A customer and what was said with them.
  public struct Contact: Equatable, Sendable, Identifiable {
    public var customer: Customer
    /// Up to today, newest first.
    public var dialogues: [Dialogue]
    /// Since the newest; nil: never.
    public var daysSince: Int?

    public var id: UUID { customer.id }
    public var isRecent: Bool { daysSince.map { $0 <= DialogueCoverage.recentDays } ?? false }
    /// What the newest dialogue that says something of it says.
    public var risk: Dialogue.Risk? { dialogues.lazy.compactMap(\.risk).first }
  }

  /// Every customer, in order.
  public let contacts: [Contact]
  /// Dialogues that belong to nobody on the list of customers, or have no day, or are still to come.
  public let leftOut: [Dialogue]

  /// A dialogue is with the customer that it names by `customerID`, else with the one who is called
  /// like `customer`, without regard to case.
  public init(customers: [Customer], dialogues: [Dialogue], today: CalendarDay) {
    let ordered = customers.inOrder()
    let ids = Set(ordered.map(\.id))
    let names = Dictionary(
      ordered.filter { !$0.name.isBlank }.map { ($0.name.folded, $0.id) },
      uniquingKeysWith: { first, _ in first })
    var found: [UUID: [Dialogue]] = [:]
    var leftOut: [Dialogue] = []
    for dialogue in dialogues {
      let known = dialogue.customerID.flatMap { ids.contains($0) ? $0 : nil }
      if let customer = known ?? names[dialogue.customer.folded], let day = dialogue.day,
        day <= today
      {
        found[customer, default: []].append(dialogue)
      } else {
        leftOut.append(dialogue)
      }
    }
    contacts = ordered.map { customer in
      let own = (found[customer.id] ?? []).sorted {
        ($0.day ?? today, $0.id.uuidString) > ($1.day ?? today, $1.id.uuidString)
      }
      return Contact(
        customer: customer, dialogues: own,
        daysSince: own.first?.day.map { $0.days(until: today) })
    }
    self.leftOut = leftOut.inOrder()
  }

  public var key: [Contact] { contacts.filter(\.customer.isKey) }

  /// Key customers met in the last 90 days, out of all key customers.
  public var met: Proportion { Proportion(key.count(where: \.isRecent), of: key.count) }

  /// Key customers whom nobody met in the last 90 days: those never met first, then the longest ago.
  public var keyNotMet: [Contact] { Self.longestAgo(key.filter { !$0.isRecent }) }

  /// Customers, key or not, whom somebody spoke with once and not in the last 90 days: longest ago
  /// first.
  public var goneQuiet: [Contact] {
    Self.longestAgo(contacts.filter { !$0.dialogues.isEmpty && !$0.isRecent })
  }

  /// Whose newest word is that they may leave without a word.
  public var atRisk: [Contact] { contacts.filter { $0.risk == .high } }

  private static func longestAgo(_ contacts: [Contact]) -> [Contact] {
    contacts.enumerated().sorted { left, right in
      let (first, second) = (left.element.daysSince ?? .max, right.element.daysSince ?? .max)
      return first == second ? left.offset < right.offset : first > second
    }.map(\.element)
  }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "Met: a key customer with a dialogue in the last {days} days, today included. Gone quiet: somebody spoke with them before, and not in the last {days} days.",
      ["days": recentDays])
  }
}
