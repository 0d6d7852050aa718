import Foundation
import UpliftCore

/// Edits of what steps and cards refer to: channels, tags, pictures, metrics, departments.
extension RandomEdits {
  mutating func editReferences(_ contents: WorkspaceContents) -> Edit? {
    switch dice.roll(16) {
    case 0: editChannel(contents)
    case 1: editTag(contents)
    case 2..<4: setPicture(contents)
    case 4: setPortrait(contents)
    case 5..<7: setMetric(contents)
    case 7: editMetric(contents)
    case 8..<10: editReading(contents)
    case 10: editDialogue(contents)
    case 11: editFilter(contents)
    case 12: editStepDepartment(contents)
    case 13: nestMap(contents)
    case 14: showLaneDifferently(contents)
    default: setWidth(contents)
    }
  }

  private mutating func editChannel(_ contents: WorkspaceContents) -> Edit? {
    guard let channel = dice.pick(contents.channels), contents.channels.count > 2 else {
      return Edit(
        .addChannel,
        [
          .insert(
            Channel(
              id: dice.id(), rank: .between(contents.channels.inOrder().last?.rank, nil),
              name: dice.text(), mark: dice.pick(Channel.Mark.allCases) ?? .other))
        ])
    }
    if dice.roll(3) == 0 { return Edit(.delete, [.delete(channel.reference)]) }
    if let entry = dice.pick(contents.cardChannels), dice.roll(3) == 0 {
      return Edit(.setChannels, [.delete(entry.reference)])
    }
    guard let card = dice.pick(contents.cards) else { return nil }
    return Edit(
      .setChannels,
      [.insert(CardChannel(id: dice.id(), cardID: card.id, channelID: channel.id))])
  }

  private mutating func editTag(_ contents: WorkspaceContents) -> Edit? {
    guard let tag = dice.pick(contents.tags), contents.tags.count > 2 else {
      return Edit(
        .addTag,
        [
          .insert(
            Tag(
              id: dice.id(), rank: .between(contents.tags.inOrder().last?.rank, nil),
              name: dice.text(), colour: dice.pick(Swatch.allCases)))
        ])
    }
    if dice.roll(3) == 0 { return Edit(.delete, [.delete(tag.reference)]) }
    if let entry = dice.pick(contents.cardTags), dice.roll(3) == 0 {
      return Edit(.setTags, [.delete(entry.reference)])
    }
    guard let card = dice.pick(contents.cards) else { return nil }
    return Edit(.setTags, [.insert(CardTag(id: dice.id(), cardID: card.id, tagID: tag.id))])
  }

  private mutating func picture() -> StoredPicture {
    StoredPicture(
      id: dice.id(), mediaType: .png, width: 1 + dice.roll(9), height: 1 + dice.roll(9),
      data: Data((0...dice.roll(40)).map { UInt8($0) }))
  }

  private mutating func setPicture(_ contents: WorkspaceContents) -> Edit? {
    guard let card = dice.pick(contents.cards) else { return nil }
    var new = card
    switch dice.roll(3) {
    case 0: new.pictureID = nil
    case 1: new.pictureID = dice.pick(contents.pictures)?.id
    default:
      let picture = picture()
      new.pictureID = picture.id
      return Edit(.setPicture, [.insert(picture), .update(from: card, to: new)])
    }
    return Edit(.setPicture, [.update(from: card, to: new)])
  }

  private mutating func setPortrait(_ contents: WorkspaceContents) -> Edit? {
    guard let persona = dice.pick(contents.personas) else { return nil }
    var new = persona
    new.colour = dice.pick(Swatch.allCases)
    guard dice.roll(2) == 0 else {
      new.pictureID = dice.roll(2) == 0 ? nil : dice.pick(contents.pictures)?.id
      return Edit(.setPicture, [.update(from: persona, to: new)])
    }
    let picture = picture()
    new.pictureID = picture.id
    return Edit(.setPicture, [.insert(picture), .update(from: persona, to: new)])
  }

  private mutating func setMetric(_ contents: WorkspaceContents) -> Edit? {
    guard let card = dice.pick(contents.cards) else { return nil }
    var new = card
    new.metricID = dice.roll(4) == 0 ? nil : dice.pick(contents.metrics)?.id
    return Edit(.setMetric, [.update(from: card, to: new)])
  }

