import Foundation
import UpliftCore

/// Lays out a journey map.
public enum JourneyLayout {
  /// Measures in points at 100 %.
  public struct Options: Hashable, Sendable {
    /// Of a step; nil: as the map says, or else as its steps need.
    public var columnWidth: Double?
    /// Of the lane headers.
    public var rowHeaderWidth = 128.0
    /// Of the emotion lane's curve.
    public var emotionHeight = 118.0
    /// Height of a page with the column headers repeated on each, nil for one endless page. No
    /// card crosses a page's end unless it is higher than a page; pages follow each other without
    /// a gap, the first one under the column headers.
    public var pageHeight: Double?
    /// Nil: the whole map.
    public var part: JourneyPart?
    /// For a first look at a large map: rows that begin further down are left out. The others stand
    /// where they stand in the whole map.
    public var rowsUntil: Double?
    /// The two curves are an older and a newer version, no current and no future state.
    public var comparesVersions = false
    /// Columns that stay free before a step, so that two maps can stand one above the other.
    public var gaps: [UUID: Int] = [:]
    /// A step without a title says so, for whoever may give it one.
    public var hintsAtTitles = false

    public init() {}

    /// For a map that is worked on.
    public static let screen: Options = {
      var options = Options()
      options.hintsAtTitles = true
      return options
    }()
  }

  /// The picture of a map. The same values give the same picture.
  ///
  /// - Parameter cache: kept from scene to scene by who shows the same map again after a change.
  public static func scene(
    for contents: JourneyContents, measuring: any TextMeasuring, theme: Theme,
    options: Options = Options(), cache: LayoutCache = LayoutCache()
  ) -> Scene {
    var composer = JourneyComposer(
      contents: contents, measuring: measuring, theme: theme, options: options, cache: cache)
    return composer.compose()
  }
}

/// Puts a scene together, from left to right and top to bottom; a mirrored one is flipped at the
/// end, item by item, so that only what an item draws needs to know.
struct JourneyComposer {
  /// Points between the edges of a cell and its cards, and between cards.
  static let cellPadding = 6.0
  /// How far a chevron's tip reaches into the next one, and the gap that stays between them.
  static let tip = 10.0
  static let tipGap = 4.0

  struct Column {
    var stage: Int
    /// Nil: the stage has no steps yet.
    var step: Step?
    var x: Double
  }

  let contents: JourneyContents
  let measuring: any TextMeasuring
  let theme: Theme
  let options: JourneyLayout.Options
  let cache: LayoutCache
  let isMirrored: Bool
  /// Of a step.
  let columnWidth: Double
  /// Those that are shown.
  let columns: [Column]
  /// Those before and after them too.
  let allColumns: [Column]
  let width: Double
  let cardContent: CardContent
  /// Ids of the cards that are linked with what they are known from.
  let backedCards: Set<UUID>
  /// See `JourneyContents.emotionPersonas`.
  let emotionPersonas: [UUID?]
  var items: [SceneItem] = []
  /// Of the lanes that stay in sight.
  var pinnedRows: [ClosedRange<Double>] = []
  /// Of stages and steps together.
  var headerHeight = 0.0
  var pages: PageRuler { PageRuler(start: headerHeight, pageHeight: options.pageHeight) }

  init(
    contents: JourneyContents, measuring: any TextMeasuring, theme: Theme,
    options: JourneyLayout.Options, cache: LayoutCache
  ) {
    self.contents = contents
    self.measuring = measuring
    self.theme = theme
    self.options = options
    self.cache = cache
    isMirrored = Self.isMirrored(contents)
    columnWidth =
      options.columnWidth ?? contents.map.columnWidth
      ?? Self.fittingColumnWidth(contents, measuring: measuring, type: theme.type, cache: cache)
    let all = Self.allColumns(
      of: contents, first: options.part?.columns.lowerBound ?? 0, width: columnWidth,
      options: options)
    let columns = options.part.map { Array(all[$0.columns.clamped(to: all.indices)]) } ?? all
    allColumns = all
    self.columns = columns
    width = options.rowHeaderWidth + Double(max(1, columns.count)) * columnWidth
    emotionPersonas = contents.emotionPersonas
    backedCards = Set(contents.extras.backings.values)
    cardContent = CardContent(measuring: measuring, theme: theme, isMirrored: isMirrored)
    cache.begin(
      theme: theme, isMirrored: isMirrored, cardCount: contents.cards.count,
      columns: LayoutCache.Columns(
        steps: columns.map(\.step?.id), titles: columns.map { $0.step?.title ?? "" },
        width: columnWidth, headerWidth: options.rowHeaderWidth))
  }

  mutating func compose() -> Scene {
    items.reserveCapacity(
      contents.cards.count + contents.lanes.count * (columns.count + 3) + columns.count * 3 + 16)
    if !cache.holdsCards { prepareTitles() }
    addHeaders()
    if !cache.holdsCards, options.rowsUntil == nil { prepareTexts(of: contents.shownLanes) }
    let height = addRows()
    if isMirrored { flip() }
    var scene = Scene(
      title: contents.map.title, subtitle: subtitle, size: Size(width, height),
      header: Size(options.rowHeaderWidth, headerHeight), items: items,
      background: theme.surface, isMirrored: isMirrored)
    scene.pinnedRows = pinnedRows
    if let focus = contents.focus { scene.fade(outside: focus, cache.fadedContents) }
    return scene
  }

  private var subtitle: String {
    let parts = [
      JourneyWords.name(of: contents.map.state), contents.persona.map(JourneyWords.name(of:)) ?? "",
      contents.map.scenario,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private mutating func flip() {
    for index in items.indices {
      items[index].frame.x = width - items[index].frame.maxX
    }
  }

  /// Titles say in which language a map is; only a map without any is judged by its cards.
  private static func isMirrored(_ contents: JourneyContents) -> Bool {
    if ReadingDirection.isRightToLeft { return true }
    let titles =
      contents.stages.map(\.title) + contents.steps.map(\.title) + contents.lanes.map(\.title)
    if titles.contains(where: { TextDirection.isRightToLeft($0) != nil }) {
      return TextDirection.isMainlyRightToLeft(titles)
    }
    var cards: [String] = []
    for lane in contents.lanes {
      for step in contents.steps where cards.count < 100 {
        cards += contents.cards(at: Cell(laneID: lane.id, stepID: step.id)).map(\.text)
      }
    }
    return TextDirection.isMainlyRightToLeft(cards + [contents.map.title])
  }

  // MARK: Drawing helpers

  /// A rectangle, mirrored within `width` points when the map is.
  func mirrored(_ frame: Rect, in width: Double) -> Rect {
    isMirrored ? Rect(width - frame.maxX, frame.y, frame.width, frame.height) : frame
  }

  /// A text at the leading edge of the picture, whatever its own direction.
  func headerText(_ text: String, style: TextStyle, color: Color, frame: Rect) -> Primitive {
    let ownDirection = TextDirection.isRightToLeft(text) ?? false
    return .text(
      TextBlock(
        text, style: style, color: color, frame: frame,
        alignment: ownDirection == isMirrored ? .leading : .trailing))
  }
}
