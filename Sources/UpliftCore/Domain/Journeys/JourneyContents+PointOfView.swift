import Foundation

/// Whose journey a map is.
extension JourneyContents {
  /// Makes it the journey of a persona, or of nobody yet (nil); nil when it is so already.
  public func settingPointOfView(to personaID: UUID?) -> Edit? {
    Edit.changing(map) { $0.personaID = personaID }
  }

  /// Makes it the journey of the persona who is called so, or of a new one; nil when the name is
  /// blank or it is theirs already.
  ///
  /// - Parameter text: a name, or a name and an age as they stand on a map: "Amina, 34".
  public func settingPointOfView(toPersonaNamed text: String) -> Edit? {
    let (name, age) = JourneyWords.nameAndAge(text)
    guard !name.isEmpty else { return nil }
    if let known = persona(named: text) { return settingPointOfView(to: known.id) }
    let persona = Persona(rank: personas.rank(after: nil), name: name, age: age)
    var map = map
    map.personaID = persona.id
    return Edit(.addPersona, [.insert(persona), .update(from: self.map, to: map)])
  }

  /// The persona who is called so; with an age, the one of that age.
  public func persona(named text: String) -> Persona? {
    let (name, age) = JourneyWords.nameAndAge(text)
    return personas.first {
      $0.name.lowercased() == name.lowercased() && (age == nil || $0.age == age)
    }
  }
}

extension JourneyWords {
  /// "Amina, 34" as a name and an age in years; without an age, when there is none that a person
  /// can have.
  static func nameAndAge(_ text: String) -> (name: String, age: Int?) {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard let comma = text.lastIndex(where: { $0 == "," || $0 == "،" || $0 == "，" }),
      let age = Int(text[text.index(after: comma)...].trimmingCharacters(in: .whitespaces)),
      (0...150).contains(age)
    else { return (text, nil) }
    return (text[..<comma].trimmingCharacters(in: .whitespaces), age)
  }
}