  private mutating func editMetric(_ contents: WorkspaceContents) -> Edit? {
    guard let metric = dice.pick(contents.metrics), contents.metrics.count > 2 else {
      return Edit(
        .addMetric,
        [
          .insert(
            Metric(
              id: dice.id(), rank: .between(contents.metrics.inOrder().last?.rank, nil),
              title: dice.text(), measure: dice.pick(Metric.Measure.allCases) ?? .own))
        ])
    }
    if dice.roll(3) == 0 { return Edit(.delete, [.delete(metric.reference)]) }
    var new = metric
    new.target = Double(dice.roll(100))
    return Edit(.editDetails, [.update(from: metric, to: new)])
  }

  private mutating func editReading(_ contents: WorkspaceContents) -> Edit? {
    if let reading = dice.pick(contents.readings), dice.roll(2) == 0 {
      if dice.roll(3) == 0 { return Edit(.delete, [.delete(reading.reference)]) }
      var new = reading
      new.value = Double(dice.roll(100))
      new.metricID = dice.pick(contents.metrics)?.id ?? reading.metricID
      return Edit(.editDetails, [.update(from: reading, to: new)])
    }
    guard let metric = dice.pick(contents.metrics),
      let day = CalendarDay(year: 2026, month: 1 + dice.roll(12), day: 1 + dice.roll(28))
    else { return nil }
    return Edit(
      .addReading,
      [
        .insert(
          Reading(
            id: dice.id(), metricID: metric.id,
            stepID: dice.roll(2) == 0 ? nil : dice.pick(contents.steps)?.id, day: day,
            value: Double(dice.roll(100)), sampleSize: dice.roll(400)))
      ])
  }

  private mutating func editDialogue(_ contents: WorkspaceContents) -> Edit? {
    guard let dialogue = dice.pick(contents.dialogues), contents.dialogues.count > 2 else {
      return Edit(
        .addDialogue,
        [
          .insert(
            Dialogue(
              id: dice.id(), rank: .between(contents.dialogues.inOrder().last?.rank, nil),
              customer: dice.text()))
        ])
    }
    if dice.roll(3) == 0 { return Edit(.delete, [.delete(dialogue.reference)]) }
    var new = dialogue
    new.leftUnsaid = dice.text()
    return Edit(.editDetails, [.update(from: dialogue, to: new)])
  }

  private mutating func editFilter(_ contents: WorkspaceContents) -> Edit? {
    if let filter = dice.pick(contents.savedFilters), dice.roll(2) == 0 {
      return Edit(.delete, [.delete(filter.reference)])
    }
    return Edit(
      .saveFilter,
      [.insert(SavedFilter(id: dice.id(), rank: .middle, title: dice.text(), definition: "{}"))])
  }

  private mutating func editStepDepartment(_ contents: WorkspaceContents) -> Edit? {
    if let entry = dice.pick(contents.stepDepartments), dice.roll(3) == 0 {
      return Edit(.setDepartments, [.delete(entry.reference)])
    }
    guard let step = dice.pick(contents.steps), let department = dice.pick(contents.departments)
    else { return nil }
    return Edit(
      .setDepartments,
      [.insert(StepDepartment(id: dice.id(), stepID: step.id, departmentID: department.id))])
  }

  private mutating func nestMap(_ contents: WorkspaceContents) -> Edit? {
    guard let step = dice.pick(contents.steps) else { return nil }
    var new = step
    new.opensMapID = dice.roll(3) == 0 ? nil : dice.pick(contents.journeyMaps)?.id
    new.basisID = dice.pick(contents.steps)?.id
    return Edit(.setNestedMap, [.update(from: step, to: new)])
  }

  private mutating func showLaneDifferently(_ contents: WorkspaceContents) -> Edit? {
    guard let lane = dice.pick(contents.lanes) else { return nil }
    var new = lane
    switch dice.roll(5) {
    case 0: new.isHidden.toggle()
    case 1: new.isCollapsed.toggle()
    case 2: new.isPinned.toggle()
    case 3: new.emotionScale = dice.pick(Lane.EmotionScale.allCases) ?? .words
    default: new.height = dice.roll(2) == 0 ? nil : Double(24 + dice.roll(300))
    }
    return Edit(.setLaneDisplay, [.update(from: lane, to: new)])
  }

  private mutating func setWidth(_ contents: WorkspaceContents) -> Edit? {
    guard let map = dice.pick(contents.journeyMaps) else { return nil }
    var new = map
    new.columnWidth = dice.roll(2) == 0 ? nil : Double(80 + dice.roll(300))
    return Edit(.setColumnWidth, [.update(from: map, to: new)])
  }
}
