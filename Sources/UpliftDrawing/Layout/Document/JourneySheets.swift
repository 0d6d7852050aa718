import Foundation
import UpliftCore

/// Maps as pictures that fit on pages: a wide one goes on on the next sheet, with its headers.
final class JourneySheets {
  struct Sheet {
    var scene: Scene
    /// 1 is reading size.
    var scale: Double
    /// Points on the page.
    var height: Double { scene.size.height * scale }
  }

  /// Points on paper for a point of the picture: the most, and what a sheet is cut for.
  private static let largest = 0.75
  private static let readable = 0.5
  /// Where a high sheet is cut between lanes rather than set smaller.
  private static let least = 0.4

  private var known: [UUID: [Sheet]] = [:]

  /// - Parameter bounds: points that no sheet exceeds.
  func sheets(
    of journey: JourneyContents, within bounds: Size, measuring: any TextMeasuring, theme: Theme
  ) -> [Sheet] {
    if let sheets = known[journey.map.id] { return sheets }
    let cache = LayoutCache()
    func scene(_ part: JourneyPart?) -> Scene {
      var options = JourneyLayout.Options()
      options.part = part
      return JourneyLayout.scene(
        for: journey, measuring: measuring, theme: theme, options: options,
        cache: part == nil ? cache : LayoutCache()
      ).withoutButtons
    }
    let whole = scene(nil)
    let stages = Dictionary(grouping: journey.steps, by: \.stageID)
    let count = max(1, journey.stages.reduce(0) { $0 + max(1, stages[$1.id]?.count ?? 0) })
    let side = whole.header.width
    let column = max(1, (whole.size.width - side) / Double(count))
    let most = max(1, min(count, Int((bounds.width / Self.readable - side) / column)))
    let sheetCount = (count + most - 1) / most
    let columns = (count + sheetCount - 1) / sheetCount
    var sheets: [Sheet] = []
    for first in stride(from: 0, to: count, by: columns) {
      let range = first..<min(first + columns, count)
      let part = JourneyPart(columns: range)
      let picture = range.count == count ? whole : scene(part)
      let usual = min(Self.largest, bounds.width / max(1, side + Double(columns) * column))
      let fitting = min(usual, bounds.height / max(1, picture.size.height))
      if fitting >= Self.least || journey.lanes.count < 2 {
        sheets.append(Sheet(scene: picture, scale: fitting))
      } else {
        sheets += Self.parts(of: picture, columns: range, height: bounds.height / usual).map {
          let picture = scene($0)
          return Sheet(
            scene: picture, scale: min(usual, bounds.height / max(1, picture.size.height)))
        }
      }
    }
    known[journey.map.id] = sheets
    return sheets
  }

  /// Lanes that stand together in a height, in the scene's points, with the lines above them.
  private static func parts(
    of scene: Scene, columns: Range<Int>, height: Double
  ) -> [JourneyPart] {
    let rows = scene.items.filter { $0.role == .laneHeader || $0.role == .lineLabel }
      .sorted { $0.frame.minY < $1.frame.minY }
    var parts: [JourneyPart] = []
    var lanes: Set<UUID> = []
    var lines: Set<UUID> = []
    // Those that go with the next lane.
    var waiting: Set<UUID> = []
    var start = scene.header.height
    var above: Double?
    for item in rows {
      guard case .record(let record)? = item.subject else { continue }
      if item.role == .lineLabel {
        waiting.insert(record.id)
        above = above ?? item.frame.minY
        continue
      }
      if !lanes.isEmpty, scene.header.height + item.frame.maxY - start > height {
        parts.append(JourneyPart(columns: columns, lanes: lanes, lines: lines))
        lanes = []
        lines = []
        start = above ?? item.frame.minY
      }
      lanes.insert(record.id)
      lines.formUnion(waiting)
      waiting = []
      above = nil
    }
    guard !lanes.isEmpty else { return parts }
    return parts + [
      JourneyPart(columns: columns, lanes: lanes, lines: lines.union(waiting))
    ]
  }
}
