import UpliftCore
import UpliftDrawing

extension JourneyCanvasController {
  func planner(
    _ drag: JourneyDrag, _ grip: CanvasGrip, _ scene: Scene
  ) -> JourneyDropPlanner? {
    JourneyDropPlanner(drag, from: grip.place, contents: contents, scene: scene, theme: theme)
  }

  /// What a grip takes along: the selection, as far as it is of the same sort, when it is part of
  /// it, else the thing alone.
  func journeyDrag(_ grip: CanvasGrip) -> JourneyDrag? {
    switch grip.subject {
    case .emotion(let step, let persona):
      return .emotion(stepID: step.id, personaID: persona?.id)
    case .record(let reference):
      if let edge = grip.edge {
        let isLeading = (edge == .left) != (canvas.scene?.isMirrored ?? false)
        return .edge(isLeading ? .leading : .trailing, of: reference.id)
      }
      let selected = selectedReferences
      let taken =
        selected.contains(reference)
        ? selected.filter { Self.isAlike($0.kind, reference.kind) } : [reference]
      switch reference.kind {
      case .card: return .cards(taken.map(\.id), grabbed: reference.id)
      case .step: return .steps(taken.map(\.id))
      case .stage: return .stages(taken.map(\.id))
      case .lane, .blueprintLine: return .rows(taken)
      default: return nil
      }
    default: return nil
    }
  }

  func journeyCursor(over grip: CanvasGrip) -> String? {
    if grip.edge != nil { return "ew-resize" }
    if case .emotion = grip.subject { return "ns-resize" }
    return nil
  }

  func isCard(_ subject: ItemSubject) -> Bool {
    subject.reference?.kind == .card && draft?.reference != subject.reference
  }
}
