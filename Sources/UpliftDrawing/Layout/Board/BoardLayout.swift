import Foundation
import UpliftCore

/// Lays out a board.
public enum BoardLayout {
  /// Measures in points at 100 %.
  public struct Options: Hashable, Sendable {
    public var columnWidth = 206.0
    /// A place under each column to add a note at. Exports leave it out.
    public var showsAdditions = true
    /// As in `JourneyLayout.Options`.
    public var pageHeight: Double?
    /// The only column that is shown; nil: all of them.
    public var columnID: UUID?

    public init() {}
  }

  /// The picture of a board. The same values give the same picture.
  ///
  /// - Parameter cache: kept from scene to scene by who shows the same board again after a change.
  public static func scene(
    for contents: BoardContents, measuring: any TextMeasuring, theme: Theme,
    options: Options = Options(), cache: LayoutCache = LayoutCache()
  ) -> Scene {
    var composer = BoardComposer(
      contents: contents, measuring: measuring, theme: theme, options: options, cache: cache)
    return composer.compose()
  }
}

/// Puts a board's scene together, column by column; a mirrored one is flipped at the end.
struct BoardComposer {
  private static let margin = 14.0
  private static let columnGap = 11.0
  private static let entryGap = 9.0
  private static let leastHeaderHeight = 42.0
  private static let clusterPadding = 8.0
  private static let additionHeight = 40.0
  /// Clusters up to this height are never cut by a page's end.
  private static let wholeCluster = 400.0

  let contents: BoardContents
  let measuring: any TextMeasuring
  let theme: Theme
  let options: BoardLayout.Options
  let cache: LayoutCache
  let isMirrored: Bool
  let noteContent: NoteContent
  private let colours: NoteColours
  private let authors: [UUID: Member]
  let width: Double
  /// With their places among all of the board.
  private let columns: [(index: Int, column: BoardColumn)]
  var items: [SceneItem] = []
  var headerHeight = 0.0
  private var pages: PageRuler {
    PageRuler(start: headerHeight, pageHeight: options.pageHeight)
  }

