import Foundation
import UpliftCore

/// Columns and rows of a map as they stand in its scene. Coordinates run from left to right also
/// when the scene is mirrored; `flipped` leads from one to the other.
struct JourneyGrid {
  struct Column {
    var stageID: UUID
    /// Nil: the stage has no steps.
    var stepID: UUID?
    var minX: Double
    var maxX: Double

    var midX: Double { (minX + maxX) / 2 }
  }

  struct StageSpan {
    var id: UUID
    var minX: Double
    var maxX: Double
  }

  struct Row {
    var reference: EntityReference
    var minY: Double
    var maxY: Double

    var midY: Double { (minY + maxY) / 2 }
  }

  let columns: [Column]
  let stages: [StageSpan]
  /// From top to bottom.
  let rows: [Row]
  /// Of cards.
  let cardFrames: [UUID: Rect]
  let header: Size
  let size: Size
  private let isMirrored: Bool

  init(_ scene: Scene, _ contents: JourneyContents) {
    isMirrored = scene.isMirrored
    size = scene.size
    header = scene.header
    let width = scene.size.width
    func logical(_ frame: Rect) -> Rect {
      scene.isMirrored ? Rect(width - frame.maxX, frame.y, frame.width, frame.height) : frame
    }
    var stepFrames: [UUID: Rect] = [:]
    var stageFrames: [UUID: Rect] = [:]
    var rows: [Row] = []
    var cards: [UUID: Rect] = [:]
    for item in scene.items {
      guard case .record(let reference) = item.subject else { continue }
      switch item.role {
      case .card: cards[reference.id] = logical(item.frame)
      case .stepHeader: stepFrames[reference.id] = logical(item.frame)
      case .stageHeader: stageFrames[reference.id] = logical(item.frame)
      case .laneHeader, .lineLabel:
        rows.append(Row(reference: reference, minY: item.frame.minY, maxY: item.frame.maxY))
      default: break
      }
    }
    cardFrames = cards
    self.rows = rows.sorted { $0.minY < $1.minY }
    // A stage's arrow reaches into the next one.
    let shown = contents.stages.filter { stageFrames[$0.id] != nil }
    let starts = shown.compactMap { stageFrames[$0.id]?.minX }
    let stages = shown.indices.map { index in
      StageSpan(
        id: shown[index].id, minX: starts[index],
        maxX: index + 1 < starts.count ? starts[index + 1] : width)
    }
    self.stages = stages
    let byStage = Dictionary(grouping: contents.steps, by: \.stageID)
    columns = stages.flatMap { stage -> [Column] in
      let own = (byStage[stage.id] ?? []).compactMap { step -> Column? in
        stepFrames[step.id].map {
          Column(stageID: stage.id, stepID: step.id, minX: $0.minX, maxX: $0.maxX)
        }
      }
      return own.isEmpty
        ? [Column(stageID: stage.id, stepID: nil, minX: stage.minX, maxX: stage.maxX)] : own
    }
  }

  // MARK: Finding

  /// The column at x, or the nearest one.
  func column(at x: Double) -> Int? {
    guard !columns.isEmpty else { return nil }
    return columns.firstIndex { x < $0.maxX } ?? columns.count - 1
  }

  func column(of stepID: UUID) -> Int? { columns.firstIndex { $0.stepID == stepID } }

  /// The row at y, or the nearest one.
  func row(at y: Double) -> Int? {
    guard !rows.isEmpty else { return nil }
    return rows.firstIndex { y < $0.maxY } ?? rows.count - 1
  }

  func row(of id: UUID) -> Row? { rows.first { $0.reference.id == id } }

  func frame(of cell: Cell) -> Rect? {
    guard let column = column(of: cell.stepID), let row = row(of: cell.laneID) else { return nil }
    return Rect(
      columns[column].minX, row.minY, columns[column].maxX - columns[column].minX,
      row.maxY - row.minY)
  }

  // MARK: Mirroring

  func flipped(_ point: Point) -> Point {
    isMirrored ? Point(size.width - point.x, point.y) : point
  }

  func flipped(_ frame: Rect) -> Rect {
    isMirrored ? Rect(size.width - frame.maxX, frame.y, frame.width, frame.height) : frame
  }
}
