import Foundation

/// Edits that change what is on a map. Nil: there is nothing to change.
extension JourneyContents {
  /// The text that is edited in place: of a card, or the title of a step, stage, lane or the map.
  public func text(of reference: EntityReference) -> String? {
    switch reference.kind {
    case .card: cards[reference.id]?.text
    case .step: steps.first { $0.id == reference.id }?.title
    case .stage: stages.first { $0.id == reference.id }?.title
    case .lane: lanes.first { $0.id == reference.id }?.title
    case .journeyMap: map.id == reference.id ? map.title : nil
    case .persona: personas.first { $0.id == reference.id }?.name
    default: nil
    }
  }

  /// - Parameter typing: names one stretch of typing; edits of the same one are one step of undo.
  public func settingText(
    of reference: EntityReference, to text: String, typing: UUID? = nil
  ) -> Edit? {
    guard let old = self.text(of: reference), old != text else { return nil }
    let key = typing.map { "text \($0)" }
    let id = reference.id
    switch reference.kind {
    case .card:
      return cards[id].map { Edit.update(.editText, $0, coalescing: key) { $0.text = text } }
    case .step:
      return steps.first { $0.id == id }
        .map { Edit.update(.rename, $0, coalescing: key) { $0.title = text } }
    case .stage:
      return stages.first { $0.id == id }
        .map { Edit.update(.rename, $0, coalescing: key) { $0.title = text } }
    case .lane:
      return lanes.first { $0.id == id }.flatMap { renaming($0, to: text, coalescing: key) }
    case .journeyMap:
      return Edit.update(.rename, map, coalescing: key) { $0.title = text }
    case .persona:
      return personas.first { $0.id == id }
        .map { Edit.update(.rename, $0, coalescing: key) { $0.name = text } }
    default: return nil
    }
  }

  /// The first line is the title, what follows the smaller line under it. The name of the lane's
  /// kind stands for no title of its own.
  private func renaming(_ lane: Lane, to text: String, coalescing: String?) -> Edit? {
    var new = lane
    let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    new.title = lines.first.map(String.init) ?? ""
    if lines.count > 1 {
      new.subtitle = lines[1].replacingOccurrences(of: "\n", with: " ")
    }
    if JourneyWords.kind(named: new.title) == lane.laneKind { new.title = "" }
    guard new != lane else { return nil }
    return Edit(.rename, [.update(from: lane, to: new)], coalescing: coalescing)
  }

  /// A lane of text without cards that is called like a kind of lane becomes one of that kind, and
  /// keeps its title where that is another word for it ("Storyboard"); called like a line of the blueprint that the map lacks, it becomes that line. Nil: it is
  /// called like neither.
  public func takingAtItsName(lane laneID: UUID, typing: UUID? = nil) -> Edit? {
    guard let lane = lanes.first(where: { $0.id == laneID }), lane.laneKind == .text,
      !cards.values.contains(where: { $0.laneID == laneID })
    else { return nil }
    let key = typing.map { "text \($0)" }
    if let kind = JourneyWords.kind(named: lane.title), kind != .text {
      return Edit.update(.rename, lane, coalescing: key) {
        $0.laneKind = kind
        $0.title = ""
      }
    }
    if let kind = JourneyWords.kind(oftenCalled: lane.title) {
      return Edit.update(.rename, lane, coalescing: key) { $0.laneKind = kind }
    }
    if let line = JourneyWords.line(named: lane.title), !lines.contains(where: { $0.line == line })
    {
      let new = BlueprintLine(mapID: map.id, rank: lane.rank, line: line)
      return Edit(.addLine, [.delete(lane.reference), .insert(new)], coalescing: key)
    }
    return nil
  }

  public func settingEvidence(of cardIDs: [UUID], to level: EvidenceLevel) -> Edit? {
    updating(cardIDs, .setEvidence) { $0.evidence = level }
  }

  /// Nil: by kind.
  public func settingColour(of cardIDs: [UUID], to colour: Swatch?) -> Edit? {
    updating(cardIDs, .setColour) { $0.colour = colour }
  }

  /// Nil: the kind of its lane.
  public func settingKind(of cardIDs: [UUID], to kind: Lane.Kind?) -> Edit? {
    updating(cardIDs, .editDetails) { $0.cardKind = kind }
  }

  /// - Parameter span: steps, from 1 to as many as there are from the card's own on.
  public func settingSpan(of cardID: UUID, to span: Int) -> Edit? {
    guard let card = cards[cardID], let index = steps.firstIndex(where: { $0.id == card.stepID })
    else { return nil }
    let allowed = min(max(span, 1), steps.count - index)
    return updating([cardID], .setSpan) { $0.span = allowed }
  }

