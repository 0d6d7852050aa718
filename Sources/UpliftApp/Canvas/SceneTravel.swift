import UpliftDrawing

/// Where arrows and Tab go, by how things stand in the picture.
struct SceneTravel {
  enum Direction {
    case up, down, left, right
  }

  struct Stop {
    var index: Int
    var frame: Rect
    /// The cell that it stands in or is; nil on a board.
    var cell: Rect?
    var isHeader: Bool
    /// Stands beside the rows, and so is no place to come to from above or below.
    var isBeside: Bool
  }

  let stops: [Stop]
  private let isMirrored: Bool
  private let hasCells: Bool

  /// - Parameter isStop: by index in the scene.
  init(_ scene: Scene, isStop: (Int) -> Bool) {
    isMirrored = scene.isMirrored
    var cells: [Cell: Rect] = [:]
    var rows: [Double] = []
    var columns: [Double] = []
    for item in scene.items where item.role == .cell {
      cells[Cell(item.frame.minX, item.frame.minY)] = item.frame
      rows.append(item.frame.minY)
      columns.append(item.frame.minX)
    }
    hasCells = !cells.isEmpty
    let sortedRows = Array(Set(rows)).sorted()
    let sortedColumns = Array(Set(columns)).sorted()
    // A mirrored card that spans several steps begins in the cell at its right.
    func cell(of frame: Rect) -> Rect? {
      let x = scene.isMirrored ? frame.maxX - 1 : frame.minX
      guard let row = Self.last(sortedRows, notAfter: frame.minY),
        let column = Self.last(sortedColumns, notAfter: x)
      else { return nil }
      return cells[Cell(column, row)]
    }
    stops = scene.items.indices.compactMap { index in
      guard isStop(index) else { return nil }
      let item = scene.items[index]
      let isHeader = item.band != .body || item.role == .columnHeader
      let isBeside = item.band == .rowHeader || item.band == .corner
      switch item.role {
      case .cell:
        return Stop(
          index: index, frame: item.frame, cell: item.frame, isHeader: false, isBeside: false)
      case .emotionPoint:
        let cell = cell(of: Rect(item.frame.midX, item.frame.midY, 1, 1))
        return Stop(
          index: index, frame: item.frame, cell: cell, isHeader: isHeader, isBeside: isBeside)
      default:
        return Stop(
          index: index, frame: item.frame, cell: isHeader ? nil : cell(of: item.frame),
          isHeader: isHeader, isBeside: isBeside)
      }
    }
  }

  private struct Cell: Hashable {
    var x: Double
    var y: Double

    init(_ x: Double, _ y: Double) {
      self.x = x
      self.y = y
    }
  }

  private static func last(_ sorted: [Double], notAfter value: Double) -> Double? {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? sorted[low - 1] : nil
  }

  // MARK: Arrows

  /// More than any picture is large.
  private static let far = 1e9

  /// The stop next to `frame` (of the item at `index`) in a direction; nil at the edge.
  func neighbour(of index: Int, frame: Rect, _ direction: Direction) -> Int? {
    let own = stops.first { $0.index == index }
    let home = own?.cell ?? frame
    var best: (score: Double, index: Int)?
    let isUpOrDown = direction == .up || direction == .down
    for stop in stops where stop.index != index {
      if isUpOrDown, let own, stop.isBeside != own.isBeside { continue }
      let inSameCell = own?.cell != nil && stop.cell == own?.cell
      let score: Double?
      if inSameCell {
        // The rest of a cell comes before the cells around it.
        score = Self.gap(from: frame, to: stop.frame, direction).map { $0 - Self.far }
      } else {
        score = Self.score(
          from: home, to: stop.cell ?? stop.frame, inner: frame, innerTarget: stop.frame, direction)
      }
      if let score, score < best?.score ?? .infinity { best = (score, stop.index) }
    }
    return best?.index
  }

  /// Small is near: straight ahead first, then at the same height.
  private static func score(
    from home: Rect, to target: Rect, inner: Rect, innerTarget: Rect, _ direction: Direction
  ) -> Double? {
    guard let gap = gap(from: home, to: target, direction) else { return nil }
    let isSideways = direction == .left || direction == .right
    let across =
      isSideways
      ? distance(home.minY, home.maxY, target.minY, target.maxY)
      : distance(inner.minX, inner.maxX, target.minX, target.maxX)
    // Within the cell that is reached: sideways the entry at the same height, downwards the
    // first, upwards the last.
    let inside =
      switch direction {
      case .left, .right: abs(inner.minY - innerTarget.minY)
      case .down: max(0, innerTarget.minY - target.minY)
      case .up: max(0, target.maxY - innerTarget.maxY)
      }
    return gap + across * (isSideways ? 1 : 20) + inside * 0.001
  }

  /// How far apart in a direction; nil when `to` does not lie there.
  private static func gap(from: Rect, to: Rect, _ direction: Direction) -> Double? {
    let gap =
      switch direction {
      case .left: from.minX - to.maxX
      case .right: to.minX - from.maxX
      case .up: from.minY - to.maxY
      case .down: to.minY - from.maxY
      }
    // Frames that share an edge, or a little more than that, are neighbours.
    return gap > -2 ? max(0, gap) : nil
  }

  private static func distance(
    _ start: Double, _ end: Double, _ otherStart: Double, _ otherEnd: Double
  ) -> Double {
    // A shared edge alone is not side by side.
    max(0, max(otherStart - end, start - otherEnd) + 1)
  }

  // MARK: Tab

  /// Cells row by row, or, where there are none, columns one after the other.
  func next(after index: Int?, backwards: Bool) -> Int? {
    let body = stops.filter { !$0.isHeader }
    let order = body.sorted { position($0) < position($1) }
    guard let place = order.firstIndex(where: { $0.index == index }) else {
      return backwards ? order.last?.index : order.first?.index
    }
    let target = place + (backwards ? -1 : 1)
    return order.indices.contains(target) ? order[target].index : nil
  }

  private func position(_ stop: Stop) -> (Double, Double, Double) {
    let frame = stop.cell ?? stop.frame
    let x = isMirrored ? -frame.maxX : frame.minX
    return hasCells ? (frame.minY, x, stop.frame.minY) : (x, stop.frame.minY, 0)
  }

  /// The stops that stand between two others, as a range in a spreadsheet.
  func range(from start: Rect, to end: Rect) -> [Int] {
    let area = start.union(end)
    return stops.filter { !$0.isHeader && $0.frame.intersects(area) }.map(\.index)
  }
}
