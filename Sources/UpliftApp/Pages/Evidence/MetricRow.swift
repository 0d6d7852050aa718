import Foundation
import Gtk
import UpliftCore

/// A metric: a line that says how it stands, and under it, when open, all of it.
@MainActor final class MetricRow {
  let id: UUID
  private let session: Session
  private let frame = Box(.vertical)
  var widget: Widget { frame }
  private let toggle: ToggleButton
  private let title = Label("", classes: ["row-title"])
  private let facts = PageParts.dim()
  private let value = Label("", classes: ["row-title"])
  private let line: TrendLine
  private let arrow = Image(icon: "pan-end-symbolic")
  private var details: MetricDetails?
  private var figures: MetricFigures?
  private var steps: [StepTitle] = []

  init(_ metric: Metric, _ session: Session, isDark: Bool) {
    id = metric.id
    line = TrendLine(isDark: isDark)
    line.verticalAlignment = .center
    self.session = session
    toggle = ToggleButton(label: "")
    title.alignment = 0
    title.wraps = true
    let texts = Box(.vertical, spacing: 2, [title, facts])
    texts.expandsHorizontally = true
    toggle.setChild(Box(.horizontal, spacing: 8, [arrow, texts, line, value]))
    toggle.hasFrame = false
    toggle.addClass("meeting-toggle")
    toggle.onToggled { [weak self] in self?.toggled() }
    frame.addClass("page-card")
    frame.append(toggle)
    let id = id
    addMoveKeys(to: toggle) { direction in
      guard !session.isReadOnly else { return }
      session.perform(session.outline.metrics.moving(id, direction))
    }
  }

  private func toggled() {
    arrow.setIcon(toggle.isActive ? "pan-down-symbolic" : "pan-end-symbolic")
    if toggle.isActive, details == nil, let figures {
      let made = MetricDetails(figures.metric, session)
      details = made
      frame.append(made.widget)
      made.show(figures, steps: steps)
    }
    details?.widget.isVisible = toggle.isActive
    if !toggle.isActive { details?.commitTyping() }
  }

  func show(_ all: MetricFigures, steps: [StepTitle]) {
    self.figures = all
    let figures = all.ofOneKind
    self.steps = steps
    title.text = MetricWords.title(of: figures.metric)
    var parts: [String] = []
    if let newest = figures.newest {
      value.text = MetricWords.value(newest.value, of: figures.metric)
      parts.append(MetricWords.detail(newest))
    } else {
      value.text = "–"
      parts.append(tr("no reading yet"))
    }
    if let trend = figures.trend { parts.append(MetricWords.name(of: trend)) }
    if let target = MetricWords.target(figures) { parts.append(target) }
    facts.text = parts.joined(separator: " · ")
    let values = figures.readings.suffix(TrendLine.longest).map(\.value)
    line.show(values, target: figures.metric.target)
    line.opacity = values.count > 1 ? 1 : 0
    let trend =
      values.count > 1
      ? tr(
        "The newest readings, oldest first: {values}",
        ["values": listed(values.map { MetricWords.value($0, of: figures.metric) })]) : ""
    toggle.tooltip = trend
    toggle.setAccessibleLabel(MetricWords.sentence(figures))
    toggle.setAccessibleDescription(trend)
    details?.show(all, steps: steps)
  }

  func shows(reading id: UUID) -> Bool { figures?.readings.contains { $0.id == id } ?? false }

  func setTheme(isDark: Bool) { line.setTheme(isDark: isDark) }

  func open() {
    toggle.isActive = true
    details?.takeFocus()
  }
  func takeFocus() { toggle.grabFocus() }
  func commitTyping() { details?.commitTyping() }
}
