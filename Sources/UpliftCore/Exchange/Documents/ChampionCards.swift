import Foundation

/// The Customer Champion accolades of a workspace, each for a postcard.
public struct ChampionCards: Equatable, Sendable {
  public struct Card: Equatable, Sendable {
    public var to: String
    public var from: String
    public var day: String
    /// The value that was shown; may be empty.
    public var value: String
    public var story: String
    /// At which step of a journey; may be empty.
    public var step: String
  }

  public var organisation: String
  public var cards: [Card]
  /// Nil when the organisation has nothing of its own.
  public var letterhead: Letterhead?

  public var title: String { tr("Customer Champions") }

  /// Nil when there are none.
  ///
  /// - Parameter ids: only these accolades; nil: all.
  public init?(
    _ contents: WorkspaceContents, only ids: Set<UUID>? = nil, days: DayFormat = .local
  ) {
    let champions = contents.champions.inOrder().filter { ids?.contains($0.id) ?? true }
    guard !champions.isEmpty else { return nil }
    let values = Dictionary(
      contents.cultureValues.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    organisation = TextDocument.name(of: contents.workspace)
    letterhead = Letterhead(of: contents)
    let steps = contents.stepTitles
    cards = champions.map { champion in
      Card(
        to: [champion.toName, champion.team].filter { !$0.isEmpty }.joined(separator: ", "),
        from: champion.fromName, day: champion.day.map(days.text) ?? "",
        value: champion.valueID.flatMap { values[$0] } ?? "", story: champion.story,
        step: champion.stepID.flatMap { steps[$0] } ?? "")
    }
  }

  /// As text, for web pages and Markdown.
  var document: TextDocument {
    var document = TextDocument(title: title)
    document.letterhead = letterhead
    document.addHeading(1, title)
    document.blocks.append(.rule(organisation))
    for card in cards {
      document.addHeading(2, card.to)
      if !card.story.isEmpty { document.blocks.append(.quote(card.story)) }
      document.addFacts([
        (tr("Value"), card.value), (tr("From"), card.from), (tr("Day"), card.day),
        (tr("Step"), card.step),
      ])
    }
    return document
  }
}
