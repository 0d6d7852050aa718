import UpliftCore

/// Draws a board's notes and clusters.
struct NoteContent {
  private static let padding = 10.0
  private static let top = 9.0
  private static let radius = 5.0
  /// Points; the same for every hidden text, which tells nothing of its length.
  private static let hiddenHeight = 28.0
  /// Of a vote's dot, and from one dot to the next.
  private static let dot = 8.0
  private static let dotPitch = 10.5
  /// More votes are shown as one dot and a number.
  private static let mostDots = 10
  /// More votes than one counts at a glance get the number beside their dots.
  private static let mostUncounted = 5

  let measuring: any TextMeasuring
  let theme: Theme
  let isMirrored: Bool

  /// A note's picture, as high as its text needs.
  func make(_ look: LayoutCache.NoteLook, author: String?, theme noteTheme: String)
    -> LayoutCache.SizedContent
  {
    let width = look.width
    let inner = width - 2 * Self.padding
    let textHeight =
      look.isHidden
      ? Self.hiddenHeight
      : look.text.isEmpty
        ? 16 : measuring.size(of: look.text, style: theme.type.note, width: inner).height
    var height = Self.top + textHeight.rounded(.up)
    var details: [Primitive] = []
    let connected = connections(
      steps: look.steps, outcomes: look.outcomes, y: height + 6, width: width, inset: Self.padding)
    if connected.height > 0 { height += 6 + connected.height }
    if !look.detail.isEmpty || look.votes > 0 {
      height += 6
      let row = detailRow(
        look.detail, votes: look.votes, y: height, width: width, inset: Self.padding)
      details = row.primitives
      height += row.height
    }
    height = (height + 10).rounded(.up)

    let tint = theme.note(look.swatch)
    let paper = Rect(0, 0, width, height - 1)
    var primitives: [Primitive] = [
      .fill(
        .roundedRectangle(paper.offset(by: Point(0, 1)), radius: Self.radius), theme.shadow),
      .fill(.roundedRectangle(paper, radius: Self.radius), tint.fill),
    ]
    if let outline = tint.outline {
      primitives.append(
        .stroke(.roundedRectangle(paper.inset(0.5, 0.5), radius: Self.radius), outline, width: 1))
    }
    if look.isHidden {
      primitives += hiddenText(inner, color: tint.strong)
    } else if !look.text.isEmpty {
      primitives.append(
        .text(
          TextBlock(
            look.text, style: theme.type.note, color: theme.text,
            frame: Rect(Self.padding, Self.top, inner, textHeight))))
    }
    let content = ItemContent(
      primitives + connected.primitives + details,
      spoken: spoken(look, author: author, theme: noteTheme),
      link: WebAddress.first(in: [look.text]))
    return LayoutCache.SizedContent(content: content, height: height, marks: connected.marks)
  }

  /// Two bars and a crossed eye stand for a text that is hidden, whatever its length.
  private func hiddenText(_ inner: Double, color: Color) -> [Primitive] {
    let left = Self.padding
    let pale = color.with(alpha: 0.3)
    func bar(_ y: Double, _ share: Double) -> Primitive {
      let width = (inner - 26) * share
      let x = isMirrored ? left + inner - 26 - width : left + 26
      return .fill(
        .roundedRectangle(
          Rect(x, Self.top + y, width, 8), radius: 4), pale)
    }
    let centre = Point(isMirrored ? left + inner - 9 : left + 9, Self.top + 14)
    let (west, east) = (Point(centre.x - 9, centre.y), Point(centre.x + 9, centre.y))
    let eye = Shape.path([
      .move(west),
      .curve(
        Point(centre.x - 4, centre.y - 8), Point(centre.x + 4, centre.y - 8), to: east),
      .curve(Point(centre.x + 4, centre.y + 8), Point(centre.x - 4, centre.y + 8), to: west),
      .close,
    ])
    let slash = Shape.path([
      .move(Point(centre.x - 7, centre.y + 8)), .line(Point(centre.x + 7, centre.y - 8)),
    ])
    return [
      .stroke(eye, color, width: 1.5),
      .fill(.ellipse(Rect(centre.x - 2.5, centre.y - 2.5, 5, 5)), color),
      .stroke(slash, color, width: 1.5), bar(3, 1), bar(17, 0.6),
    ]
  }

  private func spoken(_ look: LayoutCache.NoteLook, author: String?, theme: String) -> String {
    var parts = [look.isHidden ? tr("Hidden note") : look.text]
    if let author, !author.isEmpty { parts.append(tr("by {name}", ["name": author])) }
    if !theme.isEmpty { parts.append(theme) }
    if look.votes > 0 { parts.append(ntr("{count} vote", "{count} votes", look.votes)) }
    parts += spoken(steps: look.steps, outcomes: look.outcomes)
    return parts.joined(separator: ", ")
  }

  // MARK: Clusters

  struct ClusterHead {
    var titleHeight: Double
    var votesTop: Double
    /// Down to where the first note begins.
    var height: Double
    var padding: Double
    var connections = Connections()
  }

