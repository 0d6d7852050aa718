import Foundation

/// A part of a map as it was copied: whatever is needed to put it into another map, another
/// workspace, another window, without loss.
public struct MapClip: Equatable, Sendable {
  public enum Shape: String, CaseIterable, Codable, Sendable {
    /// Cards and emotions at their places in a block of lanes and steps.
    case cells
    case steps, stages, lanes
  }

  public var shape: Shape
  /// A map with nothing but the copied part, and what that names: departments, channels, tags,
  /// pictures and metrics of its cards, the personas of its emotions; of maps that its steps open,
  /// the title. Its lanes and steps are the block's, those without cards too.
  public var contents: WorkspaceContents

  public init(shape: Shape, contents: WorkspaceContents) {
    self.shape = shape
    self.contents = contents
  }

  /// What was copied, as a map of its own.
  var journey: JourneyContents? {
    let id =
      contents.stages.first?.mapID ?? contents.lanes.first?.mapID ?? contents.journeyMaps.first?.id
    return id.flatMap { contents.journey($0) }
  }
}

extension JourneyContents {
  /// Nil when there is nothing in the part: no record of it, or empty cells only.
  ///
  /// - Parameter links: of the workspace; those between two records of the clip go along.
  public func clip(of part: MapPart, links: [Link] = []) -> MapClip? {
    switch part {
    case .whole:
      guard !stages.isEmpty else { return nil }
      return clip(.stages, steps: steps, stages: stages, lanes: lanes, lines: lines, links: links)
    case .stages(let ids):
      let own = stages.filter { ids.contains($0.id) }
      guard !own.isEmpty else { return nil }
      return clip(
        .stages, steps: steps.filter { ids.contains($0.stageID) }, stages: own, lanes: lanes,
        links: links)
    case .steps(let ids):
      let own = steps.filter { ids.contains($0.id) }
      guard !own.isEmpty else { return nil }
      return clip(.steps, steps: own, lanes: lanes, links: links)
    case .lanes(let ids, let lineIDs):
      let own = lanes.filter { ids.contains($0.id) }
      let ownLines = lines.filter { lineIDs.contains($0.id) }
      guard !own.isEmpty || !ownLines.isEmpty else { return nil }
      return clip(.lanes, steps: steps, lanes: own, lines: ownLines, links: links)
    case .cells(let selection):
      guard let block = copiedBlock(of: selection) else { return nil }
      var selection = selection
      selection.emotions = block.emotions
      return clip(
        .cells, steps: block.steps, lanes: block.lanes, selection: selection, links: links)
    }
  }

  private func clip(
    _ shape: MapClip.Shape, steps: [Step], stages: [Stage]? = nil, lanes: [Lane],
    lines: [BlueprintLine] = [], selection: CellSelection? = nil, links: [Link]
  ) -> MapClip {
    var result = WorkspaceContents(workspace: WorkspaceInfo(title: ""))
    let stepIDs = Set(steps.map(\.id))
    let laneIDs = Set(lanes.map(\.id))
    let stageIDs = Set(steps.map(\.stageID))
    result.stages = stages ?? self.stages.filter { stageIDs.contains($0.id) }
    result.steps = steps
    result.lanes = lanes
    result.blueprintLines = lines
    for lane in lanes {
      for step in steps {
        result.cards += cards(at: Cell(laneID: lane.id, stepID: step.id))
          .filter { selection?.cards.contains($0.id) ?? true }
      }
    }
    if shape == .steps || shape == .stages {
      for index in result.cards.indices where result.cards[index].span > 1 {
        result.cards[index].span = covered(by: result.cards[index], among: stepIDs)
      }
    }
    let cardIDs = Set(result.cards.map(\.id))
    for card in result.cards {
      result.cardDepartments += (departmentsOfCards[card.id] ?? []).compactMap {
        cardDepartments[$0]
      }
    }
    takeExtras(&result, isOfCells: shape == .cells)
    let departmentIDs = Set(
      result.cardDepartments.map(\.departmentID) + result.stepDepartments.map(\.departmentID))
    result.departments = departments.filter { departmentIDs.contains($0.id) }
    // Emotions belong to steps; a lane without the curve leaves them where they are.
    if shape != .lanes || lanes.contains(where: { $0.laneKind == .emotion }) {
      result.emotions = steps.flatMap { emotions[$0.id] ?? [] }
        .filter { selection?.emotions.contains($0.id) ?? true }
    }
    var map = map
    // The map that it came from is not part of it, nor is a portrait.
    map.basisID = nil
    if result.emotions.isEmpty { map.personaID = nil }
    // Whose curves a lane shows goes with the lane.
    let choices = lanes.flatMap { lane in
      curveChoices(of: lane.id).map { LanePersona(laneID: lane.id, personaID: $0) }
    }
    let personaIDs = Set(
      result.emotions.compactMap(\.personaID) + [map.personaID].compactMap(\.self)
        + (shape == .lanes ? choices.compactMap(\.personaID) : []))
    result.personas = personas.filter { personaIDs.contains($0.id) }.map {
      var persona = $0
      persona.pictureID = nil
      return persona
    }
    let opened = Set(steps.compactMap(\.opensMapID)).subtracting([map.id])
    result.journeyMaps =
      [map]
      + opened.map { JourneyMap(id: $0, rank: map.rank, title: extras.mapTitles[$0] ?? "") }
    let inside = cardIDs.union(stepIDs).union(laneIDs).union(result.stages.map(\.id))
    result.links = links.filter { inside.contains($0.fromID) && inside.contains($0.toID) }
    if shape == .lanes { result.lanePersonas = choices }
    return MapClip(shape: shape, contents: result)
  }
}

extension JourneyContents {
  /// Lanes of cards that are to be seen.
  var openLanes: [Lane] { shownLanes.filter(\.laneKind.holdsCards) }

  private func takeExtras(_ result: inout WorkspaceContents, isOfCells: Bool) {
    for card in result.cards {
      result.cardChannels += extras.cardChannels.entries(of: card.id)
      result.cardTags += extras.cardTags.entries(of: card.id)
    }
    // Whoever copies cells copies what these show.
    if !isOfCells || result.lanes.contains(where: { $0.laneKind == .departments }) {
      result.stepDepartments = result.steps.flatMap { extras.stepDepartments.entries(of: $0.id) }
    }
    let channelIDs = Set(result.cardChannels.map(\.channelID))
    result.channels = extras.channels.filter { channelIDs.contains($0.id) }
    let tagIDs = Set(result.cardTags.map(\.tagID))
    result.tags = extras.tags.filter { tagIDs.contains($0.id) }
    result.pictures = Set(result.cards.compactMap(\.pictureID)).compactMap { extras.pictures[$0] }
    let metricIDs = Set(result.cards.compactMap(\.metricID))
    result.metrics = extras.metrics.filter { metricIDs.contains($0.id) }
    let stepIDs = Set(result.steps.map(\.id))
    result.readings = metricIDs.flatMap { extras.readings[$0] ?? [] }
      .filter { reading in reading.stepID.map(stepIDs.contains) ?? true }
  }
}
