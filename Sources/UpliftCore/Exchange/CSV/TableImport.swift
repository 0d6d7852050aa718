import Foundation

/// A table with a header row: a journey map when it has steps, a board when it has notes.
/// `CSV.md` lists the columns.
enum TableImport {
  static func read(_ bytes: [UInt8], title: String) throws(ImportError) -> ImportedDocument {
    let delimiter = CSVReader.delimiter(of: bytes, score: knownColumns)
    var reader = CSVReader(bytes, delimiter: delimiter)
    guard let header = try reader.next() else { throw ImportError(.noHeader) }
    let names = header.cells.map(ColumnName.init)
    let journeyColumns = names.filter { JourneyColumn($0) != nil }.count
    let boardColumns = names.filter { BoardTableColumn($0) != nil }.count
    if journeyColumns == 0, boardColumns == 0 {
      throw ImportError(.noHeader, at: .line(header.line))
    }
    // A card of a map may be called a text, as a note may.
    let isBoard = names.contains {
      BoardTableColumn($0) == .column || $0 == ColumnName(BoardTableColumn.note.rawValue)
    }
    if isBoard, !names.contains(where: { JourneyColumn($0) == .step }) {
      let table = try Table<BoardTableColumn>(header: header, names: names)
      return try BoardTable(title: title).read(&reader, table: table)
    }
    let table = try Table<JourneyColumn>(header: header, names: names)
    return try JourneyTable(title: title, decimalComma: delimiter != UInt8(ascii: ","))
      .read(&reader, table: table)
  }

  /// Whether the first row names a step, or a column and a note.
  static func hasKnownHeader(_ bytes: [UInt8]) -> Bool {
    let start = Array(bytes.prefix(10_000))
    var reader = CSVReader(start, delimiter: CSVReader.delimiter(of: start, score: knownColumns))
    guard let row = try? reader.next() else { return false }
    let names = row.cells.map(ColumnName.init)
    let journey = Set(names.compactMap(JourneyColumn.init))
    let board = Set(names.compactMap(BoardTableColumn.init))
    return journey.count > 1 && journey.contains(.step)
      || board.contains(.column) && board.contains(.note)
  }

  private static func knownColumns(_ cells: [String]) -> Int {
    let names = cells.map(ColumnName.init)
    return names.filter { JourneyColumn($0) != nil || BoardTableColumn($0) != nil }.count
  }
}

/// A column's name, whatever its case, spaces, hyphens and underscores.
struct ColumnName: Hashable {
  var key: String

  init(_ cell: String) {
    key = cell.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}

/// The columns of one kind of table.
protocol TableColumn: Hashable, CaseIterable, RawRepresentable where RawValue == String {
  /// What else the column may be called, as `ColumnName` keys.
  var otherNames: [String] { get }
}

extension TableColumn {
  /// Nil: no column of this kind of table is called so.
  init?(_ name: ColumnName) {
    let match = Self.allCases.first {
      ColumnName($0.rawValue) == name || $0.otherNames.contains(name.key)
    }
    guard let match else { return nil }
    self = match
  }
}

/// Where each column stands in the rows.
struct Table<Column: TableColumn> {
  private var places: [Column: Int] = [:]
  private let width: Int
  /// Columns that mean nothing here.
  private(set) var strangers: [String] = []

  init(header: CSVReader.Row, names: [ColumnName]) throws(ImportError) {
    width = header.cells.count
    for (place, name) in names.enumerated() {
      let cell = header.cells[place].trimmingCharacters(in: .whitespacesAndNewlines)
      if let column = Column(name) {
        guard places.updateValue(place, forKey: column) == nil else {
          throw ImportError(.repeatedColumn(cell), at: .line(header.line))
        }
      } else if !cell.isEmpty {
        strangers.append(cell)
      }
    }
  }

  func has(_ column: Column) -> Bool { places[column] != nil }

  func require(_ column: Column) throws(ImportError) {
    if !has(column) { throw ImportError(.noColumn(column.rawValue), at: .line(1)) }
  }

  /// Refuses a row with another number of cells than the header; empty ones at the end may be
  /// too many.
  func check(_ row: CSVReader.Row) throws(ImportError) {
    let count = row.cells.count
    guard count == width || (count > width && row.cells[width...].allSatisfy(\.isEmpty)) else {
      throw ImportError(.cellCount(found: count, expected: width), at: .line(row.line))
    }
  }

  /// The cell as it was written; empty when there is no such column.
  func raw(_ column: Column, of row: CSVReader.Row) -> String {
    guard let place = places[column], place < row.cells.count else { return "" }
    return CSVText.restored(row.cells[place])
  }

  /// The cell without the space around it.
  func text(_ column: Column, of row: CSVReader.Row) -> String {
    raw(column, of: row).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  func failure(
    _ column: Column, of row: CSVReader.Row, allowed: String
  ) -> ImportError {
    ImportError(
      .badCell(
        column: column.rawValue, value: String(text(column, of: row).prefix(40)), allowed: allowed),
      at: .line(row.line))
  }

  /// A whole number in `range`; nil when the cell is empty.
  func whole(
    _ column: Column, of row: CSVReader.Row, in range: ClosedRange<Int>
  ) throws(ImportError) -> Int? {
    let cell = text(column, of: row)
    if cell.isEmpty { return nil }
    guard let number = Int(cell), range.contains(number) else {
      throw failure(
        column, of: row,
        allowed: tr(
          "whole numbers from {lower} to {upper}",
          ["lower": range.lowerBound, "upper": range.upperBound]))
    }
    return number
  }

  /// One of an enumeration's raw values, in any case and with spaces for underscores; nil when the
  /// cell is empty.
  func choice<Choice>(
    _ column: Column, of row: CSVReader.Row, _ type: Choice.Type
  ) throws(ImportError) -> Choice?
  where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
    let cell = text(column, of: row)
    if cell.isEmpty { return nil }
    if let choice = Choice(rawValue: cell) { return choice }
    let key = ColumnName(cell)
    guard let choice = Choice.allCases.first(where: { ColumnName($0.rawValue) == key }) else {
      throw failure(
        column, of: row,
        allowed: Choice.allCases.map { $0.rawValue.replacingOccurrences(of: "_", with: " ") }
          .joined(separator: ", "))
    }
    return choice
  }

  var remarks: [String] {
    strangers.map { tr("The column “{name}” was left out.", ["name": $0]) }
  }
}
