import Foundation
import Gtk
import UpliftCore

/// An advisory group on the overview, with its boards under it.
@MainActor enum GroupSummary {
  static func widget(
    _ group: AdvisoryGroup, in outline: WorkspaceOutline, go: @escaping (Place) -> Void,
    isReadOnly: Bool, addBoard: @escaping (BoardTemplate) -> Void,
    duplicate: @escaping (_ boardID: UUID, _ withNotes: Bool) -> Void
  ) -> Widget {
    let count = outline.memberCounts[group.id] ?? 0
    let meetings = outline.meetings.filter { $0.groupID == group.id }
    let kind = Words.name(group.groupKind)
    var facts = [
      kind == group.title ? "" : kind, ntr("{count} member", "{count} members", count),
      ntr("{count} meeting", "{count} meetings", meetings.count),
    ]
    let size = group.usualMembers
    let usual = tr("{from}–{to} is usual", ["from": size.lowerBound, "to": size.upperBound])
    let isUsual = size.contains(count)
    facts.insert(usual, at: 2)
    let id = group.id
    let open = RowButton.make(group.title, facts.filter { !$0.isEmpty }.joined(separator: " · ")) {
      go(.group(id))
    }
    let box = Box(.vertical, spacing: 4, [open])
    if !isUsual {
      let notice = Label(
        count < size.lowerBound
          ? tr("Fewer members than usual.") : tr("More members than usual."),
        classes: ["notice"])
      notice.alignment = 0
      notice.wraps = true
      box.append(notice)
    }
    let boards = Box(.vertical, spacing: 4)
    boards.setMargins(start: 24)
    for board in outline.boards(of: group.id) {
      let boardID = board.id
      let meeting = meetings.first { $0.id == board.meetingID }
      let detail = [
        tr("Board"), meeting?.day.map(DayFormat.local.text) ?? "", meeting?.title ?? "",
      ].filter { !$0.isEmpty }.joined(separator: " · ")
      let open = RowButton.make(board.title, detail) { go(.board(boardID)) }
      open.expandsHorizontally = true
      let copy = DuplicateBoardButton.make(isReadOnly: isReadOnly) { duplicate(boardID, $0) }
      boards.append(Box(.horizontal, spacing: 4, [open, copy]))
    }
    boards.append(BoardTemplateList.adding(isReadOnly: isReadOnly, choose: addBoard))
    box.append(boards)
    return box
  }
}
