import Foundation
import Testing

@testable import UpliftCore

@Suite struct PointOfViewTests {
  private let amina = Persona(rank: .middle, name: "Amina", age: 34)
  private var journey: JourneyContents {
    JourneyContents(map: JourneyMap(rank: .middle, title: "Map"), personas: [amina])
  }

  @Test(arguments: [
    ("Amina, 34", "Amina", 34), ("Amina", "Amina", nil), (" Amina ,34 ", "Amina", 34),
    ("Smith, John", "Smith, John", nil), ("Smith, John, 61", "Smith, John", 61),
    ("Amina, 340", "Amina, 340", nil), ("Amina,", "Amina,", nil), ("أمينة، 34", "أمينة", 34),
    (", 34", "", 34),
  ])
  func aNameAndAnAgeAreReadAsTheyStandOnAMap(text: String, name: String, age: Int?) {
    let found = JourneyWords.nameAndAge(text)
    #expect(found.name == name)
    #expect(found.age == age)
  }

  @Test func whoIsKnownIsChosenAndOthersAreAdded() throws {
    let known = try #require(journey.settingPointOfView(toPersonaNamed: "amina"))
    #expect(known.changes.count == 1)
    guard case .update(_, let map as JourneyMap) = known.changes.first else {
      Issue.record("nobody was chosen")
      return
    }
    #expect(map.personaID == amina.id)
    let other = try #require(journey.settingPointOfView(toPersonaNamed: "Amina, 60"))
    guard case .insert(let persona as Persona) = other.changes.first else {
      Issue.record("nobody was added")
      return
    }
    #expect(persona.name == "Amina")
    #expect(persona.age == 60)
    #expect(persona.rank > amina.rank)
    #expect(journey.settingPointOfView(toPersonaNamed: "  ") == nil)
    #expect(journey.settingPointOfView(to: nil) == nil)
  }
}
