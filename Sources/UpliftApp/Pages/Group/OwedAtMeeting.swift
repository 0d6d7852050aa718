import Foundation
import Gtk
import UpliftCore

/// What the group is to hear about first at a meeting: what it asked for and what came of it.
@MainActor final class OwedAtMeeting {
  private let session: Session
  private let meetingID: UUID
  private let open: (UUID) -> Void
  private let box = Box(.vertical, spacing: 4)
  var widget: Widget { box }
  private let heading = Label("", classes: ["field-label"])
  private let list = Box(.vertical, spacing: 2)
  private let offer: Button
  private var shown: [String]?

  init(_ meetingID: UUID, _ session: Session, open: @escaping (UUID) -> Void) {
    self.meetingID = meetingID
    self.session = session
    self.open = open
    var add: (() -> Void)?
    offer = PageParts.adding(tr("Put this first on the agenda")) { add?() }
    heading.alignment = 0
    heading.wraps = true
    for child in [heading, list, offer] as [Widget] { box.append(child) }
    add = { [weak self] in
      guard let self else { return }
      session.perform(group?.addingOwedItem(to: meetingID)?.edit)
    }
  }

  private var group: GroupContents?

  func show(_ group: GroupContents) {
    self.group = group
    let owed = group.owed(at: meetingID)
    box.isVisible = !owed.isEmpty
    let isFirst =
      group.agendaItems[meetingID]?.first?.title == tr("What came of what we asked for")
    offer.isVisible = !isFirst && !session.isReadOnly
    heading.text = ntr(
      "First: {count} recommendation that the group is still to hear about",
      "First: {count} recommendations that the group is still to hear about", owed.count)
    let today = CalendarDay(Date())
    let lines = owed.map { one in
      [
        one.text.replacingNewlines(), one.owner,
        one.answer.map { GroupWords.name(of: $0) } ?? tr("not answered"),
        one.isOpen ? one.ageText(on: today) : tr("the group was not told"),
      ].filter { !$0.isEmpty }.map(\.isolated).joined(separator: " · ")
    }
    guard lines != shown else { return }
    shown = lines
    list.removeAll()
    for (one, line) in zip(owed, lines) {
      let label = Label(line)
      label.alignment = 0
      label.wraps = true
      let button = Button(child: label)
      button.hasFrame = false
      button.addClass("link-row")
      button.setClass("late", one.isLate(on: today))
      button.setAccessibleLabel(tr("Go to “{title}”", ["title": line]))
      button.onClicked { [weak self] in self?.open(one.id) }
      list.append(button)
    }
  }
}
