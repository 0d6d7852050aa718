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

  func set(_ filter: JourneyFilter) { self.filter = filter }

  /// Links may be others now.
  func follow(_ change: WorkspaceChange) {
    let touchesLinks =
      change.isWholesale || change.upserts.contains { $0 is Link }
      || change.deletions.contains { [.link, .persona, .card].contains($0.kind) }
    if touchesLinks { personasOfCards = nil }
  }

  /// What of the map matches now.
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
    return match
  }
}
