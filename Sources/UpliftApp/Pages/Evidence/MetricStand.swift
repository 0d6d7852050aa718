import Foundation
import Gtk
import UpliftCore

/// In the details of a metric: how it stands, and its newest readings as a line with its target.
@MainActor final class MetricStand: RegisterDetailsPart {
  let title = ""
  var widget: Widget { box }
  private let session: Session
  private let box = Box(.vertical, spacing: 4)
  private let sentence = PageParts.dim()
  private let line: TrendLine

  init(_ session: Session) {
    self.session = session
    line = TrendLine(width: 260, height: 64)
    line.horizontalAlignment = .start
    box.append(line)
    box.append(sentence)
  }

  func show(_ metric: Metric) {
    let readings = session.read { try session.workspace.readings(of: metric.id) } ?? []
    let figures = MetricFigures(metric, readings: readings).ofOneKind
    sentence.text = MetricWords.sentence(figures)
    let values = figures.readings.suffix(TrendLine.longest).map(\.value)
    line.isVisible = values.count > 1
    line.show(values, target: metric.target)
    box.setAccessibleLabel(
      values.count > 1
        ? tr(
          "The newest readings, oldest first: {values}",
          ["values": listed(values.map { MetricWords.value($0, of: metric) })]) : "")
  }
}

/// In the details of a metric: its targets, and what three readings that beat the target ask for.
@MainActor final class MetricTargets: RegisterDetailsPart {
  let title = ""
  var widget: Widget { editor.widget }
  private let session: Session
  private let editor: TargetsEditor

  init(_ session: Session) {
    self.session = session
    editor = TargetsEditor(session)
  }

  func show(_ metric: Metric) {
    editor.show(
      metric, session.read { try session.workspace.readings(of: metric.id) } ?? [])
  }

  func commitTyping() { editor.commitTyping() }
}
