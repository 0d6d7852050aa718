import Foundation

/// What a meeting is called.
public enum MeetingWords {
  /// "12.10.2026 · Why do returns hurt?".
  public static func title(of meeting: Meeting) -> String {
    [
      meeting.day.map(DayFormat.local.text) ?? "",
      meeting.title.isEmpty ? tr("Without a title") : meeting.title,
    ].filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
