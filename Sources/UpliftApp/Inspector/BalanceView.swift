import Gtk
import UpliftCore

/// The grid of function × level, with its gaps, and what to make of it.
@MainActor final class BalanceView {
  private let box = Box(.vertical, spacing: 8)
  var widget: Widget { box }
  private let frame = Box(.vertical)
  private let notice = Box(.vertical)
  private let sentence = Label()
  private var shown: GroupBalance?
  private var shownWarnings: [GroupWarning]?

  /// Beyond so many levels the grid would be wider than an inspector.
  private let levelLimit: Int

  /// - Parameter speaks: says what to make of it, too.
  init(levelLimit: Int = 4, speaks: Bool = true) {
    self.levelLimit = levelLimit
    notice.isVisible = speaks
    notice.addClass("notice")
    sentence.wraps = true
    sentence.alignment = 0
    sentence.setWidthInCharacters(maximum: 36)
    notice.append(sentence)
    box.append(frame)
    box.append(notice)
  }

  /// - Parameter warnings: those that stand; nil: everything that the grid shows is said.
  func show(_ balance: GroupBalance, warnings: [GroupWarning]? = nil) {
    guard balance != shown || warnings != shownWarnings else { return }
    shown = balance
    shownWarnings = warnings
    frame.removeAll()
    let hint = PageParts.dim(tr("Who speaks for what, once people are in the group."))
    frame.append(balance.functions.isEmpty ? hint : grid(balance))
    let sentences = warnings.map { $0.isEmpty ? [tr("nothing stands out.")] : $0.map(\.sentence) }
    sentence.text = ([tr("Balance:")] + (sentences ?? balance.sentences)).joined(separator: " ")
    notice.setClass("calm", warnings?.isEmpty ?? !balance.wantsAttention)
  }

  private func grid(_ balance: GroupBalance) -> Widget {
    let grid = Grid(rowSpacing: 2, columnSpacing: 2)
    grid.addClass("balance")
    grid.setAccessibleLabel(tr("Members by function and level"))
    let levels = Array(balance.levels.prefix(levelLimit))
    let isCut = balance.levels.count > levels.count
    for (column, level) in levels.enumerated() {
      let label = Label(level.isEmpty ? "–" : level, classes: ["dim"])
      label.tooltip = level.isEmpty ? tr("No level given") : level
      label.setEllipsis(.end)
      label.setWidthInCharacters(minimum: 4, maximum: 8)
      label.expandsHorizontally = true
      grid.attach(label, column: column + 1, row: 0)
    }
    if isCut {
      let label = Label("…", classes: ["dim"])
      label.tooltip = balance.levels.dropFirst(levels.count).joined(separator: ", ")
      grid.attach(label, column: levels.count + 1, row: 0)
    }
    for (row, function) in balance.functions.enumerated() {
      let isMissing = function.total == 0
      let name = function.name.isEmpty ? tr("No function given") : function.name
      let title = Label(name, classes: ["balance-function"])
      title.alignment = 0
      title.setEllipsis(.end)
      title.setWidthInCharacters(maximum: 14)
      title.tooltip = name
      grid.attach(title, column: 0, row: row + 1)
      var counts = Array(function.counts.prefix(levels.count))
      if isCut { counts.append(function.counts.dropFirst(levels.count).reduce(0, +)) }
      for (column, count) in counts.enumerated() {
        let cell = Label(count > 0 ? String(count) : "")
        cell.addClass(isMissing ? "missing" : count == 0 ? "none" : count == 1 ? "one" : "many")
        let level = column < levels.count ? levels[column] : "…"
        cell.setAccessibleLabel(
          isMissing
            ? tr("Nobody from {function}", ["function": name])
            : tr(
              "{function}, {level}: {count}",
              ["function": name, "level": level, "count": count]))
        grid.attach(cell, column: column + 1, row: row + 1)
      }
    }
    return grid
  }
}
