import Foundation

extension TextDocument {
  /// A persona by itself, with its portrait and the journeys in which it appears.
  mutating func add(_ profile: PersonaProfile, level: Int) {
    let persona = profile.persona
    letterhead = profile.letterhead
    addHeading(level, persona.name.isEmpty ? tr("Unnamed persona") : persona.name)
    if let portrait = profile.portrait {
      blocks.append(
        .picture(portrait, tr("Portrait of {name}", ["name": persona.name])))
    }
    blocks.append(.paragraph(PersonaProfile.details(of: persona)))
    if !persona.quote.isEmpty { blocks.append(.quote(persona.quote)) }
    for (title, text) in [(tr("Goals"), persona.goals), (tr("Context"), persona.context)]
    where !text.isEmpty {
      addHeading(level + 1, title)
      blocks.append(.paragraph(text))
    }
    guard !profile.journeys.isEmpty else { return }
    addHeading(level + 1, tr("Journeys"))
    blocks.append(
      .list(
        profile.journeys.map { journey in
          Item(
            text: journey.map.title, remark: JourneyWords.name(of: journey.map.state),
            children: [Item(text: PersonaProfile.words(for: journey))])
        }))
  }
}
