import UpliftCore

/// The journeys in which a persona appears, each with the curve of what it feels there.
extension PersonaSheet {
  private static let titleStyle = TextStyle(size: 13, weight: .semibold)
  private static let chartSize = Size(160, 52)
  private static let between = 14.0

  mutating func addJourneys() {
    guard !profile.journeys.isEmpty else { return }
    addHeading(tr("Journeys"))
    for journey in profile.journeys { add(journey) }
  }

  private mutating func add(_ journey: PersonaProfile.Journey) {
    let map = journey.map
    let title = map.title.isEmpty ? tr("Untitled map") : map.title
    let view =
      journey.isPointOfView ? tr("own point of view") : tr("takes part")
    let lines: [(String, TextStyle, Color)] = [
      (title, Self.titleStyle, theme.text),
      (
        [JourneyWords.name(of: map.state), view].joined(separator: " · "), Self.textStyle,
        theme.secondaryText
      ),
      (PersonaProfile.words(for: journey), Self.textStyle, theme.text),
    ]
    let chart = Self.chartSize
    let textWidth = width - chart.width - 20
    let heights = lines.map {
      measuring.size(of: $0.0, style: $0.1, width: textWidth).height
    }
    let height = max(heights.reduce(0, +) + 4, chart.height)
    if height > room, height < paper.height / 2 { newPage() }
    guard height <= room else {
      for line in lines { flow(line.0, line.1, line.2) }
      y += Self.between
      return
    }
    var top = y
    for (line, height) in zip(lines, heights) {
      add(.note, line.0, line.1, line.2, Rect(Self.margin, top, textWidth, height))
      top += height + 2
    }
    add(
      .decoration,
      mirrored(Rect(Self.margin + width - chart.width, y, chart.width, chart.height)),
      curve(of: journey))
    y += height + Self.between
  }

  /// Its middle line is neither good nor bad; the points are those that are known.
  private func curve(of journey: PersonaProfile.Journey) -> [Primitive] {
    let size = Self.chartSize
    var primitives: [Primitive] = [
      .fill(.rectangle(Rect(0, size.height / 2 - 0.5, size.width, 1)), theme.strongLine),
      .stroke(
        .roundedRectangle(Rect(0.5, 0.5, size.width - 1, size.height - 1), radius: 4), theme.line,
        width: 1),
    ]
    let count = journey.steps.count
    guard count > 0 else { return primitives }
    let points = journey.steps.enumerated().compactMap { index, step -> Point? in
      guard let value = step.value, value.isFinite else { return nil }
      let share = (Double(index) + 0.5) / Double(count)
      let bounded = min(max(value, Emotion.scale.lowerBound), Emotion.scale.upperBound)
      return Point(
        (isMirrored ? 1 - share : share) * size.width,
        size.height / 2 - bounded / Emotion.scale.upperBound * (size.height / 2 - 6))
    }
    let ordered = isMirrored ? points.reversed() : points
    let segments = MonotoneCurve(ordered).segments(from: 0, to: size.width)
    if !segments.isEmpty {
      primitives.append(.stroke(.path(segments.path), tint.strong, width: 1.8))
    }
    for point in ordered.count > 30 ? [] : ordered {
      let circle = Shape.ellipse(Rect(point.x - 2.5, point.y - 2.5, 5, 5))
      primitives += [.fill(circle, theme.surface), .stroke(circle, tint.strong, width: 1.4)]
    }
    return primitives
  }
}
