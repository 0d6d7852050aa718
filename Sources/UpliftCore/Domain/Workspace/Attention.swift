import Foundation

/// What needs somebody today, in order.
public struct Attention: Equatable, Sendable {
  /// Why something needs somebody; in the order in which they are listed: first what was promised to
  /// people, then what stands still, then what is to be said and looked at, then what is to be
  /// thought about.
  public enum Matter: String, CaseIterable, Comparable, Sendable {
    case latePromise = "late_promise"
    case recommendationOwed = "recommendation_owed"
    case customerAtRisk = "customer_at_risk"
    case barrierWithoutManager = "barrier_without_manager"
    case untoldAudience = "untold_audience"
    case lateInitiative = "late_initiative"
    case unmetNeed = "unmet_need"
    case lateMilestone = "late_milestone"
    case lateTraining = "late_training"
    case dialogueOverdue = "dialogue_overdue"
    case customerQuiet = "customer_quiet"
    case followUpDue = "follow_up_due"
    case messageDue = "message_due"
    case promiseDue = "promise_due"
    case termEnding = "term_ending"
    case reviewDue = "review_due"
    case targetNotMet = "target_not_met"
    case targetToRaise = "target_to_raise"
    case workMayResume = "work_may_resume"
    case unclearDecision = "unclear_decision"

    private static let places = Dictionary(
      uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

    /// From 0, the most urgent first.
    fileprivate var place: Int { Self.places[self] ?? Self.places.count }

    public static func < (left: Matter, right: Matter) -> Bool { left.place < right.place }
  }

  public struct Item: Equatable, Sendable {
    public var matter: Matter
    /// Where it leads.
    public var reference: EntityReference
    /// What it is about: the name of the record; may be empty.
    public var title: String
    /// Why it needs somebody, in a sentence.
    public var reason: String
    /// Days past its day, or since it began to wait; below 0: still to go. Nil: it has none.
    public var daysLate: Int?
    /// Who is to do something, as their name was written down; empty: nobody yet.
    public var who = ""

    /// How old it is: "31 days", "today", "in 7 days"; empty when nobody knows.
    public var age: String {
      guard let daysLate else { return "" }
      if daysLate == 0 { return tr("today") }
      return daysLate > 0
        ? ntr("{count} day", "{count} days", daysLate)
        : ntr("in {count} day", "in {count} days", -daysLate)
    }

    /// A key customer whom nobody has met yet waits longest; anything else without a day comes last.
    fileprivate var lateness: Int { daysLate ?? (matter == .dialogueOverdue ? .max : .min) }
  }

  /// Days ahead in which a promise or a message that comes is said.
  public static let daysAhead = 7

  /// By matter; of one matter the latest first.
  public let items: [Item]

  init(_ items: [Item]) {
    let keyed = items.enumerated().map {
      (matter: $1.matter.place, lateness: $1.lateness, offset: $0)
    }
    self.items = keyed.sorted { left, right in
      guard left.matter == right.matter else { return left.matter < right.matter }
      return left.lateness == right.lateness
        ? left.offset < right.offset : left.lateness > right.lateness
    }.map { items[$0.offset] }
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
    case .customerAtRisk: tr("Customers who may leave")
    case .barrierWithoutManager: tr("Barriers with no manager")
    case .untoldAudience: tr("Audiences that have heard nothing")
    case .lateInitiative: tr("Late initiatives")
    case .unmetNeed: tr("Initiatives without what they need")
    case .lateMilestone: tr("Late milestones")
    case .lateTraining: tr("Late trainings")
    case .dialogueOverdue: tr("Key customers to speak with")
    case .customerQuiet: tr("Customers who have gone quiet")
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

  /// By which rule it is said, for the screen.
  public var rule: String {
    switch self {
    case .latePromise: tr("A promise that is neither kept nor broken, and whose day is over.")
    case .recommendationOwed:
      tr(
        "A recommendation that nobody has answered, that is late, or that is done or declined without the group having been told."
      )
    case .customerAtRisk: tr("The newest dialogue with the customer notes a high risk.")
    case .barrierWithoutManager: BarrierFigures.rule
    case .untoldAudience: UntoldAudiences.rule
    case .lateInitiative:
      tr("An initiative that is neither done, dropped nor held, and whose end is over.")
    case .unmetNeed: UnmetNeeds.rule
    case .lateMilestone: tr("A milestone that is not reached, and whose day is over.")
    case .lateTraining: tr("A training that is not done, and whose day is over.")
    case .dialogueOverdue, .customerQuiet: DialogueCoverage.rule
    case .followUpDue: FollowUpsDue.rule
    case .messageDue:
      tr(
        "A message that is not sent, and whose day is over or comes within {days} days.",
        ["days": Attention.daysAhead])
    case .promiseDue:
      tr("An open promise whose day comes within {days} days.", ["days": Attention.daysAhead])
    case .termEnding:
      tr(
        "Terms that end within {count} days are said, and those that have ended.",
        ["count": GroupWarnings.daysBeforeTermEnds])
    case .reviewDue: tr("A group whose day of review has come.")
    case .targetNotMet: MetricSeries.targetRule
    case .targetToRaise: ExpectationsRatchet.rule
    case .workMayResume: HeldWork.rule
    case .unclearDecision: RACIFaults.rule
    }
  }
}
