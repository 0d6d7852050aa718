import Foundation
import UpliftCore

/// A persona as `outline` shows it. The property names are the keys of the JSON.
struct PersonaTree: Encodable {
  struct JourneyEntry: Encodable {
    /// −2…2; left out when nothing is known.
    var averageEmotion: Double?
    @ListedID var id: UUID
    var isPointOfView: Bool
    var title: String
  }

  var age: Int?
  var context: String
  var goals: String
  var hasPortrait: Bool
  @ListedID var id: UUID
  var journeys: [JourneyEntry]
  var name: String
  var quote: String
  var role: Persona.Role

  private let profile: PersonaProfile

  private enum CodingKeys: CodingKey {
    case age, context, goals, hasPortrait, id, journeys, name, quote, role
  }

  init(_ profile: PersonaProfile) {
    self.profile = profile
    let persona = profile.persona
    age = persona.age
    context = persona.context
    goals = persona.goals
    hasPortrait = profile.portrait != nil
    id = persona.id
    journeys = profile.journeys.map {
      JourneyEntry(
        averageEmotion: $0.average, id: $0.map.id, isPointOfView: $0.isPointOfView,
        title: $0.map.title)
    }
    name = persona.name
    quote = persona.quote
    role = persona.role
  }

  var text: TextTree {
    var children = [TextTree(PersonaProfile.details(of: profile.persona))]
    for (title, text) in [(tr("Quote"), quote), (tr("Goals"), goals), (tr("Context"), context)]
    where !text.isEmpty {
      children.append(TextTree(title, [TextTree(text)]))
    }
    if !journeys.isEmpty {
      children.append(
        TextTree(
          tr("Journeys"),
          profile.journeys.map { TextTree($0.map.title, [TextTree(PersonaProfile.words(for: $0))]) }
        ))
    }
    return TextTree(name, children)
  }
}
