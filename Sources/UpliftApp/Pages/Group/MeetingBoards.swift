import Foundation
import Gtk
import UpliftCore

/// The boards of a meeting: open one, make one, or take one that belongs to no meeting yet.
@MainActor final class MeetingBoards {
  private let session: Session
  private let meetingID: UUID
  private let go: (Place) -> Void
  private let box = Box(.vertical, spacing: 4)
  var widget: Widget { box }
  private let list = Box(.vertical, spacing: 4)
  private let choice: ChoiceEditor<UUID?>
  private let add: Button
  private var group: GroupContents?
  private var shown: [[String]]?

  init(_ meetingID: UUID, _ session: Session, go: @escaping (Place) -> Void) {
    self.session = session
    self.meetingID = meetingID
    self.go = go
    var link: ((UUID?) -> Void)?
    choice = ChoiceEditor { link?($0) }
    var make: (() -> Void)?
    add = PageParts.adding(tr("Add a board for this meeting")) { make?() }
    box.append(list)
    box.append(Box(.horizontal, spacing: 8, [add, choice.widget]))
    choice.setName(tr("Take a board that belongs to no meeting"))
    for part in [add, choice.widget] as [Widget] { part.isSensitive = !session.isReadOnly }
    link = { [weak self] id in
      guard let self, let board = group?.boards.first(where: { $0.id == id }) else { return }
      session.perform(Edit.changing(board) { $0.meetingID = meetingID })
    }
    make = { [weak self] in
      guard let self, let group,
        let meeting = group.meetings.first(where: { $0.id == meetingID })
      else { return }
      let added = group.addingBoard(
        for: meetingID, title: meeting.title)
      guard session.perform(added.edit) else { return }
      go(.board(added.record.id))
    }
  }

  func show(_ group: GroupContents) {
    self.group = group
    let own = group.boards.filter { $0.meetingID == meetingID }
    let rows = own.map { [$0.id.uuidString, $0.title] }
    if rows != shown {
      shown = rows
      list.removeAll()
      for board in own {
        list.append(
          RowButton.make(board.title, "") { [weak self] in self?.go(.board(board.id)) })
      }
    }
    let free = group.boards.filter { $0.meetingID == nil }
    choice.widget.isVisible = !free.isEmpty
    choice.show(.some(nil), of: [(nil, tr("Take a board…"))] + free.map { ($0.id, $0.title) })
  }
}
