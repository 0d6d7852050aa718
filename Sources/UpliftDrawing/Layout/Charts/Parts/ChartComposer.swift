import UpliftCore

/// Puts a chart's scene together from the top down, as if read from left to right; a mirrored one
/// is flipped at the end.
struct ChartComposer {
  let measuring: any TextMeasuring
  let theme: Theme
  let options: ChartOptions
  let isMirrored: Bool
  /// Of the whole picture.
  let width: Double
  private let title: String
  private(set) var items: [SceneItem] = []
  /// Where the next thing stands.
  var y: Double

  /// - Parameter texts: by which the direction is told.
  init(
    _ title: String, texts: [String], _ measuring: any TextMeasuring, _ theme: Theme,
    _ options: ChartOptions
  ) {
    self.title = title
    self.measuring = measuring
    self.theme = theme
    self.options = options
    isMirrored = options.isMirrored ?? TextDirection.beginsAtTheRight(texts + [title])
    width = max(ChartOptions.leastWidth, options.width)
    y = options.margin
  }

  /// Rows stand closer on paper than where they are pointed at.
  var isTight: Bool { options.isTight }
  var showsRule: Bool { options.showsRule }
  var left: Double { options.margin }
  var right: Double { width - options.margin }
  var inner: Double { width - 2 * options.margin }

  /// Points of height that are left for the picture when `below` of them are needed under it.
  ///
  /// - Parameter ratio: height by width when no height is asked for.
  func room(below: Double, ratio: Double, least: Double, most: Double = 720) -> Double {
    guard let height = options.height else { return min(max(inner * ratio, least), most) }
    return max(least, height - options.margin - below - y)
  }

  // MARK: Measuring

  func natural(_ text: String, _ style: TextStyle) -> Double {
    text.isEmpty ? 0 : measuring.naturalWidth(of: text, style: style).rounded(.up) + 1
  }

  func height(_ text: String, _ style: TextStyle, _ width: Double) -> Double {
    text.isEmpty ? 0 : measuring.size(of: text, style: style, width: width).height.rounded(.up)
  }

  /// As wide as it needs to be, but no wider than `most`.
  func size(_ text: String, _ style: TextStyle, most: Double) -> Size {
    let width = min(natural(text, style), max(1, most))
    return Size(width, height(text, style, width))
  }

  func lineHeight(_ style: TextStyle) -> Double { height("Ag", style, 1000) }

  /// Whether every word of it stands whole within a width.
  func fits(_ text: String, _ style: TextStyle, _ width: Double) -> Bool {
    TextFlow.unbroken(in: text).allSatisfy { natural($0, style) <= width }
  }

  // MARK: Parts

  /// A text at a place of the picture, as high as it needs; alignments as if read from the left.
  func text(
    _ text: String, _ style: TextStyle, _ color: Color, _ x: Double, _ y: Double, _ width: Double,
    _ alignment: TextAlignment = .leading
  ) -> Primitive {
    .text(
      TextBlock(
        text, style: style, color: color,
        frame: Rect(x, y, width, height(text, style, width)), alignment: side(alignment, text)))
  }

  private func side(_ alignment: TextAlignment, _ text: String) -> TextAlignment {
    guard alignment != .centre, (TextDirection.isRightToLeft(text) ?? false) != isMirrored else {
      return alignment
    }
    return alignment == .leading ? .trailing : .leading
  }

  /// Adds an item whose primitives stand in the picture's coordinates.
  ///
  /// - Parameter frame: nil: what the primitives cover.
  mutating func add(
    _ primitives: [Primitive], _ role: ItemRole = .decoration, subject: ItemSubject? = nil,
    label: String? = nil, spoken: ItemLabel? = nil, frame: Rect? = nil
  ) {
    let covered = primitives.compactMap(\.extent)
    let whole = covered.first.map { covered.dropFirst().reduce($0) { $0.union($1) } }
    guard let place = frame ?? whole.map(inPicture) else { return }
    let origin = Point(-place.x, -place.y)
    let content = ItemContent(
      primitives.map { $0.moved(by: origin) },
      spoken: label ?? primitives.spokenTexts)
    items.append(
      SceneItem(
        subject: subject, role: role, frame: place, content: content,
        isWhole: role != .decoration,
        label: spoken ?? label.map(ItemLabel.text) ?? .none))
  }

  /// Without the half of a line's width that stands over an edge of the picture.
  private func inPicture(_ frame: Rect) -> Rect {
    let left = frame.minX > -2 ? max(0, frame.minX) : frame.minX
    let right = frame.maxX < width + 2 ? min(width, frame.maxX) : frame.maxX
    return Rect(left, frame.y, right - left, frame.height)
  }

  /// A text of its own, read aloud when it has a key.
  mutating func add(
    _ words: String, _ style: TextStyle, _ color: Color, _ x: Double, _ y: Double, _ width: Double,
    _ alignment: TextAlignment = .leading, role: ItemRole = .note, part: String? = nil
  ) {
    guard !words.isEmpty else { return }
    add(
      [text(words, style, color, x, y, width, alignment)], role,
      subject: part.map(ItemSubject.part), label: part == nil ? nil : words)
  }

  mutating func addTitle() {
    guard options.showsTitle, !title.isEmpty else { return }
    add(title, ChartType.title, theme.text, left, y, inner, role: .title, part: "title")
    y += height(title, ChartType.title, inner) + 8
  }

  /// What stands under the picture: how it is to be read, by which rule, from how many.
  func ruleHeight(_ rule: String) -> Double {
    rule.isEmpty || !options.showsRule ? 0 : 8 + height(rule, ChartType.small, inner)
  }

  mutating func addRule(_ rule: String) {
    guard !rule.isEmpty, options.showsRule else { return }
    y += 8
    add(rule, ChartType.small, theme.secondaryText, left, y, inner, part: "rule")
    y += height(rule, ChartType.small, inner)
  }

  /// A sentence in place of a picture that has nothing to show.
  mutating func addEmpty(_ sentence: String) {
    let words = inner - 32
    let own = height(sentence, ChartType.label, words)
    let frame = Rect(left + 0.5, y + 0.5, inner - 1, own + 47)
    add([
      .fill(.roundedRectangle(frame, radius: 6), theme.headerSurface),
      .stroke(.roundedRectangle(frame, radius: 6), theme.line, width: 1),
    ])
    add(
      sentence, ChartType.label, theme.secondaryText, left + 16, y + 24, words, .centre,
      part: "empty")
    y += own + 48
  }

  // MARK: The end

  func finished() -> Scene {
    let size = Size(width, max(y + options.margin, options.margin * 2 + 1))
    var scene = Scene(
      title: title, size: size, items: items, background: theme.surface, isMirrored: isMirrored)
    scene.saysTitle = options.showsTitle && !title.isEmpty
    guard isMirrored else { return scene }
    for index in scene.items.indices {
      let item = scene.items[index]
      let content = ItemContent(
        item.content.primitives.map { $0.mirrored(in: item.frame.width) },
        spoken: item.content.spoken)
      scene.items[index].content = content
      scene.items[index].frame = item.frame.mirrored(in: width)
    }
    return scene
  }

  /// Between a place of the finished picture and one as if read from the left.
  func unmirrored(_ point: Point) -> Point {
    isMirrored ? Point(width - point.x, point.y) : point
  }
}

extension [Primitive] {
  /// Its texts in one line.
  fileprivate var spokenTexts: String {
    compactMap { if case .text(let block) = $0 { block.text } else { nil } }
      .joined(separator: " ")
  }
}
