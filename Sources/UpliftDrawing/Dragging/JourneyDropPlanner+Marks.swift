import Foundation
import UpliftCore

/// What is drawn over the map while somebody drags.
extension JourneyDropPlanner {
  /// Points.
  private static let barWidth = 3.0
  /// Cells that are marked at most; whoever drags more sees where they go by the others.
  private static let largestShape = 400

  /// - Parameter target: one that this planner has given.
  public func marks(for target: JourneyDropTarget) -> [DropMark] {
    let marks: [DropMark]
    switch target {
    case .cards(let landing): marks = cardMarks(landing)
    case .steps(let stageID, let before): marks = stepMarks(stageID, before)
    case .stages(let before):
      let x = grid.stages.first { $0.id == before }?.minX ?? grid.stages.last?.maxX
      marks = x.map { columnBars($0, from: 0) } ?? []
    case .rows(let before):
      let y = before.flatMap { grid.row(of: $0.id)?.minY } ?? rows.last?.maxY
      marks = y.map(rowBars) ?? []
    case .emotion: marks = []
    case .extent(let stepID, let span): marks = extentMarks(stepID, span)
    }
    return marks.map { DropMark($0.shape, $0.band, grid.flipped($0.frame)) }
  }

  // MARK: Cards

  private func cardMarks(_ landing: CardLanding) -> [DropMark] {
    let cells = shape.prefix(Self.largestShape).compactMap { place -> Cell? in
      let lane = place.lane + landing.laneShift
      let step = place.step + landing.stepShift
      guard lanes.indices.contains(lane), contents.steps.indices.contains(step) else { return nil }
      return Cell(laneID: lanes[lane], stepID: contents.steps[step].id)
    }
    var marks = cells.compactMap { cell in
      grid.frame(of: cell).map { DropMark(.area, .body, $0) }
    }
    if let frame = grid.frame(of: landing.cell) {
      let padding = JourneyComposer.cellPadding
      let y = min(barY(landing, in: frame), frame.maxY - padding / 2)
      marks.append(
        DropMark(
          .bar, .body,
          Rect(
            frame.x + padding, y - Self.barWidth / 2, frame.width - 2 * padding - 1, Self.barWidth))
      )
    }
    return marks
  }

  /// Between the cards where the new one comes.
  private func barY(_ landing: CardLanding, in cell: Rect) -> Double {
    let padding = JourneyComposer.cellPadding
    if let before = landing.before, let frame = grid.cardFrames[before] {
      return frame.minY - padding / 2
    }
    let bottoms = (contents.cells[landing.cell] ?? []).compactMap { grid.cardFrames[$0]?.maxY }
    return (bottoms.max() ?? cell.minY) + padding / 2
  }

  // MARK: Columns

  private func stepMarks(_ stageID: UUID, _ before: UUID?) -> [DropMark] {
    let own = grid.columns.filter { $0.stageID == stageID }
    guard let first = own.first, let last = own.last else { return [] }
    let x =
      before.flatMap { id in own.first { $0.stepID == id }?.minX }
      ?? (last.stepID == nil ? first.minX : last.maxX)
    // On the side of the boundary that belongs to the stage.
    let inset = x == first.minX ? 2.0 : x == last.maxX ? -2 : 0
    let stage = grid.stages.first { $0.id == stageID }
    let area = stage.map {
      DropMark(.area, .columnHeader, Rect($0.minX, 0, $0.maxX - $0.minX, grid.header.height))
    }
    return [area].compactMap { $0 } + columnBars(x + inset, from: 0)
  }

  private func columnBars(_ x: Double, from y: Double) -> [DropMark] {
    let width = Self.barWidth
    // At the map's edge half of it would be out of sight.
    let left = min(max(x - width / 2, grid.header.width), grid.size.width - width)
    return [
      DropMark(.bar, .columnHeader, Rect(left, y, width, grid.header.height - y)),
      DropMark(
        .bar, .body,
        Rect(left, grid.header.height, width, grid.size.height - grid.header.height)),
    ]
  }

  // MARK: Rows

  private func rowBars(_ y: Double) -> [DropMark] {
    let width = Self.barWidth
    let top = min(max(y - width / 2, grid.header.height), grid.size.height - width)
    return [
      DropMark(.bar, .rowHeader, Rect(0, top, grid.header.width, width)),
      DropMark(
        .bar, .body, Rect(grid.header.width, top, grid.size.width - grid.header.width, width)),
    ]
  }

  // MARK: Edges

  private func extentMarks(_ stepID: UUID, _ span: Int) -> [DropMark] {
    guard case .edge(_, let id) = drag, let frame = grid.cardFrames[id],
      let first = grid.column(of: stepID)
    else { return [] }
    let last = min(first + span, grid.columns.count) - 1
    let padding = JourneyComposer.cellPadding
    let left = grid.columns[first].minX + padding
    let right = grid.columns[last].maxX - padding - 1
    return [DropMark(.outline, .body, Rect(left, frame.y, right - left, frame.height))]
  }
}
