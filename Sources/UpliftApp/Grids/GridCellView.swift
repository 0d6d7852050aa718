import Gtk
import UpliftCore

/// A cell or a heading of a grid on the screen, used for one place after the other.
@MainActor final class GridCellView {
  enum Sort {
    case cell, rowHeading, columnHeading, corner
    /// Over several columns.
    case above
  }

  let box: Box
  let sort: Sort
  private let label = Label()
  private let detail = Label("", classes: ["grid-detail"])
  private(set) var text = ""
  private(set) var spoken = ""
  private var classes: Set<String> = []

  init(_ sort: Sort) {
    self.sort = sort
    box = Box(.vertical)
    let role: AccessibleRole =
      switch sort {
      case .cell: .gridCell
      case .rowHeading: .rowHeader
      // GTK 4.8 tells screen readers nothing of a column's header.
      case .columnHeading: .heading
      case .corner, .above: .presentation
      }
    box.setAccessibleRole(role)
    box.addClass("grid-cell")
    switch sort {
    case .cell: break
    case .rowHeading: box.addClass("grid-row-heading")
    case .columnHeading: box.addClass("grid-heading")
    case .corner: box.addClass("grid-corner")
    case .above: box.addClass("grid-above")
    }
    // Clicks are the grid's.
    box.receivesPointer = false
    label.setWidthInCharacters(minimum: 1, maximum: 1)
    label.wraps = sort != .above
    label.setLines(sort == .above ? 1 : 4)
    label.setEllipsis(.end)
    label.alignment = 0
    label.expandsHorizontally = true
    box.append(label)
    if sort == .rowHeading || sort == .columnHeading {
      detail.setWidthInCharacters(minimum: 1, maximum: 1)
      detail.wraps = true
      detail.setLines(3)
      detail.setEllipsis(.end)
      detail.alignment = 0
      detail.isVisible = false
      box.append(detail)
    }
  }

  func show(cell: GridCell, _ kind: GridCellKind, spoken: String) {
    let isText = kind == .text
    set(text: (cell.mark.isEmpty || cell.tone == .good ? "" : "⚠ ") + cell.text.replacingNewlines())
    label.alignment = isText ? 0 : 0.5
    say(spoken)
    let tone: String? =
      switch cell.tone {
      case .plain: nil
      case .good: isText ? nil : "good"
      case .poor: "poor"
      case .missing: "missing"
      }
    setClasses(
      [
        tone, kind == .computed ? "computed" : nil, isText ? "text" : nil,
        cell.note.isEmpty ? nil : "noted",
      ])
  }

  /// - Parameters:
  ///   - title: without what stands over several columns.
  ///   - isCentred: as the figures in its cells.
  func show(line: GridLine, title: String, isCentred: Bool = false, spoken: String) {
    set(text: (line.isNew ? "+ " : line.isMarked ? "⚠ " : "") + title.replacingNewlines())
    label.alignment = isCentred ? 0.5 : 0
    label.setCentred(isCentred)
    detail.text = line.detail
    detail.isVisible = !line.detail.isEmpty
    say(spoken)
    setClasses([line.isMarked ? "marked" : nil, line.isNew ? "new" : nil])
  }

  func show(plain title: String) {
    set(text: title)
    say(title)
    setClasses([])
  }

  private func set(text: String) {
    self.text = text
    if label.text != text { label.text = text }
  }

  private func say(_ spoken: String) {
    guard self.spoken != spoken else { return }
    self.spoken = spoken
    box.setAccessibleLabel(spoken)
  }

  private func setClasses(_ names: [String?]) {
    let new = Set(names.compactMap(\.self))
    guard new != classes else { return }
    for name in classes.subtracting(new) { box.removeClass(name) }
    for name in new.subtracting(classes) { box.addClass(name) }
    classes = new
  }

  private var state = (isSelected: false, isCurrent: false)

  func mark(isSelected: Bool, isCurrent: Bool) {
    guard state != (isSelected, isCurrent) else { return }
    state = (isSelected, isCurrent)
    box.setClass("selected", isSelected)
    box.setClass("current", isCurrent)
    box.setAccessibleSelected(isSelected || isCurrent)
  }

  /// What its text needs at a width, in logical pixels.
  func height(forWidth width: Int) -> Int {
    // Most texts are short, and measuring takes its time.
    if !detail.isVisible, text.utf8.count * GridGeometry.letterWidth <= width - 24 {
      return GridGeometry.leastRow
    }
    return box.naturalSize(forWidth: width).height
  }
}
