import Foundation
import UpliftCore

/// What somebody at the keyboard might do next.
enum Act {
  case edit(Edit)
  case undo
  case redo
}

/// Draws edits of every kind from a seed and from what the workspace holds.
struct RandomEdits {
  var dice: Dice
  private var typing: Card?

  init(seed: UInt64) { dice = Dice(seed: seed) }

  mutating func next(_ contents: WorkspaceContents) -> Act {
    switch dice.roll(100) {
    case 0..<12: return .undo
    case 12..<18: return .redo
    default: break
    }
    // A workspace that has become too small for most edits, or very large, is steered back.
    if contents.cards.count < 6 || contents.boardColumns.isEmpty {
      return .edit(addMap(contents))
    }
    for _ in 0..<20 {
      if let edit = attempt(contents) { return .edit(edit) }
    }
    return .undo
  }

  private mutating func attempt(_ contents: WorkspaceContents) -> Edit? {
    if dice.roll(5) == 0 { return editReferences(contents) }
    return switch dice.roll(84) {
    case 0..<14: editText(contents)
    case 14..<26: type(contents)
    case 26..<36: contents.cards.count < 150 ? addCard(contents) : deleteCard(contents)
    case 36..<40: deleteCard(contents)
    case 40..<44: moveCard(contents)
    case 44..<48: setEmotion(contents)
    case 48..<50: contents.steps.count < 40 ? addStage(contents) : dissolveStage(contents)
    case 50: dissolveStage(contents)
    case 51..<54: editStep(contents)
    case 54..<56: editLane(contents)
    case 56: toggleLine(contents)
    case 57..<59: editPersona(contents)
    case 59..<61: editDepartment(contents)
    case 61..<67: addNote(contents)
    case 67..<71: editNote(contents)
    case 71: deleteNote(contents)
    case 72..<75: vote(contents)
    case 75: cluster(contents)
    case 76: editColumn(contents)
    case 77: editMember(contents)
    case 78: editMeeting(contents)
    case 79..<81: link(contents)
    case 81: rename(contents)
    case 82: contents.journeyMaps.count < 3 ? addMap(contents) : nil
    default: dice.roll(4) == 0 ? deleteSomethingLarge(contents) : nil
    }
  }

  // MARK: Cards

  private mutating func editText(_ contents: WorkspaceContents) -> Edit? {
    guard let card = dice.pick(contents.cards) else { return nil }
    var new = card
    new.text = dice.text()
    if dice.roll(4) == 0 { new.source = dice.text() }
    if dice.roll(4) == 0 { new.evidence = dice.pick(EvidenceLevel.allCases) ?? .assumed }
    if dice.roll(4) == 0 { new.colour = dice.pick(Swatch.allCases) }
    if dice.roll(6) == 0 { new.span = 1 + dice.roll(4) }
    return Edit(.editText, [.update(from: card, to: new)])
  }

  /// A few strokes in one text, sometimes all taken back again.
  private mutating func type(_ contents: WorkspaceContents) -> Edit? {
    if typing == nil || dice.roll(4) == 0 { typing = dice.pick(contents.cards) }
    guard let original = typing, let card = contents.cards.first(where: { $0.id == original.id })
    else {
      typing = nil
      return nil
    }
    var new = card
    new.text = dice.roll(4) == 0 ? original.text : card.text + (dice.pick(["a", "é", " "]) ?? "")
    return Edit(.editText, [.update(from: card, to: new)], coalescing: "text \(card.id)")
  }

  private mutating func addCard(_ contents: WorkspaceContents) -> Edit? {
    guard let step = dice.pick(contents.steps),
      let map = contents.stages.first(where: { $0.id == step.stageID })?.mapID,
      let lane = dice.pick(contents.lanes.filter { $0.mapID == map })
    else { return nil }
    let others = contents.cards.filter { $0.laneID == lane.id && $0.stepID == step.id }.inOrder()
    let card = Card(
      id: dice.id(), laneID: lane.id, stepID: step.id, rank: .between(others.last?.rank, nil),
      text: dice.text())
    var changes: [Change] = [.insert(card)]
    if let department = dice.pick(contents.departments), dice.roll(2) == 0 {
      changes.append(
        .insert(CardDepartment(id: dice.id(), cardID: card.id, departmentID: department.id)))
    }
    return Edit(.addCard, changes)
  }

  private mutating func deleteCard(_ contents: WorkspaceContents) -> Edit? {
    dice.pick(contents.cards).map { Edit(.delete, [.delete($0.reference)]) }
  }

