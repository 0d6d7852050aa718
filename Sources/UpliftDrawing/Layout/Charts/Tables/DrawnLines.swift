import UpliftCore

/// Which rows and columns of a table are drawn when it has more than anybody could take in: those
/// that want attention first, each in its place.
struct DrawnLines {
  static let mostRows = 120
  static let mostColumns = 48

  let rows: [Int]
  let columns: [Int]
  private let whole: (rows: Int, columns: Int)

  /// - Parameters:
  ///   - rows: how many there are.
  ///   - wantsRow: whether a row asks for attention; so for columns.
  init(
    rows: Int, columns: Int, wantsRow: (Int) -> Bool = { _ in false },
    wantsColumn: (Int) -> Bool = { _ in false }
  ) {
    whole = (rows, columns)
    self.rows = Self.chosen(rows, Self.mostRows, wantsRow)
    self.columns = Self.chosen(columns, Self.mostColumns, wantsColumn)
  }

  private static func chosen(_ count: Int, _ most: Int, _ wants: (Int) -> Bool) -> [Int] {
    guard count > most else { return Array(0..<count) }
    var chosen = Set((0..<count).lazy.filter(wants).prefix(most))
    for place in 0..<count where chosen.count < most { chosen.insert(place) }
    return chosen.sorted()
  }

  /// What is left out; empty: nothing is.
  var sentence: String {
    guard rows.count < whole.rows || columns.count < whole.columns else { return "" }
    return tr(
      "Drawn are {rows} of {allRows} rows and {columns} of {allColumns} columns, those that want attention first.",
      [
        "rows": rows.count, "allRows": whole.rows, "columns": columns.count,
        "allColumns": whole.columns,
      ])
  }

  /// The rule of a figure, with what is left out.
  func rule(_ rule: String) -> String {
    sentence.isEmpty ? rule : sentence + "\n" + rule
  }
}
