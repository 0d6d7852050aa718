import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

extension JourneyCanvasController {
  func pressedOnMap(_ key: Key, _ modifiers: Modifiers) -> Bool {
    if modifiers == [.control, .shift] {
      switch key.lowercased {
      case .character("p"): addCard(of: .painPoints)
      case .character("o"): addCard(of: .opportunities)
      case .character("t"): addCard(of: .touchpoints)
      case .character("m"): toggleMomentOfTruth()
      case .character("s"): splitStage()
      case .character("j"): mergeStage()
      default: return false
      }
      return true
    }
    if modifiers == [.shift, .alt], let delta = growth(key) {
      perform(contents.growing(selectedReferences.filter { $0.kind == .card }.map(\.id), by: delta))
      return true
    }
    return modifiers.isSubset(of: .shift) && pressedEmotion(key)
  }

  /// Steps that a card covers more with Shift+Alt and an arrow; it ends where the map goes on.
  private func growth(_ key: Key) -> Int? {
    let isMirrored = canvas.scene?.isMirrored ?? false
    switch key {
    case .right, .keypadRight: return isMirrored ? -1 : 1
    case .left, .keypadLeft: return isMirrored ? 1 : -1
    default: return nil
    }
  }

  private func pressedEmotion(_ key: Key) -> Bool {
    guard let (stepID, personaID) = currentEmotion else { return false }
    let value = contents.emotions[stepID]?.first { $0.personaID == personaID }?.value
    let shown = value ?? contents.emotion(at: stepID)?.value ?? 0
    switch key {
    case .plus, .keypadPlus, .equal: setEmotion(stepID, personaID, shown + 1)
    case .minus, .keypadMinus: setEmotion(stepID, personaID, shown - 1)
    case .delete, .keypadDelete, .backspace: setEmotion(stepID, personaID, nil)
    default:
      // 1…5 stand for −2…+2.
      guard let digit = key.character.flatMap({ $0.wholeNumberValue }), (1...5).contains(digit)
      else {
        // Whatever else is typed has no text to go to.
        return key.character != nil && key != .space
      }
      setEmotion(stepID, personaID, Double(digit - 3))
    }
    return true
  }

  /// Step and persona of the emotion that the keys are at.
  private var currentEmotion: (UUID, UUID?)? {
    switch canvas.current {
    case .emotion(let step, let persona): return (step.id, persona?.id)
    case .cell(let cell):
      guard contents.lanes.first(where: { $0.id == cell.laneID })?.laneKind == .emotion else {
        return nil
      }
      return (cell.stepID, contents.emotion(at: cell.stepID)?.personaID)
    default: return nil
    }
  }

  private func setEmotion(_ stepID: UUID, _ personaID: UUID?, _ value: Double?) {
    let old = canvas.current
    guard perform(contents.settingEmotion(at: stepID, to: value, personaID: personaID)) else {
      return
    }
    // The point is new, or gone: stay at the step.
    if canvas.current == nil || canvas.current != old || value != nil {
      let emotion = contents.emotion(at: stepID)
      let points = canvas.scene?.items.compactMap(\.subject).filter {
        if case .emotion(let step, let persona) = $0 {
          return step.id == stepID
            && (persona?.id == personaID || persona?.id == emotion?.personaID)
        }
        return false
      }
      if let point = points?.first {
        canvas.select(point)
      } else if let lane = contents.lanes.first(where: { $0.laneKind == .emotion }) {
        canvas.select(.cell(Cell(laneID: lane.id, stepID: stepID)))
      }
    }
  }
}