  private mutating func moveCard(_ contents: WorkspaceContents) -> Edit? {
    guard let card = dice.pick(contents.cards),
      let mapID = contents.lanes.first(where: { $0.id == card.laneID })?.mapID,
      let lane = dice.pick(contents.lanes.filter { $0.mapID == mapID }),
      let journey = contents.journey(mapID), let step = dice.pick(journey.steps)
    else { return nil }
    var new = card
    new.laneID = lane.id
    new.stepID = step.id
    let there = journey.cards(at: Cell(laneID: lane.id, stepID: step.id))
    new.rank = .between(nil, there.first?.rank)
    return Edit(.move, [.update(from: card, to: new)])
  }

  // MARK: Maps

  private mutating func setEmotion(_ contents: WorkspaceContents) -> Edit? {
    guard let step = dice.pick(contents.steps) else { return nil }
    let persona = dice.roll(3) == 0 ? nil : dice.pick(contents.personas)?.id
    let value = Double(dice.roll(41)) / 10 - 2
    guard
      let old = contents.emotions.first(where: { $0.stepID == step.id && $0.personaID == persona })
    else {
      return Edit(
        .setEmotion,
        [
          .insert(Emotion(id: dice.id(), stepID: step.id, personaID: persona, value: value))
        ])
    }
    if dice.roll(4) == 0 { return Edit(.delete, [.delete(old.reference)]) }
    var new = old
    new.value = value
    return Edit(.setEmotion, [.update(from: old, to: new)])
  }

  private mutating func addStage(_ contents: WorkspaceContents) -> Edit? {
    guard let map = dice.pick(contents.journeyMaps) else { return nil }
    let stages = contents.stages.filter { $0.mapID == map.id }.inOrder()
    let place = dice.roll(stages.count + 1)
    let stage = Stage(
      id: dice.id(), mapID: map.id,
      rank: .between(
        place > 0 ? stages[place - 1].rank : nil, place < stages.count ? stages[place].rank : nil),
      title: dice.text())
    let steps = Rank.spread(1 + dice.roll(3)).map {
      Step(id: dice.id(), stageID: stage.id, rank: $0, title: dice.text())
    }
    return Edit(.addStage, [.insert(stage)] + steps.map { .insert($0) })
  }

  /// Its steps go to another stage, and it is deleted, in one edit.
  private mutating func dissolveStage(_ contents: WorkspaceContents) -> Edit? {
    guard let stage = dice.pick(contents.stages),
      let other = dice.pick(contents.stages.filter { $0.mapID == stage.mapID && $0.id != stage.id })
    else { return nil }
    let changes: [Change] = contents.steps.filter { $0.stageID == stage.id }.map { step in
      var new = step
      new.stageID = other.id
      return .update(from: step, to: new)
    }
    return Edit(.delete, changes + [.delete(stage.reference)])
  }

  private mutating func editStep(_ contents: WorkspaceContents) -> Edit? {
    guard let step = dice.pick(contents.steps) else { return nil }
    var new = step
    switch dice.roll(3) {
    case 0: new.title = dice.text()
    case 1: new.isMomentOfTruth.toggle()
    default:
      let siblings = contents.steps.filter { $0.stageID == step.stageID }.inOrder()
      new.rank = .between(nil, siblings.first?.rank)
    }
    return Edit(.move, [.update(from: step, to: new)])
  }

  private mutating func editLane(_ contents: WorkspaceContents) -> Edit? {
    guard let map = dice.pick(contents.journeyMaps) else { return nil }
    let lanes = contents.lanes.filter { $0.mapID == map.id }.inOrder()
    guard let lane = dice.pick(lanes), dice.roll(3) > 0 || lanes.count > 8 else {
      return Edit(
        .addLane,
        [
          .insert(
            Lane(
              id: dice.id(), mapID: map.id, rank: .between(lanes.last?.rank, nil),
              kind: dice.pick(Lane.Kind.allCases) ?? .text, title: dice.text()))
        ])
    }
    if dice.roll(5) == 0 { return Edit(.delete, [.delete(lane.reference)]) }
    var new = lane
    new.subtitle = dice.text()
    new.rank = .between(nil, lanes.first?.rank)
    return Edit(.move, [.update(from: lane, to: new)])
  }

  private mutating func toggleLine(_ contents: WorkspaceContents) -> Edit? {
    guard let map = dice.pick(contents.journeyMaps),
      let line = dice.pick(BlueprintLine.Line.allCases)
    else { return nil }
    let new = BlueprintLine(id: dice.id(), mapID: map.id, rank: .middle, line: line)
    guard let old = contents.blueprintLines.first(where: { $0.mapID == map.id && $0.line == line })
    else { return Edit(.addLine, [.insert(new)]) }
    // Replaced by one of the same kind, of which there may be only one.
    return Edit(.delete, [.delete(old.reference)] + (dice.roll(2) == 0 ? [.insert(new)] : []))
  }

