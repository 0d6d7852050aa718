import Foundation

/// A persona with all that a sheet of paper says of it.
public struct PersonaProfile: Equatable, Sendable {
  /// A journey in which the persona appears.
  public struct Journey: Equatable, Sendable {
    public var map: JourneyMap
    /// True when it is told from this persona's point of view.
    public var isPointOfView: Bool
    /// In order.
    public var steps: [Feeling]

    public init(map: JourneyMap, isPointOfView: Bool, steps: [Feeling]) {
      self.map = map
      self.isPointOfView = isPointOfView
      self.steps = steps
    }

    private var known: [Feeling] { steps.filter { $0.value != nil } }

    /// −2…+2; nil when nothing is known of what the persona feels.
    public var average: Double? {
      let values = known.compactMap(\.value)
      return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }

    /// The first of the worst moments.
    public var lowest: Feeling? { known.min { ($0.value ?? 0) < ($1.value ?? 0) } }

    /// The first of the best moments.
    public var highest: Feeling? { known.max { ($0.value ?? 0) < ($1.value ?? 0) } }
  }

  /// What the persona feels at a step.
  public struct Feeling: Equatable, Sendable {
    public var step: String
    /// −2…+2; nil: unknown.
    public var value: Double?

    public init(step: String, value: Double?) {
      self.step = step
      self.value = value
    }
  }

  public var persona: Persona
  public var portrait: StoredPicture?
  /// In the workspace's order.
  public var journeys: [Journey]
  /// Of the organisation's papers.
  public var letterhead: Letterhead?

  public init(
    persona: Persona, portrait: StoredPicture? = nil, journeys: [Journey] = [],
    letterhead: Letterhead? = nil
  ) {
    self.persona = persona
    self.portrait = portrait
    self.journeys = journeys
    self.letterhead = letterhead
  }

  /// Nil when there is no such persona. What is not of its journeys may be left out of `contents`,
  /// but for the organisation and its logo.
  public init?(_ personaID: UUID, in contents: WorkspaceContents) {
    guard let persona = contents.personas.first(where: { $0.id == personaID }) else { return nil }
    self.init(
      persona: persona, portrait: contents.pictures.first { $0.id == persona.pictureID },
      letterhead: Letterhead(of: contents))
    let emotions = Dictionary(grouping: contents.emotions, by: \.stepID)
    let steps = Dictionary(grouping: contents.steps, by: \.stageID)
    for map in contents.journeyMaps.inOrder() {
      let isPointOfView = map.personaID == personaID
      let feelings = contents.stages.filter { $0.mapID == map.id }.inOrder().flatMap { stage in
        (steps[stage.id] ?? []).inOrder().map { step in
          let all = emotions[step.id] ?? []
          let own = all.first { $0.personaID == personaID }
          // What nobody in particular feels is what the point of view feels.
          let shown = own ?? (isPointOfView ? all.first { $0.personaID == nil } : nil)
          return Feeling(step: step.title, value: shown?.value)
        }
      }
      guard isPointOfView || feelings.contains(where: { $0.value != nil }) else { continue }
      journeys.append(Journey(map: map, isPointOfView: isPointOfView, steps: feelings))
    }
  }

  /// "Lowest −2 at “Waits for the refund”", and so on; empty when nothing is known.
  public static func words(for journey: Journey) -> String {
    guard let average = journey.average, let lowest = journey.lowest,
      let highest = journey.highest
    else { return tr("What is felt there is not known yet.") }
    return tr(
      "Average {average}; lowest {lowest} at “{low}”, highest {highest} at “{high}”",
      [
        "average": JourneyWords.emotion(average),
        "lowest": JourneyWords.emotion(lowest.value ?? 0), "low": lowest.step,
        "highest": JourneyWords.emotion(highest.value ?? 0), "high": highest.step,
      ])
  }

  /// "Customer, 34 years".
  public static func details(of persona: Persona) -> String {
    let role =
      switch persona.role {
      case .customer: tr("Customer")
      case .employee: tr("Employee")
      case .partner: tr("Partner")
      }
    guard let age = persona.age else { return role }
    return tr("{role}, {age}", ["role": role, "age": ntr("{count} year", "{count} years", age)])
  }
}
