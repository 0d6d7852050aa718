import Foundation

/// A table of survey answers, an answer a row: as long as one likes, as it is never in memory whole.
public struct SurveyFile: Sendable {
  /// Rows that are looked at to tell what the columns are.
  static let rowsToLookAt = 200

  public let url: URL
  /// Of the columns, in order; those without one are called by their number.
  public let headings: [String]
  /// The first rows, in the order of `headings`.
  public let firstRows: [[String]]
  let delimiter: UInt8

  /// Looks at the beginning of a file: text in UTF-8 or UTF-16, a heading row, cells between commas,
  /// semicolons, tabs or bars.
  public init(_ url: URL) throws(ImportError) {
    do throws(ImportError) {
      try self.init(lookingAt: url)
    } catch {
      throw error.naming(url.lastPathComponent)
    }
  }

  private init(lookingAt url: URL) throws(ImportError) {
    self.url = url
    var chunks = try TextChunks(url)
    guard let start = try chunks.next(), start.contains(where: { !TextDecoding.isSpace($0) })
    else { throw ImportError(.empty) }
    delimiter = Self.delimiter(of: Array(start.prefix(64 << 10)))
    var stream = try CSVStream(url, delimiter: delimiter)
    guard try stream.next() else { throw ImportError(.noHeader) }
    headings = (0..<stream.count).map { column in
      let text = stream.text(column)
      return text.isEmpty ? tr("Column {number}", ["number": column + 1]) : text
    }
    var rows: [[String]] = []
    while rows.count < Self.rowsToLookAt, try stream.next() {
      rows.append((0..<headings.count).map { stream.text($0) })
    }
    firstRows = rows
  }

  /// The mark that makes most rows as long as the first one, and that one longest.
  private static func delimiter(of start: [UInt8]) -> UInt8 {
    if let hint = CSVReader.hintedDelimiter(Array(start.prefix(6))) { return hint }
    var best: (mark: UInt8, rows: Int, cells: Int) = (UInt8(ascii: ","), 0, 1)
    for mark in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")] {
      var reader = CSVReader(start, delimiter: mark)
      guard let header = try? reader.next(), header.cells.count > 1 else { continue }
      var count = 1
      var looked = 0
      while looked < 50, let row = try? reader.next() {
        looked += 1
        if row.cells.count == header.cells.count { count += 1 }
      }
      if (count, header.cells.count) > (best.rows, best.cells) {
        best = (mark, count, header.cells.count)
      }
    }
    return best.mark
  }

  /// The place of the column with this heading, whatever its case, spaces and hyphens.
  ///
  /// - Throws: `.noColumn`, `.repeatedColumn`.
  public func column(_ name: String) throws(ImportError) -> Int {
    let found = headings.indices.filter { headings[$0] == name }
    let near = headings.indices.filter { ColumnName(headings[$0]) == ColumnName(name) }
    guard let first = found.first ?? near.first else {
      throw ImportError(.noColumn(name), file: url.lastPathComponent)
    }
    guard found.count == 1 || (found.isEmpty && near.count == 1) else {
      throw ImportError(.repeatedColumn(name), file: url.lastPathComponent)
    }
    return first
  }

  /// What it looks like; nil where no column has numbers.
  public func guess(for metric: Metric?, today: CalendarDay) -> SurveyMapping? {
    .guess(headings, firstRows, scale: metric?.answerScale, today: today)
  }

  /// In which order the days of a column stand, by its first rows; nil: that cannot be told.
  public func dayOrder(of column: Int) -> DayOrder? {
    DayOrder.order(of: cells(column)) ?? DayOrder.local
  }

  /// A day of the column, as an example.
  public func example(of column: Int) -> String? { cells(column).first }

  private func cells(_ column: Int) -> [String] {
    firstRows.compactMap {
      $0.indices.contains(column) && !$0[column].isEmpty ? $0[column] : nil
    }
  }
}
