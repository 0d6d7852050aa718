import Gtk
import UpliftCore

/// Where the rows and columns of a grid stand, in logical pixels from the corner, before anything is
/// scrolled or mirrored.
struct GridGeometry: Equatable {
  static let narrowColumn = 76
  static let textColumn = 210
  static let leastRow = 34
  static let aboveHeight = 24
  /// Of a letter, on the average; rather too much.
  static let letterWidth = 8
  private static let padding = 20
  private static let lineHeight = 18
  private static let mostLines = 4

  /// Widths of the columns.
  private(set) var widths: [Int] = []
  private(set) var heights: [Int] = []
  /// Where each column begins behind the rows' headings, and where the last one ends.
  private(set) var columnOffsets: [Int] = [0]
  private(set) var rowOffsets: [Int] = [0]
  private(set) var headWidth = 200
  private(set) var headHeight = leastRow
  private(set) var hasAbove = false
  /// Whether something stands over each column.
  private var isCovered: [Bool] = []
  private(set) var pinned = 0

  init() {}

  /// - Parameters:
  ///   - width: of the view.
  ///   - known: heights of rows that were measured, by their ids.
  @MainActor init(_ grid: any RecordGrid, width: Int, known: [String: Int]) {
    let rows = grid.rows
    let columns = grid.columns
    pinned = min(grid.pinnedRows, rows.count)
    isCovered = columns.map { !$0.above.isEmpty }
    hasAbove = isCovered.contains(true)
    // Of the small letters of what is wrong.
    let detailLetter = 5.6
    let longest = rows.map { $0.fullTitle.count }.max() ?? 0
    headWidth = min(max(150, longest * 7 + Self.padding), 260, max(120, width * 2 / 5))
    let sample = pinned < rows.count ? pinned : 0
    widths = columns.indices.map { column in
      Self.width(of: columns[column], grid.kind(at: GridPlace(sample, column)))
    }
    // Texts take the room that is left.
    let left = width - headWidth - widths.reduce(0, +)
    let texts = columns.indices.filter { grid.kind(at: GridPlace(sample, $0)) == .text }
    if left > 0, !texts.isEmpty {
      for column in texts { widths[column] += min(left / texts.count, 240) }
    }
    let lines =
      zip(columns, widths).map { column, width in
        Self.lines(column.title, width)
          + (column.detail.isEmpty ? 0 : Self.lines(column.detail, width))
      }.max() ?? 1
    headHeight =
      max(Self.leastRow, 16 + min(lines, Self.mostLines) * Self.lineHeight)
      + (hasAbove ? Self.aboveHeight : 0)
    heights = rows.indices.map { row in
      let line = rows[row]
      var height =
        16 + min(Self.lines(line.fullTitle, headWidth), Self.mostLines) * Self.lineHeight
      if !line.detail.isEmpty {
        height += min(Self.lines(line.detail, headWidth, letter: detailLetter), 3) * 15
      }
      if !line.isNew {
        for column in texts {
          let text = grid.cell(at: GridPlace(row, column)).text
          guard text.utf8.count > 8 else { continue }
          height = max(
            height, 16 + min(Self.lines(text, widths[column]), Self.mostLines) * Self.lineHeight)
        }
      }
      return max(Self.leastRow, height, known[line.id] ?? 0)
    }
    measure()
  }

  private static func width(of column: GridLine, _ kind: GridCellKind) -> Int {
    guard !column.isNew else { return 92 }
    // The longest word of a heading stands on one line.
    let word = column.title.split(whereSeparator: \.isWhitespace).map(\.count).max() ?? 0
    let above = column.above.isEmpty ? 0 : 74
    let needed = max(word * letterWidth + padding, above)
    return switch kind {
    case .text: textColumn
    case .decimal: 112
    default: min(max(narrowColumn, needed), 150)
    }
  }

  /// - Parameter letter: width of one, in logical pixels.
  private static func lines(_ text: String, _ width: Int, letter: Double = 7) -> Int {
    let letters = max(1, Int(Double(width - padding) / letter))
    return max(1, (text.count + letters - 1) / letters)
  }

  private mutating func measure() {
    columnOffsets = widths.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    rowOffsets = heights.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
  }

