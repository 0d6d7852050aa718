import Foundation
import Gtk
import UpliftCore

/// All fields of a metric, and its readings.
@MainActor final class MetricDetails {
  private let box = Box(.vertical)
  var widget: Widget { box }
  private let session: Session
  private let left: Form
  private let right: Form
  let readings: ReadingsEditor
  private let targets: TargetsEditor
  private var metric: Metric

  private var title: LineEditor?
  private var measure: ChoiceEditor<Metric.Measure>?
  private var unit: LineEditor?
  private var source: LineEditor?
  private var isHigherBetter: SwitchEditor?
  private var agreedBy: LineEditor?
  private var agreedOn: DayEditor?
  private var link: ChoiceEditor<Metric.ChainLink?>?
  private var numbers: [(editor: DecimalEditor, field: WritableKeyPath<Metric, Double?>)] = []

  init(_ metric: Metric, _ session: Session) {
    self.metric = metric
    self.session = session
    left = Form(isEditable: !session.isReadOnly)
    right = Form(isEditable: !session.isReadOnly)
    readings = ReadingsEditor(session, isWide: true)
    targets = TargetsEditor(session)
    build()
  }

  private func build() {
    box.addClass("meeting-details")
    let title = LineEditor { [weak self] text, typing in
      self?.change(.rename, typing) { $0.title = text }
    }
    left.add(tr("Title"), title)
    let measure = ChoiceEditor(
      Metric.Measure.allCases.map { ($0, MetricWords.name(of: $0)) }
    ) { [weak self] measure in self?.change { $0.measure = measure } }
    let unit = LineEditor { [weak self] text, typing in
      self?.change(.editDetails, typing) { $0.unit = text }
    }
    left.add((tr("What is measured"), measure), (tr("Unit"), unit))
    let source = LineEditor { [weak self] text, typing in
      self?.change(.editDetails, typing) { $0.source = text }
    }
    left.add(tr("Where it is measured"), source)
    right.add((tr("Lowest"), number(\.lowest)), (tr("Highest"), number(\.highest)))
    let target = DecimalEditor(isOptional: true) { [weak self] value, typing in
      self?.targets.set(value, typing: typing)
    }
    numbers.append((target, \.target))
    let link = ChoiceEditor<Metric.ChainLink?>(
      [(nil, tr("none"))] + Metric.ChainLink.allCases.map { ($0, $0.title) }
    ) { [weak self] link in self?.change { $0.chainLink = link } }
    right.add((tr("Target"), target), (tr("Link of the service–profit chain"), link))
    let agreedBy = LineEditor { [weak self] text, typing in
      self?.change(.editDetails, typing) { $0.agreedBy = text }
    }
    let agreedOn = DayEditor { [weak self] day, typing in
      self?.change(.editDetails, typing) { $0.agreedOn = day }
    }
    right.add((tr("Who agreed to it"), agreedBy), (tr("Agreed on"), agreedOn))
    (self.agreedBy, self.agreedOn, self.link) = (agreedBy, agreedOn, link)
    agreedBy.begin(metric.agreedBy)
    agreedOn.begin(metric.agreedOn)
    let isHigherBetter = SwitchEditor(tr("Higher is better")) { [weak self] isOn in
      self?.change { $0.isHigherBetter = isOn }
    }
    right.add(isHigherBetter)
    let id = metric.id
    let session = session
    let delete = PageParts.small("user-trash-symbolic", tr("Delete this metric")) {
      session.perform(Edit.deleting([EntityReference(.metric, id)]))
    }
    delete.isSensitive = !session.isReadOnly
    delete.verticalAlignment = .start
    let columns = Box(.horizontal, spacing: 16, [left.box, right.box])
    columns.isHomogeneous = true
    columns.expandsHorizontally = true
    box.append(Box(.horizontal, spacing: 8, [columns, delete]))
    box.append(readings.widget)
    box.append(targets.widget)
    (self.title, self.measure, self.unit) = (title, measure, unit)
    (self.source, self.isHigherBetter) = (source, isHigherBetter)
    title.begin(metric.title)
    unit.begin(metric.unit)
    source.begin(metric.source)
    for number in numbers { number.editor.begin(metric[keyPath: number.field]) }
  }

  private func number(_ field: WritableKeyPath<Metric, Double?>) -> DecimalEditor {
    let editor = DecimalEditor(isOptional: true) { [weak self] value, typing in
      self?.change(.editDetails, typing) { $0[keyPath: field] = value }
    }
    numbers.append((editor, field))
    return editor
  }

  private func change(
    _ name: EditName = .editDetails, _ typing: UUID? = nil, _ change: (inout Metric) -> Void
  ) {
    session.perform(Edit.changing(metric, name, typing: typing, change))
  }

  func show(_ figures: MetricFigures, steps: [StepTitle]) {
    metric = figures.metric
    title?.show(metric.title)
    measure?.show(metric.measure)
    unit?.show(metric.unit)
    source?.show(metric.source)
    isHigherBetter?.show(metric.isHigherBetter)
    for number in numbers { number.editor.show(metric[keyPath: number.field]) }
    agreedBy?.show(metric.agreedBy)
    agreedOn?.show(metric.agreedOn)
    link?.show(.some(metric.chainLink))
    readings.show(figures.readings, of: metric.id, steps: steps)
    targets.show(metric, figures.readings)
  }

  func takeFocus() { title?.entry.grabFocus() }

  func commitTyping() {
    left.commitTyping()
    right.commitTyping()
    readings.commitTyping()
    targets.commitTyping()
  }
}
