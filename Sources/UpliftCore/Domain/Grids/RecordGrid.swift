import Foundation

/// Records that say something of two others, as a grid: decisions × roles, departments × steps. A
/// value: to change it, change a copy and take its `changes`.
public protocol RecordGrid: Sendable {
  var title: String { get }
  /// What the rows are: "Decision".
  var corner: String { get }
  var rows: [GridLine] { get }
  var columns: [GridLine] { get }
  /// How many of the first rows stay in sight under the headings.
  var pinnedRows: Int { get }
  /// By which rule cells and rows are marked and worked out.
  var rule: String { get }
  /// What is worked out of all of it, a line each.
  var summary: [String] { get }
  /// What stands there to begin with.
  var explanation: String { get }
  /// What a note of a cell is called; empty: cells have none.
  var noteTitle: String { get }
  /// What setting a cell is called in the history.
  var editName: EditName { get }
  /// Names of columns that nothing stands in yet.
  var pending: [String] { get }

  func kind(at place: GridPlace) -> GridCellKind
  func cell(at place: GridPlace) -> GridCell
  /// Puts a text into a cell; nothing clears it.
  ///
  /// - Returns: false: it does not fit, and nothing changed.
  mutating func set(_ text: String, at place: GridPlace) -> Bool
  mutating func setNote(_ note: String, at place: GridPlace) -> Bool
  /// Calls a row otherwise, or makes the new one.
  mutating func rename(row: Int, to name: String) -> Bool
  mutating func rename(column: Int, to name: String) -> Bool
  /// What makes the workspace as this is.
  var changes: [Change] { get }
  /// Takes a whole row or column away; nil when it cannot be.
  func removing(row: Int) -> Edit?
  func removing(column: Int) -> Edit?
  /// Moves a row or column by one place among its siblings; nil when it cannot be.
  func moving(row: Int, _ direction: Direction) -> Edit?
  func moving(column: Int, _ direction: Direction) -> Edit?
}

extension RecordGrid {
  public var pinnedRows: Int { 0 }
  public var summary: [String] { [] }
  public var noteTitle: String { "" }
  public var pending: [String] { [] }

  public mutating func setNote(_ note: String, at place: GridPlace) -> Bool { false }
  public mutating func rename(row: Int, to name: String) -> Bool { false }
  public mutating func rename(column: Int, to name: String) -> Bool { false }
  public func removing(row: Int) -> Edit? { nil }
  public func removing(column: Int) -> Edit? { nil }
  public func moving(row: Int, _ direction: Direction) -> Edit? { nil }
  public func moving(column: Int, _ direction: Direction) -> Edit? { nil }

  /// Whether a cell is there and somebody may change it.
  public func isEditable(_ place: GridPlace) -> Bool {
    guard rows.indices.contains(place.row), columns.indices.contains(place.column) else {
      return false
    }
    return !rows[place.row].isNew && !columns[place.column].isNew
      && kind(at: place) != .computed
  }

  /// All places of cells, without headings; nil: there are none.
  public var all: GridSelection? {
    rows.isEmpty || columns.isEmpty
      ? nil
      : GridSelection(
        GridPlace(rows.count - 1, columns.count - 1), anchor: GridPlace(0, 0))
  }

  /// What a screen reader says of a cell: "CX lead, When refunds are paid: A".
  public func spoken(at place: GridPlace) -> String {
    if place.isColumnHeading {
      return columns.indices.contains(place.column)
        ? tr("Column {title}", ["title": words(of: columns[place.column])]) : ""
    }
    guard rows.indices.contains(place.row) else { return corner }
    if place.isRowHeading { return tr("Row {title}", ["title": words(of: rows[place.row])]) }
    guard columns.indices.contains(place.column) else { return "" }
    let cell = cell(at: place)
    let value = cell.spoken.isEmpty ? cell.text : cell.spoken
    let said = [
      value.isEmpty ? tr("empty") : value, cell.mark,
      cell.note.isEmpty
        ? "" : tr("{title}: {note}", ["title": noteTitle, "note": cell.note]),
    ].filter { !$0.isEmpty }.joined(separator: ", ")
    return tr(
      "{column} of {row}: {value}",
      [
        "column": columns[place.column].fullTitle, "row": rows[place.row].fullTitle,
        "value": said,
      ])
  }

  private func words(of line: GridLine) -> String {
    [line.fullTitle, line.detail].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
