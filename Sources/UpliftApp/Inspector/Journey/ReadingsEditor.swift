import Foundation
import Gtk
import UpliftCore

/// The readings of a metric, newest first, and a line to add one.
@MainActor final class ReadingsEditor {
  private let box = Box(.vertical, spacing: 6)
  var widget: Widget { box }
  private let session: Session
  private let list = Box(.vertical, spacing: 6)
  private let nothing = PageParts.dim(tr("No reading yet."))
  private let day = Entry()
  private let value = Entry()
  private let count = Entry()
  private let add = Button(label: tr("Add reading"))
  private let refusal = Label("", classes: ["field-error"])
  private var isOfStep = true
  private var place: SegmentedEditor<Bool>?
  private var metric: Metric?
  private var stepID: UUID?
  private var rows: [ReadingRow] = []

  init(_ session: Session) {
    self.session = session
    let heading = Label(tr("Readings"), classes: ["field-label"])
    heading.alignment = 0
    day.text = DayFormat.local.text(CalendarDay(Date()))
    for (entry, name, width) in [
      (day, tr("Day"), 10), (value, tr("Value"), 5), (count, tr("Answers (n)"), 5),
    ] {
      entry.addClass("field-box")
      entry.setPlaceholder(name)
      entry.setAccessibleLabel(name)
      entry.setWidthInCharacters(width)
      entry.setMaximumWidthInCharacters(width)
      entry.expandsHorizontally = true
      entry.onActivate { [weak self] in self?.addReading() }
      entry.onChanged { [weak self] in self?.refusal.isVisible = false }
    }
    let place = SegmentedEditor([
      (value: true, title: tr("This step")), (value: false, title: tr("Whole journey")),
    ]) { [weak self] isOfStep in self?.isOfStep = isOfStep }
    place.setName(tr("Where it was taken"))
    place.show(true)
    self.place = place
    refusal.alignment = 0
    refusal.wraps = true
    refusal.isVisible = false
    add.onClicked { [weak self] in self?.addReading() }
    let form = Box(
      .vertical, spacing: 6,
      [Box(.horizontal, spacing: 6, [day, value, count]), place.widget, refusal, add])
    form.isSensitive = !session.isReadOnly
    for child in [heading, nothing, list, form] as [Widget] { box.append(child) }
  }

  private func addReading() {
    guard let metric, !session.isReadOnly else { return }
    guard let day = DayFormat.local.day(day.text) else {
      refuse(Words.refusedDay)
      return
    }
    guard let number = MetricWords.value(value.text) else {
      refuse(tr("Write the value as a number, like 3.1."))
      return
    }
    let blank = count.text.allSatisfy(\.isWhitespace)
    let size = MetricWords.value(count.text).flatMap { Int(exactly: $0) }
    guard blank || size.map({ $0 >= 0 }) ?? false else {
      refuse(tr("Write how many answers there are as a whole number, or leave it empty."))
      return
    }
    let reading = Reading(
      metricID: metric.id, stepID: isOfStep ? stepID : nil, day: day, value: number,
      sampleSize: blank ? nil : size)
    guard session.perform(Edit(.addReading, [.insert(reading)])) else { return }
    value.text = ""
    count.text = ""
    value.grabFocus()
  }

  private func refuse(_ sentence: String) {
    refusal.text = sentence
    refusal.isVisible = true
  }

  /// - Parameter stepID: where the card stands that shows the metric.
  func show(_ metric: Metric, at stepID: UUID, _ journey: JourneyContents) {
    if self.metric?.id != metric.id || self.stepID != stepID {
      isOfStep = true
      place?.show(true)
    }
    self.metric = metric
    self.stepID = stepID
    let steps = Dictionary(
      journey.steps.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    let all = (journey.extras.readings[metric.id] ?? []).reversed()
    nothing.isVisible = all.isEmpty
    let old = rows
    rows = all.map { reading in
      old.first { $0.id == reading.id } ?? ReadingRow(reading, session)
    }
    PageParts.arrange(list, old.map(\.widget), rows.map(\.widget))
    for (row, reading) in zip(rows, all) {
      let place =
        reading.stepID.map { steps[$0] ?? tr("A step of another map") } ?? tr("Whole journey")
      row.show(reading, place: place)
    }
  }

  func commitTyping() { rows.forEach { $0.commitTyping() } }
}

/// A reading: its day, value and number of answers, each to be changed where it stands.
@MainActor private final class ReadingRow {
  let id: UUID
  private let box = Box(.vertical, spacing: 2)
  var widget: Widget { box }
  private let place = Label("", classes: ["dim", "field-hint"])
  private var reading: Reading
  private var day: DayEditor?
  private var value: DecimalEditor?
  private var count: NumberEditor?

  init(_ reading: Reading, _ session: Session) {
    id = reading.id
    self.reading = reading
    let day = DayEditor { [weak self] day, typing in
      guard let self, let day else { return }
      session.perform(Edit.changing(self.reading, typing: typing) { $0.day = day })
    }
    let value = DecimalEditor { [weak self] value, typing in
      guard let self, let value else { return }
      session.perform(Edit.changing(self.reading, typing: typing) { $0.value = value })
    }
    let count = NumberEditor(0...999_999_999, isOptional: true) { [weak self] size, typing in
      guard let self else { return }
      session.perform(Edit.changing(self.reading, typing: typing) { $0.sampleSize = size })
    }
    day.setName(tr("Day"))
    value.setName(tr("Value"))
    count.setName(tr("Answers (n)"))
    count.line.entry.setPlaceholder(tr("n"))
    day.entry.setWidthInCharacters(10)
    for entry in [day.entry, value.line.entry, count.line.entry] {
      entry.setMaximumWidthInCharacters(entry === day.entry ? 10 : 5)
      entry.expandsHorizontally = true
    }
    for editor in [day, value, count] as [any Editor] { editor.setEditable(!session.isReadOnly) }
    let id = id
    let remove = PageParts.small("user-trash-symbolic", tr("Delete this reading")) {
      session.perform(Edit.deleting([EntityReference(.reading, id)]))
    }
    remove.isSensitive = !session.isReadOnly
    place.alignment = 0
    place.setEllipsis(.end)
    box.append(Box(.horizontal, spacing: 4, [day.widget, value.widget, count.widget, remove]))
    box.append(place)
    day.begin(reading.day)
    value.begin(reading.value)
    count.begin(reading.sampleSize)
    (self.day, self.value, self.count) = (day, value, count)
  }

  func show(_ reading: Reading, place: String) {
    self.reading = reading
    day?.show(reading.day)
    value?.show(reading.value)
    count?.show(reading.sampleSize)
    self.place.text = place
    self.place.tooltip = place
  }

  func commitTyping() {
    day?.commitTyping()
    value?.commitTyping()
    count?.commitTyping()
  }
}
