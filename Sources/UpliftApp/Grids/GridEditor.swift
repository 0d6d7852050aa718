import Foundation
import Gtk
import UpliftCore

/// A grid to work in as in a spreadsheet: one click selects, typing sets a cell, blocks of cells are
/// copied and pasted.
@MainActor final class GridEditor {
  let session: Session
  let view: GridView
  let box = Box(.vertical, spacing: 6)
  var widget: Widget { box }
  /// Another cell is the current one, or the grid has changed.
  var onCurrent: (() -> Void)?
  /// There are other names under which nothing stands yet.
  var onPending: (([String]) -> Void)?
  /// Somebody wants to see a record.
  var onOpen: ((EntityReference) -> Void)?
  /// What is being deleted, by name, while that happens.
  private(set) var deletionWords: String?

  private let message = Label("", classes: ["field-error"])
  private let scroller: ScrolledWindow
  let keys = KeyController()
  var editing: GridEditing?
  private var popover: Popover?
  /// A popover is open, and the keys are its own.
  var isChoosing = false
  private var later: Timeout?
  var hovered: GridPlace?
  var dragStart: GridPlace?
  /// Where a drag began, in the view.
  var dragPoint = (x: 0.0, y: 0.0)

  /// - Parameter isWhole: it is as high as its rows, on a page that scrolls.
  init(_ session: Session, isWhole: Bool = false) {
    self.session = session
    view = GridView(isWhole: isWhole)
    scroller = ScrolledWindow(view)
    scroller.setPolicy(horizontal: .automatic, vertical: isWhole ? .never : .automatic)
    scroller.setPropagatesNaturalSize(width: false, height: isWhole)
    if isWhole { scroller.scrollsOnlySideways() }
    scroller.addClass("grid-frame")
    scroller.expandsVertically = !isWhole
    scroller.expandsHorizontally = true
    box.expandsVertically = !isWhole
    message.wraps = true
    message.alignment = 0
    message.isVisible = false
    message.setAccessibleRole(.alert)
    box.append(scroller)
    box.append(message)
    box.insertActions(actions(), prefix: "grid")
    addKeys()
    addPointer()
  }

  var isGridVisible: Bool {
    get { scroller.isVisible }
    set { scroller.isVisible = newValue }
  }

  var grid: (any RecordGrid)? { view.grid }
  var current: GridPlace { view.selection.current }

  func show(_ grid: any RecordGrid) {
    let hadFocus = view.containsFocus && editing == nil
    let old = view.grid
    let keeps = old.map { Self.lineIDs($0) }
    view.show(grid)
    if old == nil { view.select(GridSelection(Self.start(grid)), reveals: false) }
    // What one was at is at another place now.
    if let keeps, editing == nil { follow(keeps, in: grid) }
    if let editing, !isThere(editing.place, in: grid) { endEditing(keeps: false) }
    if hadFocus { view.focusCurrent() }
    onCurrent?()
  }

  private static func lineIDs(_ grid: any RecordGrid) -> (rows: [String], columns: [String]) {
    (grid.rows.map { $0.isNew ? "" : $0.id }, grid.columns.map { $0.isNew ? "" : $0.id })
  }

  /// Where one would begin to write.
  private static func start(_ grid: any RecordGrid) -> GridPlace {
    let row = grid.rows.indices.first { $0 >= grid.pinnedRows && !grid.rows[$0].isNew }
    if let row,
      let column = grid.columns.indices.first(where: { grid.isEditable(GridPlace(row, $0)) }
      )
    {
      return GridPlace(row, column)
    }
    if row == nil, grid.rows.contains(where: \.isNew) {
      return GridPlace(grid.rows.firstIndex(where: \.isNew) ?? 0, -1)
    }
    return GridPlace(-1, grid.columns.firstIndex(where: \.isNew) ?? 0)
  }

  private func follow(_ old: (rows: [String], columns: [String]), in grid: any RecordGrid) {
    let new = Self.lineIDs(grid)
    guard old.rows != new.rows || old.columns != new.columns, view.selection.isOne else { return }
    var place = current
    if old.rows.indices.contains(place.row), !old.rows[place.row].isEmpty,
      let row = new.rows.firstIndex(of: old.rows[place.row])
    {
      place.row = row
    }
    if old.columns.indices.contains(place.column), !old.columns[place.column].isEmpty,
      let column = new.columns.firstIndex(of: old.columns[place.column])
    {
      place.column = column
    }
    if place != current { view.select(GridSelection(place), reveals: false) }
  }

  private func isThere(_ place: GridPlace, in grid: any RecordGrid) -> Bool {
    place.row < grid.rows.count && place.column < grid.columns.count
  }

  // MARK: Changing

  /// - Returns: false when something of it was refused.
  @discardableResult
  func take(_ outcome: GridOutcome?) -> Bool {
    guard let outcome, !session.isReadOnly else { return true }
    say(outcome.sentence)
    if outcome.pending != grid?.pending ?? [] { onPending?(outcome.pending) }
    session.perform(outcome.edit)
    return outcome.refused.isEmpty
  }

