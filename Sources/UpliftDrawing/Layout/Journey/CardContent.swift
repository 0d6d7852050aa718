import UpliftCore

/// Draws one card of a map.
struct CardContent {
  /// Points between a card's edge and its text.
  private static let padding = 8.0
  private static let top = 6.0
  private static let bottom = 7.0
  private static let textToEvidence = 3.0
  private static let radius = 6.0
  /// Points of a card over many steps that its texts take: nobody reads a line of ten columns, and
  /// a sheet of paper has to hold it.
  static let longestLine = 520.0
  private static let barWidth = 3.0
  /// Of the mark of its kind, which is quieter than its text.
  static let markAlpha = 0.8

  let measuring: any TextMeasuring
  let theme: Theme
  let isMirrored: Bool
  private let marks = SharedMarks()

  init(measuring: any TextMeasuring, theme: Theme, isMirrored: Bool) {
    self.measuring = measuring
    self.theme = theme
    self.isMirrored = isMirrored
  }

  /// The card's text as it is wrapped in a picture that is `width` points wide.
  func text(of card: Card, kind: Lane.Kind, width: Double) -> WrappedText {
    WrappedText(
      card.text, style: kind == .thoughts ? theme.type.thought : theme.type.card,
      width: min(
        width - 2 * Self.padding - (Self.hasBar(kind) ? Self.barWidth : 0), Self.longestLine))
  }

  private static func hasBar(_ kind: Lane.Kind) -> Bool {
    kind == .painPoints || kind == .opportunities
  }

  /// The card's picture, `width` points wide and as high as its text needs.
  func make(
    _ card: Card, kind: Lane.Kind, look: CardLook = CardLook(), width: Double
  ) -> LayoutCache.SizedContent {
    let tint = theme.card(card.colour ?? Theme.swatch(for: kind))
    let hasBar = Self.hasBar(kind)
    let inset = Self.padding + (hasBar ? Self.barWidth : 0)
    let wrapped = text(of: card, kind: kind, width: width)
    let style = wrapped.style
    let innerWidth = wrapped.width
    let left = isMirrored ? width - inset - innerWidth : inset

    var rows: [Primitive] = []
    var y = Self.top + (look.image.map { $0.height(width: width) } ?? 0)
    if let figures = look.figures {
      rows += metricRows(figures, in: Rect(left, y, innerWidth, 0), tint: tint, y: &y)
    }
    if !card.text.isEmpty || look.figures == nil && look.image == nil {
      let textHeight = measuring.size(of: card.text, style: style, width: innerWidth).height
      if !card.text.isEmpty {
        rows.append(
          .text(
            TextBlock(
              card.text, style: style, color: theme.text,
              frame: Rect(left, y, innerWidth, textHeight))))
      }
      y += textHeight.rounded(.up)
    }
    if !look.channels.isEmpty {
      rows += channelRows(look.channels, in: Rect(left, y + 3, innerWidth, 0), y: &y)
    }
    if !look.tags.isEmpty {
      rows += tagRows(look.tags, in: Rect(left, y + 3, innerWidth, 0), y: &y)
    }
    let hasSource = look.isBacked || !card.source.allSatisfy(\.isWhitespace)
    let word = JourneyWords.name(of: card.evidence)
    let wordLeft = EvidenceMark.diameter + 5
    var wordWidth =
      innerWidth - wordLeft - KindMark.side - 4 - (hasSource ? SourceMark.side + 5 : 0)
    var wordHeight = measuring.size(of: word, style: theme.type.evidence, width: wordWidth).height
    // In a narrow card the word has a line of its own, and the marks stand under it.
    let isNarrow = wordHeight > 2 * theme.type.evidence.size
    if isNarrow {
      wordWidth = innerWidth - wordLeft
      wordHeight = measuring.size(of: word, style: theme.type.evidence, width: wordWidth).height
    }
    let wordTop = y + Self.textToEvidence
    let middle = wordTop + wordHeight / 2
    let marksMiddle = isNarrow ? wordTop + wordHeight + 2 + KindMark.side / 2 : middle
    let height =
      (isNarrow
      ? marksMiddle + KindMark.side / 2 + Self.bottom : wordTop + wordHeight + Self.bottom)
      .rounded(.up)

    let ground = ground(tint, isAssumed: card.evidence == .assumed)
    var primitives = background(
      Size(width, height), tint: tint, ground: ground, isAssumed: card.evidence == .assumed)
    if hasBar {
      primitives += marks.primitives(
        .bar(height: height), at: Point(isMirrored ? width : 0, 0), color: tint.strong
      ) { [bar(Size(width, height), color: tint.strong)] }
    }
    if let image = look.image {
      primitives += self.primitives(for: image, width: width, radius: Self.radius)
    }
    primitives += rows
    let evidencePlace = Point(
      isMirrored ? left + innerWidth - EvidenceMark.diameter : left,
      middle - EvidenceMark.diameter / 2)
    primitives += marks.primitives(
      .evidence(card.evidence), at: evidencePlace, color: ground
    ) {
      EvidenceMark.primitives(
        for: card.evidence, at: evidencePlace, ground: ground, theme: theme)
    }
    primitives.append(
      .text(
        TextBlock(
          word, style: theme.type.evidence, color: theme.secondaryText,
          frame: Rect(
            isMirrored ? left + innerWidth - wordLeft - wordWidth : left + wordLeft, wordTop,
            wordWidth, wordHeight), alignment: alignment(of: word))))
    if hasSource {
      let start =
        isNarrow
        ? 0
        : wordLeft + min(measuring.naturalWidth(of: word, style: theme.type.evidence), wordWidth)
          + 5
      primitives += SourceMark.primitives(
        at: Point(
          isMirrored ? left + innerWidth - start - SourceMark.side : left + start,
          marksMiddle - SourceMark.side / 2), color: theme.secondaryText)
    }
    let kindPlace = Point(
      isMirrored ? Self.padding : width - Self.padding - KindMark.side,
      marksMiddle - KindMark.side / 2)
    let kindColor = tint.strong.with(alpha: Self.markAlpha)
    primitives += marks.primitives(.kind(kind), at: kindPlace, color: kindColor) {
      KindMark.primitives(for: kind, at: kindPlace, color: kindColor, isMirrored: isMirrored)
    }

    // What it says holds on to no more of the card than it says: there are thousands.
    let content = ItemContent(primitives, link: WebAddress.first(in: [card.source, card.text])) {
      [text = card.text, kept = KeptLook(look)] in
      Self.sentence(text, evidence: word, hasSource: hasSource, look: kept.look)
    }
    return LayoutCache.SizedContent(content: content, height: height)
  }

