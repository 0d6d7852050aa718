import Gtk
import UpliftCore

/// How much of a map is known, each figure with its rule.
@MainActor final class FiguresView {
  private let box = Box(.vertical, spacing: 6)
  var widget: Widget { box }
  private let lines = [Label(), Label()]
  private let rules = [Label(), Label()]

  init() {
    box.addClass("field-box")
    for (line, rule) in zip(lines, rules) {
      rule.addClass("dim")
      rule.addClass("field-hint")
      for label in [line, rule] {
        label.alignment = 0
        label.wraps = true
        box.append(label)
      }
    }
  }

  func show(_ figures: JourneyFigures) {
    lines[0].text = [
      ntr("{count} card", "{count} cards", figures.cards),
      ntr("{count} step", "{count} steps", figures.steps),
    ].joined(separator: " · ")
    rules[0].isVisible = false
    let unmanned = figures.steps > 0 ? figures.stepsWithoutDepartment : nil
    lines[1].isVisible = unmanned != nil
    rules[1].isVisible = unmanned != nil
    lines[1].text = ntr(
      "{count} step without a department", "{count} steps without a department", unmanned ?? 0)
    rules[1].text = tr(
      "Steps with no department behind them: {count} of {total}.",
      ["count": unmanned ?? 0, "total": figures.steps])
  }
}
