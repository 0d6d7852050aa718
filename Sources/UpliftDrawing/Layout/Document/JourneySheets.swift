import Foundation
import UpliftCore

/// Maps as pictures that fit on pages: a wide one goes on on the next sheet, with its headers.
final class JourneySheets {
  struct Sheet {
    var scene: Scene
    /// 1 is reading size.
    var scale: Double
    /// It stands on a page of its own that lies on its side.
    var isAcross = false
    /// What stands for it where it cannot be seen; nil: its own texts.
    var words: String?
    /// Points on the page.
    var height: Double { scene.size.height * scale }
  }

  /// Points on paper for a point of the picture: the most.
  private static let largest = 0.75
  /// Where a high sheet is cut between lanes rather than set smaller.
  private static let least = 0.46
  /// A sheet that is this large has no need to lie on its side.
  private static let comfortable = 0.58

  /// How much wider steps may be where a map is high: their texts take fewer lines, and all of it
  /// can be set larger.
  private static let spreads = [1.06, 1.12, 1.18, 1.25, 1.32, 1.4, 1.5, 1.6]
  /// Of a sheet's height, at which lanes are spread over sheets evenly.
  private static let evenShares = [0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95]
  /// Points of the emotion lane's curve, which needs less room than what is written.
  private static let emotionHeight = 96.0

  /// How a map would be cut for a page.
  private struct Cut {
    var bounds: Size
    var isAcross: Bool
    /// Steps on a sheet.
    var columns: Int
    /// Over the lanes.
    var usual: Double
    var isCutBetweenLanes: Bool
    var count: Int
    var scale: Double
  }

  private var known: [UUID: (sheets: [Sheet], appendix: [AppendixBlock])] = [:]

  /// What sheets that were laid out have no room for.
  func appendix(of journey: JourneyContents) -> [AppendixBlock] {
    known[journey.map.id]?.appendix ?? []
  }

  /// - Parameters:
  ///   - bounds: points that no sheet exceeds.
  ///   - across: the same of a page that lies on its side; nil: there is none.
  func sheets(
    of journey: JourneyContents, within bounds: Size, across: Size?,
    measuring: any TextMeasuring, theme: Theme
  ) -> [Sheet] {
    if let known = known[journey.map.id] { return known.sheets }
    let printed = PrintedJourney(journey, measuring: measuring, saysTitle: true)
    let journey = printed.contents
    let cache = LayoutCache()
    var columnWidth: Double?
    func scene(_ part: JourneyPart?) -> Scene {
      var options = JourneyLayout.Options()
      options.part = part
      options.columnWidth = columnWidth
      options.emotionHeight = Self.emotionHeight
      return JourneyLayout.scene(
        for: journey, measuring: measuring, theme: theme, options: options,
        cache: part == nil && columnWidth == nil ? cache : LayoutCache()
      ).withoutButtons
    }
    var whole = scene(nil)
    let stages = Dictionary(grouping: journey.steps, by: \.stageID)
    let count = max(1, journey.stages.reduce(0) { $0 + max(1, stages[$1.id]?.count ?? 0) })
    var cut = Self.cut(journey, whole, count, bounds, isAcross: false)
    if let across, cut.count > 1 || cut.scale < Self.comfortable {
      let other = Self.cut(journey, whole, count, across, isAcross: true)
      if other.count < cut.count || other.count == cut.count && other.scale > cut.scale {
        cut = other
      }
    }
    // One that is too high for its width is laid out wider; one that would be cut between lanes as
    // wide as brings it onto fewer sheets.
    let usual = (whole.size.width - whole.header.width) / Double(count)
    for spread in Self.spreads where cut.scale < Self.comfortable || cut.isCutBetweenLanes {
      columnWidth = usual * spread
      let wider = scene(nil)
      let other = Self.cut(journey, wider, count, cut.bounds, isAcross: cut.isAcross)
      let isLarger = other.count == cut.count && other.scale > cut.scale * 1.01
      if other.count < cut.count || isLarger && !cut.isCutBetweenLanes {
        (whole, cut) = (wider, other)
      } else {
        columnWidth = (whole.size.width - whole.header.width) / Double(count)
        if !cut.isCutBetweenLanes { break }
      }
    }
    var sheets: [Sheet] = []
    for first in stride(from: 0, to: count, by: cut.columns) {
      let range = first..<min(first + cut.columns, count)
      let picture = range.count == count ? whole : scene(JourneyPart(columns: range))
      let parts =
        cut.isCutBetweenLanes
        ? Self.evenParts(
          of: picture, columns: range, height: cut.bounds.height / cut.usual,
          most: cut.bounds.height / Self.least
        ).map(scene)
        : [picture]
      sheets += parts.map { picture in
        Sheet(
          scene: picture,
          scale: min(
            cut.usual, cut.bounds.width / max(1, picture.size.width),
            cut.bounds.height / max(1, picture.size.height)), isAcross: cut.isAcross)
      }
    }
    known[journey.map.id] = (sheets, printed.appendix)
    return sheets
  }

