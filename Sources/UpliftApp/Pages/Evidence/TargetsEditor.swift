import Foundation
import Gtk
import UpliftCore

/// The targets that a metric was given, as a grid to write in; above it what three readings in a row
/// that beat the target ask for.
@MainActor final class TargetsEditor {
  private let box = Box(.vertical, spacing: 6)
  var widget: Widget { box }
  private let session: Session
  private let grid: GridEditor
  private let ask = Box(.horizontal, spacing: 10)
  private let sentence = Label()
  private let raise = Button(label: "")
  private let rule = PageParts.dim(ExpectationsRatchet.rule)
  private var metric: Metric?
  private var targets: [TargetChange] = []
  private var ratchet: ExpectationsRatchet?

  init(_ session: Session) {
    self.session = session
    grid = GridEditor(session, isWhole: true)
    let heading = Label(tr("Targets"), classes: ["field-label"])
    heading.alignment = 0
    sentence.wraps = true
    sentence.alignment = 0
    sentence.expandsHorizontally = true
    raise.verticalAlignment = .center
    raise.isSensitive = !session.isReadOnly
    raise.onClicked { [weak self] in self?.raiseTarget() }
    ask.append(sentence)
    ask.append(raise)
    ask.addClass("notice")
    rule.addClass("notice-rule")
    for child in [heading, ask, rule, grid.widget] as [Widget] { box.append(child) }
  }

  func show(_ metric: Metric, _ readings: [Reading]) {
    self.metric = metric
    targets =
      session.read { try session.workspace.contents(of: [.targetChange]).targetChanges } ?? []
    targets = targets.filter { $0.metricID == metric.id }
    let series = MetricSeries.all(of: metric, readings: readings, targets: targets).first
    ratchet = series.map { ExpectationsRatchet($0) }
    let suggestion = ratchet?.suggestedTarget
    ask.isVisible = suggestion != nil
    rule.isVisible = suggestion != nil
    if let suggestion, let ratchet {
      let value = MetricWords.value(suggestion, of: metric)
      sentence.text = tr(
        "Beaten {count} times in a row: the target of {old} asks to be raised.",
        [
          "count": ratchet.beatenInARow,
          "old": metric.target.map { MetricWords.value($0, of: metric) } ?? "–",
        ])
      raise.label = tr("Set it to {value}", ["value": value])
    }
    grid.show(TargetGrid(metric, changes: targets, today: CalendarDay(Date())))
  }

  private func raiseTarget() {
    guard let metric, let ratchet, let target = ratchet.suggestedTarget else { return }
    session.perform(
      metric.settingTarget(
        target, on: CalendarDay(Date()),
        reason: tr("Beaten {count} times in a row.", ["count": ratchet.beatenInARow]),
        history: targets))
  }

  func commitTyping() { grid.editing?.editor.commitTyping() }
}
