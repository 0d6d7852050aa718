import UpliftCore

/// The tags of a card: small squares of their colours with their names.
extension CardContent {
  /// Points.
  private static let side = 7.0

  /// - Parameters:
  ///   - frame: where they begin, and how wide they may be.
  ///   - y: where they end.
  func tagRows(_ tags: [Tag], in frame: Rect, y: inout Double) -> [Primitive] {
    let marks = tags.map { tag in
      let color = tag.colour.map { theme.card($0).strong } ?? theme.secondaryText
      return MarkedName(name: tag.name.isEmpty ? "–" : tag.name) { origin in
        let square = Rect(origin.x, origin.y, Self.side, Self.side)
        return [.fill(.roundedRectangle(square, radius: 2), color)]
      }
    }
    return rows(of: marks, side: Self.side, gap: 4, entryGap: 8, in: frame, y: &y)
  }
}
