import Foundation
import UpliftCore

/// A board for a screen that a whole room looks at: column by column, its notes side by side when
/// they are many, and on further pages when they could not be read otherwise.
public final class BoardPresentation {
  /// Points.
  private static let leastColumnWidth = 180.0
  private static let greatestColumnWidth = 380.0
  private static let gap = 4.0
  private static let mostPanels = 5
  private static let mostNotesToTry = 150

  private let contents: BoardContents
  private let measuring: any TextMeasuring
  private let theme: Theme
  private let screen: PresentationScreen
  private let cache = LayoutCache()

  /// - Parameter size: of the screen, in pixels.
  public init(_ contents: BoardContents, measuring: any TextMeasuring, theme: Theme, size: Size) {
    self.contents = contents
    self.measuring = measuring
    self.theme = theme
    screen = PresentationScreen(size, type: theme.type.note.size)
  }

  /// The whole board, then its columns.
  public static func columns(of contents: BoardContents) -> [PresentationStop] {
    [.overview] + contents.columns.map { .column($0.id) }
  }

  /// The whole board, then its clusters, as they stand on it; nothing but the whole when it has
  /// none.
  public static func clusters(of contents: BoardContents) -> [PresentationStop] {
    [.overview]
      + contents.columns.flatMap { column in
        (contents.entries[column.id] ?? []).compactMap { entry in
          if case .cluster(let id) = entry { .cluster(id) } else { nil }
        }
      }
  }

  /// The whole board, then the result of the vote that was closed last, if there is one.
  public static func ranking(of contents: BoardContents) -> [PresentationStop] {
    contents.closedVoting == nil ? [.overview] : [.overview, .ranking]
  }

  /// At least one page; one with no panels when there is nothing to show.
  public func pages(of stop: PresentationStop) -> [PresentationPage] {
    switch stop {
    case .column(let id):
      guard contents.columns.contains(where: { $0.id == id }) else { return [blank] }
      return pages(ofColumn: id)
    case .cluster(let id):
      guard let cluster = contents.clusters[id] else { return [blank] }
      return BoardPresentation(
        contents.only([cluster.reference]), measuring: measuring, theme: theme, size: screen.size
      ).pages(ofColumn: cluster.columnID)
    case .ranking: return rankingPages
    case .overview, .stage, .lane: return [overview]
    }
  }

  /// The results, the newest first, each as large as it can be read on one page, or on several.
  private var rankingPages: [PresentationPage] {
    let rounds = contents.closedRounds.reversed()
    return rounds.isEmpty ? rankingPages(of: nil) : rounds.flatMap(rankingPages)
  }

  private func rankingPages(of round: ClosedRound?) -> [PresentationPage] {
    let area = screen.area
    func scene(_ zoom: Double) -> Scene {
      RankingLayout.scene(
        for: contents, round: round, measuring: measuring, theme: theme,
        width: min(area.width / zoom, 900))
    }
    let zoom = PresentationScreen.largestZoom(
      from: screen.leastZoom, to: max(screen.leastZoom, screen.greatestZoom)
    ) { scene($0).size.height * $0 <= area.height }
    let made = scene(zoom)
    return screen.cuts(of: made, zoom: zoom).map { page(made, zoom, [$0], isCentred: true) }
  }

  private var blank: PresentationPage {
    PresentationPage(
      scene: Scene(
        title: contents.board.title, size: .zero, items: [], background: theme.canvas), zoom: 1,
      panels: [])
  }

  private var overview: PresentationPage {
    guard !contents.columns.isEmpty else { return blank }
    let area = screen.area
    let count = Double(contents.columns.count)
    func scene(_ zoom: Double) -> Scene {
      self.scene(nil, columnWidth: area.width / zoom / count - 16)
    }
    var made: Scene
    if contents.notes.count <= Self.mostNotesToTry {
      let zoom = PresentationScreen.largestZoom(
        from: 0.05, to: min(screen.greatestZoom, area.width / (150 * count)), rounds: 8
      ) { scene($0).size.height * $0 <= area.height }
      made = scene(zoom)
    } else {
      made = self.scene(nil, columnWidth: BoardLayout.Options().columnWidth)
    }
    let zoom = min(
      area.width / made.size.width, area.height / made.size.height, screen.greatestZoom)
    return page(made, zoom, [made.header.height...made.size.height], isCentred: true)
  }

