import Foundation
import UpliftCore

/// Says where what is dragged on a board would land, and shows it. Made when a drag begins and when
/// the board changes under it; what it is asked while the pointer moves costs next to nothing.
public struct BoardDropPlanner: Sendable {
  /// Of a note's height at either end: there something is put before or after it; between them it
  /// makes a cluster with it.
  private static let edge = 0.27
  /// Points at either end of a cluster where something is put before or after it.
  private static let clusterEdge = 9.0
  /// Points.
  private static let barWidth = 3.0
  private static let gap = 9.0

  public let drag: BoardDrag
  private let contents: BoardContents
  private let grid: BoardGrid
  private let dragged: Set<UUID>
  /// Clusters do not go into others.
  private let holdsClusters: Bool

  /// - Returns: nil when what is dragged is not on the board.
  public init?(_ drag: BoardDrag, contents: BoardContents, scene: Scene) {
    let references = drag.references
    guard !references.isEmpty, references.allSatisfy({ contents.text(of: $0) != nil }) else {
      return nil
    }
    self.drag = drag
    self.contents = contents
    grid = BoardGrid(scene)
    dragged = Set(references.map(\.id))
    holdsClusters = references.contains { $0.kind == .cluster }
  }

  public var axis: DragAxis {
    switch drag {
    case .entries: .both
    case .columns: .horizontal
    }
  }

  /// Where it would land if it were let go now; nil: nowhere.
  ///
  /// - Parameter copies: what is dragged stays where it is, too.
  public func target(at place: ScenePlace, copies: Bool = false) -> BoardDropTarget? {
    let point = grid.flipped(place.point)
    switch drag {
    case .columns:
      guard !copies else { return nil }
      let next = grid.columns.first { !dragged.contains($0.id) && point.x < $0.midX }
      return .columns(before: next?.id)
    case .entries:
      guard let column = grid.column(at: point.x) else { return nil }
      let y = place.band == .body ? point.y : 0
      return entryTarget(column.id, y, copies: copies)
    }
  }

  private func entryTarget(_ columnID: UUID, _ y: Double, copies: Bool) -> BoardDropTarget {
    for entry in contents.entries[columnID] ?? [] {
      let id = entry.id
      guard copies || !dragged.contains(id), let frame = grid.frames[id] else { continue }
      switch entry {
      case .note:
        let edge = holdsClusters ? frame.height / 2 : frame.height * Self.edge
        if y < frame.minY + edge { return .column(columnID, before: id) }
        if y < frame.maxY - edge { return .note(id) }
      case .cluster:
        let edge = holdsClusters ? frame.height / 2 : Self.clusterEdge
        if y < frame.minY + edge { return .column(columnID, before: id) }
        if y < frame.maxY - edge {
          let next = (contents.clusterNotes[id] ?? []).first { note in
            guard copies || !dragged.contains(note), let frame = grid.frames[note] else {
              return false
            }
            return y < frame.midY
          }
          return .cluster(id, before: next)
        }
      }
    }
    return .column(columnID, before: nil)
  }

  // MARK: Marks

  /// - Parameter target: one that this planner has given.
  public func marks(for target: BoardDropTarget) -> [DropMark] {
    let marks: [DropMark]
    switch target {
    case .column(let columnID, let before):
      marks = [bar(inColumn: columnID, before)]
        .compactMap { $0 }
    case .cluster(let id, let before): marks = clusterMarks(id, before)
    case .note(let id):
      marks = grid.frames[id].map { [DropMark(.outline, .body, $0.inset(-3, -3))] } ?? []
    case .columns(let before): marks = columnBars(before)
    }
    return marks.map { DropMark($0.shape, $0.band, grid.flipped($0.frame)) }
  }

  private func bar(inColumn columnID: UUID, _ before: UUID?) -> DropMark? {
    guard let column = grid.columns.first(where: { $0.id == columnID }) else { return nil }
    let last = (contents.entries[columnID] ?? []).last.flatMap { grid.frames[$0.id]?.maxY }
    let y =
      before.flatMap { grid.frames[$0]?.minY }.map { $0 - Self.gap / 2 }
      ?? last.map { $0 + Self.gap / 2 } ?? grid.headerHeight + 2
    // Under the header half of it would be out of sight.
    let top = max(y - Self.barWidth / 2, grid.headerHeight)
    return DropMark(
      .bar, .body, Rect(column.minX, top, column.maxX - column.minX, Self.barWidth))
  }

  private func clusterMarks(_ id: UUID, _ before: UUID?) -> [DropMark] {
    guard let frame = grid.frames[id] else { return [] }
    let notes = contents.clusterNotes[id] ?? []
    let last = notes.last.flatMap { grid.frames[$0]?.maxY } ?? frame.maxY - Self.gap
    let y = before.flatMap { grid.frames[$0]?.minY }.map { $0 - Self.gap / 2 } ?? last + 4
    return [
      DropMark(.area, .body, frame),
      DropMark(
        .bar, .body, Rect(frame.x + 8, y - Self.barWidth / 2, frame.width - 16, Self.barWidth)),
    ]
  }

  private func columnBars(_ before: UUID?) -> [DropMark] {
    let x =
      grid.columns.first { $0.id == before }.map { $0.minX - 6 }
      ?? grid.columns.last.map { $0.maxX + 6 }
    guard let x else { return [] }
    let width = Self.barWidth
    let left = min(max(x - width / 2, 0), grid.size.width - width)
    return [
      DropMark(.bar, .columnHeader, Rect(left, 0, width, grid.headerHeight)),
      DropMark(
        .bar, .body,
        Rect(left, grid.headerHeight, width, max(0, grid.size.height - grid.headerHeight))),
    ]
  }
}
