import Foundation
import Gtk
import UpliftCore

/// Makes a series of meetings: how often, from when, how many, and with which agenda. The days are
/// shown before they are made.
@MainActor final class SeriesForm {
  /// Logical pixels of the popover that are not its fields: the button in it, margins, the arrow.
  private static let rest = 80
  /// However small the window is.
  private static let leastHeight = 200
  private var fields: ScrolledWindow?

  let button = MenuButton(label: tr("Add series"))
  private let session: Session
  private let popover = Popover()
  private let form = Form(isEditable: true)
  private let title = Entry()
  private var cadence = MeetingSeries.Cadence.monthly
  private var manner = MeetingDates.Manner.sameDay
  private var agenda: AgendaTemplate?
  private let first = Entry()
  private let count = Entry()
  private var mannerChoice: ChoiceEditor<MeetingDates.Manner>?
  private let mannerLabel = Label(tr("Which day"), classes: ["field-label"])
  private let preview = PageParts.dim()
  private let make = Button(label: "")
  private var group: GroupContents?

  init(_ session: Session) {
    self.session = session
    button.addClass("add-menu-button")
    button.isSensitive = !session.isReadOnly
    build()
  }

  private func build() {
    let cadences = ChoiceEditor(
      MeetingSeries.Cadence.allCases.map { ($0, GroupWords.name(of: $0)) }
    ) { [weak self] value in self?.change { $0.cadence = value } }
    let mannerChoice = ChoiceEditor<MeetingDates.Manner> { [weak self] value in
      self?.change { $0.manner = value }
    }
    self.mannerChoice = mannerChoice
    let agendas: [(value: AgendaTemplate?, title: String)] =
      [(nil, tr("No agenda yet"))] + AgendaTemplate.allCases.map { ($0, $0.title) }
    let agendaChoice = ChoiceEditor(agendas) { [weak self] value in
      self?.change { $0.agenda = value }
    }
    cadences.show(cadence)
    agendaChoice.show(.some(agenda))
    let box = Box(.vertical, spacing: 2)
    func field(_ name: String, _ widget: Widget, _ label: Label? = nil) -> Box {
      let label = label ?? Label(name, classes: ["field-label"])
      label.alignment = 0
      widget.setAccessibleLabel(name)
      return Box(.vertical, spacing: 2, [label, widget])
    }
    func add(_ fields: Box...) {
      for field in fields { field.expandsHorizontally = true }
      box.append(Box(.horizontal, spacing: 8, fields))
    }
    for entry in [title, first, count] {
      entry.addClass("field-box")
      entry.setMaximumWidthInCharacters(18)
      entry.onChanged { [weak self] in self?.show() }
      entry.onActivate { [weak self] in self?.add() }
    }
    // Beside each other, so that all of them are seen at once.
    add(field(tr("Title"), title))
    add(field(tr("How often"), cadences.widget), field(tr("First meeting"), first))
    add(
      field(tr("How many meetings"), count),
      field(tr("Which day"), mannerChoice.widget, mannerLabel))
    add(field(tr("Agenda"), agendaChoice.widget))
    form.keep(cadences)
    form.keep(agendaChoice)
    preview.setMargins(top: 8)
    preview.setWidthInCharacters(maximum: 40)
    make.addClass("suggested")
    make.setMargins(top: 8)
    make.onClicked { [weak self] in self?.add() }
    box.append(preview)
    // On a small screen the fields scroll; the button that makes the meetings is always in sight.
    let fields = ScrolledWindow(box)
    fields.setPolicy(horizontal: .never, vertical: .automatic)
    fields.setPropagatesNaturalSize(width: true, height: true)
    // That there is more than what is seen is seen.
    fields.overlaysBars = false
    self.fields = fields
    popover.setChild(Box(.vertical, [fields, make]))
    button.setPopover(popover)
    popover.onMap { [weak self] in self?.begin() }
  }

  /// As high as there is room over or under the button.
  private func fit() {
    guard let window = button.window, let frame = button.frame(in: window) else { return }
    let below = Double(window.height) - frame.y - frame.height
    let room = Int(max(frame.y, below)) - Self.rest
    fields?.setContentSize(minimumHeight: 120, maximumHeight: max(room, Self.leastHeight))
  }

  private func begin() {
    fit()
    title.text = group?.group.title ?? ""
    first.text = DayFormat.local.text(CalendarDay(Date()))
    if count.text.isEmpty { count.text = "6" }
    show()
    title.grabFocus()
    title.selectAll()
  }

  func show(_ group: GroupContents) { self.group = group }

  private func change(_ change: (SeriesForm) -> Void) {
    change(self)
    show()
  }

  private var day: CalendarDay? { DayFormat.local.day(first.text) }
  private var number: Int? {
    Int(count.text.trimmingCharacters(in: .whitespaces)).flatMap {
      (1...MeetingDates.mostAtOnce).contains($0) ? $0 : nil
    }
  }

  private func show() {
    let comesByMonths = ![.weekly, .fortnightly].contains(cadence)
    mannerLabel.isVisible = comesByMonths
    mannerChoice?.widget.isVisible = comesByMonths
    let weekday = day.map(MeetingDates.name) ?? tr("same weekday")
    mannerChoice?.show(
      manner,
      of: [
        (.sameDay, day.map { tr("day {day} of the month", ["day": $0.day]) } ?? tr("same day")),
        (.sameWeekday, weekday),
      ])
    make.label = ntr("Make {count} meeting", "Make {count} meetings", number ?? 0)
    make.isSensitive = day != nil && number != nil
    first.setClass("error", day == nil)
    count.setClass("error", number == nil)
    guard let day else {
      preview.text = Words.refusedDay
      return
    }
    guard let number else {
      preview.text = tr("From 1 to {count} meetings.", ["count": MeetingDates.mostAtOnce])
      return
    }
    let days = MeetingDates.days(from: day, cadence, manner, count: number)
    let text = days.prefix(6).map { "\($0.weekdayName) \(DayFormat.local.text($0))" }
    preview.text = text.joined(separator: "\n") + (days.count > 6 ? "\n…" : "")
  }

  private func add() {
    guard let day, let number, !session.isReadOnly else { return }
    let added = group?.addingSeries(
      title.text, cadence, from: day, manner: manner, count: number, agenda: agenda)
    guard session.perform(added?.edit) else { return }
    popover.popDown()
  }
}
