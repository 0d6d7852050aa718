import Foundation
import Gtk
import UpliftCore

/// The metric that a card shows, with its readings.
@MainActor final class MetricEditor {
  private let box = Box(.vertical)
  var widget: Widget { box }
  private let session: Session
  private let choice: Form
  private let details: Form
  private let readings: ReadingsEditor
  private var journey: JourneyContents?
  private var card: Card?
  private var shownID: UUID?

  private var metric: ChoiceEditor<UUID?>?
  private let newTitle = Entry()
  private var title: LineEditor?
  private var measure: ChoiceEditor<Metric.Measure>?
  private var unit: LineEditor?
  private var target: DecimalEditor?
  private var isHigherBetter: SwitchEditor?

  init(_ session: Session) {
    self.session = session
    choice = Form(isEditable: !session.isReadOnly)
    details = Form(isEditable: !session.isReadOnly)
    readings = ReadingsEditor(session)
    build()
  }

  private func build() {
    let metric = ChoiceEditor<UUID?> { [weak self] id in
      guard let self, let journey, let card else { return }
      session.perform(journey.settingMetric(of: card.id, to: id))
    }
    choice.add(tr("Metric"), metric)
    newTitle.addClass("field-box")
    newTitle.setPlaceholder(tr("New metric, then Enter"))
    newTitle.setAccessibleLabel(tr("New metric"))
    newTitle.isEditable = !session.isReadOnly
    newTitle.onActivate { [weak self] in self?.addMetric() }
    choice.append(newTitle)
    let title = LineEditor { [weak self] text, typing in
      self?.change(.rename, typing) { $0.title = text }
    }
    details.add(tr("Title of the metric"), title)
    let measure = ChoiceEditor(
      Metric.Measure.allCases.map { ($0, MetricWords.name(of: $0)) }
    ) { [weak self] measure in self?.change { $0.measure = measure } }
    details.add(tr("What is measured"), measure)
    let unit = LineEditor { [weak self] text, typing in
      self?.change(.editDetails, typing) { $0.unit = text }
    }
    let target = DecimalEditor(
      isOptional: true, misfit: { [weak self] in self?.shown?.refusal(of: $0) }
    ) { [weak self] value, typing in
      self?.change(.editDetails, typing) { $0.target = value }
    }
    details.add((tr("Unit"), unit), (tr("Target"), target))
    let isHigherBetter = SwitchEditor(tr("Higher is better")) { [weak self] isOn in
      self?.change { $0.isHigherBetter = isOn }
    }
    details.add(isHigherBetter)
    details.append(readings.widget)
    box.append(choice.box)
    box.append(details.box)
    (self.metric, self.title, self.measure) = (metric, title, measure)
    (self.unit, self.target, self.isHigherBetter) = (unit, target, isHigherBetter)
  }

  private var shown: Metric? { card.flatMap { journey?.metric(of: $0) } }

  private func change(
    _ name: EditName = .editDetails, _ typing: UUID? = nil, _ change: (inout Metric) -> Void
  ) {
    guard let shown else { return }
    session.perform(Edit.changing(shown, name, typing: typing, change))
  }

  private func addMetric() {
    let text = newTitle.text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.isEmpty, let journey, let card else { return }
    newTitle.text = ""
    session.perform(journey.addingMetric(text, to: card.id))
  }

  /// Only a card of a lane of metrics, or one that shows a metric, has something to choose.
  func show(_ card: Card, _ journey: JourneyContents) {
    box.isVisible = card.metricID != nil || journey.kind(of: card) == .metrics
    self.card = card
    self.journey = journey
    guard box.isVisible else { return }
    metric?.show(
      .some(card.metricID),
      of: [(nil, tr("No metric: only a text"))]
        + journey.extras.metrics.map { ($0.id, MetricWords.title(of: $0)) })
    let shown = shown
    details.box.isVisible = shown != nil
    guard let shown else {
      shownID = nil
      return
    }
    if shownID != shown.id {
      title?.begin(shown.title)
      unit?.begin(shown.unit)
      target?.begin(shown.target)
    }
    shownID = shown.id
    title?.show(shown.title)
    measure?.show(shown.measure)
    unit?.show(shown.unit)
    target?.show(shown.target)
    isHigherBetter?.show(shown.isHigherBetter)
    readings.show(
      journey.extras.readings[shown.id] ?? [], of: shown.id, at: card.stepID,
      steps: journey.steps.map { StepTitle(id: $0.id, title: $0.title) })
  }

  func commitTyping() {
    details.commitTyping()
    readings.commitTyping()
  }
}
