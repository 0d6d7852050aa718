import Foundation
import UpliftCore

/// The filter of a map on the screen, with what it finds.
@MainActor public final class JourneyFocus {
  public private(set) var filter = JourneyFilter()
  /// Nil: no filter is on.
  public private(set) var match: FilterMatch?
  private let matcher = FilterMatcher()
  /// Nil: to be read again.
  private var personasOfCards: [UUID: Set<UUID>]?

  /// What somebody looked for and went to; it is shown whatever the filter says.
  private(set) var visited: EntityReference?

  func set(_ filter: JourneyFilter) {
    self.filter = filter
    visited = nil
  }

  /// False when it changes nothing.
  func visit(_ reference: EntityReference) -> Bool {
    guard !filter.isEmpty, visited != reference else { return false }
    visited = reference
    return true
  }

  /// Links may be others now.
  func follow(_ change: WorkspaceChange) {
    let touchesLinks =
      change.isWholesale || change.upserts.contains { $0 is Link }
      || change.deletions.contains { [.link, .persona, .card].contains($0.kind) }
    if touchesLinks { personasOfCards = nil }
  }

  /// What of the map matches now, and what was visited.
  func update(_ journey: JourneyContents, _ session: Session) -> FilterMatch? {
    guard !filter.isEmpty else {
      match = nil
      return nil
    }
    if !filter.personas.isEmpty, personasOfCards == nil {
      personasOfCards = session.read {
        try session.workspace.personasOfCards(onMap: journey.map.id)
      }
    }
    match = matcher.match(filter, journey, personasOfCards: personasOfCards ?? [:])
    guard var shown = match, let visited else { return match }
    switch visited.kind {
    case .card:
      shown.cards.insert(visited.id)
      if let stepID = journey.cards[visited.id]?.stepID { shown.steps.insert(stepID) }
    case .step: shown.steps.insert(visited.id)
    default: break
    }
    return shown
  }
}
