import Foundation

/// What notes are turned into.
public enum NoteOutcome: String, CaseIterable, Sendable {
  case painPoint = "pain_point"
  case opportunity, recommendation, promise, barrier

  /// Of the card on a map; nil: it becomes none.
  public var cardKind: Lane.Kind? {
    switch self {
    case .painPoint: .painPoints
    case .opportunity: .opportunities
    default: nil
    }
  }
}

/// Where what notes are turned into comes to stand.
public enum TurningPlace: Sendable {
  /// A card of a kind, at a step, in the first lane of that kind or a new one.
  case card(Lane.Kind, JourneyContents, stepID: UUID)
  /// After those that the group has.
  case recommendation(after: Rank?)
  case promise(after: Rank?)
  case barrier(after: Rank?)
}

extension BoardContents {
  /// Turns notes and clusters into something that goes on after the meeting, as one step: each into
  /// one thing, with a link from it to that. What is hidden, blank or already became the same is
  /// left out; nil when nothing is left.
  ///
  /// - Parameter today: the day on which a recommendation is asked for, a promise made, a barrier
  ///   opened.
  public func turning(
    _ references: [EntityReference], into place: TurningPlace, on today: CalendarDay
  ) -> Placement? {
    var changes: [Change] = []
    var made: [EntityReference] = []
    var last: Rank?
    var lastCard: Card?
    switch place {
    case .recommendation(let rank), .promise(let rank), .barrier(let rank): last = rank
    case .card: break
    }
    for (reference, text) in turnable(references) where !became(reference, place) {
      let thing: any Entity
      let rank = Rank.between(last, nil)
      switch place {
      case .card(let kind, let journey, let stepID):
        var card: Card
        if let lastCard {
          card = Card(
            laneID: lastCard.laneID, stepID: stepID, rank: .between(lastCard.rank, nil),
            text: text)
        } else {
          let addition = journey.addingCard(text, kind: kind, at: stepID)
          card = addition.record
          // A lane that is not there yet.
          changes += addition.edit.changes.dropLast()
        }
        // Somebody said it; nobody has looked yet.
        card.evidence = .reported
        lastCard = card
        thing = card
      case .recommendation:
        thing = Recommendation(
          groupID: board.groupID, meetingID: board.meetingID, rank: rank, text: text,
          askedOn: today)
      case .promise:
        thing = Promise(
          rank: rank, title: text, stepID: steps(of: reference.id).first?.other.id, madeOn: today)
      case .barrier: thing = Barrier(rank: rank, title: text, openedOn: today)
      }
      last = rank
      changes.append(.insert(thing))
      let links = connections.ofEntry[reference.id] ?? []
      guard
        let link = links.filter({ $0.from == reference })
          .adding(.leadsTo, from: reference, to: thing.reference)
      else { continue }
      changes += link.edit.changes
      made.append(thing.reference)
    }
    return made.isEmpty ? nil : Placement(edit: Edit(.turnNote, changes), references: made)
  }

  /// Which of these can be turned into something, with what they say: a cluster its title, or else
  /// its notes. Hidden notes say nothing.
  public func turnable(_ references: [EntityReference]) -> [(EntityReference, String)] {
    inPictureOrder(references).compactMap { entry in
      switch entry {
      case .note(let id):
        guard let note = notes[id], !note.isPrivate, !note.text.allSatisfy(\.isWhitespace) else {
          return nil
        }
        return (note.reference, note.text)
      case .cluster(let id):
        guard let cluster = clusters[id] else { return nil }
        let inside = (clusterNotes[id] ?? []).compactMap { notes[$0] }
          .filter { !$0.isPrivate && !$0.text.isEmpty }.map(\.text)
        let text =
          cluster.title.allSatisfy(\.isWhitespace) ? inside.joined(separator: "\n") : cluster.title
        return text.isEmpty ? nil : (cluster.reference, text)
      }
    }
  }

  private func became(_ reference: EntityReference, _ place: TurningPlace) -> Bool {
    outcomes(of: reference.id).contains { outcome in
      switch (place, outcome.thing) {
      case (.recommendation, .recommendation), (.promise, .promise), (.barrier, .barrier): true
      case (.card(let kind, let journey, let stepID), .card):
        outcome.thing.cardKind == kind && journey.cards[outcome.other.id]?.stepID == stepID
      default: false
      }
    }
  }

  // MARK: Steps

  /// Says which step of a journey notes and clusters are about; nil when all are already. Hidden
  /// notes are left out.
  public func linking(_ references: [EntityReference], to step: EntityReference) -> Edit? {
    let changes = inPictureOrder(references).compactMap { entry -> [Change]? in
      let reference =
        switch entry {
        case .note(let id): EntityReference(.note, id)
        case .cluster(let id): EntityReference(.cluster, id)
        }
      guard notes[reference.id]?.isPrivate != true,
        !steps(of: reference.id).contains(where: { $0.other == step })
      else { return nil }
      let links = (connections.ofEntry[reference.id] ?? []).filter { $0.from == reference }
      return links.adding(.about, from: reference, to: step)?.edit.changes
    }.flatMap { $0 }
    return changes.isEmpty ? nil : Edit(.addLink, changes)
  }

  /// The step that all of these are about; nil when they are about several, or some about none.
  public func commonStep(of references: [EntityReference]) -> EntityReference? {
    let all = references.map { steps(of: $0.id).first?.other }
    guard let first = all.first, let step = first, all.allSatisfy({ $0 == step }) else {
      return nil
    }
    return step
  }
}
