import Foundation
import UpliftCore

/// Lanes and lines, from top to bottom.
extension JourneyComposer {
  static let minimumRowHeight = 44.0

  private enum Row {
    case lane(Lane)
    case line(BlueprintLine)

    var order: (Rank, Int, UUID) {
      switch self {
      case .lane(let lane): (lane.rank, 1, lane.id)
      case .line(let line): (line.rank, 0, line.id)
      }
    }
  }

  /// Returns the height of the whole.
  mutating func addRows() -> Double {
    let shown = contents.shownLanes.filter(shows)
    let lines = contents.lines.filter(shows)
    var y = headerHeight
    let rows = (shown.map(Row.lane) + lines.map(Row.line)).sorted { $0.order < $1.order }
    for row in rows {
      if let end = options.rowsUntil, y > end { break }
      switch row {
      case .lane(let lane):
        let start = y
        if options.rowsUntil != nil { prepareTexts(of: [lane]) }
        y = addLane(lane, y: y)
        if lane.isPinned { pinnedRows.append(start...y) }
      case .line(let line): y = addLine(line, y: y)
      }
    }
    return y
  }

  /// A map that is shown for the first time has all its texts measured at once.
  func prepareTexts(of lanes: [Lane]) {
    let kinds = Dictionary(
      lanes.filter { !$0.isCollapsed }.map { ($0.id, $0.laneKind) },
      uniquingKeysWith: { first, _ in first })
    let width = cardWidth(span: 1)
    measuring.prepare(
      contents.cards.values.compactMap { card in
        guard card.span <= 1, !card.text.isEmpty, let kind = kinds[card.laneID],
          showsCards(ofStep: card.stepID, lane: card.laneID)
        else { return nil }
        return cardContent.text(of: card, kind: card.cardKind ?? kind, width: width)
      })
  }

  private func cardWidth(span: Int) -> Double {
    Double(span) * columnWidth - 2 * Self.cellPadding - 1
  }

  // MARK: Lanes

  /// Returns where the next row begins.
  private mutating func addLane(_ lane: Lane, y start: Double) -> Double {
    // Alone, it is what one wants to see.
    if lane.isCollapsed, options.part?.lanes == nil { return addCollapsedLane(lane, y: start) }
    let hasCurve = lane.laneKind == .emotion
    let title = JourneyWords.title(of: lane)
    let header = laneHeader(lane, title: title, height: nil)
    let departments = lane.laneKind == .departments ? departmentsContents : [:]
    // What stands above the cards, if there are any.
    let curveHeight =
      hasCurve ? curveHeight(of: lane) : departments.values.map(\.height).max() ?? 0
    let least = max(header.height, curveHeight, Self.minimumRowHeight, lane.height ?? 0)
      .rounded(.up)
    var y = start
    // Where nothing has to keep off a page's end, the cards stand the same wherever the lane does.
    var placed = cache.placedLane(
      lane, title: title, cards: contents.cardState(of: lane.id)
    ) { placeCards(of: lane, title: title, top: 0, breaks: false) }
    var offset = y + curveHeight
    let whole = max(least, placed.bottom + curveHeight).rounded(.up)
    let isLong = whole > pages.capacity
    if isLong || !pages.fits(whole, at: y) {
      // A lane that fits on a page stays whole; a longer one begins where its header fits.
      if !isLong || !pages.fits(max(least, pages.capacity / 4), at: y) { y = pages.next(after: y) }
      offset = y + curveHeight
      if isLong {
        placed = placeCards(of: lane, title: title, top: offset, breaks: true)
        placed.bottom -= offset
        offset = 0
      }
    }
    let height = max(least, placed.bottom + curveHeight).rounded(.up)

    items.append(
      SceneItem(
        subject: .record(lane.reference), role: .laneHeader, band: .rowHeader,
        frame: Rect(0, y, options.rowHeaderWidth, height),
        content: laneHeader(lane, title: title, height: height).content, isWhole: false,
        label: .text(spokenTitle(of: lane))))
    let look: CellLook =
      hasCurve
      ? .curve(curveHeight, of: Set(curves(of: lane).map(\.id)))
      : lane.laneKind == .departments ? .departments(departments) : .plain
    if case .plain = look {
      addPlainCells(of: placed, y: y, height: height)
    } else {
      addCells(placed.cells, y: y, height: height, look)
    }
    if hasCurve {
      addEmotions(of: lane, laneTitle: title, band: CurveBand(y: y, height: curveHeight))
    }
    append(placed.cards, movedDown: offset)
    return y + height
  }

