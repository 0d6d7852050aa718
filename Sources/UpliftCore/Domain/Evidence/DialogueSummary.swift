import Foundation

/// What a list of dialogues says by itself.
public struct DialogueSummary: Equatable, Sendable {
  public var count: Int
  /// Different customers, by the list of customers or else by name, without regard to case;
  /// dialogues without a name are not counted.
  public var customerCount: Int
  /// Held on the day or up to 90 days before it.
  public var recentCount: Int
  /// Customers with whom the newest dialogue that says something of it says that the risk that they
  /// leave without a word is high.
  public var highRiskCount: Int
  /// With something written down as a follow-up.
  public var followUpCount: Int

  /// - Parameter customers: the list of customers, by which a name and a link to it are one person.
  public init(_ dialogues: [Dialogue], customers: [Customer] = [], on today: CalendarDay) {
    self.init(
      dialogues, names: customers.inOrder().map { (name: $0.name, id: $0.id) }, on: today)
  }

  /// - Parameter names: of the customers on the list, in order.
  public init(_ dialogues: [Dialogue], names: [(name: String, id: UUID)], on today: CalendarDay) {
    count = dialogues.count
    let known = Dictionary(
      names.filter { !$0.name.isBlank }.map { ($0.name.folded, $0.id.uuidString) },
      uniquingKeysWith: { first, _ in first })
    func key(_ dialogue: Dialogue) -> String? {
      if let id = dialogue.customerID { return id.uuidString }
      let name = dialogue.customer.folded
      return name.isEmpty ? nil : known[name] ?? name
    }
    let named = Dictionary(grouping: dialogues.filter { key($0) != nil }) { key($0) ?? "" }
    customerCount = named.count
    recentCount = dialogues.count { dialogue in
      dialogue.day.map { (0...90).contains($0.days(until: today)) } ?? false
    }
    let people = Array(named.values) + dialogues.filter { key($0) == nil }.map { [$0] }
    highRiskCount = people.count { own in
      own.filter { $0.risk != nil && $0.day.map { $0 <= today } ?? true }.max { left, right in
        switch (left.day, right.day) {
        case (let first?, let second?):
          first == second ? left.id.uuidString < right.id.uuidString : first < second
        case (nil, _?): true
        default: false
        }
      }?.risk == .high
    }
    followUpCount = dialogues.count { !$0.followUp.allSatisfy(\.isWhitespace) }
  }
}

/// Dialogues in words.
public enum DialogueWords {
  /// "high".
  public static func name(of risk: Dialogue.Risk) -> String {
    switch risk {
    case .low: tr("low")
    case .medium: tr("medium")
    case .high: tr("high")
    }
  }
}

/// A step by what it is called, and where it stands: for lists to choose from.
public struct StepTitle: Equatable, Sendable {
  public var id: UUID
  /// "Prepares the parcel · Returning an online order".
  public var title: String

  public init(id: UUID, title: String) {
    self.id = id
    self.title = title
  }
}
