import Foundation

/// Edits that add to a map. Each is a pure function of the map as it is.
extension JourneyContents {
  /// A stage with a first step, so that there is somewhere to put cards. After `stageID`, or last.
  public func addingStage(_ title: String, step: String, after stageID: UUID? = nil)
    -> Addition<Stage>
  {
    let stage = Stage(mapID: map.id, rank: stages.rank(after: stageID), title: title)
    let first = Step(stageID: stage.id, rank: .middle, title: step)
    return keepingCovers(
      Addition(edit: Edit(.addStage, [.insert(stage), .insert(first)]), record: stage))
  }

  /// After `stepID`, in its stage; else last in the last stage. Nil in a map without stages.
  public func addingStep(_ title: String, after stepID: UUID? = nil) -> Addition<Step>? {
    let before = steps.first { $0.id == stepID }
    guard let stageID = before?.stageID ?? stages.last?.id else { return nil }
    return addingStep(title, to: stageID, after: before?.id)
  }

  /// After `stepID`, or last in the stage.
  public func addingStep(_ title: String, to stageID: UUID, after stepID: UUID? = nil)
    -> Addition<Step>
  {
    let rank = steps(of: stageID).rank(after: stepID)
    let step = Step(stageID: stageID, rank: rank, title: title)
    return keepingCovers(Addition(edit: Edit(.addStep, [.insert(step)]), record: step))
  }

  /// After the lane or line `rowID`, or last.
  public func addingLane(_ kind: Lane.Kind, title: String = "", after rowID: UUID? = nil)
    -> Addition<Lane>
  {
    let lane = Lane(mapID: map.id, rank: rank(afterRow: rowID), kind: kind, title: title)
    return Addition(edit: Edit(.addLane, [.insert(lane)]), record: lane)
  }

  /// Before the lane or line `rowID`, or first.
  public func addingLane(_ kind: Lane.Kind, title: String = "", before rowID: UUID?)
    -> Addition<Lane>
  {
    let ranks = rowRanks
    let row = lanes.first { $0.id == rowID }?.rank ?? lines.first { $0.id == rowID }?.rank
    let next = row ?? ranks.first
    let rank = Rank.between(ranks.last { rank in next.map { rank < $0 } ?? false }, next)
    let lane = Lane(mapID: map.id, rank: rank, kind: kind, title: title)
    return Addition(edit: Edit(.addLane, [.insert(lane)]), record: lane)
  }

  /// Below the card `cardID` of that cell, or last in the cell.
  public func addingCard(_ text: String, at cell: Cell, after cardID: UUID? = nil)
    -> Addition<Card>
  {
    let card = Card(
      laneID: cell.laneID, stepID: cell.stepID, rank: cards(at: cell).rank(after: cardID),
      text: text)
    return Addition(edit: Edit(.addCard, [.insert(card)]), record: card)
  }

  /// A card of this kind at a step: in the first lane of the kind, or in a new one at the end.
  public func addingCard(_ text: String, kind: Lane.Kind, at stepID: UUID) -> Addition<Card> {
    if let lane = lanes.first(where: { $0.laneKind == kind }) {
      return addingCard(text, at: Cell(laneID: lane.id, stepID: stepID))
    }
    let lane = addingLane(kind)
    let card = Card(laneID: lane.record.id, stepID: stepID, rank: .middle, text: text)
    return Addition(
      edit: Edit(.addCard, lane.edit.changes + [.insert(card)]), record: card)
  }

  /// One of the three lines of a blueprint, below `laneID` or at the end. Nil when the map has it.
  public func addingLine(_ line: BlueprintLine.Line, below laneID: UUID? = nil)
    -> Addition<BlueprintLine>?
  {
    guard !lines.contains(where: { $0.line == line }) else { return nil }
    let record = BlueprintLine(mapID: map.id, rank: rank(afterRow: laneID), line: line)
    return Addition(edit: Edit(.addLine, [.insert(record)]), record: record)
  }

  /// Lanes and lines share one order; a rank right below a lane, above whatever follows it.
  private func rank(afterRow rowID: UUID?) -> Rank {
    let ranks = rowRanks
    let row =
      lanes.first { $0.id == rowID }?.rank ?? lines.first { $0.id == rowID }?.rank
    guard let row else { return .between(ranks.last, nil) }
    return .between(row, ranks.first { $0 > row })
  }

  /// Of all lanes and lines, in order.
  var rowRanks: [Rank] { (lanes.map(\.rank) + lines.map(\.rank)).sorted() }
}
