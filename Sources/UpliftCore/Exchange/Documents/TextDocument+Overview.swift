import Foundation

/// What needs somebody, and the state of every practice, on a page.
extension TextDocument {
  /// Of a page: more are counted, not listed.
  private static let mattersOnPage = 8

  public init(
    overviewOf contents: WorkspaceContents, today: CalendarDay = CalendarDay(Date()),
    days: DayFormat = .local
  ) {
    let name = contents.workspace.title.isBlank ? tr("Overview") : contents.workspace.title
    self.init(title: name)
    letterhead = Letterhead(of: contents)
    addHeading(1, name)
    blocks.append(.rule(tr("Overview of {day}", ["day": days.text(today)])))
    let states = PracticeStates(contents, today: today)
    let first = PracticeStates.headline.map { states[$0] }.filter(\.hasBegun)
    if !first.isEmpty { blocks.append(.keyFigures(first.map(\.keyFigure))) }
    add(Attention(contents, today: today))
    add(states)
  }

  private mutating func add(_ attention: Attention) {
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
          attention.items.prefix(Self.mattersOnPage).map {
            [$0.matter.title, $0.name, $0.who.isBlank ? "–" : $0.who.singleLine, $0.age]
          })))
    let left = attention.n - Self.mattersOnPage
    if left > 0 {
      blocks.append(.paragraph(ntr("And {count} more matter.", "And {count} more matters.", left)))
    }
    blocks.append(.rule(Attention.rule))
  }

  private mutating func add(_ states: PracticeStates) {
    addHeading(2, tr("The state of every practice"))
    if states.n > 0 { blocks.append(.grid(states.table(""))) }
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
  func table(_ caption: String) -> TextDocument.Grid {
    var rows: [[String]] = []
    for part in Heading.allCases {
      let begun = begun(part)
      if begun.isEmpty { continue }
      rows.append([part.title])
      rows += begun.map { state in
        [
          state.subject.title, state.figure, state.meaning,
          [state.detail, state.wantsAttention ? "⚠" : ""].filter { !$0.isEmpty }
            .joined(separator: " "), String(state.n),
        ]
      }
    }
    return TextDocument.Grid(
      caption,
      [
        .init(tr("Practice"), weight: 2), .init(tr("Figure"), isFigure: true),
        .init(tr("What it is of"), weight: 2), .init(tr("Beside it"), weight: 3),
        .init(tr("n"), isFigure: true),
      ], rows, isDense: true)
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
