import Foundation
import UpliftCore

/// What the cells of a lane show besides its cards, and lanes that show nothing else.
extension JourneyComposer {
  enum CellLook {
    case plain
    /// With curves of this height, of these people.
    case curve(Double, of: Set<UUID?>)
    /// Who stands behind each step.
    case departments([UUID: LayoutCache.SizedContent])
    /// How many cards there are.
    case summary
  }

  /// By step.
  var departmentsContents: [UUID: LayoutCache.SizedContent] {
    let drawing = DepartmentsContent(measuring: measuring, theme: theme, isMirrored: isMirrored)
    var result: [UUID: LayoutCache.SizedContent] = [:]
    for column in columns {
      guard let step = column.step else { continue }
      let names = contents.departments(behind: step.id).map(\.name)
      let key = LayoutCache.Key(part: "departments", texts: names, numbers: [columnWidth])
      result[step.id] = cache.content(for: key) { drawing.make(names, width: columnWidth) }
    }
    return result
  }

  /// What a cell shows by itself, and what it says then.
  func inside(
    of cell: PlacedLane.PlacedCell, _ look: CellLook
  ) -> (content: ItemContent?, label: ItemLabel)? {
    switch look {
    case .plain: return nil
    case .curve(_, let shown): return (nil, emotionCell(cell, shown))
    case .summary:
      guard cell.count > 0 else { return nil }
      return (summaryContent(cell.count).content, .cell(cell.place, count: cell.count))
    case .departments(let contents):
      guard let content = contents[cell.cell.stepID]?.content else { return nil }
      let names = self.contents.departments(behind: cell.cell.stepID).map(\.name)
      return (
        content, .cellText(cell.place, names.isEmpty ? tr("no department") : listed(names))
      )
    }
  }

  /// The lines of a cell with what stands in it.
  func cellContent(_ size: Size, _ look: CellLook, _ inside: ItemContent?) -> ItemContent {
    var curveHeight = 0.0
    if case .curve(let height, _) = look { curveHeight = height }
    let key = LayoutCache.Key(
      part: "cell", texts: inside?.texts ?? [],
      numbers: [size.width, size.height, curveHeight, inside == nil ? 0 : 1])
    return cache.content(for: key) {
      let lines =
        curveHeight > 0
        ? emotionLines(size, curveHeight: curveHeight)
        : cellLines(size, row: theme.strongLine, fill: nil)
      return LayoutCache.SizedContent(
        content: ItemContent(lines + (inside?.primitives ?? [])), height: size.height)
    }.content
  }

  // MARK: Collapsed lanes

  /// Returns where the next row begins.
  mutating func addCollapsedLane(_ lane: Lane, y start: Double) -> Double {
    let title = JourneyWords.title(of: lane)
    let cells = columns.enumerated().compactMap { index, column -> PlacedLane.PlacedCell? in
      guard let step = column.step else { return nil }
      let cell = Cell(laneID: lane.id, stepID: step.id)
      return PlacedLane.PlacedCell(
        cell: cell, column: index, place: PlaceLabel(lane: title, step: step.title),
        count: contents.cells[cell]?.count ?? 0)
    }
    let highest = Set(cells.map(\.count)).filter { $0 > 0 }.map { summaryContent($0).height }.max()
    let height = max(laneHeader(lane, title: title, height: nil).height, highest ?? 0)
      .rounded(.up)
    let y = pages.fits(height, at: start) ? start : pages.next(after: start)
    items.append(
      SceneItem(
        subject: .record(lane.reference), role: .laneHeader, band: .rowHeader,
        frame: Rect(0, y, options.rowHeaderWidth, height),
        content: laneHeader(lane, title: title, height: height).content, isWhole: false,
        label: .text(spokenTitle(of: lane))))
    addCells(cells, y: y, height: height, .summary)
    return y + height
  }

  private func summaryContent(_ count: Int) -> LayoutCache.SizedContent {
    let text = ntr("{count} card", "{count} cards", count)
    let key = LayoutCache.Key(part: "summary", texts: [text], numbers: [columnWidth])
    return cache.content(for: key) {
      let style = theme.type.evidence
      let room = columnWidth - 1 - 2 * Self.cellPadding
      let height = measuring.size(of: text, style: style, width: room).height
      let frame = mirrored(Rect(Self.cellPadding, 6, room, height), in: columnWidth)
      return LayoutCache.SizedContent(
        content: ItemContent([
          .text(
            TextBlock(
              text, style: style, color: theme.secondaryText, frame: frame, alignment: .centre))
        ]), height: height + 13)
    }
  }

  // MARK: Marks

  /// A pin, 7 points wide and 10 high.
  func pinMark(at origin: Point) -> [Primitive] {
    let pen = MarkPen(origin: origin, color: theme.secondaryText)
    return [
      pen.solid(1.5, 0, 4, 1.2), pen.solid(2.2, 1.2, 2.6, 3), pen.solid(0.4, 4.2, 6.2, 1.4),
      pen.solid(3, 5.6, 1, 4.4),
    ]
  }
}
