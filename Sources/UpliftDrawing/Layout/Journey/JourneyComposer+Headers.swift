import UpliftCore

/// Stages, steps and the corner.
extension JourneyComposer {
  private static let stageHeight = 38.0
  private static let stepHeight = 44.0

  private struct StageSpan {
    var stage: Stage
    var index: Int
    var x: Double
    var width: Double
  }

  mutating func addHeaders() {
    let spans = stageSpans()
    let last = spans.count - 1
    let stageHeight =
      spans.isEmpty
      ? 0
      : spans.enumerated().map { index, span in
        stageTextHeight(span, isLast: index == last) + 18
      }.reduce(Self.stageHeight, max).rounded(.up)
    let corner = cornerContent()
    let stepHeight = columns.compactMap(\.step).map { stepTextSize($0).height + 22 }
      .reduce(max(Self.stepHeight, corner.height), max).rounded(.up)
    headerHeight = stageHeight + stepHeight

    items.append(
      SceneItem(
        band: .corner, frame: Rect(0, 0, options.rowHeaderWidth, stageHeight),
        content: plain(theme.surface, Size(options.rowHeaderWidth, stageHeight))))
    items.append(
      SceneItem(
        subject: .record(contents.persona?.reference ?? contents.map.reference), role: .title,
        band: .corner, frame: Rect(0, stageHeight, options.rowHeaderWidth, stepHeight),
        content: cornerContent(height: stepHeight).content, label: .text(cornerLabel)))

    let bandWidth = width - options.rowHeaderWidth
    items.append(
      SceneItem(
        band: .columnHeader, frame: Rect(options.rowHeaderWidth, 0, bandWidth, headerHeight),
        content: plain(theme.surface, Size(bandWidth, headerHeight)), isWhole: false))
    for (index, span) in spans.enumerated() {
      addStage(span, height: stageHeight, isLast: index == last)
    }
    var position = allColumns.prefix(options.part?.columns.lowerBound ?? 0).count { $0.step != nil }
    for column in columns {
      if column.step != nil { position += 1 }
      addStep(column, position, y: stageHeight, height: stepHeight)
    }
  }

  // MARK: Stages

  private func stageSpans() -> [StageSpan] {
    var spans: [StageSpan] = []
    for column in columns {
      if let last = spans.last, last.index == column.stage {
        spans[spans.count - 1].width += columnWidth
      } else {
        spans.append(
          StageSpan(
            stage: contents.stages[column.stage], index: column.stage, x: column.x,
            width: columnWidth))
      }
    }
    return spans
  }

  /// The last one's tip does not reach beyond its columns.
  private func stageTextFrame(_ span: StageSpan, isLast: Bool) -> Rect {
    let inset = Self.tip + 8
    return Rect(inset, 0, span.width - inset - (isLast ? Self.tip + 2 : 6), 0)
  }

  private func stageTextHeight(_ span: StageSpan, isLast: Bool) -> Double {
    measuring.size(
      of: span.stage.title, style: theme.type.stage,
      width: stageTextFrame(span, isLast: isLast).width
    ).height
  }

  private mutating func addStage(_ span: StageSpan, height: Double, isLast: Bool) {
    let swatch = span.stage.colour ?? Theme.stageSwatch(at: span.index)
    let frameWidth = span.width + (isLast ? 0 : Self.tip - Self.tipGap)
    let key = LayoutCache.Key(
      part: "stage", texts: [span.stage.title], numbers: [frameWidth, height, isLast ? 1 : 0],
      colours: [swatch])
    let content = cache.content(for: key) {
      let banner = theme.stage(swatch)
      let textHeight = stageTextHeight(span, isLast: isLast)
      var frame = stageTextFrame(span, isLast: isLast)
      frame.y = (height - textHeight) / 2
      frame.height = textHeight
      let shape = chevron(Size(frameWidth, height))
      var primitives: [Primitive] = [.fill(.path(shape), banner.fill)]
      if let outline = banner.outline {
        primitives.append(.stroke(.path(shape), outline, width: 1))
      }
      if !span.stage.title.isEmpty {
        primitives.append(
          .text(
            TextBlock(
              span.stage.title, style: theme.type.stage, color: banner.text,
              frame: mirrored(frame, in: frameWidth), alignment: .centre)))
      }
      return LayoutCache.SizedContent(
        content: ItemContent(primitives, spoken: span.stage.title), height: height)
    }
    items.append(
      SceneItem(
        subject: .record(span.stage.reference), role: .stageHeader, band: .columnHeader,
        frame: Rect(span.x, 0, frameWidth, height), content: content.content, isWhole: false,
        label: label(of: span.stage, at: span.index)))
  }

