import Foundation

/// What the notes of a meeting became on the maps and in the registers.
extension TextDocument {
  /// A row each: what was noted, what it became, who has it in hand, and how far it is.
  /// Recommendations have a list of their own.
  mutating func addWhatCameOf(
    _ boards: [BoardContents], in contents: WorkspaceContents, on today: CalendarDay
  ) {
    let places = CardPlaces(contents)
    var rows: [[String]] = []
    var seen: Set<EntityReference> = []
    for board in boards {
      for reference in Self.entries(of: board) {
        for outcome in board.outcomes(of: reference.id) {
          if case .recommendation = outcome.thing { continue }
          guard seen.insert(outcome.other).inserted else { continue }
          let row = places.row(of: outcome, on: today)
          rows.append([board.shownTitle(of: reference)] + row)
        }
      }
    }
    guard !rows.isEmpty else { return }
    addHeading(2, tr("What came of it"))
    blocks.append(
      .grid(
        Grid(
          "",
          [
            Grid.Column(tr("Noted"), weight: 2.6), Grid.Column(tr("Became"), weight: 1.3),
            Grid.Column(tr("What it says now"), weight: 2.6),
            Grid.Column(tr("Who, or where"), weight: 2), Grid.Column(tr("State"), weight: 1.8),
          ], rows)))
  }

  /// Notes and clusters, each cluster before its notes.
  private static func entries(of board: BoardContents) -> [EntityReference] {
    board.columns.flatMap { board.entries[$0.id] ?? [] }.flatMap { entry in
      switch entry {
      case .note(let id): [EntityReference(.note, id)]
      case .cluster(let id):
        [EntityReference(.cluster, id)]
          + (board.clusterNotes[id] ?? []).map { EntityReference(.note, $0) }
      }
    }
  }
}

/// Where cards stand, and which initiatives take up opportunities.
private struct CardPlaces {
  private let cards: [UUID: Card]
  private let steps: [UUID: Step]
  private let maps: [UUID: String]
  private let stages: [UUID: UUID]
  /// By the card of the opportunity.
  private let initiatives: [UUID: [Initiative]]

  init(_ contents: WorkspaceContents) {
    func byID<Record: Entity>(_ records: [Record]) -> [UUID: Record] {
      Dictionary(records.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    cards = byID(contents.cards)
    steps = byID(contents.steps)
    maps = byID(contents.journeyMaps).mapValues(\.title)
    stages = byID(contents.stages).mapValues(\.mapID)
    let opportunities = byID(contents.opportunities)
    initiatives = Dictionary(
      grouping: contents.initiatives.inOrder().filter {
        $0.opportunityID.flatMap { opportunities[$0]?.cardID } != nil
      }, by: { $0.opportunityID.flatMap { opportunities[$0]?.cardID } ?? $0.id })
  }

  /// What it became, what that says, who has it in hand or where it stands, and how far it is.
  func row(of outcome: BoardConnection, on today: CalendarDay) -> [String] {
    let days = DayFormat.local
    switch outcome.thing {
    case .card:
      let kind = outcome.thing.cardKind.map { BoardWords.card($0) } ?? ""
      guard let card = cards[outcome.other.id] else { return [kind, "", "", ""] }
      let step = steps[card.stepID]
      let map = step.flatMap { stages[$0.stageID] }.flatMap { maps[$0] }
      let work = initiatives[card.id] ?? []
      return [
        kind, card.text, joined([map, step?.title]),
        work.isEmpty
          ? outcome.thing.cardKind == .opportunities ? tr("no initiative yet") : ""
          : work.map { joined([$0.title, $0.owner]) }.joined(separator: "; "),
      ]
    case .promise(let promise):
      let state =
        switch promise.outcome {
        case .kept: tr("kept")
        case .broken: tr("broken")
        case nil: promise.isLate(on: today) ? tr("late") : tr("open")
        }
      let due = promise.due.map { tr("due {day}", ["day": days.text($0)]) }
      return [tr("Promise"), promise.title, promise.owner, joined([state, due])]
    case .barrier(let barrier):
      let state =
        barrier.clearedOn.map { tr("cleared on {day}", ["day": days.text($0)]) } ?? tr("open")
      return [tr("Barrier"), barrier.title, barrier.manager, state]
    case .recommendation(let recommendation):
      return [
        tr("Recommendation"), recommendation.text, recommendation.owner,
        GroupWords.state(of: recommendation, on: today, days),
      ]
    case .step(let title): return [tr("Step"), title, "", ""]
    }
  }

  private func joined(_ parts: [String?]) -> String {
    parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
