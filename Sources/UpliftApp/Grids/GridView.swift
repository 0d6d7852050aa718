import Foundation
import Gtk
import UpliftCore

/// A grid on the screen: rows and columns with headings that stay in sight, of which only what can be
/// seen exists. It draws and scrolls; `GridEditor` hears keys and clicks.
@MainActor final class GridView: DrawnWidget {
  private(set) var grid: (any RecordGrid)?
  var rows: [GridLine] = []
  var columns: [GridLine] = []
  var geometry = GridGeometry()
  var selection = GridSelection(GridPlace(0, 0))
  var cells: [GridPlace: GridCellView] = [:]
  /// By the first of the columns that they stand over.
  var aboves: [Int: GridCellView] = [:]
  var spares: [GridCellView.Sort: [GridCellView]] = [:]
  /// Over a cell, while its text is written.
  var editor: (widget: Widget, place: GridPlace)?
  /// What is written is a cell's note, which is a sentence where the cell is a letter.
  var editsNote = false
  /// As high as all rows; else as high as there is room.
  let isWhole: Bool
  var known: [String: Int] = [:]
  var scrolledFromStart = (x: 0, y: 0)
  var isAllocating = false
  private var hasBeenPlaced = false
  private var later: Timeout?
  var lastWidth = 0

  /// Logical pixels around the view that are kept ready.
  static let margin = 120

  /// - Parameter isWhole: it is as high as its rows, on a page that scrolls.
  init(isWhole: Bool = false) {
    self.isWhole = isWhole
    super.init(role: .grid, isScrollable: true)
    addClass("record-grid")
    onMap { [weak self] in self?.refillSoon() }
  }

  // MARK: What is shown

  func show(_ grid: any RecordGrid) {
    let old = rows.map(\.id)
    self.grid = grid
    rows = grid.rows
    columns = grid.columns
    if old != rows.map(\.id), known.count > rows.count * 2 + 50 { known = [:] }
    setAccessibleLabel(grid.title)
    setAccessibleSize(rows: rows.count, columns: columns.count)
    selection = GridSelection(
      bounded(selection.current), anchor: bounded(selection.anchor))
    layOut()
    realise(refills: true)
    queueResize()
  }

  func bounded(_ place: GridPlace) -> GridPlace {
    GridPlace(
      min(max(place.row, -1), rows.count - 1), min(max(place.column, -1), columns.count - 1))
  }

  private func layOut() {
    guard let grid else { return }
    geometry = GridGeometry(grid, width: max(width, 320), known: known)
    scrolledFromStart = bounded(scrolledFromStart)
  }

  func select(_ selection: GridSelection, reveals: Bool = true) {
    self.selection = GridSelection(
      bounded(selection.current), anchor: bounded(selection.anchor))
    if reveals { reveal(self.selection.current) }
    realise()
    mark()
  }

  func mark() {
    for (place, cell) in cells {
      cell.mark(
        isSelected: !selection.isOne && selection.contains(place),
        isCurrent: place == selection.current)
      // Tab leaves the grid from its current cell.
      let isCurrent = place == selection.current
      if cell.box.isFocusable != isCurrent { cell.box.isFocusable = isCurrent }
    }
  }

  /// Puts the keyboard on the current cell.
  @discardableResult
  func focusCurrent() -> Bool {
    realise()
    mark()
    return cells[selection.current]?.box.grabFocus() ?? false
  }

  // MARK: Scrolling

  private var room: (x: Int, y: Int) {
    (max(0, geometry.size.width - width), max(0, geometry.size.height - height))
  }

  private func bounded(_ scrolled: (x: Int, y: Int)) -> (x: Int, y: Int) {
    guard width > 1 else { return scrolled }
    return (min(max(scrolled.x, 0), room.x), min(max(scrolled.y, 0), room.y))
  }

  var scrolled: (x: Int, y: Int) { scrolledFromStart }

  func reveal(_ place: GridPlace) {
    guard width > 1 else { return }
    let target = geometry.scrolled(
      toShow: place, from: scrolledFromStart, width: width, height: height)
    guard target != scrolledFromStart else { return }
    scrolledFromStart = bounded(target)
    configureAdjustments()
    realise()
    queueAllocate()
  }

  private func configureAdjustments() {
    let wasAllocating = isAllocating
    isAllocating = true
    let x = isRightToLeft ? room.x - scrolledFromStart.x : scrolledFromStart.x
    horizontalAdjustment?.configure(
      value: Double(x), lower: 0, upper: Double(max(geometry.size.width, width)), step: 60,
      page: Double(width) * 0.8, pageSize: Double(width))
    verticalAdjustment?.configure(
      value: Double(scrolledFromStart.y), lower: 0,
      upper: Double(max(geometry.size.height, height)), step: 40, page: Double(height) * 0.8,
      pageSize: Double(height))
    isAllocating = wasAllocating
  }

