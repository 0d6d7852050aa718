import Foundation

extension JourneyContents {
  /// A part as a table: lanes down, steps along. A block of cells is the cells alone, with the
  /// empty ones between them, a row a lane, so that it can be put back as it was; whole stages, steps and lanes
  /// come with their titles. Nil when there is nothing in it.
  public func table(of part: MapPart) -> TextTable? {
    switch part {
    case .whole: return table(steps: steps, lanes: lanes)
    case .stages(let ids):
      return table(steps: steps.filter { ids.contains($0.stageID) }, lanes: lanes)
    case .steps(let ids): return table(steps: steps.filter { ids.contains($0.id) }, lanes: lanes)
    case .lanes(let ids, _):
      return table(steps: steps, lanes: lanes.filter { ids.contains($0.id) })
    case .cells(let selection):
      guard let block = copiedBlock(of: selection) else { return nil }
      return TextTable(
        rows: block.lanes.map { lane in
          block.steps.map { step in
            texts(in: lane, at: step, block.emotions) { selection.cards.contains($0) }
              .joined(separator: "\n")
          }
        })
    }
  }

  private func table(steps: [Step], lanes: [Lane]) -> TextTable? {
    guard !steps.isEmpty || !lanes.isEmpty else { return nil }
    var rows = [[""] + steps.map(\.title)]
    for lane in lanes {
      let cells = grid(steps.map { texts(in: lane, at: $0) { _ in true } })
      rows += cells.enumerated().map { index, row in
        [index == 0 ? JourneyWords.title(of: lane) : ""] + row
      }
    }
    return TextTable(rows: rows, headingRows: 1, headingColumns: 1)
  }

  /// - Parameter felt: emotions that are meant; nil: the map's point of view.
  private func texts(
    in lane: Lane, at step: Step, _ felt: Set<UUID>? = nil, _ isMeant: (UUID) -> Bool
  ) -> [String] {
    var texts = cards(at: Cell(laneID: lane.id, stepID: step.id)).filter { isMeant($0.id) }
      .map { card in card.text.isEmpty ? metric(of: card)?.title ?? "" : card.text }
    if lane.laneKind == .emotion, let value = value(in: lane, at: step, felt) {
      texts.insert(Self.number(value), at: 0)
    }
    if lane.laneKind == .departments {
      texts += departments(behind: step.id).map(\.name)
    }
    return texts
  }

  /// One of those that are meant: the one whom the lane is about, if it can be.
  private func value(in lane: Lane, at step: Step, _ felt: Set<UUID>?) -> Double? {
    guard let felt else { return emotion(at: step.id)?.value }
    let meant = (emotions[step.id] ?? []).filter { felt.contains($0.id) }
    let personaID = persona(feltIn: lane.id, at: step.id)
    return (meant.first { $0.personaID == personaID } ?? meant.first)?.value
  }

  /// An emotion as a spreadsheet takes it for a number: with a plain minus.
  private static func number(_ value: Double) -> String {
    JourneyWords.emotion(value).replacing("−", with: "-")
  }

  /// Several texts of one cell stand below each other; at least one row.
  private func grid(_ cells: [[String]]) -> [[String]] {
    let height = max(1, cells.map(\.count).max() ?? 0)
    return (0..<height).map { row in cells.map { $0.indices.contains(row) ? $0[row] : "" } }
  }
}