  private mutating func addMap(_ contents: WorkspaceContents) -> Edit {
    let map = JourneyMap(
      id: dice.id(), rank: .between(contents.journeyMaps.inOrder().last?.rank, nil),
      title: dice.text(), personaID: dice.pick(contents.personas)?.id,
      state: dice.roll(2) == 0 ? .future : .current, basisID: dice.pick(contents.journeyMaps)?.id)
    let stage = Stage(id: dice.id(), mapID: map.id, rank: .middle, title: dice.text())
    let steps = Rank.spread(4).map {
      // Titles that other maps have too, for comparing it with them.
      Step(
        id: dice.id(), stageID: stage.id, rank: $0,
        title: dice.pick(contents.steps)?.title ?? dice.text())
    }
    let lanes = Rank.spread(2).map {
      Lane(id: dice.id(), mapID: map.id, rank: $0, kind: .actions)
    }
    let cards = steps.flatMap { step in
      lanes.map {
        Card(id: dice.id(), laneID: $0.id, stepID: step.id, rank: .middle, text: dice.text())
      }
    }
    let emotions = steps.map {
      Emotion(id: dice.id(), stepID: $0.id, personaID: map.personaID, value: 1)
    }
    var records: [any Entity] = [map, stage]
    records += steps as [any Entity]
    records += lanes as [any Entity]
    records += cards as [any Entity]
    records += emotions as [any Entity]
    if let group = contents.advisoryGroups.first, contents.boardColumns.isEmpty {
      let board = Board(id: dice.id(), groupID: group.id, rank: .middle, title: dice.text())
      records += [
        board, BoardColumn(id: dice.id(), boardID: board.id, rank: .middle, title: dice.text()),
      ]
    } else if contents.advisoryGroups.isEmpty {
      records.append(
        AdvisoryGroup(id: dice.id(), rank: .middle, kind: .focusGroup, title: dice.text()))
    }
    return Edit(.addJourneyMap, records.map { .insert($0) })
  }

  private mutating func editPersona(_ contents: WorkspaceContents) -> Edit? {
    guard let persona = dice.pick(contents.personas), contents.personas.count > 2 else {
      let persona = Persona(
        id: dice.id(), rank: .between(contents.personas.inOrder().last?.rank, nil),
        name: dice.text(), age: dice.roll(90))
      guard let map = dice.pick(contents.journeyMaps) else { return nil }
      var new = map
      new.personaID = persona.id
      return Edit(.addPersona, [.insert(persona), .update(from: map, to: new)])
    }
    if dice.roll(3) == 0 { return Edit(.delete, [.delete(persona.reference)]) }
    var new = persona
    new.goals = dice.text()
    return Edit(.editDetails, [.update(from: persona, to: new)])
  }

  private mutating func editDepartment(_ contents: WorkspaceContents) -> Edit? {
    guard let department = dice.pick(contents.departments), contents.departments.count > 3 else {
      return Edit(
        .addDepartment,
        [
          .insert(
            Department(
              id: dice.id(), rank: .between(contents.departments.inOrder().last?.rank, nil),
              name: dice.text()))
        ])
    }
    if dice.roll(3) == 0 { return Edit(.delete, [.delete(department.reference)]) }
    guard let card = dice.pick(contents.cards) else { return nil }
    // Refused when the card has it already.
    return Edit(
      .editDetails,
      [.insert(CardDepartment(id: dice.id(), cardID: card.id, departmentID: department.id))])
  }

  private mutating func link(_ contents: WorkspaceContents) -> Edit? {
    if let link = dice.pick(contents.links), dice.roll(3) == 0 {
      return Edit(.delete, [.delete(link.reference)])
    }
    guard let card = dice.pick(contents.cards),
      let other = dice.pick(contents.notes.map(\.reference) + contents.steps.map(\.reference))
    else { return nil }
    return Edit(
      .addLink,
      [
        .insert(
          Link(id: dice.id(), rank: .middle, role: .about, from: card.reference, to: other))
      ])
  }

  private mutating func rename(_ contents: WorkspaceContents) -> Edit? {
    var workspace = contents.workspace
    workspace.title = dice.text()
    var changes: [Change] = [.update(from: contents.workspace, to: workspace)]
    if let map = dice.pick(contents.journeyMaps) {
      var new = map
      new.title = dice.text()
      new.basisID = dice.pick(contents.journeyMaps)?.id
      new.state = new.state == .current ? .future : .current
      changes.append(.update(from: map, to: new))
    }
    return Edit(.rename, changes)
  }

  private mutating func deleteSomethingLarge(_ contents: WorkspaceContents) -> Edit? {
    let large =
      contents.journeyMaps.map(\.reference) + contents.boards.map(\.reference)
      + contents.advisoryGroups.map(\.reference) + contents.boardColumns.map(\.reference)
    return dice.pick(large).map { Edit(.delete, [.delete($0)]) }
  }
}
