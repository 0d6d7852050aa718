import CPango
import UpliftCore

/// An item of which a sheet shows a part: its ground is cut by the sheet's edge; its texts, marks
/// and pictures stand together in that part, smaller when there is no room.
struct CutItem {
  /// Points around them, at the most.
  private static let padding = 6.0

  private let item: SceneItem
  private let isMirrored: Bool
  private let measuring: any TextMeasuring
  /// As large as the item, or nearly.
  private let ground: [Primitive]
  private let rest: [Primitive]
  /// Of the rest, relative to the item.
  private let bounds: Rect

  init(_ item: SceneItem, isMirrored: Bool, measuring: any TextMeasuring) {
    self.item = item
    self.isMirrored = isMirrored
    self.measuring = measuring
    let frame = item.frame
    var ground: [Primitive] = []
    var rest: [Primitive] = []
    var bounds: Rect?
    for primitive in item.content.primitives {
      let own = primitive.bounds(measuring)
      let isGround =
        own.map { $0.width > frame.width - 4 || $0.height > frame.height - 4 } ?? true
      // A mark at the far end of a card over many steps stays there.
      let isFar =
        own.map {
          isMirrored
            ? $0.maxX < frame.width - CardContent.longestLine - 24
            : $0.minX > CardContent.longestLine + 24
        } ?? false
      if primitive.isShape, isGround || isFar {
        ground.append(primitive)
      } else {
        rest.append(primitive)
        if let own { bounds = bounds?.union(own) ?? own }
      }
    }
    self.ground = ground
    self.rest = rest
    self.bounds = bounds ?? .zero
  }

  /// - Parameters:
  ///   - clip: what the sheet shows, in the scene's coordinates.
  ///   - largest: how much of the item's height the sheet shows that shows the most of it.
  ///   - least: points that type needs to be read; what had to be smaller is left to the sheet that
  ///     shows the most of the item, and the others say how it begins.
  func paint(
    within clip: Rect, largest: Double, least: Double, with painter: CairoPainter,
    on cairo: OpaquePointer
  ) {
    let frame = item.frame
    painter.paint(ground, at: frame.origin, on: cairo)
    let left = max(clip.minX, frame.minX)
    let top = max(clip.minY, frame.minY)
    let part = Rect(
      left, top, min(clip.maxX, frame.maxX) - left, min(clip.maxY, frame.maxY) - top)
    let inset = Size(min(Self.padding, bounds.minX), min(Self.padding, bounds.minY))
    let room = part.inset(max(0, inset.width), max(0, inset.height))
    guard room.width > 1, room.height > 1, bounds.width > 0, bounds.height > 0 else { return }
    let scale = min(1, room.width / bounds.width, room.height / bounds.height)
    let smallest = texts.map(\.style.size).min() ?? least
    guard smallest * scale >= min(least, smallest) - 0.01 || part.height >= largest - 1 else {
      return paintBeginning(in: room, with: painter, on: cairo)
    }
    let size = Size(bounds.width * scale, bounds.height * scale)
    let place = frame.origin
    // Where they would stand, moved into the part.
    let x = min(max(place.x + bounds.x, room.minX), room.maxX - size.width)
    let start = isMirrored ? min(place.x + bounds.maxX, room.maxX) - size.width : x
    let y = min(max(place.y + bounds.y, room.minY), room.maxY - size.height)
    cairo_save(cairo)
    cairo_translate(cairo, max(start, room.minX), y)
    cairo_scale(cairo, scale, scale)
    painter.paint(rest, at: Point(-bounds.x, -bounds.y), on: cairo)
    cairo_restore(cairo)
  }

  private var texts: [TextBlock] {
    rest.compactMap { if case .text(let block) = $0 { block } else { nil } }
  }

  /// Its first text alone, as much of it as there is room for.
  private func paintBeginning(
    in room: Rect, with painter: CairoPainter, on cairo: OpaquePointer
  ) {
    guard var block = texts.first else { return }
    let start = max(room.minX, item.frame.x + block.frame.minX)
    let width = min(room.maxX, item.frame.x + block.frame.maxX) - start
    guard width > 4 * block.style.size else { return }
    block.text = TextFlow.shortened(
      block.text, style: block.style, width: width, height: room.height, measuring: measuring)
    guard !block.text.isEmpty else { return }
    block.frame = Rect(0, 0, width, room.height)
    painter.paint([.text(block)], at: Point(start, room.minY), on: cairo)
  }
}

extension Primitive {
  fileprivate var isShape: Bool {
    switch self {
    case .fill, .stroke: true
    case .text, .image: false
    }
  }

  /// Nil when it draws nothing.
  fileprivate func bounds(_ measuring: any TextMeasuring) -> Rect? {
    switch self {
    case .fill(let shape, _), .stroke(let shape, _, _, _): shape.bounds
    case .text(let block): block.inked(measuring)
    case .image(let block): block.frame
    }
  }
}

extension TextBlock {
  /// The part of the frame that its lines take.
  fileprivate func inked(_ measuring: any TextMeasuring) -> Rect {
    let width = min(
      measuring.size(of: text, style: style, width: frame.width).width, frame.width)
    let isRightToLeft = TextDirection.isRightToLeft(text) ?? false
    let left =
      switch alignment {
      case .leading: isRightToLeft ? frame.maxX - width : frame.minX
      case .trailing: isRightToLeft ? frame.minX : frame.maxX - width
      case .centre: frame.midX - width / 2
      }
    return Rect(left, frame.y, width, frame.height)
  }
}
