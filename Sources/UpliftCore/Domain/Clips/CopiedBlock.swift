import Foundation

/// Cells of a map as they are copied: steps from the first to the last that something stands at or
/// that was selected empty, and likewise all lanes that are shown, whatever they hold.
struct CopiedBlock {
  var steps: [Step]
  var lanes: [Lane]
  /// Those that were selected, and all that lie inside the block between other lanes.
  var emotions: Set<UUID>
}

extension JourneyContents {
  /// Nil when nothing is in it but empty cells.
  func copiedBlock(of selection: CellSelection) -> CopiedBlock? {
    let chosen = selection.cards.compactMap { cards[$0] }
    let shown = shownLanes
    var stepIDs = Set(chosen.map(\.stepID)).union(selection.cells.map(\.stepID))
    var laneIDs = Set(chosen.map(\.laneID)).union(selection.cells.map(\.laneID))
    for (stepID, list) in emotions {
      for emotion in list where selection.emotions.contains(emotion.id) {
        stepIDs.insert(stepID)
        let lane = shown.first { showsEmotion(of: emotion.personaID, in: $0) }
        if let lane { laneIDs.insert(lane.id) }
      }
    }
    let columns = Self.stretch(steps) { stepIDs.contains($0.id) }
    let rows = Self.stretch(shown) { laneIDs.contains($0.id) }
    var felt = selection.emotions
    for lane in rows.dropFirst().dropLast() where lane.laneKind == .emotion {
      for step in columns {
        for emotion in emotions[step.id] ?? [] where showsEmotion(of: emotion.personaID, in: lane) {
          felt.insert(emotion.id)
        }
      }
    }
    let hasDepartments =
      rows.contains { $0.laneKind == .departments }
      && columns.contains { !departments(behind: $0.id).isEmpty }
    guard !chosen.isEmpty || !felt.isEmpty || hasDepartments else { return nil }
    return CopiedBlock(steps: columns, lanes: rows, emotions: felt)
  }

  /// True when there would be something in a copy of these cells.
  public func isCopyable(_ selection: CellSelection) -> Bool { copiedBlock(of: selection) != nil }

  private func showsEmotion(of personaID: UUID?, in lane: Lane) -> Bool {
    lane.laneKind == .emotion && curves(of: lane.id).contains(personaID)
  }

  private static func stretch<Record>(
    _ records: [Record], _ isMeant: (Record) -> Bool
  ) -> [Record] {
    guard let first = records.firstIndex(where: isMeant),
      let last = records.lastIndex(where: isMeant)
    else { return [] }
    return Array(records[first...last])
  }
}
