import UpliftCore

/// How a lane of emotions writes its scale.
extension JourneyComposer {
  /// The least height at which the scale can be told from a line.
  private static let leastCurveHeight = 64.0

  func curveHeight(of lane: Lane) -> Double { Self.curveHeight(lane.height, options) }

  /// - Parameter own: the lane's own height, if it has one.
  static func curveHeight(_ own: Double?, _ options: JourneyLayout.Options) -> Double {
    max(own ?? options.emotionHeight, leastCurveHeight)
  }

  /// What stands under a lane's title.
  func headerSubtitle(of lane: Lane) -> String {
    if lane.isCollapsed { return contents.summary(of: lane) }
    guard lane.subtitle.isEmpty, lane.laneKind == .emotion else { return lane.subtitle }
    switch lane.emotionScale {
    case .numbers: return tr("−2 … +2")
    case .faces: return ""
    case .words:
      return tr(
        "{worst} … {best}",
        [
          "worst": JourneyWords.emotionWord(Emotion.scale.lowerBound),
          "best": JourneyWords.emotionWord(Emotion.scale.upperBound),
        ])
    }
  }

  func showsFaces(_ lane: Lane) -> Bool {
    lane.laneKind == .emotion && lane.emotionScale == .faces && !lane.isCollapsed
  }

  /// The five faces of the scale in a lane's header, from bad to good.
  func scaleFaces(in frame: Rect) -> [Primitive] {
    stride(from: -2.0, through: 2, by: 1).enumerated().flatMap { index, value in
      let face = mirrored(
        Rect(frame.x + Double(index) * (FaceMark.side + 6), frame.y, FaceMark.side, FaceMark.side),
        in: options.rowHeaderWidth)
      return FaceMark.primitives(for: value, at: face.origin, color: theme.secondaryText)
    }
  }

  /// The scale's ends over and under their lines, beside the points of the first column.
  mutating func addScale(of lane: Lane, _ band: CurveBand) {
    guard let first = columns.first else { return }
    let size = Size(columnWidth / 2 - 9, band.height)
    let key = LayoutCache.Key(
      part: "scale", texts: [lane.emotionScale.rawValue], numbers: [size.width, size.height])
    let content = cache.content(for: key) {
      LayoutCache.SizedContent(
        content: ItemContent(scalePrimitives(lane.emotionScale, size)), height: size.height)
    }
    items.append(
      SceneItem(
        frame: Rect(first.x, band.y, size.width, size.height), content: content.content,
        isWhole: false))
    items[items.count - 1].staysInSight = true
  }

  private func scalePrimitives(_ scale: Lane.EmotionScale, _ size: Size) -> [Primitive] {
    let band = CurveBand(y: 0, height: size.height)
    let left = 5.0
    let room = size.width - left
    if scale == .faces {
      return [2.0, 0, -2].flatMap { value in
        let frame = mirrored(
          Rect(left, band.y(of: value) - FaceMark.side / 2, FaceMark.side, FaceMark.side),
          in: size.width)
        let disc = Shape.ellipse(frame.inset(-1.5, -1.5))
        return [.fill(disc, theme.surface)]
          + FaceMark.primitives(for: value, at: frame.origin, color: theme.secondaryText)
      }
    }
    let style = theme.type.emotionScale
    func height(_ text: String) -> Double {
      measuring.size(of: text, style: style, width: room).height
    }
    let ends = [Emotion.scale.upperBound, Emotion.scale.lowerBound]
    // Beyond the lines, where no curve comes.
    let beyond = Self.emotionMargin - 1
    var words = ends.map(JourneyWords.emotionWord)
    let fits = words.allSatisfy { word in
      height(word) <= beyond
        && measuring.naturalWidth(of: word, style: style) <= room
    }
    if scale == .numbers || !fits { words = ends.map(JourneyWords.emotion) }
    return zip(ends, words).map { end, word in
      let own = height(word)
      let y = end > 0 ? band.y(of: end) - own - 1 : band.y(of: end) + 1
      return headerText(
        word, style: style, color: theme.secondaryText,
        frame: mirrored(Rect(left, y, room, own), in: size.width))
    }
  }
}
