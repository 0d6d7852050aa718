import Foundation

/// What needs somebody today, in order.
public struct Attention: Equatable, Sendable {
  /// Why something needs somebody; in the order in which they are listed: first what was promised to
  /// people, then what stands still, then what is to be said and looked at, then what is to be
  /// thought about.
  public enum Matter: Int, CaseIterable, Comparable, Sendable {
    case latePromise
    case recommendationOwed
    case barrierWithoutManager
    case untoldAudience
    case lateInitiative
    case unmetNeed
    case lateMilestone
    case dialogueOverdue
    case followUpDue
    case messageDue
    case promiseDue
    case termEnding
    case reviewDue
    case targetNotMet
    case targetToRaise
    case workMayResume
    case unclearDecision

    public static func < (left: Matter, right: Matter) -> Bool { left.rawValue < right.rawValue }
  }

  public struct Item: Equatable, Sendable {
    public var matter: Matter
    /// Where it leads.
    public var reference: EntityReference
    /// What it is about: the name of the record; may be empty.
    public var title: String
    /// Why it needs somebody, in a sentence.
    public var reason: String
    /// Days past its day; below 0: still to go. Nil: it has none.
    public var daysLate: Int?

    /// A key customer whom nobody has met yet waits longest; anything else without a day comes last.
    fileprivate var lateness: Int { daysLate ?? (matter == .dialogueOverdue ? .max : .min) }
  }

  /// Days ahead in which a promise or a message that comes is said.
  public static let daysAhead = 7

  /// By matter; of one matter the latest first.
  public let items: [Item]

  init(_ items: [Item]) {
    self.items = items.enumerated().sorted { left, right in
      let (first, second) = (left.element, right.element)
      guard first.matter == second.matter else { return first.matter < second.matter }
      let (early, late) = (first.lateness, second.lateness)
      return early == late ? left.offset < right.offset : early > late
    }.map(\.element)
  }

  public func items(_ matter: Matter) -> [Item] { items.filter { $0.matter == matter } }

  public var n: Int { items.count }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "In this order: promises to customers, what groups are owed, what stands still, what is to be said or looked at, what is to be thought about; of each the latest first. Promises and messages are said {days} days ahead.",
      ["days": daysAhead])
  }
}

extension Attention.Matter {
  /// In the language of the program, for a heading.
  public var title: String {
    switch self {
    case .latePromise: tr("Late promises")
    case .recommendationOwed: tr("Recommendations owed to a group")
    case .barrierWithoutManager: tr("Barriers with no manager")
    case .untoldAudience: tr("Audiences that have heard nothing")
    case .lateInitiative: tr("Late initiatives")
    case .unmetNeed: tr("Initiatives without what they need")
    case .lateMilestone: tr("Late milestones")
    case .dialogueOverdue: tr("Key customers to speak with")
    case .followUpDue: tr("Follow-ups of trainings")
    case .messageDue: tr("Messages to send")
    case .promiseDue: tr("Promises that are due soon")
    case .termEnding: tr("Terms that end")
    case .reviewDue: tr("Groups to review")
    case .targetNotMet: tr("Targets that are not met")
    case .targetToRaise: tr("Targets that ask to be raised")
    case .workMayResume: tr("Held work that may go on")
    case .unclearDecision: tr("Decisions that nobody clearly takes")
    }
  }
}
