import Foundation
import UpliftCore

/// Puts a priority matrix together.
struct PriorityMatrixComposer {
  let matrix: PriorityMatrix
  var chart: ChartComposer
  private let scale: EffortScale
  private var plot = Rect.zero
  private var padding = Size(26, 26)
  /// Of the quadrants' names, with what stands around them.
  private var nameHeight = 0.0
  private var circles: [Rect] = []
  private var style = PriorityMatrix.LabelStyle.full

  init(matrix: PriorityMatrix, chart: ChartComposer) {
    self.matrix = matrix
    self.chart = chart
    scale = matrix.scale ?? EffortScale(covering: matrix.bubbles.map(\.effort))
  }

  private var theme: Theme { chart.theme }

  private func layout() -> PriorityMatrix.Layout {
    func finished(_ rect: Rect) -> Rect {
      chart.isMirrored ? rect.mirrored(in: chart.width) : rect
    }
    return PriorityMatrix.Layout(
      scene: chart.finished(), scale: scale, plot: finished(plot),
      circles: circles.map(finished), labels: style, isMirrored: chart.isMirrored,
      padding: padding)
  }

  mutating func compose() -> PriorityMatrix.Layout {
    chart.addTitle()
    guard !matrix.bubbles.isEmpty else {
      chart.addEmpty(
        tr("No opportunity has a value and an effort yet. Give it both, and it stands here."))
      return layout()
    }
    let rule = rule
    // First with the names beside the bubbles; when one finds no room, with a list underneath.
    let start = chart
    for style in matrix.labels.map({ [$0] }) ?? [.full, .short, .key] {
      chart = start
      self.style = style
      let key = style == .key ? keyEntries : []
      let below =
        chart.lineHeight(ChartType.small) * 2 + 10 + chart.ruleHeight(rule)
        + chart.keyHeight(key)
      if compose(
        style, height: chart.room(below: below, ratio: 0.58, least: max(200, chart.inner * 0.36)))
      {
        chart.addKey(key)
        break
      }
    }
    chart.addRule(rule)
    return layout()
  }

  private var rule: String { matrix.explanation }

  private var keyEntries: [ChartComposer.KeyEntry] {
    matrix.bubbles.enumerated().map { index, bubble in
      .init(
        number: number(index), title: bubble.title, detail: matrix.detail(of: bubble),
        tint: tint(of: bubble))
    }
  }

  private func number(_ index: Int) -> String {
    String(index + 1) + (matrix.bubbles[index].isDisputed ? "≠" : "")
  }

  private func tint(of bubble: PriorityMatrix.Bubble) -> Theme.Tint {
    theme.card(
      PriorityMatrix.swatch(
        of: matrix.quadrant(value: bubble.value, effort: bubble.effort)))
  }

  // MARK: Plot

  /// - Returns: false when a label found no room.
  private mutating func compose(_ style: PriorityMatrix.LabelStyle, height: Double) -> Bool {
    let small = ChartType.small
    let line = chart.lineHeight(small)
    chart.add(
      tr("value to customers ↑"), small, theme.text, chart.left, chart.y, chart.inner,
      part: "axis value")
    chart.y += chart.height(tr("value to customers ↑"), small, chart.inner) + 4
    let axis = 18.0
    let radii = radii(plotWidth: chart.inner - axis, plotHeight: height - 2 * line)
    let area = radii.reduce(0) { $0 + $1 * $1 * 4 }
    let widest = radii.max() ?? 0
    nameHeight = names(chart.inner - axis) + 8
    let plotHeight = max(
      height - line - 8, area * 1.7 / (chart.inner - axis) + 40, 4 * widest + 3 * nameHeight, 150)
    padding = Size(widest + 5, widest + nameHeight + 2)
    plot = Rect(chart.left + axis, chart.y, chart.inner - axis, plotHeight)
    let geometry = PriorityMatrix.Layout(
      scene: Scene(title: "", size: .zero, items: [], background: theme.surface), scale: scale,
      plot: plot, circles: [], labels: style, isMirrored: false, padding: padding)
    var room = LabelRoom(plot.inset(2, 2))
    addGround(geometry, &room)
    chart.y = plot.maxY + 4
    addEffortAxis(geometry)
    let fits = addBubbles(style, radii, geometry, &room)
    return fits
  }

  /// The height of the highest name of a quadrant.
  private func names(_ plotWidth: Double) -> Double {
    let share = scale.share(of: matrix.bigEffort)
    let most = max(30, min(share, 1 - share) * plotWidth - 12)
    return Priorities.Quadrant.allCases.map {
      chart.size($0.title, ChartType.small, most: most).height
    }.max() ?? 0
  }

