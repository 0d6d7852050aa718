import Foundation

extension JourneyContents {
  /// A block of texts, as it comes from a spreadsheet: rows go down the lanes and columns along
  /// the steps, from `cell` on; an empty text leaves its place free. Lanes that hold no cards or
  /// are hidden are passed over. Rows past the last lane go into it, one card below the other; columns past the
  /// last step get new steps at the end.
  ///
  /// - Returns: nothing when the cell is not on the map or its lane holds no cards.
  public func pasting(_ block: [[String]], at cell: Cell) -> (edit: Edit, cards: [Card]) {
    let targets = openLanes
    guard let firstLane = targets.firstIndex(where: { $0.id == cell.laneID }),
      let firstStep = steps.firstIndex(where: { $0.id == cell.stepID }),
      let lastStep = steps.last
    else { return (Edit(.paste, []), []) }
    var changes: [Change] = []
    var columns = steps[firstStep...].map(\.id)
    var lastRank = lastStep.rank
    let width = block.lazy.map { row in (row.lastIndex { !$0.isBlank } ?? -1) + 1 }.max() ?? 0
    while columns.count < width {
      lastRank = .between(lastRank, nil)
      let step = Step(stageID: lastStep.stageID, rank: lastRank, title: "")
      changes.append(.insert(step))
      columns.append(step.id)
    }
    var last: [Cell: Rank] = [:]
    var made: [Card] = []
    for (row, texts) in block.enumerated() {
      let lane = targets[min(firstLane + row, targets.count - 1)]
      for (column, text) in texts.enumerated() {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.isEmpty else { continue }
        let place = Cell(laneID: lane.id, stepID: columns[column])
        let rank = Rank.between(last[place] ?? cards(at: place).last?.rank, nil)
        last[place] = rank
        made.append(Card(laneID: place.laneID, stepID: place.stepID, rank: rank, text: text))
      }
    }
    return (keepingCovers(Edit(.paste, changes + made.map { Change.insert($0) })), made)
  }
}