  /// An arrow that points to the end of the journey, with a notch for the one before it.
  private func chevron(_ size: Size) -> [PathElement] {
    let points = [
      Point(0, 0), Point(size.width - Self.tip, 0), Point(size.width, size.height / 2),
      Point(size.width - Self.tip, size.height), Point(0, size.height),
      Point(Self.tip, size.height / 2),
    ].map { isMirrored ? Point(size.width - $0.x, $0.y) : $0 }
    return [.move(points[0])] + points.dropFirst().map { .line($0) } + [.close]
  }

  // MARK: Steps

  static let starSize = 11.0

  /// The titles of the steps are measured at once: Inter's bold letters and blanks keep different
  /// distances, so that such titles take Pango as long as all cards take.
  func prepareTitles() {
    measuring.prepare(
      columns.compactMap(\.step).map {
        WrappedText(shownTitle(of: $0), style: theme.type.step, width: stepTextWidth($0))
      })
  }

  private func stepTextSize(_ step: Step) -> Size {
    measuring.size(of: shownTitle(of: step), style: theme.type.step, width: stepTextWidth(step))
  }

  /// Nothing but a hint where there is none.
  private func shownTitle(of step: Step) -> String {
    step.title.isEmpty && options.hintsAtTitles ? tr("Untitled step") : step.title
  }

  private func stepTextWidth(_ step: Step) -> Double {
    columnWidth - 18 - (step.isMomentOfTruth ? Self.starSize + 5 : 0)
      - (step.opensMapID == nil ? 0 : NestedMapMark.side + 5)
  }

  /// - Parameter position: of the step among all, from 1.
  private mutating func addStep(_ column: Column, _ position: Int, y: Double, height: Double) {
    let title = column.step?.title ?? ""
    let shown = column.step.map { shownTitle(of: $0) } ?? ""
    let isMoment = column.step?.isMomentOfTruth ?? false
    let size = Size(columnWidth, height)
    let key = LayoutCache.Key(
      part: "step", texts: [title, shown],
      numbers: [size.width, height, isMoment ? 1 : 0, column.step?.opensMapID == nil ? 0 : 1])
    let content = cache.content(for: key) {
      var primitives = cellLines(size, row: theme.strongLine, fill: theme.headerSurface)
      if let step = column.step {
        let textSize = stepTextSize(step)
        let textWidth = stepTextWidth(step)
        if !shown.isEmpty {
          let frame = Rect(10, (height - textSize.height) / 2, textWidth, textSize.height)
          primitives.append(
            headerText(
              shown, style: theme.type.step,
              color: title.isEmpty ? theme.secondaryText : theme.text,
              frame: mirrored(frame, in: size.width)))
        }
        if isMoment {
          // Beside a short title, at the edge when the title needs its width or runs the other way.
          let runsAlong = (TextDirection.isRightToLeft(shown) ?? false) == isMirrored
          let natural = measuring.naturalWidth(of: shown, style: theme.type.step)
          let left = 10 + (runsAlong ? min(textWidth, natural) : textWidth) + 5
          let frame = Rect(left, height / 2 - Self.starSize / 2, Self.starSize, Self.starSize)
          primitives.append(.fill(.path(star(mirrored(frame, in: size.width))), theme.text))
        }
      }
      return LayoutCache.SizedContent(
        content: ItemContent(primitives, spoken: title), height: height)
    }
    items.append(
      SceneItem(
        subject: column.step.map { .record($0.reference) },
        role: column.step == nil ? .decoration : .stepHeader, band: .columnHeader,
        frame: Rect(column.x, y, size.width, height), content: content.content,
        label: column.step.map { label(of: $0, at: position) } ?? .none))
    if let step = column.step, step.opensMapID != nil { addNestedMapMark(step, column, y, height) }
  }

  /// At the end of the step's header, to be clicked.
  private mutating func addNestedMapMark(
    _ step: Step, _ column: Column, _ y: Double, _ height: Double
  ) {
    let side = NestedMapMark.side + 8
    let content = cache.content(for: .init(part: "nested map", numbers: [isMirrored ? 1 : 0])) {
      LayoutCache.SizedContent(
        content: ItemContent(
          NestedMapMark.primitives(at: Point(4, 4), color: theme.accent, isMirrored: isMirrored)),
        height: side)
    }.content
    items.append(
      SceneItem(
        subject: .nestedMap(stepID: step.reference), role: .mark, band: .columnHeader,
        frame: Rect(
          column.x + columnWidth - side - 3, y + (height - side) / 2, side, side),
        content: content))
  }