  /// What a screen reader says of the card.
  private static func sentence(
    _ text: String, evidence: String, hasSource: Bool, look: CardLook
  ) -> String {
    let said = ([text] + [look.figures.map(MetricWords.sentence)].compactMap { $0 })
      .filter { !$0.isEmpty }.joined(separator: " · ")
    var spoken =
      look.image != nil
      ? tr("{evidence}, with a picture: {text}", ["evidence": evidence, "text": said])
      : tr("{evidence}: {text}", ["evidence": evidence, "text": said])
    if hasSource { spoken = tr("{card}, with a source", ["card": spoken]) }
    if !look.channels.isEmpty {
      spoken = tr(
        "{card}, through {channels}",
        ["card": spoken, "channels": listed(look.channels.map(\.name))])
    }
    guard !look.tags.isEmpty else { return spoken }
    return tr("{card}, tagged {tags}", ["card": spoken, "tags": listed(look.tags.map(\.name))])
  }

  /// A word of the program's own stands at the leading edge of the picture, even when it is in
  /// a language of the other direction.
  func alignment(of word: String) -> TextAlignment {
    (TextDirection.isRightToLeft(word) ?? false) == isMirrored ? .leading : .trailing
  }

  private func ground(_ tint: Theme.Tint, isAssumed: Bool) -> Color {
    isAssumed ? tint.fill.mixed(with: theme.surface, share: 0.6) : tint.fill
  }

  private func background(
    _ size: Size, tint: Theme.Tint, ground: Color, isAssumed: Bool
  ) -> [Primitive] {
    let frame = Rect(0, 0, size.width, size.height)
    // One shape for both is written to a PDF only once.
    let edge = Shape.roundedRectangle(frame.inset(0.5, 0.5), radius: Self.radius - 0.5)
    if isAssumed {
      return [
        .fill(edge, ground),
        .stroke(
          edge, tint.strong.mixed(with: theme.surface, share: 0.4), width: 1, dash: [3, 2.5]),
      ]
    }
    guard let outline = tint.outline else {
      return [.fill(.roundedRectangle(frame, radius: Self.radius), ground)]
    }
    return [.fill(edge, ground), .stroke(edge, outline, width: 1)]
  }

  /// Along the leading edge, following the card's corners.
  private func bar(_ size: Size, color: Color) -> Primitive {
    let radius = Self.radius
    func point(_ x: Double, _ y: Double) -> Point { Point(isMirrored ? size.width - x : x, y) }
    let handle = radius * 0.4477
    let inner = (radius - Self.barWidth) * 0.4477
    return .fill(
      .path([
        .move(point(radius, 0)),
        .curve(point(handle, 0), point(0, handle), to: point(0, radius)),
        .line(point(0, size.height - radius)),
        .curve(
          point(0, size.height - handle), point(handle, size.height), to: point(radius, size.height)
        ),
        .curve(
          point(Self.barWidth + inner, size.height), point(Self.barWidth, size.height - handle),
          to: point(Self.barWidth, size.height - radius)),
        .line(point(Self.barWidth, radius)),
        .curve(point(Self.barWidth, handle), point(Self.barWidth + inner, 0), to: point(radius, 0)),
        .close,
      ]), color)
  }
}
