import Foundation

/// What a list of dialogues says by itself.
public struct DialogueSummary: Equatable, Sendable {
  public var count: Int
  /// Different customers by name, without regard to case; dialogues without a name are not counted.
  public var customerCount: Int
  /// Held on the day or up to 90 days before it.
  public var recentCount: Int
  /// With a high risk that the customer leaves without a word.
  public var highRiskCount: Int
  /// With something written down as a follow-up.
  public var followUpCount: Int

  public init(_ dialogues: [Dialogue], on today: CalendarDay) {
    count = dialogues.count
    customerCount =
      Set(
        dialogues.map { $0.customer.trimmingCharacters(in: .whitespacesAndNewlines).lowercased() }
          .filter { !$0.isEmpty }
      ).count
    recentCount = dialogues.count { dialogue in
      dialogue.day.map { (0...90).contains($0.days(until: today)) } ?? false
    }
    highRiskCount = dialogues.count { $0.risk == .high }
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
