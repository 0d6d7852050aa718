import Foundation

extension JourneyContents {
  /// What no emotion can be read from.
  public enum EmotionRefusal: Error, Equatable {
    /// A text that is no value of the scale.
    case noValue(String)
    /// Values stand in one row, one for each step.
    case severalRows
  }

  /// Values of a row, as it comes from a spreadsheet: one for each step from `stepID` on. An empty
  /// text leaves what is there; values past the last step get new steps at the end.
  ///
  /// - Parameters:
  ///   - block: rows; those without a text are passed over.
  ///   - personaID: whose values they are; nil: the customer whom nobody named.
  /// - Returns: nothing when the step is not on the map, or nothing is written anywhere.
  /// - Throws: `EmotionRefusal`, with nothing pasted, when one of them is no value of the scale.
  public func pastingEmotions(
    _ block: [[String]], at stepID: UUID, for personaID: UUID?
  ) throws(EmotionRefusal) -> (edit: Edit, emotions: [Emotion]) {
    let rows = block.filter { row in row.contains { !$0.isBlank } }
    guard rows.count < 2 else { throw .severalRows }
    guard let row = rows.first, let first = steps.firstIndex(where: { $0.id == stepID }),
      let last = steps.last
    else { return (Edit(.paste, []), []) }
    var columns = steps[first...].map(\.id)
    var lastRank = last.rank
    var changes: [Change] = []
    var felt: [Emotion] = []
    for (column, text) in row.enumerated() where !text.isBlank {
      guard let value = JourneyWords.emotion(in: text) else {
        throw .noValue(text.trimmingCharacters(in: .whitespacesAndNewlines))
      }
      while columns.count <= column {
        lastRank = .between(lastRank, nil)
        let step = Step(stageID: last.stageID, rank: lastRank, title: "")
        changes.append(.insert(step))
        columns.append(step.id)
      }
      let there = emotions[columns[column]] ?? []
      if let known = there.first(where: { $0.personaID == personaID }) {
        var changed = known
        changed.value = value
        if changed != known { changes.append(.update(from: known, to: changed)) }
        felt.append(changed)
      } else {
        let new = Emotion(
          stepID: columns[column], personaID: personaID,
          rank: .between(there.last?.rank, nil), value: value)
        changes.append(.insert(new))
        felt.append(new)
      }
    }
    return (keepingCovers(Edit(.paste, changes)), felt)
  }
}
