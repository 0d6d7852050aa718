import Foundation
import Gtk
import UpliftCore

/// Everything about a meeting: when and where, what the group is to hear first, what is on its
/// agenda, who came, what was said, and its boards.
@MainActor final class MeetingDetails {
  private let id: UUID
  private let session: Session
  private let box = Box(.vertical, spacing: 6)
  var widget: Widget { box }
  private var group: GroupContents?

  private let title: LineEditor
  private let day: DayEditor
  private let place: LineEditor
  private let series = PageParts.dim()
  private let further = Button(label: tr("Add the next meeting"))
  private let minutes = Button(label: tr("Minutes…"))
  private let owed: OwedAtMeeting
  private let agenda: AgendaEditor
  private let attendance: AttendanceEditor
  private let notes: TextEditor
  private let boards: MeetingBoards
  private var hasBegun = false

  /// - Parameter ways: where one can go from here.
  init(_ id: UUID, _ session: Session, _ ways: GroupWays) {
    self.id = id
    self.session = session
    var change: ((UUID, (inout Meeting) -> Void) -> Void)?
    var rename: ((String, UUID) -> Void)?
    title = LineEditor { text, typing in rename?(text, typing) }
    day = DayEditor { day, typing in change?(typing) { $0.day = day } }
    place = LineEditor(tr("Where")) { text, typing in change?(typing) { $0.place = text } }
    notes = TextEditor { text, typing in change?(typing) { $0.notes = text } }
    owed = OwedAtMeeting(id, session, open: ways.openRecommendation)
    agenda = AgendaEditor(id, session)
    attendance = AttendanceEditor(id, session)
    boards = MeetingBoards(id, session, go: ways.go)
    change = { [weak self] typing, change in
      guard let self, let meeting else { return }
      session.perform(Edit.changing(meeting, typing: typing, change))
    }
    rename = { [weak self] text, typing in
      guard let self, let meeting else { return }
      session.perform(group?.renaming(meeting, to: text, typing: typing))
    }
    build(ways)
  }

  private var meeting: Meeting? { group?.meetings.first { $0.id == id } }

  private func build(_ ways: GroupWays) {
    box.addClass("meeting-details")
    let isEditable = !session.isReadOnly
    for editor in [title, day, place, notes] as [any Editor] { editor.setEditable(isEditable) }
    title.setName(tr("Title"))
    title.entry.expandsHorizontally = true
    day.setName(tr("Date"))
    day.entry.setSizeRequest(width: 120)
    place.setName(tr("Place"))
    place.entry.setSizeRequest(width: 128)
    notes.setName(tr("Notes"))
    let delete = PageParts.small("user-trash-symbolic", tr("Delete this meeting")) { [weak self] in
      guard let self else { return }
      session.perform(Edit.deleting([EntityReference(.meeting, id)]))
    }
    delete.isSensitive = isEditable
    delete.verticalAlignment = .start
    day.widget.expandsHorizontally = false
    box.append(
      Box(.horizontal, spacing: 8, [title.entry, place.entry, day.widget, delete]))
    further.addClass("small-text-button")
    further.verticalAlignment = .center
    further.isSensitive = isEditable
    further.onClicked { [weak self] in
      guard let self, let id = meeting?.seriesID else { return }
      session.perform(group?.continuing(id, by: 1))
    }
    minutes.addClass("small-text-button")
    minutes.verticalAlignment = .center
    minutes.tooltip = tr("Agenda, attendance, boards, result and recommendations as a document")
    let (meetingID, export) = (id, ways.export)
    minutes.onClicked { export(.minutes(meetingID)) }
    series.setWidthInCharacters(minimum: 6, maximum: 60)
    box.append(Box(.horizontal, spacing: 8, [series, further, minutes]))
    box.append(owed.widget)
    add(tr("Agenda"), agenda.widget)
    add(tr("Who came"), attendance.widget)
    add(tr("Notes"), notes.widget)
    add(tr("Boards"), boards.widget)
  }

  private func add(_ title: String, _ widget: Widget) {
    let label = Label(title, classes: ["field-label"])
    label.alignment = 0
    box.append(label)
    box.append(widget)
  }

  func show(_ group: GroupContents) {
    self.group = group
    guard let meeting else { return }
    if !hasBegun {
      hasBegun = true
      title.begin(meeting.title)
      day.begin(meeting.day)
      place.begin(meeting.place)
      notes.begin(meeting.notes)
    }
    title.show(meeting.title)
    day.show(meeting.day)
    place.show(meeting.place)
    notes.show(meeting.notes)
    let own = group.series.first { $0.id == meeting.seriesID }
    series.isVisible = own != nil
    further.isVisible = own != nil
    if let own, let place = group.place(inSeriesOf: id) {
      series.text = [
        own.title, GroupWords.name(of: own.cadence),
        tr("meeting {number} of {count}", ["number": place.number, "count": place.count]),
      ].filter { !$0.isEmpty }.joined(separator: " · ")
    }
    owed.show(group)
    agenda.show(group)
    attendance.show(group)
    boards.show(group)
  }

  func takeFocus() { title.entry.grabFocus() }

  func commitTyping() {
    for editor in [title, day, place, notes] as [any Editor] { editor.commitTyping() }
    agenda.commitTyping()
  }
}

/// Where one can go from a group's page.
struct GroupWays {
  var go: (Place) -> Void
  /// Shows a recommendation in the register.
  var openRecommendation: (UUID) -> Void
  /// Writes a document about the group or a meeting.
  var export: (ExportSubject) -> Void
}
