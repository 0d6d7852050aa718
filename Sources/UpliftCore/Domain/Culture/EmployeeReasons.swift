import Foundation

/// Why people stay, why they left, and what they wish for: by reason, most frequent first.
public struct EmployeeReasons: Equatable, Sendable {
  public struct Entry: Equatable, Sendable {
    /// In a word or two, as it was spelled first.
    public var reason: String
    /// Newest first.
    public var voices: [EmployeeVoice]

    public var count: Int { voices.count }
  }

  /// Most frequent first; equal ones by name.
  public let entries: [Entry]
  /// Nobody said the reason in a word; in order.
  public let withoutReason: [EmployeeVoice]
  /// Voices of this kind.
  public let n: Int

  /// - Parameters:
  ///   - kind: wishes, those who stay, or those who left.
  ///   - departmentID: only of one department; nil: of all.
  ///   - period: only of these days; nil: all, those without a day, too.
  public init(
    _ voices: [EmployeeVoice], kind: EmployeeVoice.Kind, departmentID: UUID? = nil,
    period: ClosedRange<CalendarDay>? = nil
  ) {
    let own = voices.inOrder().filter { voice in
      voice.voiceKind == kind && (departmentID == nil || voice.departmentID == departmentID)
        && (period.map { days in voice.day.map(days.contains) ?? false } ?? true)
    }
    n = own.count
    withoutReason = own.filter(\.reason.isBlank)
    entries = Dictionary(grouping: own.filter { !$0.reason.isBlank }) { $0.reason.folded }.values
      .map { group in
        Entry(
          reason: group.first.map {
            $0.reason.trimmingCharacters(in: .whitespacesAndNewlines)
          } ?? "",
          voices: group.enumerated().sorted { left, right in
            let (first, second) = (left.element.day, right.element.day)
            guard first != second else { return left.offset < right.offset }
            guard let first, let second else { return second == nil }
            return first > second
          }.map(\.element))
      }.sorted { ($1.count, $0.reason.folded) < ($0.count, $1.reason.folded) }
  }

  /// Of one reason, out of the voices that name one.
  public func share(of entry: Entry) -> Proportion {
    Proportion(entry.count, of: n - withoutReason.count)
  }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "How many named each reason, without regard to case, most frequent first; out of those who named one."
    )
  }
}
