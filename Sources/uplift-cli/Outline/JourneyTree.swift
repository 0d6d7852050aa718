import Foundation
import UpliftCore
import UpliftDrawing

/// A journey map as `outline` shows it. The property names are the keys of the JSON.
struct JourneyTree: Encodable {
  struct LaneEntry: Encodable {
    @ListedID var id: UUID
    var kind: Lane.Kind
    /// Its own title, or the name of its kind.
    var title: String
  }

  struct StageEntry: Encodable {
    @ListedID var id: UUID
    var steps: [StepEntry]
    var title: String
  }

  struct StepEntry: Encodable {
    var cards: [CardEntry]
    var emotions: [EmotionEntry]
    @ListedID var id: UUID
    var momentOfTruth: Bool
    var title: String
  }

  struct EmotionEntry: Encodable {
    var persona: String?
    var value: Double
  }

  struct CardEntry: Encodable {
    var colour: Swatch?
    var departments: [String]
    var evidence: EvidenceLevel
    @ListedID var id: UUID
    var kind: Lane.Kind
    @ListedID var lane: UUID
    var source: String
    var span: Int
    var text: String
  }

  var expectations: String
  @ListedID var id: UUID
  var lanes: [LaneEntry]
  var owner: String
  var persona: String?
  var scenario: String
  var stages: [StageEntry]
  var state: JourneyMap.State
  var status: JourneyMap.Status
  var title: String

  init(_ journey: JourneyContents) {
    let map = journey.map
    expectations = map.expectations
    id = map.id
    lanes = journey.lanes.map {
      LaneEntry(id: $0.id, kind: $0.laneKind, title: JourneyWords.title(of: $0))
    }
    owner = map.owner
    persona = journey.persona?.name
    scenario = map.scenario
    stages = journey.stages.map { stage in
      StageEntry(
        id: stage.id, steps: journey.steps(of: stage.id).map { Self.entry(of: $0, in: journey) },
        title: stage.title)
    }
    state = map.state
    status = map.status
    title = map.title
  }

  private static func entry(of step: Step, in journey: JourneyContents) -> StepEntry {
    let cards = journey.lanes.flatMap { lane in
      journey.cards(at: Cell(laneID: lane.id, stepID: step.id)).map { card in
        CardEntry(
          colour: card.colour, departments: journey.departments(of: card.id).map(\.name),
          evidence: card.evidence, id: card.id, kind: journey.kind(of: card), lane: lane.id,
          source: card.source, span: card.span, text: card.text)
      }
    }
    let emotions = (journey.emotions[step.id] ?? []).map { emotion in
      EmotionEntry(
        persona: journey.personas.first { $0.id == emotion.personaID }?.name, value: emotion.value)
    }
    return StepEntry(
      cards: cards, emotions: emotions, id: step.id, momentOfTruth: step.isMomentOfTruth,
      title: step.title)
  }

  var text: TextTree {
    let facts = [persona, JourneyWords.name(of: state)].compactMap { $0 }
    return TextTree(
      "\(title) (\(facts.joined(separator: ", ")))",
      stages.map { stage in TextTree(stage.title, stage.steps.map(text)) })
  }

  private func text(of step: StepEntry) -> TextTree {
    let line =
      step.momentOfTruth ? tr("{step} (moment of truth)", ["step": step.title]) : step.title
    let emotions = step.emotions.map { emotion in
      let value = JourneyWords.emotion(emotion.value)
      guard let persona = emotion.persona else {
        return TextTree(tr("Emotion: {value}", ["value": value]))
      }
      return TextTree(
        tr("Emotion: {value} ({persona})", ["value": value, "persona": persona]))
    }
    let cards = step.cards.map { card in
      let lane = lanes.first { $0.id == card.lane }?.title ?? ""
      return TextTree(
        tr(
          "{lane}: {text} ({evidence})",
          ["lane": lane, "text": card.text, "evidence": JourneyWords.name(of: card.evidence)]))
    }
    return TextTree(line, emotions + cards)
  }
}
