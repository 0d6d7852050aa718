import Foundation
import Gtk
import UpliftCore

/// The first rows of the file, and below them the readings that will come of it, or the rows that
/// cannot be read.
@MainActor final class SurveyPreview {
  let widget = Box(.vertical, spacing: 8)
  private let summary = PageParts.dim()
  private let list = ListBox()
  private let heading = Label("", classes: ["field-label"])
  /// What is listed, in words.
  private(set) var lines: [String] = []

  /// Rows of the file that are shown.
  private static let rows = 6
  /// Characters of a cell.
  private static let widest = 28
  /// More readings are not listed one by one.
  private static let most = 400

  init(_ file: SurveyFile) {
    let first = Label(
      tr("First rows of {file}", ["file": file.url.lastPathComponent]), classes: ["field-label"])
    first.alignment = 0
    first.setEllipsis(.middle)
    let grid = Grid(rowSpacing: 2, columnSpacing: 16)
    for (column, text) in file.headings.enumerated() {
      grid.attach(cell(text, isHeading: true), column: column, row: 0)
    }
    for (row, cells) in file.firstRows.prefix(Self.rows).enumerated() {
      for (column, text) in cells.enumerated() {
        grid.attach(cell(text, isHeading: false), column: column, row: row + 1)
      }
    }
    grid.setMargins(8)
    let table = ScrolledWindow(grid)
    table.setPolicy(horizontal: .automatic, vertical: .never)
    table.addClass("field-box")
    heading.alignment = 0
    list.setSelection(.none)
    list.addClass("history")
    list.setAccessibleLabel(tr("Readings that will come"))
    let scroller = ScrolledWindow(list)
    scroller.setPolicy(horizontal: .never, vertical: .automatic)
    scroller.expandsVertically = true
    scroller.addClass("field-box")
    summary.setAccessibleRole(.status)
    for child in [first, table, heading, summary, scroller] as [Widget] { widget.append(child) }
    widget.expandsHorizontally = true
  }

  private func cell(_ text: String, isHeading: Bool) -> Label {
    let label = Label(
      text.replacingOccurrences(of: "\n", with: " ").isolated,
      classes: isHeading ? ["field-label"] : [])
    label.alignment = 0
    label.setEllipsis(.end)
    label.setWidthInCharacters(maximum: Self.widest)
    return label
  }

  func showCounting() {
    heading.text = tr("Readings that will come")
    summary.text = tr("Counting answers…")
    // What stood there was of another choice.
    fill([])
  }

  func show(
    _ outcome: SurveyOutcome, _ tally: SurveyTally, of metric: Metric, startMonth: Int
  ) {
    heading.text = tr("Readings that will come")
    summary.text = (tally.summary + outcome.summary).joined(separator: " ")
    fill(
      outcome.readingsInWords(of: metric, startMonth: startMonth).map {
        $0.map(\.isolated).joined(separator: " · ")
      } + outcome.leftInWords(of: metric, startMonth: startMonth))
  }

  func show(badRows: [ImportError], count: Int) {
    heading.text = tr("Rows that cannot be read")
    summary.text = ntr(
      "{count} row cannot be read. Mend the file, choose other columns, or leave it out.",
      "{count} rows cannot be read. Mend the file, choose other columns, or leave them out.", count)
    fill(badRows.map(\.sentence) + (count > badRows.count ? ["…"] : []))
  }

  func show(_ error: any Error) {
    heading.text = ""
    summary.text = String(describing: error)
    fill([])
  }

  private func fill(_ all: [String]) {
    list.removeAll()
    lines = Array(all.prefix(Self.most))
    if all.count > Self.most {
      lines.append(
        ntr("… and {count} more.", "… and {count} more.", all.count - Self.most))
    }
    for line in lines {
      let label = Label(line)
      label.alignment = 0
      label.wraps = true
      let row = ListBoxRow(label)
      row.addClass("history-row")
      row.isActivatable = false
      list.append(row)
    }
  }
}
