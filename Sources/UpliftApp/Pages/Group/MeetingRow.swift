import Foundation
import Gtk
import UpliftCore

/// A meeting: a line that says what it was, and under it, when open, everything about it.
@MainActor final class MeetingRow {
  let id: UUID
  private let session: Session
  private let frame = Box(.vertical)
  var widget: Widget { frame }
  private let toggle: ToggleButton
  private let title = Label("", classes: ["row-title"])
  private let facts = PageParts.dim()
  private let arrow = Image(icon: "pan-end-symbolic")
  private var group: GroupContents?
  private var details: MeetingDetails?

  private let ways: GroupWays

  init(_ id: UUID, _ session: Session, _ ways: GroupWays) {
    self.id = id
    self.session = session
    self.ways = ways
    toggle = ToggleButton(label: "")
    title.alignment = 0
    title.wraps = true
    let texts = Box(.vertical, spacing: 2, [title, facts])
    texts.expandsHorizontally = true
    toggle.setChild(Box(.horizontal, spacing: 8, [arrow, texts]))
    toggle.hasFrame = false
    toggle.addClass("meeting-toggle")
    toggle.onToggled { [weak self] in self?.toggled() }
    frame.addClass("page-card")
    frame.append(toggle)
    addMoveKeys(to: toggle) { [weak self] direction in
      guard let self, !session.isReadOnly else { return }
      session.perform(group?.meetings.moving(id, direction))
    }
  }

  private func toggled() {
    arrow.setIcon(toggle.isActive ? "pan-down-symbolic" : "pan-end-symbolic")
    if toggle.isActive, details == nil {
      let made = MeetingDetails(id, session, ways)
      details = made
      frame.append(made.widget)
      if let group { made.show(group) }
    }
    details?.widget.isVisible = toggle.isActive
    if !toggle.isActive { details?.commitTyping() }
  }

  func show(_ group: GroupContents) {
    self.group = group
    guard let meeting = group.meetings.first(where: { $0.id == id }) else { return }
    let items = group.agendaItems[id] ?? []
    let attendances = group.attendances[id] ?? []
    title.text = meeting.title.isEmpty ? tr("Without a title") : meeting.title
    var parts = [meeting.day.map(DayFormat.local.text) ?? tr("no date yet")]
    if let place = group.place(inSeriesOf: id) {
      parts.append(
        tr("meeting {number} of {count}", ["number": place.number, "count": place.count]))
    }
    if !meeting.place.isEmpty { parts.append(meeting.place) }
    if !items.isEmpty {
      parts.append(ntr("{count} agenda item", "{count} agenda items", items.count))
      parts.append(tr("{count} min", ["count": group.minutes(of: id)]))
    }
    if !attendances.isEmpty {
      parts.append(
        tr(
          "{count} of {total} came",
          ["count": attendances.count(where: \.isPresent), "total": attendances.count]))
    }
    facts.text = parts.joined(separator: " · ")
    toggle.setAccessibleLabel([title.text, facts.text].joined(separator: ", "))
    details?.show(group)
  }

  func open() { toggle.isActive = true }
  func takeFocus() { details?.takeFocus() }
  func commitTyping() { details?.commitTyping() }
}