  init(
    contents: BoardContents, measuring: any TextMeasuring, theme: Theme,
    options: BoardLayout.Options, cache: LayoutCache
  ) {
    // No picture of any kind shows what was written in private.
    self.contents = contents.veiled
    self.measuring = measuring
    self.theme = theme
    self.options = options
    self.cache = cache
    isMirrored = TextDirection.beginsAtTheRight(
      contents.columns.map(\.title) + [contents.board.title])
    colours = NoteColours(contents)
    authors = Dictionary(
      contents.members.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    noteContent = NoteContent(measuring: measuring, theme: theme, isMirrored: isMirrored)
    columns = contents.columns.enumerated().map { (index: $0.offset, column: $0.element) }
      .filter { options.columnID == nil || options.columnID == $0.column.id }
    let count = Double(max(1, columns.count))
    width = 2 * Self.margin + count * options.columnWidth + (count - 1) * Self.columnGap
    cache.begin(theme: theme, isMirrored: isMirrored, cardCount: contents.notes.count)
  }

  mutating func compose() -> Scene {
    items.reserveCapacity(contents.notes.count + contents.clusters.count * 2 + 32)
    let headers = columns.map { columnHeader($0.column, height: nil).height }
    headerHeight = headers.reduce(Self.leastHeaderHeight, max)
    items.append(
      SceneItem(
        band: .columnHeader, frame: Rect(0, 0, width, headerHeight), content: band, isWhole: false))
    var bottom = headerHeight + Self.additionHeight
    for (place, (index, column)) in columns.enumerated() {
      let x = Self.margin + Double(place) * (options.columnWidth + Self.columnGap)
      items.append(
        SceneItem(
          subject: .record(column.reference), role: .columnHeader, band: .columnHeader,
          frame: Rect(x, 0, options.columnWidth, headerHeight),
          content: columnHeader(column, height: headerHeight).content,
          label: .text(spokenTitle(of: column, at: index))))
      bottom = max(bottom, addColumn(column, index: index, x: x))
    }
    if isMirrored {
      for index in items.indices { items[index].frame.x = width - items[index].frame.maxX }
    }
    return Scene(
      title: contents.board.title, subtitle: subtitle,
      size: Size(width, bottom + Self.margin), header: Size(0, headerHeight), items: items,
      background: theme.canvas, isMirrored: isMirrored)
  }

  /// "What we see, column 1 of 4, 3 notes".
  private func spokenTitle(of column: BoardColumn, at index: Int) -> String {
    ntr(
      "{title}, column {position} of {columns}, {count} note",
      "{title}, column {position} of {columns}, {count} notes", contents.noteCount(of: column.id),
      [
        "title": column.title.isEmpty ? tr("Without a title") : column.title,
        "position": index + 1, "columns": contents.columns.count,
      ])
  }

  private var subtitle: String {
    [contents.group?.title ?? "", contents.meeting?.title ?? ""].filter { !$0.isEmpty }
      .joined(separator: " · ")
  }

  // MARK: Headers

  private var band: ItemContent {
    cache.content(for: .init(part: "board.band", numbers: [width, headerHeight])) {
      let frame = Rect(0, 0, width, headerHeight)
      return LayoutCache.SizedContent(
        content: ItemContent([.fill(.rectangle(frame), theme.canvas)]), height: headerHeight)
    }.content
  }

  private func columnHeader(_ column: BoardColumn, height: Double?) -> LayoutCache.SizedContent {
    let count = String(contents.noteCount(of: column.id))
    let width = options.columnWidth
    let key = LayoutCache.Key(
      part: "board.header", texts: [column.title, count], numbers: [width, height ?? 0])
    return cache.content(for: key) {
      let countStyle = theme.type.columnCount
      let countWidth = measuring.naturalWidth(of: count, style: countStyle).rounded(.up) + 1
      let titleWidth = width - 10 - 4 - countWidth - 8
      let titleHeight = measuring.size(
        of: column.title, style: theme.type.columnTitle, width: titleWidth
      ).height
      let countHeight = measuring.size(of: count, style: countStyle, width: countWidth).height
      let natural = (titleHeight + 24).rounded(.up)
      let height = height ?? natural
      let lineHeight = measuring.size(
        of: "X", style: theme.type.columnTitle, width: titleWidth
      ).height
      let bottom = height - 10
      var primitives: [Primitive] = []
      if !column.title.isEmpty {
        primitives.append(
          .text(
            TextBlock(
              column.title, style: theme.type.columnTitle, color: theme.text,
              frame: mirrored(Rect(4, bottom - titleHeight, titleWidth, titleHeight)),
              alignment: leading(column.title))))
      }
      primitives.append(
        .text(
          TextBlock(
            count, style: countStyle, color: theme.secondaryText,
            frame: mirrored(
              Rect(
                width - 6 - countWidth, bottom - (lineHeight + countHeight) / 2, countWidth,
                countHeight)), alignment: .centre)))
      return LayoutCache.SizedContent(
        content: ItemContent(primitives, spoken: column.title), height: height)
    }
  }

  private func mirrored(_ frame: Rect) -> Rect {
    isMirrored
      ? Rect(options.columnWidth - frame.maxX, frame.y, frame.width, frame.height) : frame
  }

  private func leading(_ text: String) -> TextAlignment {
    (TextDirection.isRightToLeft(text) ?? false) == isMirrored ? .leading : .trailing
  }

  // MARK: Entries

  /// Returns the column's lower edge.
  private mutating func addColumn(_ column: BoardColumn, index: Int, x: Double) -> Double {
    let swatch = column.colour ?? Theme.columnSwatch(at: index)
    let entries = contents.entries[column.id] ?? []
    var y = headerHeight + 2
    for (position, entry) in entries.enumerated() {
      let label = ItemLabel.note(
        column: column.title, position: position + 1, count: entries.count)
      switch entry {
      case .note(let id):
        guard let note = contents.notes[id] else { continue }
        y = addNote(note, swatch: swatch, x: x, y: y, width: options.columnWidth, label: label)
      case .cluster(let id):
        guard let cluster = contents.clusters[id] else { continue }
        y = addCluster(cluster, swatch: swatch, x: x, y: y, label: label)
      }
      y += Self.entryGap
    }
    if options.showsAdditions { y = addAddition(column, isFirst: entries.isEmpty, x: x, y: y) }
    return y
  }

  private mutating func addNote(
    _ note: Note, swatch: Swatch, x: Double, y start: Double, width: Double, label: ItemLabel
  ) -> Double {
    let connected = connected(note.id)
    let made = madeNote(note, connected, swatch: swatch, width: width)
    let y = pages.fits(made.height, at: start) ? start : pages.next(after: start) + 2
    items.append(
      SceneItem(
        subject: .record(note.reference), role: .note, frame: Rect(x, y, width, made.height),
        content: made.content, label: label))
    addMarks(connected, made.marks, from: note.reference, at: Point(x, y), width: width)
    return y + made.height
  }

  // MARK: Connections

  private struct Connected {
    var steps: [(EntityReference, String)] = []
    var outcomes: [(EntityReference, String)] = []
  }

  private func connected(_ id: UUID) -> Connected {
    guard contents.hasConnections else { return Connected() }
    return Connected(
      steps: contents.steps(of: id).map { connection in
        if case .step(let title) = connection.thing { return (connection.other, title) }
        return (connection.other, "")
      },
      outcomes: contents.outcomes(of: id).compactMap { connection in
        BoardWords.outcome(connection.thing)
          .map { (connection.other, (isMirrored ? "← " : "→ ") + $0) }
      })
  }

  /// Places over a note or cluster that lead to what it is connected with.
  private mutating func addMarks(
    _ connected: Connected, _ frames: [Rect], from reference: EntityReference, at origin: Point,
    width: Double
  ) {
    for ((other, title), frame) in zip(connected.steps + connected.outcomes, frames) {
      var place = frame.offset(by: origin)
      // The whole scene is flipped at the end; what a note draws is flipped in it already.
      if isMirrored { place.x = origin.x + width - frame.maxX }
      items.append(
        SceneItem(
          subject: .connection(from: reference, to: other), role: .mark, frame: place,
          content: ItemContent([]), isWhole: false,
          label: .text(tr("Go to “{title}”", ["title": title]))))
    }
  }

  private func madeNote(
    _ note: Note, _ connected: Connected, swatch: Swatch, width: Double
  ) -> LayoutCache.SizedContent {
    let author = note.authorID.flatMap { authors[$0] }
    let look = LayoutCache.NoteLook(
      text: note.text,
      detail: [author?.initials ?? "", note.theme].filter { !$0.isEmpty }.joined(separator: " · "),
      votes: contents.votes(for: note.id), swatch: colours.swatch(of: note, column: swatch),
      width: width, isHidden: note.isPrivate, steps: connected.steps.map(\.1),
      outcomes: connected.outcomes.map(\.1))
    return cache.note(note.id, look: look) {
      noteContent.make(look, author: author?.name, theme: note.theme)
    }
  }

  private mutating func addCluster(
    _ cluster: Cluster, swatch: Swatch, x: Double, y start: Double, label: ItemLabel
  ) -> Double {
    let padding = Self.clusterPadding
    let notes = (contents.clusterNotes[cluster.id] ?? []).compactMap { contents.notes[$0] }
    let noteWidth = options.columnWidth - 2 * padding
    let votes = contents.votes(for: cluster.id)
    let connected = connected(cluster.id)
    let head = noteContent.clusterHead(
      cluster.title, votes: votes, width: options.columnWidth, padding: padding,
      steps: connected.steps.map(\.1), outcomes: connected.outcomes.map(\.1))
    let heights = notes.map {
      madeNote($0, self.connected($0.id), swatch: swatch, width: noteWidth).height
    }
    let natural = head.height + heights.reduce(0) { $0 + $1 + Self.entryGap } + padding
    let isLong = natural > pages.capacity
    let least = isLong ? head.height + (heights.first ?? 0) + padding : natural
    let y = pages.fits(least, at: start) ? start : pages.next(after: start) + 2
    let place = items.count
    var bottom = y + head.height
    for (position, note) in notes.enumerated() {
      bottom = addNote(
        note, swatch: swatch, x: x + padding, y: bottom, width: noteWidth,
        label: .note(column: cluster.title, position: position + 1, count: notes.count))
      bottom += Self.entryGap
    }
    bottom += notes.isEmpty ? 4 : padding - Self.entryGap
    let height = bottom - y
    let key = LayoutCache.Key(
      part: "cluster",
      texts: [cluster.title] + connected.steps.map(\.1) + ["became"]
        + connected.outcomes.map(\.1),
      numbers: [options.columnWidth, height, Double(votes), Double(notes.count)])
    let content = cache.content(for: key) {
      LayoutCache.SizedContent(
        content: noteContent.cluster(
          head, title: cluster.title, votes: votes, count: notes.count,
          size: Size(options.columnWidth, height), steps: connected.steps.map(\.1),
          outcomes: connected.outcomes.map(\.1)), height: height)
    }.content
    let frame = Rect(x, y, options.columnWidth, height)
    items.insert(
      SceneItem(
        subject: .record(cluster.reference), role: .cluster, frame: frame, content: content,
        isWhole: height <= Self.wholeCluster, label: label), at: place)
    addMarks(
      connected, head.connections.marks, from: cluster.reference, at: frame.origin,
      width: frame.width)
    // Keeps the title with the first note when the frame itself may be cut.
    if height > Self.wholeCluster {
      items.insert(
        SceneItem(
          frame: Rect(x, y, options.columnWidth, head.height + (heights.first ?? 0)),
          content: ItemContent([])), at: place)
    }
    return bottom
  }

  private mutating func addAddition(
    _ column: BoardColumn, isFirst: Bool, x: Double, y: Double
  ) -> Double {
    let size = Size(options.columnWidth, Self.additionHeight)
    let key = LayoutCache.Key(part: "addition", numbers: [size.width, isFirst ? 1 : 0])
    let content = cache.content(for: key) {
      LayoutCache.SizedContent(
        content: noteContent.addition(size, isProminent: isFirst), height: size.height)
    }.content
    items.append(
      SceneItem(
        subject: .addition(column.reference), role: .button,
        frame: Rect(x, y, size.width, size.height), content: content,
        label: .text(tr("Add a note to {column}", ["column": column.title]))))
    return y + size.height
  }
}