  public func settingSource(of cardID: UUID, to source: String, typing: UUID? = nil) -> Edit? {
    guard let card = cards[cardID], card.source != source else { return nil }
    return Edit.update(.editDetails, card, coalescing: typing.map { "source \($0)" }) {
      $0.source = source
    }
  }

  /// Adds or removes a department that contributes to what a card says.
  public func toggling(department departmentID: UUID, of cardID: UUID) -> Edit? {
    guard cards[cardID] != nil else { return nil }
    let entry = (departmentsOfCards[cardID] ?? []).compactMap { cardDepartments[$0] }
      .first { $0.departmentID == departmentID }
    if let entry { return Edit(.editDetails, [.delete(entry.reference)]) }
    return Edit(
      .editDetails, [.insert(CardDepartment(cardID: cardID, departmentID: departmentID))])
  }

  public func togglingMomentOfTruth(of stepID: UUID) -> Edit? {
    steps.first { $0.id == stepID }
      .map { Edit.update(.setMomentOfTruth, $0) { $0.isMomentOfTruth.toggle() } }
  }

  /// - Parameters:
  ///   - value: −2…+2; what is outside is brought to the nearest end. Nil: no emotion there.
  ///   - personaID: nil: the point of view's.
  public func settingEmotion(at stepID: UUID, to value: Double?, personaID: UUID? = nil) -> Edit? {
    guard steps.contains(where: { $0.id == stepID }) else { return nil }
    let person = personaID ?? map.personaID
    let old =
      emotions[stepID]?.first { $0.personaID == person }
      ?? (personaID == nil ? emotion(at: stepID) : nil)
    guard let value else { return old.map { Edit(.setEmotion, [.delete($0.reference)]) } }
    let bounded = min(max(value, Emotion.scale.lowerBound), Emotion.scale.upperBound)
    guard let old else {
      let emotion = Emotion(
        stepID: stepID, personaID: person,
        rank: .between(emotions[stepID]?.last?.rank, nil), value: bounded)
      return Edit(.setEmotion, [.insert(emotion)])
    }
    return old.value == bounded ? nil : Edit.update(.setEmotion, old) { $0.value = bounded }
  }

  /// Up or down by one on the scale; a step without an emotion starts from 0.
  public func steppingEmotion(at stepID: UUID, by delta: Double) -> Edit? {
    settingEmotion(at: stepID, to: (emotion(at: stepID)?.value ?? 0) + delta)
  }

  /// Deletes records of this map; what stands in them goes along. A card that covers steps which
  /// stay goes on standing at those.
  public func deleting(_ references: [EntityReference]) -> Edit? {
    let all = Set(references)
    func isGone(_ kind: EntityKind, _ id: UUID?) -> Bool {
      id.map { all.contains(EntityReference(kind, $0)) } ?? false
    }
    var changes: [Change] = []
    for reference in references where !changes.contains(deletionOf: reference) {
      switch reference.kind {
      case .card:
        guard let card = cards[reference.id] else { continue }
        let step = steps.first { $0.id == card.stepID }
        if isGone(.lane, card.laneID) || isGone(.step, card.stepID) || isGone(.stage, step?.stageID)
        {
          continue
        }
      case .step:
        guard let step = steps.first(where: { $0.id == reference.id }) else { continue }
        if isGone(.stage, step.stageID) { continue }
      case .emotion:
        guard
          let stepID = emotions.first(where: { $0.value.contains { $0.id == reference.id } })?.key
        else { continue }
        let step = steps.first { $0.id == stepID }
        if isGone(.step, stepID) || isGone(.stage, step?.stageID) { continue }
      case .stage: guard stages.contains(where: { $0.id == reference.id }) else { continue }
      case .lane: guard lanes.contains(where: { $0.id == reference.id }) else { continue }
      case .blueprintLine: guard lines.contains(where: { $0.id == reference.id }) else { continue }
      default: continue
      }
      changes.append(.delete(reference))
    }
    return changes.isEmpty ? nil : keepingCovers(Edit(.delete, changes), gone: all)
  }

  private func updating(_ ids: [UUID], _ name: EditName, _ change: (inout Card) -> Void) -> Edit? {
    let changes = ids.compactMap { id -> Change? in
      guard let old = cards[id] else { return nil }
      var new = old
      change(&new)
      return new == old ? nil : .update(from: old, to: new)
    }
    return changes.isEmpty ? nil : Edit(name, changes)
  }
}

extension [Change] {
  func contains(deletionOf reference: EntityReference) -> Bool {
    contains { change in
      if case .delete(let other) = change { return other == reference }
      return false
    }
  }
}
