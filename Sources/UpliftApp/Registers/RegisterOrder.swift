import Foundation
import UpliftCore

/// Which records of a register are seen, and in which order.
struct RegisterOrder<Record: Ranked> {
  /// A column's place; nil: as they stand.
  var column: Int?
  var isDescending = false
  /// Nil: all.
  var shows: ((Record) -> Bool)?
  /// Words that all have to be in a record's cells.
  var words = ""

  /// The next state after a click on a column's heading: up, down, as they stand.
  mutating func toggle(_ place: Int) {
    if column != place {
      (column, isDescending) = (place, false)
    } else if !isDescending {
      isDescending = true
    } else {
      (column, isDescending) = (nil, false)
    }
  }

  /// Records without a key come last in both directions; equal ones stay as they stand.
  func applied(to records: [Record], _ columns: [RegisterColumn<Record>]) -> [Record] {
    let words = words.lowercased().split(whereSeparator: \.isWhitespace)
    let seen = records.filter { record in
      guard shows?(record) ?? true else { return false }
      guard !words.isEmpty else { return true }
      let cells = columns.map { $0.text(record).lowercased() }
      return words.allSatisfy { word in cells.contains { $0.contains(word) } }
    }
    guard let column, columns.indices.contains(column) else { return seen }
    return seen.enumerated().map { ($0.offset, columns[column].key($0.element), $0.element) }
      .sorted { left, right in
        switch (left.1, right.1) {
        case (let one?, let other?) where one != other: isDescending ? other < one : one < other
        case (_?, nil): true
        case (nil, _?): false
        default: left.0 < right.0
        }
      }.map(\.2)
  }
}
