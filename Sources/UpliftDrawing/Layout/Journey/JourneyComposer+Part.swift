import Foundation
import UpliftCore

/// What a part of a map shows, and what reaches into it from outside.
extension JourneyComposer {
  /// Every column of the map; `first` is the one that stands beside the lane headers.
  static func allColumns(
    of contents: JourneyContents, first: Int, width: Double, options: JourneyLayout.Options
  ) -> [Column] {
    var columns: [Column] = []
    let byStage = Dictionary(grouping: contents.steps, by: \.stageID)
    for (index, stage) in contents.stages.enumerated() {
      let steps: [Step?] = byStage[stage.id] ?? [nil]
      for step in steps {
        let gap = step.flatMap { options.gaps[$0.id] } ?? 0
        for _ in 0..<gap {
          // Before the first step of a stage it belongs to the one before.
          let owner = columns.last?.stage ?? index
          let x = options.rowHeaderWidth + Double(columns.count - first) * width
          columns.append(Column(stage: owner, step: nil, x: x))
        }
        let x = options.rowHeaderWidth + Double(columns.count - first) * width
        columns.append(Column(stage: index, step: step, x: x))
      }
    }
    return columns
  }

  func shows(_ lane: Lane) -> Bool { options.part?.lanes?.contains(lane.id) ?? true }

  /// With all lanes all of them, or else those that were named.
  func shows(_ line: BlueprintLine) -> Bool {
    guard let part = options.part, part.lanes != nil else { return true }
    return part.lines.contains(line.id)
  }

  /// Whether a point of a curve stands in one of the columns that are shown.
  func shows(_ point: Point) -> Bool {
    options.part == nil || point.x > options.rowHeaderWidth && point.x < width
  }

  /// Only what is shown is worth measuring.
  func showsCards(ofStep stepID: UUID, lane laneID: UUID) -> Bool {
    guard let part = options.part else { return true }
    return part.lanes?.contains(laneID) ?? true && columns.contains { $0.step?.id == stepID }
  }

  func showsCard(_ id: UUID) -> Bool { options.part?.cards?.contains(id) ?? true }

  /// A card that begins before the first column that is shown.
  struct Arrival {
    var card: Card
    /// How many of the columns that are shown it covers, if there are as many.
    var span: Int
    var label: ItemLabel
  }

  func arrivals(in lane: Lane, title: String) -> [Arrival] {
    guard let first = options.part?.columns.lowerBound, first > 0 else { return [] }
    return allColumns.prefix(first).enumerated().flatMap { index, column -> [Arrival] in
      guard let step = column.step else { return [] }
      let cards = contents.cards(at: Cell(laneID: lane.id, stepID: step.id))
      let place = PlaceLabel(lane: title, step: step.title)
      return cards.enumerated().compactMap { position, card in
        let end = index + min(max(1, card.span), allColumns.count - index)
        guard end > first, showsCard(card.id) else { return nil }
        return Arrival(
          card: card, span: end - first,
          label: .card(
            place, last: allColumns[..<end].last { $0.step != nil }?.step?.title,
            position: position + 1, count: cards.count))
      }
    }
  }
}
