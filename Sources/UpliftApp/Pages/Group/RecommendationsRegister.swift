import Foundation
import UpliftCore

/// What the register of a group's recommendations shows.
@MainActor enum RecommendationsRegister {
  /// - Parameters:
  ///   - groupID: new ones are this group's.
  ///   - meetings: of the group, in order.
  static func make(
    _ groupID: UUID, meetings: @escaping () -> [Meeting]
  ) -> Register<Recommendation> {
    let today = { CalendarDay(Date()) }
    let answers: [(value: Recommendation.Answer?, title: String)] =
      [(nil, "")] + Recommendation.Answer.allCases.map { ($0, GroupWords.name(of: $0)) }
    return Register(
      title: tr("Recommendations"),
      columns: [
        .text(tr("Recommendation"), width: 190, grows: true, \.text),
        .text(tr("Owner"), width: 96, \.owner),
        .choice(tr("Answer"), width: 92, \.answer) { answers },
        .text(tr("Reason"), width: 96, \.reason),
        .day(tr("Asked on"), \.askedOn),
        .computed(
          tr("Age"), width: 82, text: { age($0, on: today()) },
          key: { one in one.age(on: today()).map { .number(Double($0)) } }),
        RegisterColumn<Recommendation>.day(tr("Due"), \.due).marked { $0.isLate(on: today()) },
        .day(tr("Done"), \.doneOn),
        .day(tr("Told"), \.toldOn),
        RegisterColumn<Recommendation>.choice(tr("Meeting"), width: 112, \.meetingID) {
          [(nil, "")] + meetings().map { ($0.id, MeetingWords.title(of: $0)) }
        }.leading { $0.meetingID.map { EntityReference(.meeting, $0) } },
      ],
      filters: [
        (tr("Still owed"), \.isOwed), (tr("Open"), \.isOpen),
        (tr("Late"), { $0.isLate(on: today()) }), (tr("All"), { _ in true }),
      ],
      actions: [
        RegisterAction(title: tr("Accepted")) { rows in
          Edit.changing(rows) { $0.answer = .accepted }
        },
        RegisterAction(title: tr("Asked for a date")) { rows in
          Edit.changing(rows) { $0.answer = .askedForDate }
        },
        RegisterAction(title: tr("Declined")) { rows in
          Edit.changing(rows) { $0.answer = .declined }
        },
        RegisterAction(title: tr("Done today")) { rows in
          Edit.changing(rows) { $0.doneOn = today() }
        },
        RegisterAction(title: tr("Told today")) { rows in
          Edit.changing(rows) { $0.toldOn = today() }
        },
      ],
      emptyText: tr(
        "No recommendation yet. Write down what the group asks for, who is to answer, and by when. The group hears what came of it."
      ),
      addTitle: tr("Add recommendation"), addName: .addRecommendation,
      make: { last in
        Recommendation(
          groupID: groupID, rank: .between(last?.rank, nil), text: "", askedOn: today())
      }, name: \.text)
  }

  static func age(_ recommendation: Recommendation, on today: CalendarDay) -> String {
    recommendation.age(on: today).map { ntr("{count} day", "{count} days", $0) } ?? ""
  }
}

/// What a meeting is called.
enum MeetingWords {
  /// "12.10.2026 · Why do returns hurt?".
  static func title(of meeting: Meeting) -> String {
    [
      meeting.day.map(DayFormat.local.text) ?? "",
      meeting.title.isEmpty ? tr("Without a title") : meeting.title,
    ].filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
