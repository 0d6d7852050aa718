import Foundation
import UpliftCore

/// An advisory group as `outline` shows it. The property names are the keys of the JSON.
struct GroupTree: Encodable {
  struct MemberEntry: Encodable {
    var function: String
    @ListedID var id: UUID
    var name: String
  }

  struct MeetingEntry: Encodable {
    var agenda: [AgendaEntry]
    /// Names of those who came.
    var attended: [String]
    var day: CalendarDay?
    @ListedID var id: UUID
    var notes: String
    var place: String
    /// The title of its series.
    var series: String?
    var title: String
  }

  struct AgendaEntry: Encodable {
    var activity: AgendaItem.Activity
    var extraMinutes: Int
    @ListedID var id: UUID
    var minutes: Int
    var outcome: String
    var state: AgendaItem.State
    var title: String
  }

  struct SeriesEntry: Encodable {
    var cadence: MeetingSeries.Cadence
    @ListedID var id: UUID
    var meetings: Int
    var title: String
  }

  struct DismissalEntry: Encodable {
    var day: CalendarDay?
    @ListedID var id: UUID
    var reason: String
    var warning: String
  }

  var boards: [BoardTree]
  var dismissals: [DismissalEntry]
  @ListedID var id: UUID
  var kind: AdvisoryGroup.Kind
  var maximumSize: Int
  var meetings: [MeetingEntry]
  var members: [MemberEntry]
  var minimumSize: Int
  var purpose: String
  var recommendations: [RecommendationEntry]
  var series: [SeriesEntry]
  var title: String

  /// Nil when the group is gone.
  init?(_ workspace: Workspace, _ groupID: UUID) throws {
    guard let contents = try workspace.group(groupID) else { return nil }
    let group = contents.group
    boards = try contents.boards.compactMap { try workspace.board($0.id) }.map(BoardTree.init)
    dismissals = contents.dismissals.sorted { $0.warning < $1.warning }.map {
      DismissalEntry(day: $0.day, id: $0.id, reason: $0.reason, warning: $0.warning)
    }
    id = group.id
    kind = group.groupKind
    maximumSize = group.maximumSize
    meetings = contents.meetings.map { meeting in
      let present = Set(
        (contents.attendances[meeting.id] ?? []).filter(\.isPresent).map(\.memberID))
      return MeetingEntry(
        agenda: (contents.agendaItems[meeting.id] ?? []).map {
          AgendaEntry(
            activity: $0.activity, extraMinutes: $0.extraMinutes, id: $0.id, minutes: $0.minutes,
            outcome: $0.outcome, state: $0.state, title: $0.title)
        },
        attended: contents.members.filter { present.contains($0.id) }.map(\.name),
        day: meeting.day, id: meeting.id, notes: meeting.notes, place: meeting.place,
        series: contents.series.first { $0.id == meeting.seriesID }?.title, title: meeting.title)
    }
    members = contents.members.map {
      MemberEntry(function: $0.function, id: $0.id, name: $0.name)
    }
    minimumSize = group.minimumSize
    purpose = group.purpose
    recommendations = contents.recommendations.map { RecommendationEntry($0, in: contents) }
    series = contents.series.map { series in
      SeriesEntry(
        cadence: series.cadence, id: series.id,
        meetings: contents.meetings.count { $0.seriesID == series.id }, title: series.title)
    }
    title = group.title
  }

  var text: TextTree {
    var children: [TextTree] = []
    if !members.isEmpty {
      children.append(
        TextTree(
          tr("Members"),
          members.map { TextTree($0.function.isEmpty ? $0.name : "\($0.name) (\($0.function))") }))
    }
    children += series.map { series in
      TextTree(
        tr(
          "Series: {title} ({cadence}, {meetings})",
          [
            "title": series.title, "cadence": Self.name(series.cadence),
            "meetings": ntr("{count} meeting", "{count} meetings", series.meetings),
          ]))
    }
    children += meetings.map { meeting in
      let line = meeting.day.map { "\(meeting.title) (\($0))" } ?? meeting.title
      return TextTree(
        tr("Meeting: {title}", ["title": line]), meeting.agenda.map { TextTree(Self.line($0)) })
    }
    children += boards.map(\.text)
    children += [
      (tr("Recommendations"), recommendations.map(\.line)),
      (tr("Still owed to the group"), recommendations.filter(\.isOwed).map(\.text)),
      (tr("Warnings put aside"), dismissals.map { "\($0.warning): \($0.reason)" }),
    ].filter { !$0.1.isEmpty }.map { TextTree($0.0, $0.1.map { TextTree($0) }) }
    let size = ntr("{count} member", "{count} members", members.count)
    return TextTree("\(title) (\(size))", children)
  }

  private static func line(_ item: AgendaEntry) -> String {
    let minutes = item.minutes + item.extraMinutes
    let line = tr("{title}, {minutes} min", ["title": item.title, "minutes": minutes])
    return item.outcome.isEmpty ? line : "\(line): \(item.outcome)"
  }

  private static func name(_ cadence: MeetingSeries.Cadence) -> String {
    switch cadence {
    case .weekly: tr("weekly")
    case .fortnightly: tr("fortnightly")
    case .monthly: tr("monthly")
    case .quarterly: tr("quarterly")
    case .yearly: tr("yearly")
    }
  }
}
