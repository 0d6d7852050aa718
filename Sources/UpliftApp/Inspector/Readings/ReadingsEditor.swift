import Foundation
import Gtk
import UpliftCore

/// The readings of a metric, newest first, and a line to add one. Nothing is kept before its value
/// is a number.
@MainActor final class ReadingsEditor {
  private let box = Box(.vertical, spacing: 6)
  var widget: Widget { box }
  private let session: Session
  private let list = Box(.vertical, spacing: 6)
  private let nothing = PageParts.dim(tr("No reading yet."))
  private let day = Entry()
  let value = Entry()
  private let count = Entry()
  private let add = Button(label: tr("Add reading"))
  private let refusal = Label("", classes: ["field-error"])
  /// Where what is added was taken; nil: on the whole journey.
  private var stepID: UUID?
  private var place: SegmentedEditor<Bool>?
  private var metricID: UUID?
  /// Where the card stands that shows the metric.
  private var cardStepID: UUID?
  private(set) var rows: [ReadingLine] = []

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
    refusal.alignment = 0
    refusal.wraps = true
    refusal.isVisible = false
    add.onClicked { [weak self] in self?.addReading() }
    let form = Box(.vertical, spacing: 6, self.form())
    form.isSensitive = !session.isReadOnly
    for child in [heading, nothing, list, form] as [Widget] { box.append(child) }
  }

  private func form() -> [Widget] {
    let place = SegmentedEditor([
      (value: true, title: tr("This step")), (value: false, title: tr("Whole journey")),
    ]) { [weak self] isOfStep in
      guard let self else { return }
      stepID = isOfStep ? cardStepID : nil
    }
    place.setName(tr("Where it was taken"))
    place.show(true)
    self.place = place
    return [Box(.horizontal, spacing: 6, [day, value, count]), place.widget, refusal, add]
  }

  func addReading() {
    guard let metricID, !session.isReadOnly else { return }
    guard let day = DayFormat.local.day(day.text) else { return refuse(Words.refusedDay) }
    guard let number = MetricWords.value(value.text) else {
      return refuse(tr("Write the value as a number, like 3.1."))
    }
    let reference = EntityReference(.metric, metricID)
    let metric = session.read { try session.workspace.record(reference) } as? Metric
    if let sentence = metric?.refusal(of: number) { return refuse(sentence) }
    let isBlank = count.text.allSatisfy(\.isWhitespace)
    let size = MetricWords.value(count.text).flatMap { Int(exactly: $0) }
    guard isBlank || size.map({ $0 >= 0 }) ?? false else {
      return refuse(
        tr("Write how many answers there are as a whole number, or leave it empty."))
    }
    let reading = Reading(
      metricID: metricID, stepID: stepID, day: day, value: number,
      sampleSize: isBlank ? nil : size)
    guard session.perform(Edit(.addReading, [.insert(reading)])) else { return }
    value.text = ""
    count.text = ""
    value.grabFocus()
  }

  private func refuse(_ sentence: String) {
    refusal.text = sentence
    refusal.isVisible = true
  }

  /// - Parameters:
  ///   - readings: oldest first.
  ///   - stepID: where the card stands that shows the metric.
  ///   - steps: where readings may have been taken.
  func show(
    _ readings: [Reading], of metricID: UUID, at cardStepID: UUID? = nil, steps: [StepTitle]
  ) {
    if self.metricID != metricID || self.cardStepID != cardStepID {
      stepID = cardStepID
      place?.show(true)
    }
    self.metricID = metricID
    self.cardStepID = cardStepID
    nothing.isVisible = readings.isEmpty
    let shown = Array(readings.reversed())
    let old = rows
    var known: [UUID: ReadingLine] = [:]
    for row in old { known[row.id] = row }
    rows = shown.map { known[$0.id] ?? ReadingLine($0, session) }
    PageParts.arrange(list, old.map(\.widget), rows.map(\.widget))
    for (row, reading) in zip(rows, shown) { row.show(reading, steps: steps) }
  }

  func commitTyping() { rows.forEach { $0.commitTyping() } }
}
