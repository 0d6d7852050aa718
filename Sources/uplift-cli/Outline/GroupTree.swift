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
    var title: String
  }

  struct AgendaEntry: Encodable {
    @ListedID var id: UUID
    var minutes: Int
    var state: AgendaItem.State
    var title: String
  }

  var boards: [BoardTree]
  @ListedID var id: UUID
  var kind: AdvisoryGroup.Kind
  var maximumSize: Int
  var meetings: [MeetingEntry]
  var members: [MemberEntry]
  var minimumSize: Int
  var purpose: String
  var title: String

  /// Nil when the group is gone.
  init?(_ workspace: Workspace, _ groupID: UUID) throws {
    guard let contents = try workspace.group(groupID) else { return nil }
    let group = contents.group
    boards = try contents.boards.compactMap { try workspace.board($0.id) }.map(BoardTree.init)
    id = group.id
    kind = group.groupKind
    maximumSize = group.maximumSize
    meetings = contents.meetings.map { meeting in
      let present = Set(
        (contents.attendances[meeting.id] ?? []).filter(\.isPresent).map(\.memberID))
      return MeetingEntry(
        agenda: (contents.agendaItems[meeting.id] ?? []).map {
          AgendaEntry(id: $0.id, minutes: $0.minutes, state: $0.state, title: $0.title)
        },
        attended: contents.members.filter { present.contains($0.id) }.map(\.name),
        day: meeting.day, id: meeting.id, title: meeting.title)
    }
    members = contents.members.map {
      MemberEntry(function: $0.function, id: $0.id, name: $0.name)
    }
    minimumSize = group.minimumSize
    purpose = group.purpose
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
    children += meetings.map { meeting in
      let line = meeting.day.map { "\(meeting.title) (\($0))" } ?? meeting.title
      return TextTree(
        tr("Meeting: {title}", ["title": line]),
        meeting.agenda.map { item in
          TextTree(tr("{title}, {minutes} min", ["title": item.title, "minutes": item.minutes]))
        })
    }
    children += boards.map(\.text)
    let size = ntr("{count} member", "{count} members", members.count)
    return TextTree("\(title) (\(size))", children)
  }
}