  private mutating func append(_ others: [SceneItem], movedDown offset: Double) {
    let start = items.count
    items.append(contentsOf: others)
    for index in start..<items.count { items[index].frame.y += offset }
  }

  /// Cards in reading order; one that spans several steps pushes down what stands in any of them.
  private func placeCards(
    of lane: Lane, title: String, top: Double, breaks: Bool
  ) -> PlacedLane {
    let padding = Self.cellPadding
    var cards: [SceneItem] = []
    var cells: [PlacedLane.PlacedCell] = []
    cells.reserveCapacity(columns.count)
    var bottoms = [Double](repeating: top + padding, count: columns.count)
    /// - Parameter end: the column after the last one that it covers.
    func place(_ card: Card, from index: Int, to end: Int, label: ItemLabel) {
      let width = cardWidth(span: end - index)
      let kind = card.cardKind ?? lane.laneKind
      var look = CardLook(of: card, in: contents, backed: backedCards)
      look.image = image(of: card, in: lane)
      let entry = cache.entry(for: card, kind: kind, look: look, width: width) {
        cardContent.make(card, kind: kind, look: look, width: width)
      }
      var y = bottoms[index]
      for column in index + 1..<max(end, index + 1) { y = max(y, bottoms[column]) }
      if breaks, !pages.fits(entry.height + padding + 1, at: y) {
        y = pages.next(after: y) + padding
      }
      for column in index..<end { bottoms[column] = y + entry.height + padding }
      cards.append(
        SceneItem(
          subject: .record(EntityReference(.card, card.id)), role: .card,
          frame: Rect(columns[index].x + padding, y, width, entry.height),
          content: entry.content, label: label))
    }
    if !columns.isEmpty {
      for arrival in arrivals(in: lane, title: title) {
        place(arrival.card, from: 0, to: min(arrival.span, columns.count), label: arrival.label)
      }
    }
    for index in columns.indices {
      guard let step = columns[index].step else { continue }
      let cell = Cell(laneID: lane.id, stepID: step.id)
      let ids = (contents.cells[cell] ?? []).filter(showsCard)
      let words = PlaceLabel(lane: title, step: step.title)
      cells.append(PlacedLane.PlacedCell(cell: cell, column: index, place: words, count: ids.count))
      for (position, id) in ids.enumerated() {
        guard let card = contents.cards[id] else { continue }
        let end = end(of: card, from: index)
        let last = end > index + 1 ? columns[..<end].last { $0.step != nil }?.step?.title : nil
        place(
          card, from: index, to: end,
          label: .card(words, last: last, position: position + 1, count: ids.count))
      }
    }
    guard !cards.isEmpty else { return PlacedLane(cells: cells, bottom: top) }
    return PlacedLane(cards: cards, cells: cells, bottom: (bottoms.max() ?? top) + 1)
  }

  /// The column after the last one that a card covers. One that would reach past the last step
  /// ends there; it goes on over columns that are left free.
  private func end(of card: Card, from index: Int) -> Int {
    var end = index + min(max(1, card.span), columns.count - index)
    guard !options.gaps.isEmpty else { return end }
    var missing = max(1, card.span) - columns[index..<end].count { $0.step != nil }
    while missing > 0, end < columns.count {
      if columns[end].step != nil { missing -= 1 }
      end += 1
    }
    // Not over those behind its last step.
    while end > index + 1, columns[end - 1].step == nil { end -= 1 }
    return end
  }

