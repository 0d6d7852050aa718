import Foundation
import Gtk
import UpliftCore

/// What is measured again and again, with the newest value of each, and all its readings.
@MainActor final class MetricsPage: Page {
  let place = Place.metrics
  var widget: Widget { scroller }
  var title: String { tr("Metrics") }

  private let session: Session
  private let scroller: ScrolledWindow
  private let list = Box(.vertical, spacing: 10)
  private let empty: Label
  private(set) var rows: [MetricRow] = []

  private var isDark: Bool

  init(_ session: Session, isDark: Bool) {
    self.session = session
    self.isDark = isDark
    empty = PageParts.dim(
      tr(
        "No metric yet. A metric is something that is measured again and again: a score, a share, a time."
      ))
    let contents = Box(.vertical, spacing: 8)
    scroller = PageParts.scrolling(contents)
    let add = PageParts.adding(tr("Add metric")) { [weak self] in self?.add() }
    let load = PageParts.adding(tr("Import survey answers…")) { [weak self] in
      self?.importAnswers()
    }
    let buttons = Box(.horizontal, spacing: 8, [add, load])
    buttons.isSensitive = !session.isReadOnly
    for child in [PageParts.heading(tr("Metrics")), empty, list, buttons] as [Widget] {
      contents.append(child)
    }
    show()
  }

  private func show() {
    let metrics = session.outline.metrics
    let readings = session.read { try session.workspace.readings() } ?? [:]
    let steps = session.read { try session.workspace.stepTitles() } ?? []
    empty.isVisible = metrics.isEmpty
    let old = rows
    rows = metrics.map { metric in
      old.first { $0.id == metric.id } ?? MetricRow(metric, session, isDark: isDark)
    }
    PageParts.arrange(list, old.map(\.widget), rows.map(\.widget))
    for (row, metric) in zip(rows, metrics) {
      row.show(MetricFigures(metric, readings: readings[metric.id] ?? []), steps: steps)
    }
  }

  private var say: ((String) -> Void)?

  func connect(say: @escaping (String) -> Void) { self.say = say }

  /// Into the metric where the keyboard is, if it is in one.
  private func importAnswers() {
    guard let window = widget.window else { return }
    SurveyDialog.choose(over: window, session: session, metricID: currentRecord?.id) {
      [weak self] in self?.say?($0)
    }
  }

  private func add() {
    guard !session.isReadOnly else { return }
    let metric = Metric(rank: .between(session.outline.metrics.last?.rank, nil), title: "")
    guard session.perform(Edit(.addMetric, [.insert(metric)])) else { return }
    rows.first { $0.id == metric.id }?.open()
  }

  func follow(_ change: WorkspaceChange) -> Bool {
    let kinds = Set(change.upserts.map { type(of: $0).kind } + change.deletions.map(\.kind))
    if change.isWholesale
      || !kinds.isDisjoint(with: [.metric, .reading, .targetChange, .step, .stage, .journeyMap])
    {
      show()
    }
    return true
  }

  var additions: [PageAddition] {
    session.isReadOnly
      ? []
      : [
        PageAddition(tr("Metric")) { [weak self] in self?.add() },
        PageAddition(tr("Survey answers…")) { [weak self] in self?.importAnswers() },
      ]
  }

  var exportSubject: ExportSubject? { .figure(.trends) }

  var currentRecord: EntityReference? {
    rows.first { $0.widget.containsFocus }.map { EntityReference(.metric, $0.id) }
  }

  func takeFocus() {
    if let first = rows.first { first.takeFocus() } else { scroller.focusFirst() }
  }

  func reveal(_ reference: EntityReference) {
    if let row = rows.first(where: { $0.id == reference.id || $0.shows(reading: reference.id) }) {
      row.open()
    }
  }

  func appearanceChanged(isDark: Bool) {
    self.isDark = isDark
    for row in rows { row.setTheme(isDark: isDark) }
  }

  func commitTyping() { rows.forEach { $0.commitTyping() } }
}
