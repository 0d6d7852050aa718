import Foundation
import UpliftCore
import UpliftDrawing

extension JourneyCanvasController {
  /// Lanes down, steps along, as far as the selected cards reach; a title is itself.
  var tableOfSelection: ClipboardTable? {
    let references = selectedReferences
    let cards = references.compactMap { $0.kind == .card ? contents.cards[$0.id] : nil }
    guard !cards.isEmpty else {
      let texts = references.compactMap { text(of: $0) }
      return texts.isEmpty ? nil : ClipboardTable(rows: texts.map { [$0] })
    }
    if cards.count == 1 { return ClipboardTable(rows: [[cards[0].text]]) }
    let lanes = contents.lanes.filter { lane in cards.contains { $0.laneID == lane.id } }
    let columns = contents.steps.indices.filter { index in
      cards.contains { $0.stepID == contents.steps[index].id }
    }
    guard let first = columns.first, let last = columns.last else { return nil }
    let selected = Set(cards.map(\.id))
    return ClipboardTable(
      rows: lanes.flatMap { lane in
        let cells = contents.steps[first...last].map { step in
          contents.cards(at: Cell(laneID: lane.id, stepID: step.id))
            .filter { selected.contains($0.id) }.map(\.text)
        }
        // Several cards of one cell stand below each other.
        let height = cells.map(\.count).max() ?? 0
        return (0..<height).map { row in cells.map { $0.indices.contains(row) ? $0[row] : "" } }
      })
  }

  func pasteBlock(_ table: ClipboardTable) {
    guard let cell = currentCell else { return }
    let (edit, cards) = contents.pasting(table.rows, at: cell)
    guard !cards.isEmpty, perform(edit) else { return }
    canvas.select(
      Set(cards.map { .record($0.reference) }), current: cards.first.map { .record($0.reference) })
    if let first = cards.first { canvas.reveal(.record(first.reference)) }
  }

  /// Where something pasted goes: the selected cell, or the one of the selected card.
  private var currentCell: Cell? {
    switch canvas.current {
    case .cell(let cell): return cell
    case .record(let reference):
      if let card = contents.cards[reference.id] {
        return Cell(laneID: card.laneID, stepID: card.stepID)
      }
      guard let lane = contents.lanes.first(where: { $0.laneKind.holdsCards }),
        let stepID = currentStepID
      else { return nil }
      return Cell(laneID: currentLaneID ?? lane.id, stepID: stepID)
    default: return nil
    }
  }
}
