import Foundation

/// What is different between two maps: a current map and its future, two versions of one map, or
/// any two.
///
/// Parts are matched one to one by where they come from: the same record, or one a copy of the
/// other (`basisID`, over several maps too), or both copies of a third. What is left is matched by
/// the same text: stages; steps in the same stage, then anywhere; lanes of the same kind; cards in
/// the same lane and step, then in the same lane, then anywhere. Only between maps of which no part
/// has a common origin, stages, steps of one stage and cards of one cell are also matched when
/// their texts are alike (half of their pairs of letters are the same), and lanes when their kind
/// is the same; there a similar text is the same thing put into other words.
///
/// A part that stands among other neighbours because something moved past it is not moved: the
/// fewest moves that explain the new order are reported. How lanes are shown (hidden, collapsed,
/// height, pinned, scale) is no difference. The maps' own titles and states are compared only when
/// both are the same map. Between a current and a future map it is no difference that a card is
/// assumed, or has no source, or the map is a hypothesis, in the future one: that is how it begins.
///
/// Comparing the other way round gives the same differences, with old and new exchanged.
public struct JourneyComparison: Equatable, Sendable {
  public private(set) var old: JourneyContents
  public private(set) var new: JourneyContents
  /// In the order of the map: of the map itself, then stages, steps, lanes and lines, cards; what
  /// was removed comes after what is there.
  public private(set) var differences: [Difference] = []
  let matching: PartMatching

  /// - Parameter basis: by part, what it was copied from, for maps that stand between the two: a
  ///   future map's future. The two maps' own parts need not be among them.
  public init(from old: JourneyContents, to new: JourneyContents, basis: [UUID: UUID] = [:]) {
    self.old = old
    self.new = new
    let oldIndex = MapIndex(old)
    let newIndex = MapIndex(new)
    var origins = Origins(basis: basis)
    for (part, basis) in oldIndex.basis() + newIndex.basis() { origins.basis[part] = basis }
    matching = Self.match(oldIndex, newIndex, origins)
    var finder = DifferenceFinder(old: oldIndex, new: newIndex, matching: matching)
    differences = finder.find()
  }

  /// The part of the newer map that a part of the older one is; nil when it is gone.
  public func newID(of oldID: UUID) -> UUID? { matching.newIDs[oldID] }

  /// The part of the older map that a part of the newer one is; nil when it is new.
  public func oldID(of newID: UUID) -> UUID? { matching.oldIDs[newID] }

  /// The same differences in other words, for a picture with less room.
  ///
  /// - Parameters:
  ///   - map: one of the two maps in its new words; the older one comes first.
  ///   - text: what stands in the place of a text in a difference; nil leaves it as it is.
  public func worded(
    map: (JourneyContents) -> JourneyContents, text: (String) -> String?
  ) -> JourneyComparison {
    var result = self
    result.old = map(old)
    result.new = map(new)
    func reworded(_ place: Difference.Place?) -> Difference.Place? {
      guard var place else { return nil }
      place.stage = place.stage.map { text($0) ?? $0 }
      place.step = place.step.map { text($0) ?? $0 }
      place.lane = place.lane.map { text($0) ?? $0 }
      return place
    }
    func reword(_ value: inout Difference.Value) {
      switch value {
      case .text(let words): value = .text(text(words) ?? words)
      case .names(let names): value = .names(names.map { text($0) ?? $0 })
      default: break
      }
    }
    for index in result.differences.indices {
      let title = result.differences[index].title
      result.differences[index].title = text(title) ?? title
      result.differences[index].oldPlace = reworded(result.differences[index].oldPlace)
      result.differences[index].newPlace = reworded(result.differences[index].newPlace)
      for change in result.differences[index].changes.indices {
        reword(&result.differences[index].changes[change].old)
        reword(&result.differences[index].changes[change].new)
      }
    }
    return result
  }

  /// How many differences of each sort there are; sorts with none are absent.
  public var counts: [Difference.Sort: Int] {
    Dictionary(differences.map { ($0.sort, 1) }, uniquingKeysWith: +)
  }

  /// "Returning an online order → Returning an online order, future state".
  public var title: String {
    tr("{old} → {new}", ["old": old.map.title, "new": new.map.title])
  }

  /// "5 differences: 2 added, 3 moved".
  public var summary: String {
    let all = ComparisonWords.count(differences.count)
    let counts = counts
    let parts = Difference.Sort.allCases.compactMap { sort in
      counts[sort].map { ComparisonWords.count($0, sort) }
    }
    return parts.isEmpty
      ? all : tr("{total}: {parts}", ["total": all, "parts": listed(parts)])
  }

