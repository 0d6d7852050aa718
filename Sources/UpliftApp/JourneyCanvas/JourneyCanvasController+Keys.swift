import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

extension JourneyCanvasController {
  func pressedOnMap(_ key: Key, _ modifiers: Modifiers) -> Bool {
    if modifiers == [.control, .shift] {
      if let kind = Self.kind(of: key) {
        addCard(of: kind)
        return true
      }
      switch key.lowercased {
      case .character("m"): toggleMomentOfTruth()
      case .character("s"): splitStage()
      case .character("j"): mergeStage()
      case .enter, .keypadEnter: addStage()
      default: return false
      }
      return true
    }
    if modifiers == [.shift, .alt], pressedLength(key) { return true }
    if modifiers == [.shift, .alt], let delta = growth(key) { return grow(by: delta) }
    if key == .enter || key == .keypadEnter, modifiers == .alt {
      openNestedMap()
      return true
    }
    if key == .escape, modifiers.isEmpty, canvas.selection.count <= 1 { return endFilter() }
    // Some window managers keep Shift+Alt and the arrows for themselves.
    if modifiers.subtracting(.shift) == .alt, let delta = Self.growth(bySign: key) {
      return grow(by: delta)
    }
    if modifiers == .alt { return pressedEvidence(key) || pressedEmotionStep(key) }
    if modifiers.isEmpty, pressedDepartments(key) { return true }
    return modifiers.isSubset(of: .shift) && pressedEmotion(key)
  }

  /// While a text is being written: what is known about the card, the star of its step, and the
  /// next stage.
  func pressedWhileWriting(_ key: Key, _ modifiers: Modifiers) -> Bool {
    switch (key, modifiers) {
    case (.enter, [.control, .shift]), (.keypadEnter, [.control, .shift]):
      guard canvas.commitEditing() else { return true }
      canvas.endEditing()
      if !session.isReadOnly { addStage() }
      return true
    case (_, [.control, .shift]) where key.lowercased == .character("m"):
      guard canvas.commitEditing() else { return true }
      toggleMomentOfTruth()
      return true
    // What was split a moment ago has its title open.
    case (_, [.control, .shift])
    where [.character("s"), .character("j")].contains(key.lowercased) || Self.kind(of: key) != nil:
      guard canvas.commitEditing() else { return true }
      canvas.endEditing()
      return pressedOnMap(key, modifiers)
    case (_, .alt):
      guard Self.evidence(of: key) != nil else { return false }
      // A card that is still a draft is in the workspace with this.
      guard canvas.commitEditing() else { return true }
      return pressedEvidence(key)
    default: return false
    }
  }

  /// Of the card that Ctrl+Shift and a letter begin.
  private static func kind(of key: Key) -> Lane.Kind? {
    let kinds: [Character: Lane.Kind] = ["p": .painPoints, "o": .opportunities, "t": .touchpoints]
    return key.lowercased.character.flatMap { kinds[$0] }
  }

  /// Alt+1, 2, 3.
  private static func evidence(of key: Key) -> EvidenceLevel? {
    switch key.character {
    case "1": .observed
    case "2": .reported
    case "3": .assumed
    default: nil
    }
  }

  private func pressedEvidence(_ key: Key) -> Bool {
    guard let level = Self.evidence(of: key) else { return false }
    let cards = selectedReferences.filter { $0.kind == .card && contents.cards[$0.id] != nil }
    guard !cards.isEmpty else { return false }
    session.perform(
      contents.settingEvidence(of: cards.map(\.id), to: level), saying: tr("Changing…"))
    return true
  }

  /// Alt+↑ and Alt+↓ on a point of a curve: by a tenth.
  private func pressedEmotionStep(_ key: Key) -> Bool {
    let delta: Double
    switch key {
    case .up, .keypadUp: delta = 0.1
    case .down, .keypadDown: delta = -0.1
    default: return false
    }
    guard let (stepID, personaID) = currentEmotion,
      let value = contents.emotions[stepID]?.first(where: { $0.personaID == personaID })?.value
    else { return false }
    setEmotion(stepID, personaID, ((value + delta) * 10).rounded() / 10)
    return true
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

  /// Alt+plus, Alt+minus.
  private static func growth(bySign key: Key) -> Int? {
    switch key {
    case .plus, .keypadPlus, .equal: 1
    case .minus, .keypadMinus: -1
    default: nil
    }
  }

  private func grow(by delta: Int) -> Bool {
    let cards = selectedReferences.filter { $0.kind == .card }.map(\.id)
    guard !cards.isEmpty else { return false }
    perform(contents.growing(cards, by: delta))
    return true
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
      return (cell.stepID, contents.persona(feltIn: cell.laneID, at: cell.stepID))
    default: return nil
    }
  }

  private func setEmotion(_ stepID: UUID, _ personaID: UUID?, _ value: Double?) {
    let old = canvas.current
    let isThere = contents.emotions[stepID]?.contains { $0.personaID == personaID } ?? false
    // A point is exactly its persona's, as is a cell of a lane that shows chosen curves; any other
    // empty cell is the point of view's.
    let isChosen = currentLaneID.map { !contents.chosenCurves(of: $0).isEmpty } ?? false
    let edit =
      isThere || isChosen
      ? contents.settingEmotion(at: stepID, to: value, for: personaID)
      : contents.settingEmotion(at: stepID, to: value, personaID: personaID)
    guard perform(edit) else { return }
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