  /// Lanes of images are a storyboard: their pictures carry the numbers of the steps.
  private func image(of card: Card, in lane: Lane) -> CardImage? {
    guard card.pictureID != nil, let picture = contents.picture(of: card) else { return nil }
    let number = (contents.steps.firstIndex { $0.id == card.stepID } ?? 0) + 1
    return CardImage(
      image: ImageData(picture), number: lane.laneKind == .images ? number : nil)
  }

  /// Cells that show nothing but their cards are those of the scene before, as long as the lane is
  /// as high.
  private mutating func addPlainCells(of placed: PlacedLane, y: Double, height: Double) {
    let drawn = placed.drawnCells
    if drawn.height != height {
      let start = items.count
      addCells(placed.cells, y: 0, height: height, .plain)
      drawn.height = height
      drawn.items = Array(items[start...])
      items.removeSubrange(start...)
    } else {
      // What they share is still in use.
      _ = cellContent(Size(columnWidth, height), .plain, nil)
    }
    append(drawn.items, movedDown: y)
  }

  mutating func addCells(
    _ cells: [PlacedLane.PlacedCell], y: Double, height: Double, _ look: CellLook
  ) {
    let size = Size(columnWidth, height)
    let empty = cellContent(size, look, nil)
    for cell in cells {
      let inside = inside(of: cell, look)
      items.append(
        SceneItem(
          subject: .cell(cell.cell), role: .cell,
          frame: Rect(columns[cell.column].x, y, size.width, height),
          content: inside?.content.map { cellContent(size, look, $0) } ?? empty, isWhole: false,
          label: inside?.label ?? cell.label))
    }
    // A stage without steps, or a map without stages, has rows too.
    for column in columns where column.step == nil {
      items.append(
        SceneItem(
          frame: Rect(column.x, y, size.width, height), content: empty, isWhole: false))
    }
    if columns.isEmpty {
      items.append(
        SceneItem(
          frame: Rect(options.rowHeaderWidth, y, size.width, height), content: empty,
          isWhole: false))
    }
  }

  func laneHeader(
    _ lane: Lane, title: String, height: Double?
  ) -> LayoutCache.SizedContent {
    let legend = lane.laneKind == .emotion && !lane.isCollapsed ? emotionLegend(of: lane) : []
    let subtitle = headerSubtitle(of: lane)
    let hasFaces = showsFaces(lane)
    let key = LayoutCache.Key(
      part: height == nil ? "lane.natural" : "lane",
      texts: [title, subtitle] + legend.map(\.name),
      numbers: [
        height ?? 0, options.rowHeaderWidth, hasFaces ? 1 : 0, lane.isPinned ? 1 : 0,
        lane.isCollapsed ? 1 : 0,
      ] + legend.flatMap(\.numbers),
      colours: [Theme.swatch(for: lane.laneKind)] + kindTag(lane.laneKind))
    return cache.content(for: key) {
      var primitives: [Primitive] = []
      let frame = rowHeaderTextFrame
      let markGap = KindMark.side + 6 + (lane.isPinned ? 11 : 0)
      let margin = lane.isCollapsed ? 5.0 : 9
      var y = margin
      func add(_ text: String, _ style: TextStyle, _ color: Color, _ left: Double, _ right: Double)
      {
        guard !text.isEmpty else { return }
        let width = frame.width - left - right
        let size = measuring.size(of: text, style: style, width: width)
        primitives.append(
          headerText(
            text, style: style, color: color,
            frame: mirrored(
              Rect(frame.x + left, y, width, size.height), in: options.rowHeaderWidth)))
        y += size.height.rounded(.up)
      }
      add(title, theme.type.laneTitle, theme.text, 0, markGap)
      add(subtitle, theme.type.laneSubtitle, theme.secondaryText, 0, 0)
      if hasFaces {
        primitives += scaleFaces(in: Rect(frame.x, y + 4, frame.width, FaceMark.side))
        y += FaceMark.side + 6
      }
      for entry in legend {
        y += 4
        let middle = y + 7
        primitives += legendSample(
          entry, from: Point(frame.x, middle), to: Point(frame.x + 18, middle))
        add(entry.name, theme.type.laneSubtitle, theme.secondaryText, 24, 0)
      }
      y += margin
      let size = Size(options.rowHeaderWidth, height ?? y)
      let mark = mirrored(
        Rect(
          frame.x + frame.width - KindMark.side, margin + 3.5, KindMark.side, KindMark.side),
        in: size.width)
      if lane.isPinned {
        let pin = mirrored(
          Rect(frame.x + frame.width - KindMark.side - 11, margin + 3, 7, 10), in: size.width)
        primitives += pinMark(at: pin.origin)
      }
      primitives += KindMark.primitives(
        for: lane.laneKind, at: mark.origin,
        color: theme.card(Theme.swatch(for: lane.laneKind)).strong, isMirrored: isMirrored)
      primitives = cellLines(size, row: theme.strongLine, fill: theme.headerSurface) + primitives
      return LayoutCache.SizedContent(
        content: ItemContent(primitives, spoken: title), height: size.height)
    }
  }