  /// A row turned out to be higher.
  mutating func grow(row: Int, to height: Int) -> Bool {
    guard heights.indices.contains(row), height > heights[row] else { return false }
    heights[row] = height
    measure()
    return true
  }

  mutating func growHead(to height: Int) -> Bool {
    guard height > headHeight else { return false }
    headHeight = height
    return true
  }

  // MARK: What is seen

  /// Of the rows that stay.
  var pinnedHeight: Int { rowOffsets[pinned] }
  /// Of everything, headings included.
  var size: (width: Int, height: Int) {
    (headWidth + (columnOffsets.last ?? 0), headHeight + (rowOffsets.last ?? 0))
  }

  /// Columns that are seen when the view is so wide and scrolled so far.
  func columns(from scrolled: Int, width: Int) -> Range<Int> {
    Self.range(columnOffsets, from: scrolled, to: scrolled + width - headWidth, first: 0)
  }

  /// Rows that are seen, without those that stay.
  func rows(from scrolled: Int, height: Int) -> Range<Int> {
    Self.range(
      rowOffsets, from: scrolled + pinnedHeight, to: scrolled + height - headHeight, first: pinned)
  }

  private static func range(
    _ offsets: [Int], from start: Int, to end: Int, first: Int
  ) -> Range<Int> {
    let count = offsets.count - 1
    guard count > first, end > start else { return first..<first }
    let lower = max(first, place(start, offsets))
    return lower..<max(lower, min(count, place(end, offsets) + 1))
  }

  /// The line at a distance from the first one.
  private static func place(_ distance: Int, _ offsets: [Int]) -> Int {
    var low = 0
    var high = max(0, offsets.count - 2)
    while low < high {
      let middle = (low + high + 1) / 2
      if offsets[middle] <= distance { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// A cell or heading in the view, not mirrored.
  func frame(_ place: GridPlace, scrolled: (x: Int, y: Int)) -> Rectangle? {
    guard place.row < heights.count, place.column < widths.count else { return nil }
    let x: Int
    let width: Int
    if place.column < 0 {
      (x, width) = (0, headWidth)
    } else {
      (x, width) = (headWidth + columnOffsets[place.column] - scrolled.x, widths[place.column])
    }
    let y: Int
    let height: Int
    if place.row < 0 {
      let top = place.column >= 0 && isCovered[place.column] ? Self.aboveHeight : 0
      (y, height) = (top, headHeight - top)
    } else {
      let moved = place.row < pinned ? 0 : scrolled.y
      (y, height) = (headHeight + rowOffsets[place.row] - moved, heights[place.row])
    }
    return Rectangle(Double(x), Double(y), Double(width), Double(height))
  }

  /// The cell or heading at a point in the view, not mirrored; nil: there is none.
  func place(x: Int, y: Int, scrolled: (x: Int, y: Int)) -> GridPlace? {
    var column = GridPlace.heading
    if x >= headWidth {
      let distance = x - headWidth + scrolled.x
      guard distance < columnOffsets.last ?? 0 else { return nil }
      column = Self.place(distance, columnOffsets)
    }
    var row = GridPlace.heading
    if y >= headHeight {
      var distance = y - headHeight
      if distance >= pinnedHeight { distance += scrolled.y }
      guard distance < rowOffsets.last ?? 0 else { return nil }
      row = Self.place(distance, rowOffsets)
    }
    return x < 0 || y < 0 ? nil : GridPlace(row, column)
  }

  /// How far to scroll so that a cell is seen.
  func scrolled(
    toShow place: GridPlace, from scrolled: (x: Int, y: Int), width: Int, height: Int
  ) -> (x: Int, y: Int) {
    var (x, y) = scrolled
    if widths.indices.contains(place.column) {
      let room = width - headWidth
      x = max(x, columnOffsets[place.column + 1] - room)
      x = min(x, columnOffsets[place.column])
    }
    if heights.indices.contains(place.row), place.row >= pinned {
      let room = height - headHeight
      y = max(y, rowOffsets[place.row + 1] - room)
      y = min(y, rowOffsets[place.row] - pinnedHeight)
    }
    return (max(0, x), max(0, y))
  }
}