  /// A star with five points.
  private func star(_ frame: Rect) -> [PathElement] {
    // Unit vectors at 0°, 36°, … from the top.
    let directions: [(Double, Double)] = [
      (0, -1), (0.5878, -0.8090), (0.9511, -0.3090), (0.9511, 0.3090), (0.5878, 0.8090), (0, 1),
      (-0.5878, 0.8090), (-0.9511, 0.3090), (-0.9511, -0.3090), (-0.5878, -0.8090),
    ]
    let points = directions.enumerated().map { index, direction in
      let radius = frame.width / 2 * (index.isMultiple(of: 2) ? 1 : 0.42)
      return Point(frame.midX + direction.0 * radius, frame.midY + direction.1 * radius)
    }
    return [.move(points[0])] + points.dropFirst().map { .line($0) } + [.close]
  }

  // MARK: Corner

  private var cornerName: String { contents.persona.map(JourneyWords.name(of:)) ?? "—" }

  private var cornerLabel: String { tr("Persona: {name}", ["name": cornerName]) }

  /// Points across of the portrait, and between it and the name.
  private static let portraitSide = 30.0
  private static let portraitGap = 8.0

  private func cornerContent(height: Double? = nil) -> LayoutCache.SizedContent {
    let portrait = contents.persona.map { contents.portrait(of: $0) } ?? nil
    let inset = portrait == nil ? 0 : Self.portraitSide + Self.portraitGap
    let all = rowHeaderTextFrame
    let frame = Rect(all.x + inset, 0, all.width - inset, 0)
    let label = tr("Persona")
    let labelSize = measuring.size(of: label, style: theme.type.cornerLabel, width: frame.width)
    let nameSize = measuring.size(of: cornerName, style: theme.type.cornerName, width: frame.width)
    let textHeight = labelSize.height + 1 + nameSize.height
    let height =
      height ?? (max(textHeight, portrait == nil ? 0 : Self.portraitSide) + 14).rounded(.up)
    let top = ((height - textHeight) / 2).rounded(.down)
    let size = Size(options.rowHeaderWidth, height)
    var primitives = cellLines(size, row: theme.strongLine, fill: theme.headerSurface)
    if let portrait {
      let place = mirrored(
        Rect(
          all.x, ((height - Self.portraitSide) / 2).rounded(.down), Self.portraitSide,
          Self.portraitSide), in: size.width)
      primitives += Portrait.primitives(ImageData(portrait), in: place, theme: theme)
    }
    primitives += [
      headerText(
        label, style: theme.type.cornerLabel, color: theme.secondaryText,
        frame: mirrored(Rect(frame.x, top, frame.width, labelSize.height), in: size.width)),
      headerText(
        cornerName, style: theme.type.cornerName, color: theme.text,
        frame: mirrored(
          Rect(frame.x, top + labelSize.height + 1, frame.width, nameSize.height),
          in: size.width)),
    ]
    let key = LayoutCache.Key(
      part: "corner",
      texts: [label, cornerName, portrait?.id.uuidString ?? "", "\(portrait?.data.count ?? 0)"],
      numbers: [height, options.rowHeaderWidth])
    return cache.content(for: key) {
      LayoutCache.SizedContent(
        content: ItemContent(primitives, spoken: cornerLabel), height: height)
    }
  }

  // MARK: Parts

  var rowHeaderTextFrame: Rect {
    Rect(10, 0, options.rowHeaderWidth - 18, 0)
  }

  /// A filled rectangle with a line at its end and one under it.
  func cellLines(_ size: Size, row: Color, fill: Color?) -> [Primitive] {
    var primitives: [Primitive] = []
    if let fill { primitives.append(.fill(.rectangle(Rect(0, 0, size.width, size.height)), fill)) }
    primitives.append(
      .fill(
        .rectangle(mirrored(Rect(size.width - 1, 0, 1, size.height), in: size.width)), theme.line))
    primitives.append(.fill(.rectangle(Rect(0, size.height - 1, size.width, 1)), row))
    return primitives
  }

  func plain(_ color: Color, _ size: Size) -> ItemContent {
    let key = LayoutCache.Key(part: "plain", numbers: [size.width, size.height])
    return cache.content(for: key) {
      LayoutCache.SizedContent(
        content: ItemContent([.fill(.rectangle(Rect(0, 0, size.width, size.height)), color)]),
        height: size.height)
    }.content
  }
}