  /// Makes the keys of two kinds with one colour differ: their marks do.
  private func kindTag(_ kind: Lane.Kind) -> [Swatch] {
    let position = Lane.Kind.allCases.firstIndex(of: kind) ?? 0
    return [Swatch](repeating: .slate, count: position)
  }

  // MARK: Lines

  private mutating func addLine(_ line: BlueprintLine, y start: Double) -> Double {
    let text = JourneyWords.name(of: line.line)
    let shown = text.uppercased()
    let frame = rowHeaderTextFrame
    let textHeight = measuring.size(
      of: shown, style: theme.type.lineLabel, width: frame.width
    ).height
    let height = (textHeight + 8).rounded(.up)
    // Never alone at the foot of a page.
    let y = pages.fits(height + Self.minimumRowHeight, at: start) ? start : pages.next(after: start)
    let bodyWidth = width - options.rowHeaderWidth
    func dashes(_ width: Double) -> Primitive {
      .stroke(
        .path([.move(Point(0, height - 0.5)), .line(Point(width, height - 0.5))]),
        theme.secondaryText, width: 1, dash: [3, 2])
    }
    let label = LayoutCache.Key(
      part: "line", texts: [shown], numbers: [height, options.rowHeaderWidth])
    let header = cache.content(for: label) {
      let text = headerText(
        shown, style: theme.type.lineLabel, color: theme.secondaryText,
        frame: mirrored(Rect(frame.x, 4, frame.width, textHeight), in: options.rowHeaderWidth))
      let paper = Primitive.fill(
        .rectangle(Rect(0, 0, options.rowHeaderWidth, height)), theme.surface)
      return LayoutCache.SizedContent(
        content: ItemContent([paper, text, dashes(options.rowHeaderWidth)]), height: height)
    }
    items.append(
      SceneItem(
        subject: .record(line.reference), role: .lineLabel, band: .rowHeader,
        frame: Rect(0, y, options.rowHeaderWidth, height), content: header.content,
        label: .text(spokenTitle(of: line))))
    let body = cache.content(for: .init(part: "line.body", numbers: [height, bodyWidth])) {
      LayoutCache.SizedContent(content: ItemContent([dashes(bodyWidth)]), height: height)
    }
    items.append(
      SceneItem(
        frame: Rect(options.rowHeaderWidth, y, bodyWidth, height), content: body.content,
        isWhole: false))
    return y + height
  }
}
