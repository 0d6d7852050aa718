import Foundation
import Gtk
import UpliftCore

/// The boards that a group has worked on: open one, or begin another.
@MainActor final class BoardsList {
  private let session: Session
  private let go: (Place) -> Void
  private let box = Box(.vertical, spacing: 6)
  var widget: Widget { box }
  private let list = Box(.vertical, spacing: 6)
  private var shown: [[String]]?
  private var groupID: UUID?

  init(_ session: Session, go: @escaping (Place) -> Void) {
    self.session = session
    self.go = go
    box.append(list)
    box.append(
      BoardTemplateList.adding(isReadOnly: session.isReadOnly) { [weak self] template in
        guard let self, let groupID, let board = session.addBoard(to: groupID, template) else {
          return
        }
        go(.board(board))
      })
  }

  func show(_ group: GroupContents) {
    groupID = group.group.id
    let rows = group.boards.map { board -> [String] in
      let meeting = group.meetings.first { $0.id == board.meetingID }
      let day = meeting?.day.map(DayFormat.local.text)
      return [
        board.id.uuidString, board.title,
        [day, meeting?.title].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · "),
      ]
    }
    guard rows != shown else { return }
    shown = rows
    list.removeAll()
    if rows.isEmpty {
      list.append(
        PageParts.dim(tr("No board yet. A board holds the notes of a meeting, in columns.")))
    }
    for (board, row) in zip(group.boards, rows) {
      let id = board.id
      let open = RowButton.make(row[1], row[2]) { [weak self] in self?.go(.board(id)) }
      open.expandsHorizontally = true
      list.append(Box(.horizontal, spacing: 4, [open, duplicating(id)]))
    }
  }

  private func duplicating(_ id: UUID) -> Widget {
    let menu = DuplicateBoardButton.make(isReadOnly: session.isReadOnly) { [weak self] withNotes in
      guard let self, let copy = session.duplicateBoard(id, withNotes: withNotes) else { return }
      go(.board(copy))
    }
    return menu
  }
}

/// A row that is a button: a title, and a smaller line under it.
@MainActor enum RowButton {
  static func make(_ title: String, _ detail: String, _ open: @escaping () -> Void) -> Button {
    let heading = Label(title.isEmpty ? tr("Without a title") : title, classes: ["row-title"])
    heading.alignment = 0
    heading.wraps = true
    let texts = Box(.vertical, spacing: 2, [heading])
    if !detail.isEmpty { texts.append(PageParts.dim(detail)) }
    let button = Button(child: texts)
    button.addClass("page-card")
    button.setAccessibleLabel([title, detail].filter { !$0.isEmpty }.joined(separator: ", "))
    button.onClicked(open)
    return button
  }
}