  private func scene(_ columnID: UUID?, columnWidth: Double) -> Scene {
    var options = BoardLayout.Options()
    options.showsAdditions = false
    options.columnID = columnID
    options.columnWidth = max(90, min(columnWidth, Self.greatestColumnWidth)).rounded(.down)
    return BoardLayout.scene(
      for: contents, measuring: measuring, theme: theme, options: options, cache: cache)
  }

  // MARK: A column

  /// The scene of a column that is `count` times beside itself on the screen, with its cuts.
  private func layout(
    _ columnID: UUID, _ count: Int, _ zoom: Double
  ) -> (scene: Scene, cuts: [ClosedRange<Double>]) {
    let width = (screen.area.width / zoom - Self.gap * Double(count - 1)) / Double(count)
    // A board has a margin of 14 points on either side.
    let scene = scene(columnID, columnWidth: width - 28)
    return (scene, screen.cuts(of: scene, zoom: zoom))
  }

  private func pages(ofColumn id: UUID) -> [PresentationPage] {
    var least = screen.leastZoom
    // A title that leaves no room for the notes is not what the type's size was chosen for.
    while least > 0.3,
      layout(id, 1, least).scene.header.height * least > screen.area.height / 2
    {
      least *= 0.85
    }
    let fitting = Int(screen.area.width / least / (Self.leastColumnWidth + 28 + Self.gap))
    let most = max(1, min(Self.mostPanels, fitting))
    var best: (count: Int, zoom: Double)?
    if contents.noteCount(of: id) <= Self.mostNotesToTry {
      for count in 1...most where layout(id, count, least).cuts.count <= count {
        let widest = screen.area.width / (Double(count) * (Self.leastColumnWidth + 28 + Self.gap))
        let zoom = PresentationScreen.largestZoom(
          from: least, to: min(screen.greatestZoom, widest)
        ) { layout(id, count, $0).cuts.count <= count }
        if zoom > (best?.zoom ?? 0) * 1.02 { best = (count, zoom) }
      }
    }
    let count = best?.count ?? most
    let zoom = best?.zoom ?? least
    let (scene, cuts) = layout(id, count, zoom)
    let tidy = cuts.map { trimmed($0, scene) }
    return PresentationScreen.evenly(tidy.indices, atMost: count).map {
      page(scene, zoom, Array(tidy[$0]), isCentred: false)
    }
  }

  /// Without the gap over the first note, so that all stretches begin at one height.
  private func trimmed(_ cut: ClosedRange<Double>, _ scene: Scene) -> ClosedRange<Double> {
    let seen = scene.items.filter {
      $0.band == .body && $0.frame.maxY > cut.lowerBound + 0.01
        && $0.frame.minY < cut.upperBound - 0.01
    }
    guard let first = seen.map(\.frame.minY).min(), first > cut.lowerBound,
      first < cut.upperBound
    else { return cut }
    return max(cut.lowerBound, first - 2)...cut.upperBound
  }

  /// Stretches of the scene beside each other, in the direction in which people read.
  private func page(
    _ scene: Scene, _ zoom: Double, _ stretches: [ClosedRange<Double>], isCentred: Bool
  ) -> PresentationPage {
    let area = screen.area
    let width = scene.size.width
    let header = scene.header.height
    let all = (Double(stretches.count) * (width + Self.gap) - Self.gap) * zoom
    let left = area.minX + max(0, area.width - all) / 2
    let highest = stretches.map { $0.upperBound - $0.lowerBound }.max() ?? 0
    let free = max(0, area.height - (header + highest) * zoom)
    let top = (area.minY + (isCentred ? free / 2 : 0)).rounded()
    var panels: [PresentationPage.Panel] = []
    for (index, stretch) in stretches.enumerated() {
      let place = Double(scene.isMirrored ? stretches.count - 1 - index : index)
      let x = (left + place * (width + Self.gap) * zoom).rounded()
      panels.append(
        .init(
          band: .body,
          source: Rect(0, stretch.lowerBound, width, stretch.upperBound - stretch.lowerBound),
          origin: Point(x, top + header * zoom)))
      guard index == 0 else { continue }
      panels.append(
        .init(band: .columnHeader, source: Rect(0, 0, width, header), origin: Point(x, top)))
    }
    return PresentationPage(scene: scene, zoom: zoom, panels: panels)
  }
}