  private func radii(plotWidth: Double, plotHeight: Double) -> [Double] {
    let most = Double(matrix.bubbles.map(\.evidence).max() ?? 0)
    let widest = matrix.bubbles.indices.map { chart.natural(number($0), ChartType.number) }.max()
    // A dashed rim stays off its number, with which "≠" stands, unless there are very many.
    let least = max(9, (widest ?? 0) / 2 + (matrix.bubbles.count <= 30 ? 4 : 2))
    let crowd = (plotWidth * plotHeight * 0.25 / Double(matrix.bubbles.count)).squareRoot() / 2
    let largest = max(least, min(24, min(plotWidth, plotHeight) / 11, crowd))
    return matrix.bubbles.map { bubble in
      guard most > 0 else { return least }
      return max(least, largest * (Double(max(0, bubble.evidence)) / most).squareRoot())
    }
  }

  private mutating func addGround(_ geometry: PriorityMatrix.Layout, _ room: inout LabelRoom) {
    let middle = geometry.point(value: matrix.highValue, effort: matrix.bigEffort)
    var primitives: [Primitive] = [
      .fill(.rectangle(plot), theme.headerSurface),
      .stroke(.rectangle(plot.inset(0.5, 0.5)), theme.strongLine, width: 1),
      .stroke(
        ChartMark.line(Point(middle.x, plot.minY), Point(middle.x, plot.maxY)), theme.strongLine,
        width: 1),
      .stroke(
        ChartMark.line(Point(plot.minX, middle.y), Point(plot.maxX, middle.y)), theme.strongLine,
        width: 1),
    ]
    let line = chart.lineHeight(ChartType.small)
    for value in 1...5 {
      let y = geometry.point(value: Double(value), effort: 0).y
      primitives.append(
        .stroke(
          ChartMark.line(Point(plot.minX - 3, y), Point(plot.minX, y)), theme.strongLine,
          width: 1))
      primitives.append(
        chart.text(
          String(value), ChartType.small, theme.secondaryText, chart.left, y - line / 2,
          plot.minX - 5 - chart.left, .trailing))
    }
    chart.add(primitives)
    for quadrant in Priorities.Quadrant.allCases {
      let isLeft = quadrant == .quickWin || quadrant == .fillIn
      let isUpper = quadrant == .quickWin || quadrant == .majorProject
      let name = quadrant.title
      let most = (isLeft ? middle.x - plot.minX : plot.maxX - middle.x) - 12
      let size = chart.size(name, ChartType.small, most: most)
      let frame = Rect(
        isLeft ? plot.minX + 8 : plot.maxX - 8 - size.width,
        isUpper ? plot.minY + 5 : plot.maxY - 5 - size.height, size.width, size.height)
      room.take(frame)
      chart.add(
        name, ChartType.small, theme.secondaryText, frame.x, frame.y, frame.width,
        isLeft ? .leading : .trailing, part: "quadrant \(name)")
    }
  }

  private mutating func addEffortAxis(_ geometry: PriorityMatrix.Layout) {
    var last = -Double.infinity
    let line = chart.lineHeight(ChartType.small)
    var primitives: [Primitive] = []
    for tick in scale.ticks {
      let words = NumberFormat.local.text(tick, decimals: 1)
      let width = chart.natural(words, ChartType.small)
      let x = geometry.point(value: 1, effort: tick).x
      guard x - width / 2 > last + 4, x + width / 2 <= chart.right else { continue }
      last = x + width / 2
      primitives.append(
        .stroke(
          ChartMark.line(Point(x, plot.maxY), Point(x, plot.maxY + 3)), theme.strongLine,
          width: 1))
      primitives.append(
        chart.text(
          words, ChartType.small, theme.secondaryText, x - width / 2, plot.maxY + 4, width,
          .centre))
    }
    chart.add(primitives)
    chart.y = plot.maxY + 4 + line + 2
    let words =
      switch scale.kind {
      case .linear: tr("effort, person-months →")
      case .squareRoot: tr("effort, person-months, closer as they grow (square root) →")
      case .logarithmic: tr("effort, person-months, closer as they grow (logarithm) →")
      }
    let shown = chart.isMirrored ? words.replacingOccurrences(of: "→", with: "←") : words
    chart.add(
      shown, ChartType.small, theme.text, plot.minX, chart.y, plot.width, .centre,
      part: "axis effort")
    chart.y += chart.height(shown, ChartType.small, plot.width)
  }

  // MARK: Bubbles

