/// Where labels may still stand in a picture.
struct LabelRoom {
  let bounds: Rect
  private var taken: [Rect] = []

  init(_ bounds: Rect) { self.bounds = bounds }

  mutating func take(_ frame: Rect) { taken.append(frame) }

  /// Whether a label there covers nothing, with `gap` points around it.
  func isFree(_ frame: Rect, gap: Double = 2) -> Bool {
    bounds.contains(frame)
      && !taken.contains {
        $0.intersects(
          Rect(frame.x - gap, frame.y - gap, frame.width + 2 * gap, frame.height + 2 * gap))
      }
  }

  /// The first of these that is free, which is taken.
  mutating func firstFree(_ frames: [Rect], gap: Double = 2) -> Rect? {
    guard let frame = frames.first(where: { isFree($0, gap: gap) }) else { return nil }
    take(frame)
    return frame
  }
}
