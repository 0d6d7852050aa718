import UpliftCore

/// The channels of a card: marks with their names, side by side as far as there is room.
extension CardContent {
  private static let markGap = 4.0
  private static let entryGap = 9.0
  private static let lineGap = 2.0

  /// - Parameters:
  ///   - frame: where they begin, and how wide they may be.
  ///   - y: where they end.
  func channelRows(_ channels: [Channel], in frame: Rect, y: inout Double) -> [Primitive] {
    var primitives: [Primitive] = []
    let style = theme.type.evidence
    let textLeft = ChannelMark.side + Self.markGap
    var x = 0.0
    var top = frame.y
    var bottom = frame.y
    for channel in channels {
      let name = channel.name.isEmpty ? JourneyWords.name(of: channel.mark) : channel.name
      let natural = measuring.naturalWidth(of: name, style: style).rounded(.up) + 1
      if x > 0, x + textLeft + natural > frame.width {
        x = 0
        top = bottom + Self.lineGap
      }
      let width = max(1, min(natural, frame.width - x - textLeft))
      let height = measuring.size(of: name, style: style, width: width).height
      let line = measuring.size(of: "x", style: style, width: 100).height
      func placed(_ part: Rect) -> Rect {
        isMirrored
          ? Rect(2 * frame.x + frame.width - part.maxX, part.y, part.width, part.height) : part
      }
      let mark = placed(
        Rect(
          frame.x + x, top + max(0, (line - ChannelMark.side) / 2), ChannelMark.side,
          ChannelMark.side))
      primitives += ChannelMark.primitives(
        for: channel.mark, at: mark.origin, color: theme.secondaryText)
      primitives.append(
        .text(
          TextBlock(
            name, style: style, color: theme.secondaryText,
            frame: placed(Rect(frame.x + x + textLeft, top, width, height)),
            alignment: alignment(of: name))))
      bottom = max(bottom, top + max(height, ChannelMark.side))
      x += textLeft + width + Self.entryGap
    }
    y = bottom.rounded(.up)
    return primitives
  }
}
