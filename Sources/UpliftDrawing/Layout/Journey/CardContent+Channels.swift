import UpliftCore

/// The channels of a card: marks with their names.
extension CardContent {
  /// - Parameters:
  ///   - frame: where they begin, and how wide they may be.
  ///   - y: where they end.
  func channelRows(_ channels: [Channel], in frame: Rect, y: inout Double) -> [Primitive] {
    let color = theme.secondaryText
    let marks = channels.map { channel in
      MarkedName(
        name: channel.name.isEmpty ? JourneyWords.name(of: channel.mark) : channel.name
      ) { ChannelMark.primitives(for: channel.mark, at: $0, color: color) }
    }
    return rows(of: marks, side: ChannelMark.side, gap: 4, entryGap: 9, in: frame, y: &y)
  }
}
