import Foundation

extension JourneyContents {
  /// How exactly this persona feels at a step, with no other one standing in for it.
  ///
  /// - Parameters:
  ///   - value: −2…+2; nil: no emotion there.
  ///   - personaID: nil: nobody in particular.
  public func settingEmotion(at stepID: UUID, to value: Double?, for personaID: UUID?) -> Edit? {
    guard steps.contains(where: { $0.id == stepID }) else { return nil }
    let old = emotions[stepID]?.first { $0.personaID == personaID }
    guard let value else { return old.map { Edit(.setEmotion, [.delete($0.reference)]) } }
    let bounded = min(max(value, Emotion.scale.lowerBound), Emotion.scale.upperBound)
    if let old { return Edit.changing(old, .setEmotion) { $0.value = bounded } }
    let rank = Rank.between(emotions[stepID]?.last?.rank, nil)
    return Edit(
      .setEmotion,
      [.insert(Emotion(stepID: stepID, personaID: personaID, rank: rank, value: bounded))])
  }
}
