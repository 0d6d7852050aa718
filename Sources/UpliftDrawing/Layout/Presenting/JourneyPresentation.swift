import Foundation
import UpliftCore

/// A map for a screen that a whole room looks at: stage by stage, or lane by lane, each as large
/// as it fits. What cannot be read when all of it is shown at once goes on to another page.
public final class JourneyPresentation {
  /// Points.
  private static let leastColumnWidth = 112.0
  private static let greatestColumnWidth = 420.0
  private static let headerWidth = 128.0...190.0
  private static let greatestEmotionHeight = 300.0
  /// Between stretches of one stage that stand beside each other.
  private static let gap = 14.0
  private static let mostBeside = 3
  /// A part with more cards than this is laid out once, not again and again to find its best size.
  private static let mostCardsToTry = 200

  let contents: JourneyContents
  let measuring: any TextMeasuring
  let theme: Theme
  let screen: PresentationScreen
  private let cache = LayoutCache()

  /// - Parameter size: of the screen, in pixels.
  public init(
    _ contents: JourneyContents, measuring: any TextMeasuring, theme: Theme, size: Size
  ) {
    self.contents = contents
    self.measuring = measuring
    self.theme = theme
    screen = PresentationScreen(size, type: theme.type.card.size)
  }

  /// The whole map, then its stages.
  public static func stages(of contents: JourneyContents) -> [PresentationStop] {
    [.overview] + contents.stages.map { .stage($0.id) }
  }

  /// The whole map, then its lanes.
  public static func lanes(of contents: JourneyContents) -> [PresentationStop] {
    [.overview] + contents.shownLanes.map { .lane($0.id) }
  }

  /// At least one page; one with no panels when there is nothing to show.
  public func pages(of stop: PresentationStop) -> [PresentationPage] {
    let columns = JourneyComposer.allColumns(of: contents, first: 0, width: 0, options: .init())
    switch stop {
    case .overview, .column, .cluster, .ranking:
      return [overview(columns.count)]
    case .stage(let id):
      let own = columns.indices.filter { contents.stages[columns[$0].stage].id == id }
      guard let first = own.first, let last = own.last else { return [blank] }
      return pages(JourneyPart(columns: first..<last + 1), isCentred: false)
    case .lane(let id):
      guard !columns.isEmpty, contents.shownLanes.contains(where: { $0.id == id }) else {
        return [blank]
      }
      return pages(JourneyPart(columns: columns.indices, lanes: [id]), isCentred: true)
    }
  }

  private var blank: PresentationPage {
    PresentationPage(
      scene: Scene(
        title: contents.map.title, size: .zero, items: [], background: theme.surface), zoom: 1,
      panels: [])
  }

  // MARK: The whole

  private func overview(_ count: Int) -> PresentationPage {
    guard count > 0 else { return blank }
    let area = screen.area
    let all = JourneyPart(columns: 0..<count)
    var scene: Scene
    if contents.cards.count <= Self.mostCardsToTry {
      let greatest = min(
        screen.greatestZoom, area.width / (Self.headerWidth.lowerBound + 90 * Double(count)))
      let zoom = PresentationScreen.largestZoom(from: 0.05, to: greatest, rounds: 8) { zoom in
        self.scene(all, Form(columns: count), zoom).size.height * zoom <= area.height
      }
      scene = filled(all, Form(columns: count), zoom)
    } else {
      scene = JourneyLayout.scene(
        for: contents, measuring: measuring, theme: theme, cache: cache)
    }
    let zoom = min(
      area.width / scene.size.width, area.height / scene.size.height, screen.greatestZoom)
    return page(scene, zoom, [scene.header.height...scene.size.height], isCentred: true)
  }

  // MARK: A part

  /// How a part stands on the screen.
  private struct Form {
    /// Across, in each stretch.
    var columns: Int
    /// Stretches of lanes beside each other.
    var beside = 1
  }

  private func pages(_ part: JourneyPart, isCentred: Bool) -> [PresentationPage] {
    let least = leastZoom(part)
    let fitting = (screen.area.width / least - Self.headerWidth.lowerBound) / Self.leastColumnWidth
    let parts = PresentationScreen.evenly(part.columns, atMost: Int(fitting)).map {
      JourneyPart(columns: $0, lanes: part.lanes)
    }
    var form = Form(columns: parts.map(\.columns.count).max() ?? 1)
    func count(_ zoom: Double) -> Int {
      parts.reduce(0) { $0 + screen.cuts(of: scene($1, form, zoom), zoom: zoom).count }
    }
    var zoom = least
    if cardCount(part) <= Self.mostCardsToTry {
      var fewest = count(least)
      if fewest > 1, parts.count == 1, !isCentred, let better = besideForm(part, form, least) {
        form = better
        fewest = better.beside
      }
      let greatest = min(screen.greatestZoom, widestZoom(form))
      zoom = PresentationScreen.largestZoom(from: least, to: greatest) { count($0) <= fewest }
    }
    return parts.flatMap { part in
      let scene = form.beside == 1 ? filled(part, form, zoom) : scene(part, form, zoom)
      let cuts = screen.cuts(of: scene, zoom: zoom)
      return PresentationScreen.evenly(cuts.indices, atMost: form.beside).map {
        page(scene, zoom, Array(cuts[$0]), isCentred: isCentred)
      }
    }
  }

