import UpliftCore

/// How a table is set: one with many columns in smaller type, so that no word is broken, and its
/// columns as wide as makes the whole table lowest.
struct GridSetting {
  var header: TextStyle
  var cell: TextStyle
  /// Points of each column's text.
  var widths: [Double]
  /// Every column holds its longest word.
  var fits: Bool
  /// Points at which every text has a line of its own, without what stands between columns.
  var natural: Double

  /// Rows and letters of a cell that are measured; what comes after them looks alike.
  private static let mostRows = 160
  private static let mostLetters = 320
  private static let steps = 48

  /// - Parameters:
  ///   - inner: points of all texts beside one another.
  init(
    _ grid: TextDocument.Grid, inner: Double, header: TextStyle, cell: TextStyle,
    measuring: any TextMeasuring
  ) {
    self.header = header
    self.cell = cell
    let count = grid.columns.count
    let rows = grid.rows.filter { !grid.isGroup($0) }.prefix(Self.mostRows)
    var least: [Double] = []
    // Of each column, its title and its texts on one line, and the words that they are made of.
    var lengths: [[Double]] = []
    var cells: [[CellWords]] = []
    for column in grid.columns.indices {
      let title = grid.columns[column].title
      var words = [CellWords(title, style: header, measuring: measuring)]
      var whole = [measuring.naturalWidth(of: title, style: header)]
      var known: [String: Int] = [:]
      for row in rows {
        guard column < row.count, !row[column].isEmpty else {
          whole.append(0)
          words.append(CellWords())
          continue
        }
        let text = row[column]
        if let place = known[text] {
          whole.append(whole[place])
          words.append(words[place])
          continue
        }
        known[text] = whole.count
        let own = CellWords(
          text, measuredLetters: Self.mostLetters, style: cell, measuring: measuring)
        whole.append(own.length)
        words.append(own)
      }
      let longest = words.map(\.longest).max() ?? 0
      least.append(min(longest + 1, inner / Double(max(count, 1)) * 1.6))
      lengths.append(whole)
      cells.append(words)
    }
    let needed = least.reduce(0, +)
    let most = zip(lengths, least).map { max(($0.max() ?? 0) + 1, $1) }
    natural = most.reduce(0, +)
    fits = needed <= inner
    if !fits {
      widths = Self.shared(least, inner: inner)
    } else if natural <= inner {
      // All texts have their line: what is left is shared by all.
      let spare = (inner - natural) / Double(max(count, 1))
      widths = most.map { $0 + spare }
    } else {
      widths =
        ColumnWidths(
          Self.lowest(least, most: most, lengths, inner: inner), least: least, cells: cells
        ).lowest
    }
  }

  /// Columns that want little get it; those with words that are too long share what is left.
  private static func shared(_ least: [Double], inner: Double) -> [Double] {
    var widths = least
    var left = inner
    var open = least.count
    for column in least.indices.sorted(by: { least[$0] < least[$1] }) {
      widths[column] = min(least[column], left / Double(max(open, 1)))
      left -= widths[column]
      open -= 1
    }
    return widths
  }

  /// Gives what is left, bit by bit, to the column that makes rows lowest.
  private static func lowest(
    _ least: [Double], most: [Double], _ lengths: [[Double]], inner: Double
  ) -> [Double] {
    var widths = least
    let rows = lengths.first?.count ?? 0
    // A row is about as high as its longest text; the fourth power tells it from the others and
    // still notices that two are equally long.
    func height(_ length: Double, _ width: Double) -> Double {
      let lines = length <= width ? 1 : 0.5 + 1.08 * length / width
      return lines * lines * lines * lines
    }
    var heights = lengths.indices.map { column in
      lengths[column].map { height($0, widths[column]) }
    }
    var sums = (0..<rows).map { row in heights.reduce(0) { $0 + $1[row] } }
    let step = (inner - least.reduce(0, +)) / Double(steps)
    for _ in 0..<steps {
      var best = (column: 0, gain: -1.0)
      for column in widths.indices where widths[column] < most[column] {
        let wider = widths[column] + step
        var gain = 0.0
        for row in 0..<rows where lengths[column][row] > widths[column] {
          let sum = sums[row] - heights[column][row] + height(lengths[column][row], wider)
          gain += sums[row].squareRoot().squareRoot() - sum.squareRoot().squareRoot()
        }
        if gain > best.gain { best = (column, gain) }
      }
      let column = best.column
      widths[column] += step
      for row in 0..<rows {
        let new = height(lengths[column][row], widths[column])
        sums[row] += new - heights[column][row]
        heights[column][row] = new
      }
    }
    return widths
  }
}
