import Foundation

extension MermaidJourney {
  private static let accessibleTitleLabel = "accTitle: "

  /// The diagram as a map of its own, with the personas that it names.
  ///
  /// - Parameter fallbackTitle: the map's title when the diagram has none.
  public func contents(fallbackTitle: String) -> WorkspaceContents {
    let mapTitle = title ?? accessibleTitle ?? fallbackTitle
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: mapTitle))
    var personas: [String: Persona] = [:]
    for name in sections.flatMap(\.tasks).flatMap(\.actors) where personas[name] == nil {
      let persona = Persona(rank: .middle, name: name)
      personas[name] = persona
      contents.personas.append(persona)
    }
    contents.personas.rank { _ in 0 }
    let map = JourneyMap(
      rank: .middle, title: mapTitle, personaID: contents.personas.first?.id, scenario: scenario)
    contents.journeyMaps = [map]
    contents.lanes = Self.lanes(of: map.id)
    for (section, rank) in zip(sections, Rank.spread(sections.count)) {
      let stage = Stage(mapID: map.id, rank: rank, title: section.title)
      contents.stages.append(stage)
      for (task, rank) in zip(section.tasks, Rank.spread(section.tasks.count)) {
        let step = Step(stageID: stage.id, rank: rank, title: task.name)
        contents.steps.append(step)
        let value = Task.emotion(ofScore: task.score)
        let whose: [UUID?] = task.actors.isEmpty ? [nil] : task.actors.map { personas[$0]?.id }
        contents.emotions += zip(whose, Rank.spread(whose.count)).map {
          Emotion(stepID: step.id, personaID: $0, rank: $1, value: value)
        }
      }
    }
    return contents
  }

  /// The lanes that a map needs to be worked on.
  static func lanes(of mapID: UUID) -> [Lane] {
    let kinds: [Lane.Kind] = [.actions, .touchpoints, .emotion, .painPoints, .opportunities]
    return zip(kinds, Rank.spread(kinds.count)).map { Lane(mapID: mapID, rank: $1, kind: $0) }
  }

  /// A map has no field for an accessible title: it is the first line of the scenario, labelled.
  private var scenario: String {
    let label = accessibleTitle.map { Self.accessibleTitleLabel + $0 }
    return [label, accessibleDescription].compactMap { $0 }.joined(separator: "\n")
  }

  /// A map's stages, steps and emotions as a diagram. Cards have no place in it.
  ///
  /// A step at which personas feel differently becomes one task for each score; one with no
  /// emotion at all is written with 3, the middle, because a task needs a score.
  public init(_ journey: JourneyContents) {
    self.init(title: journey.map.title.isEmpty ? nil : journey.map.title)
    var scenario = journey.map.scenario[...]
    if scenario.hasPrefix(Self.accessibleTitleLabel) {
      let line = scenario.prefix { !$0.isNewline }
      accessibleTitle = String(line.dropFirst(Self.accessibleTitleLabel.count))
      scenario = scenario[line.endIndex...].dropFirst()
    }
    if !scenario.isEmpty { accessibleDescription = String(scenario) }
    let names = Dictionary(
      journey.personas.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let steps = Dictionary(grouping: journey.steps, by: \.stageID)
    sections = journey.stages.map { stage in
      Section(
        title: stage.title,
        tasks: (steps[stage.id] ?? []).flatMap { step in
          Self.tasks(of: step, emotions: journey.emotions[step.id] ?? [], names: names)
        })
    }
  }

  private static func tasks(
    of step: Step, emotions: [Emotion], names: [UUID: String]
  ) -> [Task] {
    guard !emotions.isEmpty else { return [Task(name: step.title, score: 3)] }
    var tasks: [Task] = []
    for emotion in emotions {
      let score = Task.score(ofEmotion: emotion.value)
      let actor = emotion.personaID.flatMap { names[$0] }
      if let actor,
        let place = tasks.firstIndex(where: { $0.score == score && !$0.actors.isEmpty })
      {
        if !tasks[place].actors.contains(actor) { tasks[place].actors.append(actor) }
      } else {
        tasks.append(Task(name: step.title, score: score, actors: actor.map { [$0] } ?? []))
      }
    }
    return tasks
  }
}
