import CPango
import UpliftCore

@testable import UpliftDrawing

/// Finds what is cut off or covers something else in a picture, by what Pango would draw.
final class SceneRoom {
  /// Points by which ink may stand out of a line: an italic letter leans that far.
  private static let slack = 2.0
  /// Points across of the largest mark.
  private static let largestMark = 16.0

  private let context: OpaquePointer
  private var inks: [TextBlock: (ink: Rect, logical: Rect)] = [:]
  private(set) var problems: [String] = []

  init?() {
    guard let context = PangoText.makeContext() else { return nil }
    self.context = context
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(context)) }

  func check(_ scene: Scene) {
    problems = []
    for item in scene.items { check(item, in: scene) }
    checkOverlap(scene, [.card])
    checkOverlap(scene, [.cell])
    checkOverlap(scene, [.laneHeader, .lineLabel])
    checkOverlap(scene, [.stepHeader])
    checkOverlap(scene, [.title, .stepHeader, .laneHeader])
    checkCurves(scene)
  }

  // MARK: Within an item

  private func extents(_ block: TextBlock) -> (ink: Rect, logical: Rect) {
    if let known = inks[block] { return known }
    let layout = PangoText.layout(for: block, in: context)
    defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
    var ink = PangoRectangle()
    var logical = PangoRectangle()
    pango_layout_get_extents(layout, &ink, &logical)
    func rect(_ part: PangoRectangle) -> Rect {
      Rect(
        block.frame.x + PangoText.points(part.x), block.frame.y + PangoText.points(part.y),
        PangoText.points(part.width), PangoText.points(part.height))
    }
    let result = (rect(ink), rect(logical))
    inks[block] = result
    return result
  }

  private func check(_ item: SceneItem, in scene: Scene) {
    let frame = item.frame
    if frame.minX < -0.01 || frame.minY < -0.01 || frame.maxX > scene.size.width + 0.01
      || frame.maxY > scene.size.height + 0.01
    {
      problems.append("\(item.role) outside the picture: \(frame)")
    }
    let own = Rect(0, 0, frame.width, frame.height)
    var placed: [(block: TextBlock, ink: Rect)] = []
    for case .text(let block) in item.content.primitives {
      let (ink, logical) = extents(block)
      let said = "\(item.role) “\(block.text.prefix(40))”"
      if !contains(own, logical, slack: 0.05) {
        problems.append("\(said) leaves its item: \(logical) of \(own.size)")
      }
      if ink.width > 0, !contains(own, ink, slack: Self.slack) {
        problems.append("ink of \(said) leaves its item: \(ink) of \(own.size)")
      }
      guard ink.width > 0, ink.height > 0 else { continue }
      for other in placed where other.ink.inset(0.3, 0.3).intersects(ink) {
        problems.append("\(said) lies on “\(other.block.text.prefix(40))”")
      }
      placed.append((block, ink))
    }
    for mark in item.content.primitives.compactMap(bounds) {
      guard mark.width <= Self.largestMark, mark.height <= Self.largestMark, mark.width > 2,
        mark.height > 2
      else { continue }
      for text in placed where text.ink.inset(0.5, 0.5).intersects(mark) {
        // Its own ground: a disc with a number, a small chip.
        guard !contains(mark, text.ink, slack: 2) else { continue }
        problems.append("a mark at \(mark) lies on \(item.role) “\(text.block.text.prefix(40))”")
      }
    }
  }

  private func contains(_ outer: Rect, _ inner: Rect, slack: Double) -> Bool {
    inner.minX >= outer.minX - slack && inner.minY >= outer.minY - slack
      && inner.maxX <= outer.maxX + slack && inner.maxY <= outer.maxY + slack
  }

  private func bounds(_ primitive: Primitive) -> Rect? {
    switch primitive {
    case .fill(let shape, _), .stroke(let shape, _, _, _): shape.bounds
    case .image(let block): block.frame
    case .text: nil
    }
  }

  // MARK: Between items

  /// Row by row, so that ten thousand cards take no hundred million looks.
  private func checkOverlap(_ scene: Scene, _ roles: Set<ItemRole>) {
    let items = scene.items.filter { roles.contains($0.role) }
      .sorted { $0.frame.minX < $1.frame.minX }
    let reach = items.map(\.frame.width).max() ?? 0
    var byColumn: [Int: [SceneItem]] = [:]
    for item in items {
      let column = Int(item.frame.minX / max(reach, 1))
      for other in [column - 1, column].flatMap({ byColumn[$0] ?? [] }) {
        if item.frame.inset(0.01, 0.01).intersects(other.frame), item.band == other.band {
          problems.append("\(item.role) \(item.frame) covers \(other.role) \(other.frame)")
        }
      }
      byColumn[column, default: []].append(item)
    }
  }

  /// No curve runs through the words of the scale that it is drawn in.
  private func checkCurves(_ scene: Scene) {
    let words = scene.items.filter { $0.role == .decoration && !$0.content.texts.isEmpty }
      .flatMap { item in
        item.content.primitives.compactMap { primitive -> Rect? in
          guard case .text(let block) = primitive else { return nil }
          return extents(block).ink.offset(by: item.frame.origin)
        }
      }
    for item in scene.items where item.curve != nil {
      for case .stroke(.path(let path), _, let width, _) in item.content.primitives {
        let points = Self.points(of: path).map {
          Point($0.x + item.frame.x, $0.y + item.frame.y)
        }
        for word in words {
          let room = Rect(
            word.x - width / 2, word.y - width / 2, word.width + width, word.height + width)
          if points.contains(where: room.contains) {
            problems.append("a curve runs through a word of its scale at \(word)")
          }
        }
      }
    }
  }

  private static func points(of path: [PathElement]) -> [Point] {
    var points: [Point] = []
    for element in path {
      switch element {
      case .move(let point), .line(let point): points.append(point)
      case .curve(let first, let second, let to):
        guard let start = points.last else { continue }
        for step in 1...24 {
          let t = Double(step) / 24
          let a = (1 - t) * (1 - t) * (1 - t)
          let b = 3 * t * (1 - t) * (1 - t)
          let c = 3 * t * t * (1 - t)
          let d = t * t * t
          points.append(
            Point(
              a * start.x + b * first.x + c * second.x + d * to.x,
              a * start.y + b * first.y + c * second.y + d * to.y))
        }
      case .close: break
      }
    }
    return points
  }
}