  private static func cut(
    _ journey: JourneyContents, _ whole: Scene, _ count: Int, _ bounds: Size, isAcross: Bool
  ) -> Cut {
    let side = whole.header.width
    let column = max(1, (whole.size.width - side) / Double(count))
    // A little smaller rather than a sheet more.
    let most = max(1, min(count, Int((bounds.width / least - side) / column)))
    let sheetCount = (count + most - 1) / most
    let columns = (count + sheetCount - 1) / sheetCount
    let usual = min(largest, bounds.width / max(1, side + Double(columns) * column))
    let fitting = min(usual, bounds.height / max(1, whole.size.height))
    guard fitting < least else {
      return Cut(
        bounds: bounds, isAcross: isAcross, columns: columns, usual: usual,
        isCutBetweenLanes: false, count: sheetCount, scale: fitting)
    }
    let rows = parts(
      of: whole, columns: 0..<columns, height: bounds.height / usual,
      most: bounds.height / least
    ).count
    return Cut(
      bounds: bounds, isAcross: isAcross, columns: columns, usual: usual,
      isCutBetweenLanes: true, count: sheetCount * rows, scale: usual)
  }

  /// On as few sheets as there have to be, none of them nearly empty.
  private static func evenParts(
    of scene: Scene, columns: Range<Int>, height: Double, most: Double
  ) -> [JourneyPart] {
    let full = parts(of: scene, columns: columns, height: height, most: most)
    guard full.count > 1 else { return full }
    for share in evenShares {
      let even = parts(of: scene, columns: columns, height: height * share, most: most)
      if even.count == full.count { return even }
    }
    return full
  }

  /// Lanes that stand together in a height, in the scene's points, with the lines above them.
  ///
  /// - Parameter most: a lane that would make a sheet higher than that goes on on the next one.
  private static func parts(
    of scene: Scene, columns: Range<Int>, height: Double, most: Double
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
      if scene.header.height + item.frame.height > most {
        parts += cards(of: item, in: scene, height: height).map {
          defer { lines = [] }
          return JourneyPart(columns: columns, lanes: [record.id], lines: lines, cards: $0)
        }
        lanes = []
        start = item.frame.maxY
      }
    }
    guard !lanes.isEmpty || !waiting.isEmpty else { return parts }
    return parts + [
      JourneyPart(columns: columns, lanes: lanes, lines: lines.union(waiting))
    ]
  }

  /// The cards of a lane, parted so that each part is no higher than a page.
  private static func cards(
    of lane: SceneItem, in scene: Scene, height: Double
  ) -> [Set<UUID>] {
    let cards = scene.items.filter {
      $0.role == .card && $0.frame.minY >= lane.frame.minY && $0.frame.maxY <= lane.frame.maxY
    }.sorted { $0.frame.minY < $1.frame.minY }
    // Above the first one there may be a curve, which each part shows.
    let above = (cards.first?.frame.minY ?? 0) - lane.frame.minY
    let room = height - scene.header.height - above - 2 * JourneyComposer.cellPadding
    var parts: [Set<UUID>] = []
    var rest = cards[...]
    while let first = rest.first {
      let end = first.frame.minY + max(room, first.frame.height)
      let here = rest.filter { $0.frame.maxY <= end }
      parts.append(
        Set(
          here.compactMap {
            if case .record(let record)? = $0.subject { record.id } else { nil }
          }))
      rest = rest.filter { $0.frame.maxY > end }[...]
    }
    return parts
  }
}
