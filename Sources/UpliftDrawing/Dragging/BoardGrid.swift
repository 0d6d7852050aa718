import Foundation
import UpliftCore

/// Columns, clusters and notes of a board as they stand in its scene. Coordinates run from left to
/// right also when the scene is mirrored; `flipped` leads from one to the other.
struct BoardGrid {
  struct Column {
    var id: UUID
    var minX: Double
    var maxX: Double

    var midX: Double { (minX + maxX) / 2 }
  }

  /// In order.
  private(set) var columns: [Column] = []
  /// Of notes and clusters.
  private(set) var frames: [UUID: Rect] = [:]
  let headerHeight: Double
  let size: Size
  private let isMirrored: Bool

  init(_ scene: Scene) {
    isMirrored = scene.isMirrored
    size = scene.size
    headerHeight = scene.header.height
    for item in scene.items {
      guard case .record(let reference) = item.subject else { continue }
      let frame = flipped(item.frame)
      switch item.role {
      case .columnHeader:
        columns.append(Column(id: reference.id, minX: frame.minX, maxX: frame.maxX))
      case .note, .cluster: frames[reference.id] = frame
      default: break
      }
    }
    columns.sort { $0.minX < $1.minX }
  }

  /// The column at x, or the nearest one.
  func column(at x: Double) -> Column? {
    guard let next = columns.firstIndex(where: { x < $0.maxX }) else { return columns.last }
    guard next > 0, x < columns[next].minX else { return columns[next] }
    let before = columns[next - 1]
    return x - before.maxX < columns[next].minX - x ? before : columns[next]
  }

  func flipped(_ point: Point) -> Point {
    isMirrored ? Point(size.width - point.x, point.y) : point
  }

  func flipped(_ frame: Rect) -> Rect {
    isMirrored ? Rect(size.width - frame.maxX, frame.y, frame.width, frame.height) : frame
  }
}