  /// At which the type can just be read, unless that makes headers leave no room for the rest.
  private func leastZoom(_ part: JourneyPart) -> Double {
    var least = screen.leastZoom
    while least > 0.3 {
      let fitting =
        (screen.area.width / least - Self.headerWidth.lowerBound) / Self.leastColumnWidth
      let rows = PresentationScreen.evenly(part.columns, atMost: Int(fitting))
      let form = Form(columns: rows.map(\.count).max() ?? 1)
      let highest = rows.map {
        scene(JourneyPart(columns: $0, lanes: []), form, least).header.height
      }.max()
      if (highest ?? 0) * least <= screen.area.height / 2 { break }
      least *= 0.85
    }
    return least
  }

  /// At which columns are as narrow as they may be.
  private func widestZoom(_ form: Form) -> Double {
    let stretch = Self.headerWidth.lowerBound + Self.leastColumnWidth * Double(form.columns)
    let beside = Double(form.beside)
    return screen.area.width / (stretch * beside + Self.gap * (beside - 1))
  }

  /// A stage with few steps and many lanes is seen whole when its lanes stand in two or three
  /// stretches, side by side; nil when that would be too wide.
  private func besideForm(_ part: JourneyPart, _ form: Form, _ least: Double) -> Form? {
    for beside in 2...Self.mostBeside {
      let form = Form(columns: form.columns, beside: beside)
      guard widestZoom(form) >= least else { return nil }
      if screen.cuts(of: scene(part, form, least), zoom: least).count <= beside { return form }
    }
    return nil
  }

  private func cardCount(_ part: JourneyPart) -> Int {
    let columns = JourneyComposer.allColumns(of: contents, first: 0, width: 0, options: .init())
    let steps = columns[part.columns.clamped(to: columns.indices)].compactMap(\.step?.id)
    return contents.shownLanes.filter { part.lanes?.contains($0.id) ?? true }.reduce(0) {
      sum, lane in
      steps.reduce(sum) {
        $0 + (contents.cells[Cell(laneID: lane.id, stepID: $1)]?.count ?? 0)
      }
    }
  }

  /// As wide as the screen at `zoom`, or as its part of it.
  private func scene(
    _ part: JourneyPart, _ form: Form, _ zoom: Double, emotionHeight: Double? = nil
  ) -> Scene {
    let beside = Double(form.beside)
    let width = (screen.area.width / zoom - Self.gap * (beside - 1)) / beside
    var options = JourneyLayout.Options()
    options.rowHeaderWidth = min(
      max(width * 0.14, Self.headerWidth.lowerBound), Self.headerWidth.upperBound
    ).rounded()
    let column = (width - options.rowHeaderWidth) / Double(max(1, form.columns))
    options.columnWidth = max(60, min(column, Self.greatestColumnWidth)).rounded(.down)
    if let emotionHeight { options.emotionHeight = emotionHeight }
    options.part = part
    return JourneyLayout.scene(
      for: contents, measuring: measuring, theme: theme, options: options, cache: cache)
  }

  /// The same, its curve as high as there is room for on a single page.
  private func filled(_ part: JourneyPart, _ form: Form, _ zoom: Double) -> Scene {
    let scene = scene(part, form, zoom)
    let free = screen.area.height / zoom - scene.size.height
    let curves = contents.shownLanes.filter {
      $0.laneKind == .emotion && $0.height == nil && part.lanes?.contains($0.id) ?? true
    }.count
    guard free > 8, curves > 0 else { return scene }
    let natural = JourneyLayout.Options().emotionHeight
    let height = min(
      (natural + free / Double(curves)).rounded(.down), Self.greatestEmotionHeight)
    return self.scene(part, form, zoom, emotionHeight: height)
  }

  // MARK: Placing

  /// Stretches of the scene beside each other, each with its headers, in the direction in which
  /// people read.
  private func page(
    _ scene: Scene, _ zoom: Double, _ stretches: [ClosedRange<Double>], isCentred: Bool
  ) -> PresentationPage {
    let area = screen.area
    let header = scene.header
    let highest = stretches.map { $0.upperBound - $0.lowerBound }.max() ?? 0
    let all = (Double(stretches.count) * (scene.size.width + Self.gap) - Self.gap) * zoom
    let left = area.minX + (area.width - all) / 2
    let free = area.height - (header.height + highest) * zoom
    let top = (area.minY + (isCentred ? max(0, free) / 2 : 0)).rounded()
    let below = top + header.height * zoom
    let bodyWidth = scene.size.width - header.width
    let headerX = scene.isMirrored ? bodyWidth : 0
    let bodyX = scene.isMirrored ? 0 : header.width
    let panels = stretches.enumerated().flatMap { index, rows -> [PresentationPage.Panel] in
      let place = Double(scene.isMirrored ? stretches.count - 1 - index : index)
      let x = (left + place * (scene.size.width + Self.gap) * zoom).rounded()
      let height = rows.upperBound - rows.lowerBound
      func panel(_ band: Band, _ source: Rect, _ y: Double) -> PresentationPage.Panel {
        .init(band: band, source: source, origin: Point(x + source.x * zoom, y))
      }
      return [
        panel(.body, Rect(bodyX, rows.lowerBound, bodyWidth, height), below),
        panel(.columnHeader, Rect(bodyX, 0, bodyWidth, header.height), top),
        panel(.rowHeader, Rect(headerX, rows.lowerBound, header.width, height), below),
        panel(.corner, Rect(headerX, 0, header.width, header.height), top),
      ]
    }
    return PresentationPage(scene: scene, zoom: zoom, panels: panels)
  }
}
