import Foundation

/// What needs somebody, and the state of every practice, on a page.
extension TextDocument {
  /// How much of it stands on a page: the fullest first, for the page holds what it can.
  private struct Fullness {
    /// Matters that are listed; of the others it is said how many there are of each.
    var matters: Int
    /// Letters of a title, and of what stands beside a figure; nil: all.
    var title: Int?
    var detail: Int?
    /// Whether figures have a column of their own; else they begin their sentence.
    var hasColumn = false
    /// Whether the most important figures stand over all, large.
    var hasKeyFigures = true

    static let all =
      [Fullness(matters: 100, hasColumn: true), Fullness(matters: 10, hasColumn: true)]
      + [10, 8, 7, 6, 5].map { Fullness(matters: $0) }
      + [8, 6, 5, 4].map { Fullness(matters: $0, title: 60, detail: 90) }
      + [5, 4, 3].map { Fullness(matters: $0, title: 40, detail: 48) }
      + [5, 4, 3].map { Fullness(matters: $0, title: 40, detail: 40, hasKeyFigures: false) }
  }

  public init(
    overviewOf contents: WorkspaceContents, today: CalendarDay = CalendarDay(Date()),
    days: DayFormat = .local
  ) {
    let states = PracticeStates(contents, today: today)
    let attention = Attention(contents, today: today)
    let all = Fullness.all.map {
      TextDocument(
        overviewOf: contents, states, attention, $0,
        tr("Overview of {day}", ["day": days.text(today)]))
    }
    self = all[0]
    shorter = Array(all.dropFirst())
  }

  private init(
    overviewOf contents: WorkspaceContents, _ states: PracticeStates, _ attention: Attention,
    _ fullness: Fullness, _ day: String
  ) {
    let name = contents.workspace.title.isBlank ? tr("Overview") : contents.workspace.title
    self.init(title: name)
    isCompact = true
    letterhead = Letterhead(of: contents)
    addHeading(1, name.shortened(to: fullness.title))
    blocks.append(.rule(day))
    let first = PracticeStates.headline.map { states[$0] }.filter(\.hasBegun)
    if !first.isEmpty, fullness.hasKeyFigures { blocks.append(.keyFigures(first.map(\.keyFigure))) }
    add(attention, fullness)
    add(states, fullness)
  }

  private mutating func add(_ attention: Attention, _ fullness: Fullness) {
    addHeading(2, tr("What needs somebody today"))
    guard attention.n > 0 else {
      blocks.append(.paragraph(tr("Nothing needs anybody today.")))
      return
    }
    blocks.append(
      .grid(
        Grid(
          "",
          [
            Grid.Column(tr("Matter"), weight: 3), Grid.Column(tr("What"), weight: 3.4),
            Grid.Column(tr("Who"), weight: 2),
            Grid.Column(tr("How old"), weight: 1, isFigure: true),
          ],
          attention.items.prefix(fullness.matters).map {
            [
              $0.matter.title, $0.name.shortened(to: fullness.title),
              $0.who.isBlank ? "–" : $0.who.singleLine.shortened(to: fullness.title), $0.age,
            ]
          }, isDense: true)))
    addRest(attention.items.dropFirst(fullness.matters))
    blocks.append(.rule(Attention.rule))
  }

  /// How many more there are, and of what.
  private mutating func addRest(_ items: some Collection<Attention.Item>) {
    guard !items.isEmpty else { return }
    let counts = Dictionary(grouping: items, by: \.matter).mapValues(\.count)
    var seen: Set<Attention.Matter> = []
    let matters = items.map(\.matter).filter { seen.insert($0).inserted }
    blocks.append(
      .paragraph(
        tr(
          "And {count} more: {matters}.",
          [
            "count": items.count,
            "matters": matters.map {
              tr("{name} ({count})", ["name": $0.title, "count": counts[$0] ?? 0])
            }.joined(separator: ", "),
          ])))
  }

  private mutating func add(_ states: PracticeStates, _ fullness: Fullness) {
    addHeading(2, tr("The state of every practice"))
    if states.n > 0 {
      blocks.append(
        .grid(states.table("", detail: fullness.detail, hasColumn: fullness.hasColumn)))
    }
    let waiting = states.states.filter { !$0.hasBegun }
    if !waiting.isEmpty {
      blocks.append(
        .paragraph(
          tr(
            "Not begun yet: {practices}.", ["practices": listed(waiting.map(\.subject.title))])))
    }
    blocks.append(
      .rule(
        tr(
          "Each figure is worked out as on the page of its practice, where its rule stands; n is how much stands behind it."
        )))
  }
}

extension PracticeStates {
  /// A line for each practice that somebody has begun with, part by part.
  ///
  /// - Parameters:
  ///   - letters: of what stands beside a figure; nil: all.
  ///   - hasColumn: whether figures have a column of their own.
  func table(
    _ caption: String, detail letters: Int? = nil, hasColumn: Bool = true
  ) -> TextDocument.Grid {
    var rows: [[String]] = []
    for part in Heading.allCases {
      let begun = begun(part)
      if begun.isEmpty { continue }
      rows.append([part.title])
      rows += begun.map { state in
        let mark = state.wantsAttention ? "⚠\u{A0}" : ""
        let words = [
          state.meaning.shortened(to: letters), mark + state.detail.shortened(to: letters),
          state.size,
        ].filter { !$0.isEmpty }.joined(separator: " · ")
        return [state.subject.title]
          + (hasColumn ? [state.figure, words] : ["\(state.figure) \(words)"])
      }
    }
    return TextDocument.Grid(
      caption,
      [.init(tr("Practice"), weight: 2)]
        + (hasColumn ? [.init(tr("Figure"), isFigure: true)] : [])
        + [.init(hasColumn ? tr("What it is of") : tr("How it stands"), weight: 4)],
      rows, isDense: true, standsBeside: true)
  }

  /// What is said first, and largest.
  public static let headline: [Subject] = [.readiness, .promises, .metrics, .turnover]
}

extension PracticeStates.State {
  /// For a page on which it stands large.
  public var keyFigure: TextDocument.KeyFigure {
    TextDocument.KeyFigure(figure, meaning, size)
  }
}

extension Attention.Item {
  /// Its title on one line, or that it has none.
  public var name: String {
    title.isBlank ? tr("something without a name") : title.singleLine
  }
}

extension String {
  /// With a sign where it was cut, between words where it can be.
  fileprivate func shortened(to letters: Int?) -> String {
    guard let letters, count > letters else { return self }
    let head = prefix(letters - 1)
    let end = head.lastIndex(where: \.isWhitespace).map { head[..<$0] } ?? head
    let kept = end.count > letters / 2 ? end : head
    return kept.trimmingCharacters(in: .whitespaces.union(.punctuationCharacters)) + "…"
  }
}
