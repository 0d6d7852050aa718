import Foundation
import UpliftCore

/// The emotion lane: a curve a persona through the points of its steps.
extension JourneyComposer {
  /// Points between the lane's edges and the ends of the scale.
  static let emotionMargin = 20.0
  /// Of a point's item; its circle is smaller.
  private static let pointSize = 16.0
  /// Columns of one piece of a curve, so that a screen draws only the pieces that it shows.
  private static let pieceColumns = 24

  /// The drawing of a curve's points; a persona's own, so that it is not told by colour alone.
  enum Marker: Int, Hashable {
    case circle, square, diamond, triangle
    /// No points, dashes.
    case future
  }

  struct LegendEntry {
    var name: String
    var color: Color
    var marker: Marker

    /// What it looks like, for a key.
    var numbers: [Double] {
      [Double(marker.rawValue), color.red, color.green, color.blue, color.alpha]
    }
  }

  /// Of the dashed curve.
  var futureName: String { options.comparesVersions ? tr("After") : contents.futureName }

  /// Nothing when there is one curve only.
  func emotionLegend(of lane: Lane) -> [LegendEntry] {
    let personas = curves(of: lane)
    let hasFuture =
      showsFuture(lane)
      && contents.steps.contains { contents.futureEmotions[$0.id]?.isFinite ?? false }
    // What is one among others says whose it is.
    let isChoice = personas.count < emotionPersonas.count
    guard personas.count > 1 || (hasFuture || isChoice) && !personas.isEmpty else { return [] }
    var entries = personas.map { index, id in
      LegendEntry(name: name(of: id), color: color(of: id, at: index), marker: marker(index))
    }
    if hasFuture {
      if entries.count == 1, !isChoice {
        entries[0].name = options.comparesVersions ? tr("Before") : tr("Today")
      }
      entries.append(LegendEntry(name: futureName, color: theme.futureCurve, marker: .future))
    }
    return entries
  }

  /// Whose curves a lane shows, with their places among all: a curve looks the same in each lane.
  func curves(of lane: Lane) -> [(index: Int, id: UUID?)] {
    let chosen = contents.chosenCurves(of: lane.id)
    return emotionPersonas.enumerated()
      .filter { chosen.isEmpty || chosen.contains($0.element) }
      .map { ($0.offset, $0.element) }
  }

  /// The future is the point of view's.
  private func showsFuture(_ lane: Lane) -> Bool {
    let chosen = contents.chosenCurves(of: lane.id)
    return chosen.isEmpty || chosen.contains(contents.map.personaID)
  }

  /// - Parameter band: the lane's top, and how high its curves are.
  mutating func addEmotions(of lane: Lane, laneTitle: String, band: CurveBand) {
    let personas = curves(of: lane)
    let curves = personas.map { emotionPoints(of: $0.id, band) }
    let future = showsFuture(lane) ? futurePoints(band) : []
    for (place, points) in curves.enumerated().reversed() {
      let start = items.count
      let color = color(of: personas[place].id, at: personas[place].index)
      addCurve(
        points, band, color: color, dash: [],
        area: place == 0 ? color.with(alpha: theme.curveArea.alpha) : nil)
      nameCurves(from: start, of: personas[place].id)
    }
    let start = items.count
    addCurve(future, band, color: theme.futureCurve, dash: [5, 3.5], area: nil)
    nameCurves(from: start, of: contents.map.personaID)
    addScale(of: lane, band)
    let isNamed = emotionPersonas.count > 1
    for (place, points) in curves.enumerated().reversed() {
      for point in points where shows(point.point) {
        addPoint(
          point, personaID: personas[place].id, index: personas[place].index, isNamed: isNamed,
          laneTitle: laneTitle)
      }
    }
  }

  private mutating func nameCurves(from start: Int, of personaID: UUID?) {
    for index in start..<items.count { items[index].curve = EmotionCurve(personaID: personaID) }
  }

  /// The lines of an emotion lane's cell: scale, column and row.
  func emotionLines(_ size: Size, curveHeight: Double) -> [Primitive] {
    let band = CurveBand(y: 0, height: curveHeight)
    let lines = [2.0, 0, -2].map { value in
      Primitive.fill(
        .rectangle(Rect(0, band.y(of: value).rounded() - 0.5, size.width, 1)),
        value == 0 ? theme.strongLine : theme.line)
    }
    return lines + [.fill(.rectangle(Rect(0, size.height - 1, size.width, 1)), theme.strongLine)]
  }

  // MARK: Points

  private struct CurvePoint {
    var point: Point
    var value: Double
    var step: Step
  }

  private func emotionPoints(of personaID: UUID?, _ band: CurveBand) -> [CurvePoint] {
    points(band) { step in
      contents.emotions[step.id]?.first { $0.personaID == personaID }?.value
    }
  }

  private func futurePoints(_ band: CurveBand) -> [CurvePoint] {
    contents.futureEmotions.isEmpty ? [] : points(band) { contents.futureEmotions[$0.id] }
  }

  private func points(_ band: CurveBand, value: (Step) -> Double?) -> [CurvePoint] {
    // A curve comes from before what is shown, and goes on after it.
    allColumns.compactMap { column in
      guard let step = column.step, let value = value(step), value.isFinite else { return nil }
      let point = Point(column.x + columnWidth / 2, band.y(of: value))
      return CurvePoint(point: point, value: value, step: step)
    }
  }

  /// The persona's own colour, or one by its place among the curves.
  private func color(of personaID: UUID?, at index: Int) -> Color {
    let own = contents.personas.first { $0.id == personaID }?.colour
    return own.map { theme.card($0).strong } ?? theme.curve(index)
  }

