import Foundation

/// What of a map matches a filter.
public struct FilterMatch: Equatable, Sendable {
  public var cards: Set<UUID>
  /// Steps at which a matching card stands, or which match by themselves.
  public var steps: Set<UUID>
  /// Whose emotions match; nil: everybody's. In it, nil is nobody in particular.
  public var personas: Set<UUID?>?
  /// Of the map, with those that do not match.
  public var cardCount: Int

  public init(
    cards: Set<UUID> = [], steps: Set<UUID> = [], personas: Set<UUID?>? = nil, cardCount: Int = 0
  ) {
    self.cards = cards
    self.steps = steps
    self.personas = personas
    self.cardCount = cardCount
  }
}

/// Finds what of a map matches a filter. It keeps what it worked out of texts, for the next time.
public final class FilterMatcher {
  private struct Comparable {
    var text: String
    var source: String
    var folded: String
  }

  private var texts: [UUID: Comparable] = [:]

  public init() {}

  /// A card matches a persona when it is linked with it; or, being linked with no persona at all,
  /// when the map has the persona's point of view. A step matches a department that stands behind
  /// it, while no other field asks for something that only cards have.
  ///
  /// - Parameter personasOfCards: personas that cards are linked with, by the card's id.
  public func match(
    _ filter: JourneyFilter, _ journey: JourneyContents,
    personasOfCards: [UUID: Set<UUID>] = [:]
  ) -> FilterMatch {
    let words = filter.words
    if words.isEmpty { texts = [:] }
    if texts.count > 2 * journey.cards.count + 1000 { texts = [:] }
    let kinds = Dictionary(
      journey.lanes.map { ($0.id, $0.laneKind) }, uniquingKeysWith: { first, _ in first })
    var cards: Set<UUID> = []
    for card in journey.cards.values {
      let fits =
        filter.evidence.holds(card.evidence)
        && filter.kinds.holds(card.cardKind ?? kinds[card.laneID] ?? .text)
        && filter.tags.meets { journey.extras.cardTags.targets(of: card.id) }
        && filter.channels.meets { journey.extras.cardChannels.targets(of: card.id) }
        && filter.departments.meets { departments(of: card, journey) }
        && filter.personas.meets {
          personasOfCards[card.id] ?? journey.map.personaID.map { [$0] } ?? []
        } && holds(words, card)
      if fits { cards.insert(card.id) }
    }
    return FilterMatch(
      cards: cards, steps: steps(filter, journey, cards), personas: personas(filter, journey),
      cardCount: journey.cards.count)
  }

  private func departments(of card: Card, _ journey: JourneyContents) -> Set<UUID> {
    guard let entries = journey.departmentsOfCards[card.id] else { return [] }
    return Set(entries.compactMap { journey.cardDepartments[$0]?.departmentID })
  }

  private func holds(_ words: [String], _ card: Card) -> Bool {
    guard !words.isEmpty else { return true }
    let folded: String
    if let known = texts[card.id], known.text == card.text, known.source == card.source {
      folded = known.folded
    } else {
      folded = JourneyFilter.comparable(card.text + "\n" + card.source)
      texts[card.id] = Comparable(text: card.text, source: card.source, folded: folded)
    }
    return words.allSatisfy(folded.contains)
  }

  private func steps(
    _ filter: JourneyFilter, _ journey: JourneyContents, _ cards: Set<UUID>
  ) -> Set<UUID> {
    var places: [UUID: Int] = [:]
    for (index, step) in journey.steps.enumerated() { places[step.id] = index }
    var steps: Set<UUID> = []
    for id in cards {
      guard let card = journey.cards[id], let first = places[card.stepID] else { continue }
      let last = min(first + max(card.span, 1), journey.steps.count)
      for index in first..<last { steps.insert(journey.steps[index].id) }
    }
    let asksOfCards =
      !filter.kinds.isEmpty || !filter.evidence.isEmpty || !filter.tags.isEmpty
      || !filter.channels.isEmpty
    guard !asksOfCards, !filter.departments.isEmpty || !filter.words.isEmpty else { return steps }
    let words = filter.words
    for step in journey.steps {
      let title = JourneyFilter.comparable(step.title)
      let fits =
        filter.departments.meets { journey.extras.stepDepartments.targets(of: step.id) }
        && words.allSatisfy(title.contains)
      if fits { steps.insert(step.id) }
    }
    return steps
  }

  private func personas(_ filter: JourneyFilter, _ journey: JourneyContents) -> Set<UUID?>? {
    guard !filter.personas.isEmpty else { return nil }
    var personas: Set<UUID?> = Set(filter.personas)
    // An emotion of nobody in particular is the point of view's.
    if let id = journey.map.personaID, filter.personas.contains(id) { personas.insert(nil) }
    return personas
  }
}

extension Set {
  /// Asks for nothing, or for this value.
  fileprivate func holds(_ value: Element) -> Bool { isEmpty || contains(value) }

  /// Asks for nothing, or for one of these values.
  fileprivate func meets(_ values: () -> Set<Element>) -> Bool {
    isEmpty || !isDisjoint(with: values())
  }
}
