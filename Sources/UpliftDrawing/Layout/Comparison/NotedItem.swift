import UpliftCore

/// Draws a part of a map with its note: its text, the note's lines in smaller type below it, and
/// an outline that is another for each sort; what is gone is pale and struck through.
struct NotedItem {
  private static let outlineWidth = 2.0

  let measuring: any TextMeasuring
  let theme: Theme

  func draw(_ item: SceneItem, _ title: NotedTitles.Title) -> SceneItem {
    var item = item
    let note = title.note
    var primitives: [Primitive] = []
    for primitive in item.content.primitives {
      switch primitive {
      case .text(let block) where block.text == title.whole:
        primitives += texts(of: title, in: block, isOnColour: item.role == .stageHeader)
      // White on a pale chevron could not be read.
      default:
        primitives.append(
          note.isGhost && item.role != .stageHeader ? pale(primitive) : primitive)
      }
    }
    if item.role == .lineLabel { primitives.append(lineMark(item, note)) }
    primitives.append(outline(of: item, note))
    let said = note.lines.map(\.text).joined(separator: ", ")
    let spoken = [
      item.content.spoken.replacing(title.whole, with: title.own), said,
    ].filter { !$0.isEmpty }.joined(separator: ", ")
    item.content = ItemContent(primitives, spoken: spoken, link: item.content.link)
    if let label = item.spokenLabel.whole {
      item.spokenLabel = .text(
        [label.replacing(title.whole, with: title.own), said].filter { !$0.isEmpty }
          .joined(separator: ", "))
    }
    return item
  }

  /// The block's own text and the lines below it, one below the other.
  private func texts(
    of title: NotedTitles.Title, in block: TextBlock, isOnColour: Bool
  ) -> [Primitive] {
    var result: [Primitive] = []
    var y = block.frame.y
    func add(_ text: String, _ style: TextStyle, _ color: Color) {
      let height = measuring.size(of: text, style: style, width: block.frame.width).height
      result.append(
        .text(
          TextBlock(
            text, style: style, color: color,
            frame: Rect(block.frame.x, y, block.frame.width, height), alignment: block.alignment)))
      y += height
    }
    for (index, row) in title.rows(block.style).enumerated() {
      let isOwn = index == 0 && !title.own.isEmpty
      let color =
        isOwn
        ? title.note.isGhost && !isOnColour ? theme.secondaryText : block.color
        : isOnColour
          ? block.color : row.style.isStruckThrough ? theme.secondaryText : theme.text
      add(row.text, row.style, color)
    }
    return result
  }

  private func outline(of item: SceneItem, _ note: ComparisonNote) -> Primitive {
    let width = Self.outlineWidth
    let frame = Rect(0, 0, item.frame.width, item.frame.height).inset(width / 2, width / 2)
    let shape: Shape =
      item.role == .card
      ? .roundedRectangle(frame, radius: 6)
      : item.outline(inset: width / 2) ?? .rectangle(frame)
    return .stroke(
      shape, theme.card(note.outline).strong, width: width, dash: dash(of: note.sorts.first))
  }

  /// Each sort has a line of its own, so that it is told without its colour.
  private func dash(of sort: Difference.Sort?) -> [Double] {
    switch sort {
    case .added, nil: []
    case .removed: [4, 3]
    case .moved: [10, 3]
    case .reworded: [2, 2]
    case .changed, .emotion: [8, 3, 2, 3]
    }
  }

  private func lineMark(_ item: SceneItem, _ note: ComparisonNote) -> Primitive {
    let style = TextStyle(size: theme.type.lineLabel.size, weight: .bold)
    let text = note.lines.first.map { String($0.text.prefix(1)) } ?? ""
    let height = measuring.size(of: text, style: style, width: 12).height
    return .text(
      TextBlock(
        text, style: style, color: theme.text,
        frame: Rect(4, (item.frame.height - height) / 2, 12, height)))
  }

  private func pale(_ primitive: Primitive) -> Primitive {
    switch primitive {
    case .fill(let shape, let color):
      return .fill(shape, color.with(alpha: color.alpha * 0.35))
    case .stroke(let shape, let color, let width, let dash):
      return .stroke(shape, color.with(alpha: color.alpha * 0.35), width: width, dash: dash)
    case .text(var block):
      block.color = theme.secondaryText
      return .text(block)
    case .image: return primitive
    }
  }
}
