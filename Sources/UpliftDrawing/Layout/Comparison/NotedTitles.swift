import Foundation
import UpliftCore

/// Texts of a map with the lines of their notes below them, so that a layout leaves room for what
/// is then drawn in other styles.
struct NotedTitles {
  /// By part: what its picture was laid out with, and what it says by itself.
  struct Title {
    var whole: String
    var own: String
    var note: ComparisonNote

    /// Its text and the lines of its note below it, each as it is set.
    ///
    /// - Parameter style: of the text.
    func rows(_ style: TextStyle) -> [(text: String, style: TextStyle)] {
      var own = style
      if note.isGhost { own.isStruckThrough = true }
      let small = min(11, style.size * 0.85)
      let lines = note.lines.map { line in
        (
          text: line.text,
          style: TextStyle(
            size: small, weight: line.isStruckThrough ? .regular : .medium,
            isStruckThrough: line.isStruckThrough)
        )
      }
      return ([(text: self.own, style: own)] + lines).filter { !$0.text.isEmpty }
    }
  }

  private(set) var titles: [UUID: Title] = [:]

  /// The same map, its parts with notes saying those too.
  mutating func adding(
    _ notes: [UUID: ComparisonNote], to journey: JourneyContents,
    emotions: [UUID: Double], basis: [UUID: Double]?
  ) -> JourneyContents {
    let stages = journey.stages.map { stage in
      var stage = stage
      stage.title = whole(stage.title, stage.id, notes)
      return stage
    }
    let steps = journey.steps.map { step in
      var step = step
      step.title = whole(step.title, step.id, notes)
      return step
    }
    let lanes = journey.lanes.map { lane in
      var lane = lane
      if notes[lane.id] != nil {
        lane.title = whole(JourneyWords.title(of: lane), lane.id, notes)
      }
      return lane
    }
    let cards = journey.cards.values.map { card in
      var card = card
      card.text = whole(card.text, card.id, notes)
      return card
    }
    for line in journey.lines {
      if let note = notes[line.id] {
        titles[line.id] = Title(whole: "", own: "", note: note)
      }
    }
    var shown = Array(journey.emotions.values.joined())
    if let basis {
      // The point of view's before and after; of everybody else as they are now.
      let other = journey.emotions.flatMap { step, list in
        let own = journey.emotion(at: step)?.id
        return list.filter { $0.id != own && $0.personaID != journey.map.personaID }
      }
      shown =
        other
        + basis.map { step, value in
          Emotion(stepID: step, personaID: journey.map.personaID, value: value)
        }
    }
    return JourneyContents(
      map: journey.map, stages: stages, steps: steps, lanes: lanes, lines: journey.lines,
      cards: cards, emotions: shown, personas: journey.personas,
      departments: journey.departments, cardDepartments: Array(journey.cardDepartments.values),
      extras: journey.extras, futureEmotions: emotions)
  }

  private mutating func whole(
    _ text: String, _ id: UUID, _ notes: [UUID: ComparisonNote]
  ) -> String {
    guard let note = notes[id] else { return text }
    let lines = ([text] + note.lines.map(\.text)).filter { !$0.isEmpty }
    let whole = lines.joined(separator: "\n")
    titles[id] = Title(whole: whole, own: text, note: note)
    return whole
  }
}

/// The places of cells by what their lanes and steps say by themselves: their notes are said once,
/// at the headers.
struct OwnPlaces {
  private let own: [String: String]
  private var renamed: [ObjectIdentifier: PlaceLabel] = [:]

  init(_ titles: NotedTitles) {
    own = Dictionary(
      titles.titles.values.filter { !$0.whole.isEmpty }.map { ($0.whole, $0.own) },
      uniquingKeysWith: { first, _ in first })
  }

  mutating func label(_ label: ItemLabel) -> ItemLabel {
    guard !own.isEmpty else { return label }
    var renamed = renamed
    let own = own
    let result = label.renaming(
      { place in
        let id = ObjectIdentifier(place)
        if let known = renamed[id] { return known }
        // Cards of one cell share their place.
        let new = PlaceLabel(
          lane: own[place.lane] ?? place.lane, step: own[place.step] ?? place.step)
        renamed[id] = new
        return new
      }, { own[$0] ?? $0 })
    self.renamed = renamed
    return result
  }
}
