import Foundation
import UpliftCore

extension Scene {
  /// Items in the order in which people read them: headers, then lane by lane, step by step,
  /// whatever lies over what.
  ///
  /// - Parameter indices: of items.
  public func inReadingOrder(_ indices: [Int]) -> [Int] {
    let headers = items.filter { $0.role == .stepHeader }
    guard !headers.isEmpty else { return indices.sorted() }
    let starts = headers.map { isMirrored ? -$0.frame.maxX : $0.frame.minX }.sorted()
    /// The last step that begins where the frame does, or before it.
    func column(_ frame: Rect) -> Int {
      let start = isMirrored ? -frame.maxX : frame.minX
      return (starts.firstIndex { $0 > start + 0.5 } ?? starts.count) - 1
    }
    var lane = 0
    var next = 0
    let keys = indices.sorted().map { index -> (index: Int, lane: Int, column: Int, y: Double) in
      while next <= index {
        // Each lane begins with its header.
        if items[next].role == .laneHeader || items[next].role == .lineLabel { lane += 1 }
        next += 1
      }
      let item = items[index]
      let isHeader = item.band != .body
      return (index, lane, isHeader ? -1 : column(item.frame), isHeader ? 0 : item.frame.minY)
    }
    return keys.sorted {
      ($0.lane, $0.column, $0.y, $0.index) < ($1.lane, $1.column, $1.y, $1.index)
    }
    .map(\.index)
  }
}

extension PresentationPage {
  /// What a screen reader says of the page, in the order of reading, with the pixels that it
  /// covers; headers that stand over several stretches once.
  public var readAloud: [(item: SceneItem, frame: Rect)] {
    var frames: [Int: Rect] = [:]
    var seen: Set<ItemSubject> = []
    for panel in panels {
      for (index, item) in scene.items.enumerated()
      where item.band == panel.band && item.isReadAloud && item.frame.intersects(panel.source) {
        guard let subject = item.subject, seen.insert(subject).inserted else { continue }
        frames[index] = Rect(
          panel.origin.x + (item.frame.x - panel.source.x) * zoom,
          panel.origin.y + (item.frame.y - panel.source.y) * zoom, item.frame.width * zoom,
          item.frame.height * zoom)
      }
    }
    return scene.inReadingOrder(Array(frames.keys)).compactMap { index in
      frames[index].map { (scene.items[index], $0) }
    }
  }
}