  private func name(of personaID: UUID?) -> String {
    contents.personas.first { $0.id == personaID }?.name ?? tr("Customer")
  }

  private func marker(_ index: Int) -> Marker { Marker(rawValue: index % 4) ?? .circle }

  private mutating func addPoint(
    _ point: CurvePoint, personaID: UUID?, index: Int, isNamed: Bool, laneTitle: String
  ) {
    let side = Self.pointSize
    let color = color(of: personaID, at: index)
    let key = LayoutCache.Key(
      part: "emotion", numbers: [Double(index), color.red, color.green, color.blue])
    let content = cache.content(for: key) {
      LayoutCache.SizedContent(
        content: ItemContent(
          symbol(marker(index), at: Point(side / 2, side / 2), color: color)),
        height: side)
    }.content
    // The future is the point of view's.
    let future = personaID == contents.map.personaID ? spokenFuture(at: point.step.id) : nil
    let value = [JourneyWords.spokenEmotion(point.value), future].compactMap { $0 }
      .joined(separator: "; ")
    let place = PlaceLabel(lane: laneTitle, step: point.step.title)
    items.append(
      SceneItem(
        subject: .emotion(
          stepID: point.step.reference, personaID: personaID.map { EntityReference(.persona, $0) }),
        role: .emotionPoint,
        frame: Rect(point.point.x - side / 2, point.point.y - side / 2, side, side),
        content: content,
        label: .emotion(place, persona: isNamed ? name(of: personaID) : nil, value)))
  }

  /// A point of a curve: `theme.surface` inside, so that the curve seems to pass behind it.
  private func symbol(_ marker: Marker, at center: Point, color: Color) -> [Primitive] {
    func path(_ offsets: [(Double, Double)]) -> Shape {
      let points = offsets.map { Point(center.x + $0.0, center.y + $0.1) }
      return .path([.move(points[0])] + points.dropFirst().map { .line($0) } + [.close])
    }
    let shape: Shape =
      switch marker {
      case .circle: .ellipse(Rect(center.x - 5, center.y - 5, 10, 10))
      case .square: .rectangle(Rect(center.x - 4.5, center.y - 4.5, 9, 9))
      case .diamond: path([(0, -6), (6, 0), (0, 6), (-6, 0)])
      case .triangle: path([(0, -6), (5.5, 4), (-5.5, 4)])
      case .future: .path([])
      }
    return marker == .future
      ? [] : [.fill(shape, theme.surface), .stroke(shape, color, width: 2)]
  }

  func legendSample(_ entry: LegendEntry, from start: Point, to end: Point) -> [Primitive] {
    let width = options.rowHeaderWidth
    func flipped(_ point: Point) -> Point {
      isMirrored ? Point(width - point.x, point.y) : point
    }
    let middle = flipped(Point((start.x + end.x) / 2, start.y))
    let line = Primitive.stroke(
      .path([.move(flipped(start)), .line(flipped(end))]), entry.color, width: 2,
      dash: entry.marker == .future ? [4, 3] : [])
    guard entry.marker != .future else { return [line] }
    return [line] + symbol(entry.marker, at: middle, color: entry.color)
  }

  // MARK: Curve

  private mutating func addCurve(
    _ points: [CurvePoint], _ band: CurveBand, color: Color, dash: [Double], area: Color?
  ) {
    let y = band.y
    let curve = MonotoneCurve(points.map(\.point))
    var start = 0
    while start < columns.count {
      let end = min(start + Self.pieceColumns, columns.count)
      let left = columns[start].x
      let right = columns[end - 1].x + columnWidth
      start = end
      let segments = curve.segments(from: left, to: right)
      guard let first = segments.first, let last = segments.last else { continue }
      let bottom = band.height - 1
      // Wherever the lane stands, its curve is the same to the last digit.
      func rounded(_ number: Double) -> Double { (number * 1000).rounded() / 1000 }
      func local(_ point: Point) -> Point {
        Point(rounded(isMirrored ? right - point.x : point.x - left), rounded(point.y - y))
      }
      let path = segments.path.map { element -> PathElement in
        switch element {
        case .move(let point): .move(local(point))
        case .line(let point): .line(local(point))
        case .curve(let a, let b, let to): .curve(local(a), local(b), to: local(to))
        case .close: .close
        }
      }
      var primitives: [Primitive] = []
      if let area {
        let foot: [PathElement] = [
          .line(Point(local(last.end).x, bottom)), .line(Point(local(first.start).x, bottom)),
          .close,
        ]
        primitives.append(.fill(.path(path + foot), area))
      }
      primitives.append(.stroke(.path(path), color, width: dash.isEmpty ? 2.2 : 1.8, dash: dash))
      let numbers = segments.flatMap {
        // What comes after the last one bends its end.
        [$0.start.x - left, $0.start.y - y, $0.end.y - y, $0.first.y - y, $0.second.y - y]
          .map(rounded)
      }
      let key = LayoutCache.Key(
        part: "curve",
        numbers: [
          color.red, color.green, color.blue, Double(dash.count), right - left, band.height,
          area == nil ? 0 : 1, rounded(last.end.x - left),
        ] + dash + (area.map { [$0.red, $0.green, $0.blue, $0.alpha] } ?? []) + numbers)
      let content = cache.content(for: key) {
        LayoutCache.SizedContent(content: ItemContent(primitives), height: band.height)
      }.content
      items.append(
        SceneItem(
          frame: Rect(left, y, right - left, band.height), content: content,
          isWhole: false))
    }
  }
}