  func set(_ text: String) {
    guard let grid else { return }
    let selection = view.selection
    take(
      selection.isOne
        ? grid.setting(text, at: selection.current) : grid.setting(text, in: selection))
  }

  func clear() {
    guard let grid, !session.isReadOnly else { return }
    if view.selection.isOne, current.isHeading { return removeLine() }
    take(grid.clearing(view.selection))
  }

  func fillDown() {
    guard let grid else { return }
    endEditing()
    take(grid.fillingDown(view.selection))
  }

  /// The row or column of the current heading; in a cell, its row.
  func removeLine(column: Bool? = nil) {
    guard let grid, !session.isReadOnly else { return }
    endEditing()
    let isColumn = column ?? current.isColumnHeading
    let lines = isColumn ? grid.columns : grid.rows
    let index = isColumn ? current.column : current.row
    guard lines.indices.contains(index), !lines[index].isNew else { return }
    let line = lines[index]
    if let edit = isColumn ? grid.removing(column: index) : grid.removing(row: index) {
      deletionWords = tr("“{title}”", ["title": String(line.title.prefix(40))])
      session.perform(edit)
      deletionWords = nil
    }
    let rest = grid.pending.filter { $0 != line.name }
    if rest != grid.pending { onPending?(rest) }
  }

  func move(_ direction: Direction) -> Bool {
    guard let grid, !session.isReadOnly else { return false }
    let edit: Edit?
    switch direction {
    case .up, .down: edit = grid.moving(row: current.row, direction)
    case .forward, .backward: edit = grid.moving(column: current.column, direction)
    }
    guard let edit else { return false }
    session.perform(edit)
    view.reveal(current)
    return true
  }

  // MARK: Clipboard

  func copy() {
    guard let grid else { return }
    Clipboard.standard?.setText(grid.text(of: view.selection))
  }

  func copyAll() {
    guard let grid else { return }
    Clipboard.standard?.setText(grid.wholeText)
  }

  func cut() {
    guard let grid, !session.isReadOnly else { return }
    copy()
    take(grid.clearing(view.selection, as: .cut))
  }

  func paste() {
    guard !session.isReadOnly else { return }
    Clipboard.standard?.readText { [weak self] text in
      guard let self, let text, !text.isEmpty else { return }
      paste(text)
    }
  }

  func paste(_ text: String) {
    guard let grid else { return }
    endEditing()
    let block = TextTable(text).rows
    guard !block.isEmpty else { return }
    let start = GridPlace(view.selection.rows.lowerBound, view.selection.columns.lowerBound)
    let isOne = view.selection.isOne
    take(grid.pasting(block, at: view.selection))
    // What came is selected, as in a spreadsheet.
    guard isOne, block.count > 1 || block[0].count > 1 else { return }
    let end = view.bounded(
      GridPlace(start.row + block.count - 1, start.column + (block.map(\.count).max() ?? 1) - 1))
    view.select(GridSelection(start, anchor: end), reveals: false)
    view.focusCurrent()
  }

  // MARK: Words

  func say(_ sentence: String) {
    if message.text != sentence { message.text = sentence }
    message.isVisible = !sentence.isEmpty
  }

  /// Not while GTK is in the middle of moving the focus.
  func soon(_ action: @escaping () -> Void) { later = Timeout.whenIdle(action) }

  func open(_ place: GridPlace) -> Bool {
    guard let grid else { return false }
    let line: GridLine?
    if place.isColumnHeading {
      line = grid.columns.indices.contains(place.column) ? grid.columns[place.column] : nil
    } else {
      line = grid.rows.indices.contains(place.row) ? grid.rows[place.row] : nil
    }
    guard let reference = line?.reference else { return false }
    endEditing()
    onOpen?(reference)
    return true
  }

  /// Whether a name is written there to make a new line.
  func isNew(_ place: GridPlace) -> Bool {
    guard let grid else { return false }
    return place.isRowHeading
      ? grid.rows.indices.contains(place.row) && grid.rows[place.row].isNew
      : place.isColumnHeading && grid.columns.indices.contains(place.column)
        && grid.columns[place.column].isNew
  }

  func select(_ place: GridPlace, extends: Bool = false) {
    let anchor = extends ? view.selection.anchor : nil
    let old = view.selection
    view.select(GridSelection(place, anchor: anchor))
    if !view.focusCurrent() { view.grabFocus() }
    if old != view.selection {
      say("")
      onCurrent?()
    }
  }

  func takeFocus() { view.focusCurrent() }

  /// When it closes, the keyboard is in the grid.
  func keep(_ popover: Popover, closing: @escaping () -> Void = {}) {
    self.popover?.leave(view)
    self.popover = popover
    isChoosing = true
    popover.onClosed { [weak self, weak popover] in
      closing()
      self?.isChoosing = false
      self?.soon { [weak self, weak popover] in
        guard let self else { return }
        popover?.leave(view)
        if self.popover === popover { self.popover = nil }
        if editing == nil { view.focusCurrent() }
      }
    }
  }
}
