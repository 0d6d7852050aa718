import Foundation
import UpliftCore

/// A block of texts as it comes from a spreadsheet, put into a register.
enum RegisterPasting {
  struct Result<Record: Ranked> {
    /// As they were and as they are now.
    var changed: [(old: Record, new: Record)] = []
    var added: [Record] = []
    /// Texts that did not fit their column, and were left out.
    var refused: [String] = []
    /// More columns than the register has from there on.
    var surplus = 0

    func edit(_ name: EditName = .paste) -> Edit? {
      let changes =
        changed.filter { $0.old != $0.new }.map { Change.update(from: $0.old, to: $0.new) }
        + added.map { .insert($0) }
      return changes.isEmpty ? nil : Edit(name, changes)
    }
  }

  /// Rows go down the shown records from `row` on, and columns along the register's from `column`
  /// on; rows past the last record are new ones. A first row that is the register's own heading
  /// says which columns these are, in any order.
  ///
  /// - Parameter make: a new record after the one given.
  static func paste<Record: Ranked>(
    _ block: [[String]], into shown: [Record], _ columns: [RegisterColumn<Record>],
    row: Int, column: Int, make: (Record?) -> Record
  ) -> Result<Record> {
    var rows = block.map { $0.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) } }
    var places = (0..<(rows.map(\.count).max() ?? 0)).map { Optional(column + $0) }
    let titles = columns.map { $0.title.lowercased() }
    if let first = rows.first, first.count > 1,
      first.allSatisfy({ titles.contains($0.lowercased()) })
    {
      places = first.map { titles.firstIndex(of: $0.lowercased()) }
      rows.removeFirst()
    }
    rows.removeAll { $0.allSatisfy(\.isEmpty) }
    var result = Result<Record>()
    result.surplus = places.count { ($0 ?? columns.count) >= columns.count }
    var last = shown.last
    for (offset, cells) in rows.enumerated() {
      let index = row + offset
      let old = shown.indices.contains(index) ? shown[index] : nil
      var record = old ?? make(last)
      for (cell, text) in cells.enumerated() {
        guard cell < places.count, let place = places[cell], columns.indices.contains(place),
          columns[place].kind != .computed, !(old == nil && text.isEmpty)
        else { continue }
        if !columns[place].set(&record, text) { result.refused.append(text) }
      }
      if let old {
        result.changed.append((old, record))
      } else {
        result.added.append(record)
        last = record
      }
    }
    return result
  }

  /// Rows as a spreadsheet takes them, with the headings first.
  static func text<Record: Ranked>(
    of records: [Record], _ columns: [RegisterColumn<Record>]
  ) -> String {
    let rows = [columns.map(\.title)] + records.map { record in columns.map { $0.text(record) } }
    return TextTable(rows: rows, headingRows: 1).text
  }
}