  override func adjustmentsChanged() {
    guard !isAllocating, width > 1 else { return }
    let x = Int(horizontalAdjustment?.value ?? 0)
    scrolledFromStart = bounded(
      (isRightToLeft ? room.x - x : x, Int(verticalAdjustment?.value ?? 0)))
    realise()
    queueAllocate()
  }

  // MARK: Size

  override func measure(
    _ orientation: Orientation, forSize: Int
  ) -> (minimum: Int, natural: Int) {
    switch orientation {
    case .horizontal: (200, max(200, geometry.size.width))
    case .vertical:
      isWhole
        ? (geometry.size.height, geometry.size.height) : (120, max(120, geometry.size.height))
    }
  }

  override func allocate(width: Int, height: Int) {
    isAllocating = true
    defer { isAllocating = false }
    let isWider = width != lastWidth
    lastWidth = width
    if isWider {
      // Texts break elsewhere now.
      known = [:]
      layOut()
    }
    scrolledFromStart = bounded(scrolledFromStart)
    configureAdjustments()
    placeCells()
    // Widgets are not made while sizes are given out.
    if isWider || !hasAll { refillSoon() }
  }

  private func refillSoon() {
    later = Timeout.after(milliseconds: 1) { [weak self] in
      guard let self else { return }
      realise(refills: true)
      isWhole ? queueResize() : queueAllocate()
    }
  }

  private func placeCells() {
    for (place, cell) in cells {
      guard let frame = frame(place) else { continue }
      self.place(
        cell.box, x: frame.x, y: frame.y, width: Int(frame.width), height: Int(frame.height))
    }
    for (column, cell) in aboves {
      let frame = aboveFrame(column)
      self.place(
        cell.box, x: frame.x, y: frame.y, width: Int(frame.width), height: Int(frame.height))
    }
    if let editor, let frame = editorFrame(editor.place, editor.widget) {
      place(
        editor.widget, x: frame.x, y: frame.y, width: Int(frame.width), height: Int(frame.height))
    }
  }

  /// A cell or heading in the view.
  func frame(_ place: GridPlace) -> Rectangle? {
    geometry.frame(place, scrolled: scrolledFromStart).map(mirrored)
  }

  func mirrored(_ frame: Rectangle) -> Rectangle {
    guard isRightToLeft else { return frame }
    return Rectangle(Double(width) - frame.x - frame.width, frame.y, frame.width, frame.height)
  }

  /// The title of several columns stays in sight as long as one of them does.
  private func aboveFrame(_ first: Int) -> Rectangle {
    let last = lastColumn(under: first)
    let head = geometry.headWidth
    let start = head + geometry.columnOffsets[first] - scrolledFromStart.x
    let end = head + geometry.columnOffsets[last + 1] - scrolledFromStart.x
    let x = min(max(start, head), max(start, end - 40))
    return mirrored(
      Rectangle(Double(x), 0, Double(max(end - x, 40)), Double(GridGeometry.aboveHeight)))
  }

  func lastColumn(under first: Int) -> Int {
    var last = first
    while last + 1 < columns.count, columns[last + 1].aboveID == columns[first].aboveID,
      !columns[first].aboveID.isEmpty
    {
      last += 1
    }
    return last
  }

  func firstColumn(above column: Int) -> Int {
    var first = column
    while first > 0, columns[first - 1].aboveID == columns[column].aboveID,
      !columns[column].aboveID.isEmpty
    {
      first -= 1
    }
    return first
  }

  /// Wide enough to write in, and inside the view.
  private func editorFrame(_ place: GridPlace, _ widget: Widget) -> Rectangle? {
    guard let cell = geometry.frame(place, scrolled: scrolledFromStart) else { return nil }
    let isText =
      editsNote || (grid.map { !place.isHeading && $0.kind(at: place) == .text } ?? false)
    let least = place.isHeading ? 180.0 : isText ? 280 : cell.width
    let frameWidth = min(max(cell.width, least), Double(max(width - 8, 60)))
    let natural = Double(widget.naturalSize(forWidth: Int(frameWidth)).height)
    let frameHeight = min(max(cell.height, natural), Double(max(height - 8, 40)))
    let x = max(0, min(cell.x, Double(width) - frameWidth - 2))
    let y = max(0, min(cell.y, Double(height) - frameHeight - 2))
    return mirrored(Rectangle(x, y, frameWidth, frameHeight))
  }

  /// The cell or heading at a point in the view.
  func place(x: Double, y: Double) -> GridPlace? {
    geometry.place(
      x: Int(isRightToLeft ? Double(width) - x : x), y: Int(y), scrolled: scrolledFromStart)
  }

  override func draw(_ snapshot: Snapshot) { drawAll(snapshot) }
}