  /// The title takes the whole width, and votes stand under it, so that they never meet.
  func clusterHead(
    _ title: String, votes: Int, width: Double, padding: Double, steps: [String] = [],
    outcomes: [String] = []
  ) -> ClusterHead {
    let inner = width - 2 * (padding + 3)
    let titleHeight =
      title.isEmpty
      ? 16 : measuring.size(of: title, style: theme.type.clusterTitle, width: inner).height
    let connected = connections(
      steps: steps, outcomes: outcomes, y: 10 + titleHeight.rounded(.up) + 4, width: width,
      inset: padding + 3)
    let votesTop = 10 + titleHeight.rounded(.up) + 4 + connected.height
    return ClusterHead(
      titleHeight: titleHeight, votesTop: votesTop,
      height: votes > 0 ? votesTop + 22 : votesTop + 5, padding: padding, connections: connected)
  }

  func cluster(
    _ head: ClusterHead, title: String, votes: Int, count: Int, size: Size, steps: [String] = [],
    outcomes: [String] = []
  ) -> ItemContent {
    let frame = Rect(0, 0, size.width, size.height)
    var primitives: [Primitive] = [
      .fill(.roundedRectangle(frame, radius: 8), theme.headerSurface),
      .stroke(
        .roundedRectangle(frame.inset(0.5, 0.5), radius: 7.5), theme.strongLine, width: 1),
    ]
    let inset = head.padding + 3
    if !title.isEmpty {
      primitives.append(
        .text(
          TextBlock(
            title, style: theme.type.clusterTitle, color: theme.text,
            frame: Rect(inset, 10, size.width - 2 * inset, head.titleHeight))))
    }
    primitives += head.connections.primitives
    if votes > 0 {
      primitives +=
        detailRow("", votes: votes, y: head.votesTop, width: size.width, inset: inset).primitives
    }
    var spoken = [
      tr("Cluster {title}", ["title": title]), ntr("{count} note", "{count} notes", count),
    ]
    if votes > 0 { spoken.append(ntr("{count} vote", "{count} votes", votes)) }
    spoken += self.spoken(steps: steps, outcomes: outcomes)
    return ItemContent(primitives, spoken: spoken.joined(separator: ", "))
  }

  func addition(_ size: Size, isProminent: Bool) -> ItemContent {
    let frame = Rect(0, 0, size.width, size.height)
    let center = Point(frame.midX, frame.midY)
    let color = theme.secondaryText
    var primitives: [Primitive] = [
      .fill(.rectangle(Rect(center.x - 6, center.y - 0.75, 12, 1.5)), color),
      .fill(.rectangle(Rect(center.x - 0.75, center.y - 6, 1.5, 12)), color),
    ]
    if isProminent {
      primitives.append(
        .stroke(
          .roundedRectangle(frame.inset(0.5, 0.5), radius: Self.radius), theme.secondaryText,
          width: 1, dash: [4, 3]))
    }
    return ItemContent(primitives)
  }

  // MARK: Author, theme and votes

  /// The detail at the leading edge, votes at the trailing edge: dots when there is room beside
  /// the detail, or else one dot and the number.
  private func detailRow(
    _ detail: String, votes: Int, y: Double, width: Double, inset: Double
  ) -> (primitives: [Primitive], height: Double) {
    let inner = width - 2 * inset
    let style = theme.type.noteDetail
    let natural =
      detail.isEmpty ? 0 : measuring.naturalWidth(of: detail, style: style).rounded(.up) + 1
    let number = String(votes)
    let numberWidth =
      votes == 0
      ? 0 : measuring.naturalWidth(of: number, style: theme.type.voteCount).rounded(.up) + 1
    let showsNumber = votes > Self.mostUncounted
    let dotsWidth =
      Double(votes - 1) * Self.dotPitch + Self.dot + (showsNumber ? numberWidth + 5 : 0)
    let showsDots = votes > 0 && votes <= Self.mostDots && natural + 8 + dotsWidth <= inner
    let votesWidth = votes == 0 ? 0 : showsDots ? dotsWidth : Self.dot + 4 + numberWidth
    let gap = votes > 0 && !detail.isEmpty ? 8.0 : 0
    let detailWidth = max(1, inner - votesWidth - gap)
    let detailHeight =
      detail.isEmpty ? 0 : measuring.size(of: detail, style: style, width: detailWidth).height
    let numberHeight =
      votes == 0
      ? 0
      : measuring.size(of: number, style: theme.type.voteCount, width: numberWidth).height
    let height = max(detailHeight, numberHeight, Self.dot).rounded(.up)

    var primitives: [Primitive] = []
    func place(_ frame: Rect) -> Rect {
      isMirrored ? Rect(width - frame.maxX, frame.y, frame.width, frame.height) : frame
    }
    if !detail.isEmpty {
      let ownDirection = TextDirection.isRightToLeft(detail) ?? false
      primitives.append(
        .text(
          TextBlock(
            detail, style: style, color: theme.secondaryText,
            frame: place(Rect(inset, y + (height - detailHeight) / 2, detailWidth, detailHeight)),
            alignment: ownDirection == isMirrored ? .leading : .trailing)))
    }
    guard votes > 0 else { return (primitives, height) }
    let left = width - inset - votesWidth
    let dotTop = y + (height - Self.dot) / 2
    for index in 0..<(showsDots ? votes : 1) {
      let dot = Rect(left + Double(index) * Self.dotPitch, dotTop, Self.dot, Self.dot)
      primitives.append(.fill(.ellipse(place(dot)), theme.accent))
    }
    if !showsDots || showsNumber {
      primitives.append(
        .text(
          TextBlock(
            number, style: theme.type.voteCount, color: theme.text,
            frame: place(
              Rect(
                width - inset - numberWidth, y + (height - numberHeight) / 2, numberWidth,
                numberHeight)),
            alignment: .centre)))
    }
    return (primitives, height)
  }
}