  private mutating func addBubbles(
    _ style: PriorityMatrix.LabelStyle, _ radii: [Double], _ geometry: PriorityMatrix.Layout,
    _ room: inout LabelRoom
  ) -> Bool {
    let homes = matrix.bubbles.map { geometry.point(value: $0.value, effort: $0.effort) }
    let packed = BubblePacking.spread(
      zip(matrix.bubbles, zip(homes, radii)).map { bubble, place in
        .init(
          home: place.0, radius: place.1, isFixed: bubble.reference == matrix.heldInHand)
      }, in: plot.inset(3, nameHeight))
    circles = zip(packed, radii).map { Rect(around: $0, radius: $1) }
    for circle in circles { room.take(circle) }
    let order = circles.indices.sorted { (radii[$1], $0) < (radii[$0], $1) }
    // No line goes over a bubble.
    for index in order { addLead(index, home: homes[index]) }
    for index in order { addShape(index) }
    let table = matrix.table
    for (index, bubble) in matrix.bubbles.enumerated() {
      let circle = circles[index]
      let line = chart.lineHeight(ChartType.number)
      chart.add(
        [
          chart.text(
            number(index), ChartType.number, theme.text, circle.x, circle.midY - line / 2,
            circle.width, .centre)
        ], .note, subject: .record(bubble.reference), label: table.spoken(index), frame: circle)
    }
    guard style != .key else { return true }
    for index in matrix.bubbles.indices where !addLabel(index, style, &room) {
      // While one is dragged the others keep their names, as far as there is room.
      if matrix.labels == nil { return false }
    }
    return true
  }

  /// From a bubble to its place, when it stands beside it.
  private mutating func addLead(_ index: Int, home: Point) {
    let circle = circles[index]
    guard hypot(home.x - circle.midX, home.y - circle.midY) > 3 else { return }
    chart.add([
      .stroke(
        ChartMark.line(Point(circle.midX, circle.midY), home), theme.secondaryText, width: 0.75),
      .fill(.ellipse(Rect(around: home, radius: 2)), theme.secondaryText),
    ])
  }

  private mutating func addShape(_ index: Int) {
    let bubble = matrix.bubbles[index]
    let circle = circles[index]
    let tint = tint(of: bubble)
    chart.add([
      .fill(.ellipse(circle), tint.fill.mixed(with: tint.strong, share: 0.12)),
      .stroke(
        .ellipse(circle.inset(0.75, 0.75)), tint.strong, width: 1.5,
        dash: bubble.isDisputed ? [3, 3] : []),
    ])
  }

  private mutating func addLabel(
    _ index: Int, _ style: PriorityMatrix.LabelStyle, _ room: inout LabelRoom
  ) -> Bool {
    let bubble = matrix.bubbles[index]
    let circle = circles[index]
    // Without its detail when that takes too much room; what is disputed is always said.
    let detail = style == .full || bubble.isDisputed ? matrix.detail(of: bubble) : ""
    for most in [210.0, 140, 100] {
      guard chart.fits(bubble.title, ChartType.label, most) else { break }
      let title = chart.size(bubble.title, ChartType.label, most: most)
      let more = chart.size(detail, ChartType.small, most: most)
      guard title.height <= 4 * chart.lineHeight(ChartType.label) else { continue }
      let size = Size(max(title.width, more.width), title.height + more.height)
      let gap = 5.0
      let places = [
        Rect(circle.maxX + gap, circle.midY - size.height / 2, size.width, size.height),
        Rect(
          circle.minX - gap - size.width, circle.midY - size.height / 2, size.width, size.height),
        Rect(
          circle.midX - size.width / 2, circle.minY - gap - size.height, size.width, size.height),
        Rect(circle.midX - size.width / 2, circle.maxY + gap, size.width, size.height),
      ]
      let sides: [TextAlignment] = [.leading, .trailing, .centre, .centre]
      guard let place = places.firstIndex(where: { room.isFree($0) }) else { continue }
      let frame = places[place]
      room.take(frame)
      var primitives: [Primitive] = []
      if !bubble.title.isEmpty {
        primitives.append(
          chart.text(
            bubble.title, ChartType.label, theme.text, frame.x, frame.y, frame.width, sides[place]))
      }
      if !detail.isEmpty {
        primitives.append(
          chart.text(
            detail, ChartType.small,
            bubble.isDisputed ? theme.card(.ochre).strong : theme.secondaryText, frame.x,
            frame.y + title.height, frame.width, sides[place]))
      }
      chart.add(primitives, .note)
      return true
    }
    return false
  }
}
