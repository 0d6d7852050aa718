import Foundation

/// Initiatives that answer a pain point and treat none of its causes: a discount, an apology. What
/// hurts comes back.
public struct SymptomTreatment: Equatable, Sendable {
  public struct Item: Equatable, Sendable, Identifiable {
    public var initiative: Initiative
    /// What it answers, in the order of the links.
    public var painPoints: [Card]

    public var id: UUID { initiative.id }
  }

  /// With a pain point and no cause, in order.
  public let items: [Item]
  /// With a pain point and a cause, in order.
  public let treatingCauses: [Initiative]
  /// With neither: nobody says what they are to heal; in order.
  public let unconnected: [Initiative]
  /// Initiatives under way (n).
  public let n: Int

  /// - Parameters:
  ///   - painPoints: cards that say what hurts.
  ///   - opportunities: an initiative answers what its opportunity, or the card of that, is linked
  ///     with.
  ///   - links: of any role, in either direction.
  public init(
    _ initiatives: [Initiative], painPoints: [Card], opportunities: [Opportunity],
    treated: [InitiativeCause], causes: [Cause], links: [Link]
  ) {
    let under = initiatives.inOrder().filter(\.isUnderWay)
    let pain = Dictionary(painPoints.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let chances = Dictionary(opportunities.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let known = Dictionary(causes.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let treatedCauses = Dictionary(grouping: treated.filter { known[$0.causeID] != nil }) {
      $0.initiativeID
    }
    let neighbours = links.neighbours
    var items: [Item] = []
    var treating: [Initiative] = []
    var unconnected: [Initiative] = []
    for initiative in under {
      guard treatedCauses[initiative.id] == nil else {
        treating.append(initiative)
        continue
      }
      let opportunity = initiative.opportunityID.flatMap { chances[$0] }
      let card = opportunity?.cardID.map { EntityReference(.card, $0) }
      let ends = [initiative.reference, opportunity?.reference, card].compactMap { $0 }
      let near: [EntityReference] = ends.flatMap { [$0] + (neighbours[$0] ?? []) }
      var answered: [Card] = []
      for reference in near where reference.kind == .card {
        guard let card = pain[reference.id], !answered.contains(card) else { continue }
        answered.append(card)
      }
      if answered.isEmpty {
        unconnected.append(initiative)
      } else {
        items.append(Item(initiative: initiative, painPoints: answered))
      }
    }
    self.items = items
    treatingCauses = treating
    self.unconnected = unconnected
    n = under.count
  }

  /// Of a whole workspace.
  public init(_ contents: WorkspaceContents) {
    let lanes = Dictionary(
      contents.lanes.map { ($0.id, $0.laneKind) }, uniquingKeysWith: { $1 })
    self.init(
      contents.initiatives,
      painPoints: contents.cards.filter { ($0.cardKind ?? lanes[$0.laneID]) == .painPoints },
      opportunities: contents.opportunities, treated: contents.initiativeCauses,
      causes: contents.causes, links: contents.links)
  }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "An initiative treats only a symptom when it, its opportunity or the card of that is linked with a pain point, and no cause is named that it treats. Done and dropped ones are left out."
    )
  }
}