  // MARK: Matching

  private static func match(_ old: MapIndex, _ new: MapIndex, _ origins: Origins) -> PartMatching {
    typealias Part = PartMatching.Part
    var matching = PartMatching()
    func stages(_ map: MapIndex) -> [Part] {
      map.journey.stages.map { Part(id: $0.id, text: $0.title) }
    }
    func steps(_ map: MapIndex) -> [Part] {
      map.journey.steps.map { Part(id: $0.id, text: $0.title) }
    }
    func lanes(_ map: MapIndex) -> [Part] {
      map.journey.lanes.map {
        Part(id: $0.id, text: "\($0.laneKind.rawValue) \(JourneyWords.title(of: $0))")
      }
    }
    func cards(_ map: MapIndex) -> [Part] { map.cards.map { Part(id: $0.id, text: $0.text) } }
    matching.pairByOrigin(stages(old), stages(new), origins)
    matching.pairByOrigin(steps(old), steps(new), origins)
    matching.pairByOrigin(lanes(old), lanes(new), origins)
    matching.pairByOrigin(cards(old), cards(new), origins)
    let isUnrelated = matching.isEmpty

    for oldLine in old.journey.lines {
      let same = new.journey.lines.first { $0.line == oldLine.line }
      if let same { matching.pair(oldLine.id, same.id) }
    }
    matching.pairByText(stages(old), stages(new))
    if isUnrelated { matching.pairBySimilarity(stages(old), stages(new)) }

    // In the same stage: named by the older map's.
    func placed(_ steps: [Step], _ stageID: (UUID) -> UUID?) -> [Part] {
      steps.compactMap { step in
        stageID(step.stageID).map { Part(id: step.id, text: step.title, place: [$0]) }
      }
    }
    let oldSteps = placed(old.journey.steps) { matching.newIDs[$0] == nil ? nil : $0 }
    let newSteps = placed(new.journey.steps) { matching.oldIDs[$0] }
    matching.pairByText(oldSteps, newSteps)
    matching.pairByText(steps(old), steps(new))
    if isUnrelated { matching.pairBySimilarity(oldSteps, newSteps) }

    matching.pairByText(lanes(old), lanes(new))
    if isUnrelated {
      func kinds(_ map: MapIndex) -> [Part] {
        map.journey.lanes.map { Part(id: $0.id, text: $0.laneKind.rawValue) }
      }
      matching.pairByText(kinds(old), kinds(new))
    }
    matchCards(old, new, isUnrelated, &matching)
    return matching
  }

  private static func matchCards(
    _ old: MapIndex, _ new: MapIndex, _ isUnrelated: Bool, _ matching: inout PartMatching
  ) {
    typealias Part = PartMatching.Part
    let openOld = old.cards.filter { matching.newIDs[$0.id] == nil }
    let openNew = new.cards.filter { matching.oldIDs[$0.id] == nil }
    guard !openOld.isEmpty, !openNew.isEmpty else { return }
    func parts(_ cards: [Card], _ place: (Card) -> [UUID]?) -> [Part] {
      cards.compactMap { card in
        place(card).map { Part(id: card.id, text: card.text, place: $0) }
      }
    }
    let matched = matching
    func oldLane(_ card: Card) -> UUID? {
      matched.newIDs[card.laneID] == nil ? nil : card.laneID
    }
    func oldStep(_ card: Card) -> UUID? {
      matched.newIDs[card.stepID] == nil ? nil : card.stepID
    }
    func both(_ lane: UUID?, _ step: UUID?) -> [UUID]? {
      guard let lane, let step else { return nil }
      return [lane, step]
    }
    let oldCells = parts(openOld) { both(oldLane($0), oldStep($0)) }
    let newCells = parts(openNew) {
      both(matched.oldIDs[$0.laneID], matched.oldIDs[$0.stepID])
    }
    matching.pairByText(oldCells, newCells)
    matching.pairByText(
      parts(openOld) { oldLane($0).map { [$0] } },
      parts(openNew) { matched.oldIDs[$0.laneID].map { [$0] } })
    matching.pairByText(parts(openOld) { _ in [] }, parts(openNew) { _ in [] })
    if isUnrelated { matching.pairBySimilarity(oldCells, newCells) }
  }
}
