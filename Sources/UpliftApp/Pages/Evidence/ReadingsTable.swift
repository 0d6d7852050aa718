import Foundation
import Gtk
import UpliftCore

/// The readings of a metric, newest first, as rows to type in. Enter in the last one adds another.
@MainActor final class ReadingsTable {
  private let box = Box(.vertical, spacing: 4)
  var widget: Widget { box }
  private let metricID: UUID
  private let session: Session
  private let list = Box(.vertical, spacing: 4)
  private let nothing = PageParts.dim(tr("No reading yet."))
  private(set) var rows: [ReadingLine] = []

  init(_ metricID: UUID, _ session: Session) {
    self.metricID = metricID
    self.session = session
    let heading = Label(tr("Readings"), classes: ["field-label"])
    heading.alignment = 0
    let add = PageParts.adding(tr("Add reading")) { [weak self] in self?.add() }
    add.isSensitive = !session.isReadOnly
    for child in [heading, nothing, list, add] as [Widget] { box.append(child) }
  }

  /// Begins as today's, with the value of the last one, to be written over.
  private func add() {
    guard !session.isReadOnly else { return }
    let reading = Reading(
      metricID: metricID, day: CalendarDay(Date()), value: newest?.value ?? 0,
      method: newest?.method ?? "")
    guard session.perform(Edit(.addReading, [.insert(reading)])) else { return }
    rows.first { $0.id == reading.id }?.takeFocus()
  }

  private var newest: Reading?

  /// - Parameter readings: oldest first.
  func show(_ readings: [Reading], steps: [StepTitle]) {
    newest = readings.last
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
