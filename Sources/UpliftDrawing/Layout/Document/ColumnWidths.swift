/// Takes a little from one column and gives it to another as long as that saves lines.
struct ColumnWidths {
  private var widths: [Double]
  /// Points that each needs for its longest word.
  private let least: [Double]
  /// Of each column, its rows.
  private let cells: [[CellWords]]
  private var counts: [[Int]]

  /// Points that change places at a time.
  private static let steps = [4.0, 8, 16, 28, 44]
  private static let mostChanges = 16
  /// What a line of a row counts beside one of a cell, which makes no row higher.
  private static let rowWeight = 12

  init(_ widths: [Double], least: [Double], cells: [[CellWords]]) {
    self.widths = widths
    self.least = least
    self.cells = cells
    counts = zip(cells, widths).map { rows, width in rows.map { $0.count(width: width) } }
  }

  var lowest: [Double] {
    var best = self
    for _ in 0..<Self.mostChanges where best.change() {}
    return best.widths
  }

  /// - Returns: false when no change saves a line.
  private mutating func change() -> Bool {
    let rows = cells.first?.count ?? 0
    var wider: [Int: [[Int]]] = [:]
    for column in widths.indices {
      wider[column] = Self.steps.map { counted(column, widths[column] + $0) }
    }
    let now = (0..<rows).reduce(0) { sum, row in
      let own = counts.map { $0[row] }
      return sum + Self.rowWeight * (own.max() ?? 0) + own.reduce(0, +)
    }
    var best: (sum: Int, from: Int, to: Int, step: Int, own: [Int])?
    for from in widths.indices {
      for (step, points) in Self.steps.enumerated() where widths[from] - points >= least[from] {
        let own = counted(from, widths[from] - points)
        for to in widths.indices where to != from {
          guard let other = wider[to]?[step] else { continue }
          var sum = 0
          for row in 0..<rows {
            var most = max(own[row], other[row])
            var all = own[row] + other[row]
            for column in widths.indices where column != from && column != to {
              most = max(most, counts[column][row])
              all += counts[column][row]
            }
            sum += Self.rowWeight * most + all
            if sum >= best?.sum ?? now { break }
          }
          if sum < best?.sum ?? now { best = (sum, from, to, step, own) }
        }
      }
    }
    guard let best, let other = wider[best.to]?[best.step] else { return false }
    widths[best.from] -= Self.steps[best.step]
    widths[best.to] += Self.steps[best.step]
    counts[best.from] = best.own
    counts[best.to] = other
    return true
  }

  private func counted(_ column: Int, _ width: Double) -> [Int] {
    cells[column].map { $0.count(width: width) }
  }
}
