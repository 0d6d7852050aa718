import Foundation
import Gtk
import UpliftCore

/// A reading: day, value and answers, each to be changed where it stands.
@MainActor final class ReadingLine {
  let id: UUID
  private let box = Box(.vertical, spacing: 2)
  private let line = Box(.horizontal, spacing: 6)
  /// Where it was taken.
  private let place = Label("", classes: ["dim", "field-hint"])
  var widget: Widget { box }
  private let session: Session
  private var reading: Reading
  private var day: DayEditor?
  private var value: DecimalEditor?
  private var count: NumberEditor?

  init(_ reading: Reading, _ session: Session) {
    id = reading.id
    self.reading = reading
    self.session = session
    build()
  }

  private func build() {
    let day = DayEditor { [weak self] day, typing in
      if let day { self?.change(typing) { $0.day = day } }
    }
    let value = DecimalEditor(isNarrow: true, misfit: { [weak self] in self?.refusal(of: $0) }) {
      [weak self] value, typing in
      guard let value else { return }
      self?.change(typing) {
        if $0.isPending { $0.sampleSize = nil }
        $0.value = value
      }
    }
    let count = NumberEditor(0...999_999_999, isOptional: true, isNarrow: true) {
      [weak self] size, typing in
      self?.change(typing) { $0.sampleSize = size }
    }
    let id = id
    let session = session
    let remove = PageParts.small("user-trash-symbolic", tr("Delete this reading")) {
      session.perform(Edit.deleting([EntityReference(.reading, id)]))
    }
    remove.isSensitive = !session.isReadOnly
    count.line.entry.setPlaceholder(tr("n"))
    day.entry.setWidthInCharacters(10)
    for entry in [day.entry, value.line.entry, count.line.entry] {
      entry.setMaximumWidthInCharacters(entry === day.entry ? 10 : 5)
      entry.expandsHorizontally = true
    }
    let editors: [(any Editor, String)] = [
      (day, tr("Day")), (value, tr("Value")), (count, tr("Answers (n)")),
    ]
    for (editor, name) in editors {
      editor.setName(name)
      editor.widget.tooltip = name
      editor.setEditable(!session.isReadOnly)
      line.append(editor.widget)
    }
    line.append(remove)
    box.append(line)
    place.alignment = 0
    place.setEllipsis(.end)
    box.append(place)
    day.begin(reading.day)
    value.begin(reading.isPending ? nil : reading.value)
    count.begin(reading.sampleSize)
    (self.day, self.value, self.count) = (day, value, count)
  }

  private func refusal(of value: Double) -> String? {
    let reference = EntityReference(.metric, reading.metricID)
    let metric = session.read { try session.workspace.record(reference) } as? Metric
    return metric?.refusal(of: value)
  }

  private func change(_ typing: UUID?, _ change: (inout Reading) -> Void) {
    session.perform(Edit.changing(reading, typing: typing, change))
  }

  func show(_ reading: Reading, steps: [StepTitle]) {
    self.reading = reading
    day?.show(reading.day)
    value?.show(reading.isPending ? nil : reading.value)
    count?.setEditable(!session.isReadOnly && !reading.isPending)
    count?.show(reading.sampleSize)
    place.text =
      reading.stepID.map { id in
        steps.first { $0.id == id }?.title ?? tr("A step of another map")
      } ?? tr("Whole journey")
    place.tooltip = place.text
  }

  func commitTyping() {
    day?.commitTyping()
    value?.commitTyping()
    count?.commitTyping()
  }
}
