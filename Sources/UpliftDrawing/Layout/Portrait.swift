import UpliftCore

/// A persona's face in a circle: a portrait, or initials where there is none.
enum Portrait {
  static func primitives(_ image: ImageData, in frame: Rect, theme: Theme) -> [Primitive] {
    [
      .fill(.ellipse(frame), theme.surface),
      .image(.covering(frame, with: image, clip: .ellipse(frame))),
      .stroke(.ellipse(frame.inset(0.5, 0.5)), theme.strongLine, width: 1),
    ]
  }

  /// - Parameter size: of the letters, in points.
  static func initials(
    of persona: Persona, in frame: Rect, size: Double, theme: Theme, measuring: any TextMeasuring
  ) -> [Primitive] {
    let tint = theme.card(persona.colour ?? .blue)
    var primitives: [Primitive] = [
      .fill(.ellipse(frame), tint.fill),
      .stroke(.ellipse(frame.inset(0.5, 0.5)), tint.strong, width: 1),
    ]
    let text = persona.initials
    guard !text.isEmpty else { return primitives }
    let style = TextStyle(size: size, weight: .semibold)
    let height = measuring.size(of: text, style: style, width: frame.width).height
    primitives.append(
      .text(
        TextBlock(
          text, style: style, color: theme.text,
          frame: Rect(frame.x, frame.midY - height / 2, frame.width, height),
          alignment: .centre)))
    return primitives
  }
}
