import Foundation

/// A text on a map, with what it is.
public struct MapText: Sendable {
  public enum Role: Hashable, Sendable {
    case stage, step, lane, laneSubtitle, persona, channel, tag, department, metric
    /// Over so many steps.
    case card(Lane.Kind, span: Int)
  }

  public let role: Role
  public let text: String
  /// Of a card: its lane and its step.
  public let place: [String]
}

extension JourneyContents {
  /// The same map in other words.
  ///
  /// - Parameters:
  ///   - length: bytes of UTF-8; what has no more of them stays as it is.
  ///   - words: what stands in the place of a text; nil leaves it as it is. Asked once for every
  ///     text that the map shows, in the order in which people read.
  public func worded(
    longerThan length: Int, _ words: (MapText) -> String?
  ) -> JourneyContents {
    var result = self
    func new(_ role: MapText.Role, _ text: String, _ place: [String] = []) -> String {
      guard text.utf8.count > length else { return text }
      return words(MapText(role: role, text: text, place: place)) ?? text
    }
    /// Of what the whole workspace shares.
    func new(_ role: MapText.Role, _ text: String, isShown: () -> Bool) -> String {
      text.utf8.count > length && isShown() ? new(role, text) : text
    }
    // Where something stands is said in its own words, as they were.
    for index in result.stages.indices {
      result.stages[index].title = new(.stage, stages[index].title)
    }
    for index in result.steps.indices {
      result.steps[index].title = new(.step, steps[index].title)
    }
    if let index = personas.firstIndex(where: { $0.id == map.personaID }) {
      result.personas[index].name = new(.persona, personas[index].name)
    }
    for index in result.lanes.indices {
      result.lanes[index].title = new(.lane, lanes[index].title)
      result.lanes[index].subtitle = new(.laneSubtitle, lanes[index].subtitle)
    }
    for lane in lanes {
      var isChanged = false
      for step in steps {
        for card in cards(at: Cell(laneID: lane.id, stepID: step.id)) {
          let kind = card.cardKind ?? lane.laneKind
          let place = [JourneyWords.title(of: lane), step.title].filter { !$0.isEmpty }
          let text = new(
            .card(kind, span: max(1, card.span)), card.text, place)
          guard text != card.text else { continue }
          result.cards[card.id]?.text = text
          isChanged = true
        }
      }
      if isChanged { result.cardStates.changed(lane.id) }
    }
    for (index, department) in departments.enumerated() {
      result.departments[index].name = new(.department, department.name) {
        steps.contains { departments(behind: $0.id).contains { $0.id == department.id } }
      }
    }
    for (index, channel) in extras.channels.enumerated() {
      result.extras.channels[index].name = new(.channel, channel.name) {
        cards.keys.contains { channels(of: $0).contains { $0.id == channel.id } }
      }
    }
    for (index, tag) in extras.tags.enumerated() {
      result.extras.tags[index].name = new(.tag, tag.name) {
        cards.keys.contains { tags(of: $0).contains { $0.id == tag.id } }
      }
    }
    for (index, metric) in extras.metrics.enumerated() {
      result.extras.metrics[index].title = new(.metric, metric.title) {
        cards.values.contains { $0.metricID == metric.id }
      }
    }
    return result
  }
}
