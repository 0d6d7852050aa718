import UpliftCore
import UpliftDrawing

/// A few words beside what is held.
enum FigureTag {
  private static let style = TextStyle(size: 11, weight: .semibold)

  /// Where letting go changes nothing.
  static func nothing(
    at pointer: Point, in scene: Scene, measuring: any TextMeasuring, theme: Theme
  ) -> SceneItem {
    item(
      tr("Let go here, and nothing changes"), beside: pointer, in: scene, measuring: measuring,
      theme: theme)
  }

  /// - Parameter point: what it is about; it stands over it, or under it when there is no room.
  static func item(
    _ text: String, beside point: Point, in scene: Scene, measuring: any TextMeasuring,
    theme: Theme
  ) -> SceneItem {
    let width = measuring.naturalWidth(of: text, style: style).rounded(.up) + 1
    let height = measuring.size(of: text, style: style, width: width).height.rounded(.up)
    let size = Size(width + 16, height + 8)
    let above = point.y - 30 - size.height
    let frame = Rect(
      min(max(2, point.x - size.width / 2), max(2, scene.size.width - size.width - 2)),
      above < 2 ? point.y + 30 : above, size.width, size.height)
    let own = Rect(0, 0, size.width, size.height)
    return SceneItem(
      frame: frame,
      content: ItemContent([
        .fill(.roundedRectangle(own, radius: 6), theme.text),
        .text(
          TextBlock(
            text, style: style, color: theme.surface, frame: Rect(8, 4, width, height),
            alignment: .leading)),
      ]))
  }
}
