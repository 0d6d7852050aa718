/// A cell of a grid; −1 is the row of the columns' headings, or the column of the rows' headings.
public struct GridPlace: Hashable, Sendable {
  public static let heading = -1

  public var row: Int
  public var column: Int

  public init(_ row: Int, _ column: Int) {
    self.row = row
    self.column = column
  }

  public var isRowHeading: Bool { column == Self.heading && row != Self.heading }
  public var isColumnHeading: Bool { row == Self.heading && column != Self.heading }
  public var isHeading: Bool { row == Self.heading || column == Self.heading }
}

/// Cells that are selected: from where one began to where one is.
public struct GridSelection: Equatable, Sendable {
  public var anchor: GridPlace
  public var current: GridPlace

  public init(_ current: GridPlace, anchor: GridPlace? = nil) {
    self.current = current
    self.anchor = anchor ?? current
  }

  public var rows: ClosedRange<Int> {
    min(anchor.row, current.row)...max(anchor.row, current.row)
  }
  public var columns: ClosedRange<Int> {
    min(anchor.column, current.column)...max(anchor.column, current.column)
  }
  public var isOne: Bool { anchor == current }
  public var count: Int { rows.count * columns.count }

  public func contains(_ place: GridPlace) -> Bool {
    rows.contains(place.row) && columns.contains(place.column)
  }

  /// Row by row.
  public var places: [GridPlace] {
    rows.flatMap { row in columns.map { GridPlace(row, $0) } }
  }

  /// The current cell alone, or the block of cells, without headings.
  public var cells: GridSelection? {
    guard !isOne else { return current.isHeading ? nil : self }
    var (first, last) = (anchor, current)
    first.row = max(first.row, 0)
    first.column = max(first.column, 0)
    last.row = max(last.row, 0)
    last.column = max(last.column, 0)
    return GridSelection(last, anchor: first)
  }
}
