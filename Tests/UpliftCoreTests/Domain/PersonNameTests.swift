import Testing

@testable import UpliftCore

@Suite struct PersonNameTests {
  private func erased(_ text: String, _ name: String, _ others: String...) throws -> String {
    let person = try #require(PersonName(name, others: others))
    return person.erased(from: text) ?? text
  }

  @Test func namesAreFoundAsWholeWords() throws {
    #expect(try erased("Ann plans the planning.", "Ann") == "Someone plans the planning.")
    #expect(
      try erased("planning, Annette, Joann, Ann-Marie", "Ann")
        == "planning, Annette, Joann, Ann-Marie")
    #expect(try erased("Ask Ann, ANN (Ann).", "Ann") == "Ask someone, someone (someone).")
    #expect(
      try erased("Say it to Ann! Ann’s box, Ann's", "Ann")
        == "Say it to someone! Someone’s box, someone's")
    #expect(try erased("Will will", "Will") == "Someone will")
    #expect(try erased("Ann_2 and Ann2", "Ann") == "Someone_2 and Ann2")
  }

  @Test func namesOfSeveralWordsAreFoundInEveryManner() throws {
    let text =
      "Hanna Weber, hanna weber; HANNA\u{A0}WEBER! Weber, Hanna (hanna.weber@larkfield.example) Hanna\nWeber's"
    #expect(
      try erased(text, "Hanna  Weber")
        == "Someone, someone; someone! Someone (someone@larkfield.example) someone's")
    #expect(try erased("Hanna. Weber", "Hanna Weber") == "Hanna. Weber")
    #expect(try erased("Hanna Weberin", "Hanna Weber") == "Hanna Weberin")
  }

  @Test func lettersCanBePutTogetherInTwoWays() throws {
    #expect(try erased("Zoe\u{308} left", "Zo\u{EB}") == "Someone left")
    #expect(try erased("Zo\u{EB} left", "Zoe\u{308}") == "Someone left")
    #expect(try erased("JOSÉ ÁLVAREZ", "José Álvarez") == "Someone")
    #expect(try erased("Jose Alvarez", "José Álvarez") == "Jose Alvarez")
  }

  @Test func scriptsWithoutSpaces() throws {
    #expect(try erased("经理张伟说", "张伟") == "经理someone说")
    #expect(try erased("قال أحمد شيئا", "أحمد") == "قال someone شيئا")
  }

  @Test func otherFormsAreTakenWhenTheyAreNamed() throws {
    #expect(
      try erased("Hannas Idee, von Hanna Weber und Hanna", "Hanna Weber", "Hannas", "Hanna")
        == "Someone Idee, von someone und someone")
  }

  @Test func whatMayNameThePersonIsListed() throws {
    func found(_ text: String, _ name: String) throws -> [String] {
      var possible = PossibleForms(try #require(PersonName(name)))
      possible.look(into: text)
      return possible.found.map { "\($0.text) \($0.count)" }.sorted()
    }
    #expect(
      try found(
        "Hanna Weber sagt: Hannas Idee. Hanna, H. Weber, Webers; Weberknecht, Channa", "Hanna Weber"
      )
        == ["H. Weber 1", "Hanna 1", "Hannas 1", "Weberknecht 1", "Webers 1"])
    // As older files have it.
    #expect(
      try found("ZOE NOVAKOVA, Zoe, Zoo; Nováková", "Zoë Nováková")
        == ["NOVAKOVA 1", "Nováková 1", "ZOE 1", "Zoe 1"])
    #expect(try found("Zoë", "Zoe Novakova") == ["Zoë 1"])
    // Somebody went on writing; small words are others.
    #expect(
      try found("Webera, Weberová und die webereien. Webe", "Hanna Weber")
        == ["Webera 1", "Weberová 1"])
    #expect(
      try found("Ann is planning with Ann-Marie, Anns, ann", "Ann") == [
        "Ann-Marie 1", "Anns 1", "ann 1",
      ])
    #expect(try found("وأحمد", "أحمد") == ["وأحمد 1"])
    #expect(PersonName("12") == nil)
    #expect(PersonName("") == nil)
  }

  @Test func aFieldThatIsTheName() throws {
    let person = try #require(PersonName("Hanna Weber"))
    #expect(person.isAll(of: " hanna  WEBER"))
    #expect(!person.isAll(of: "Hanna Weber, Tom"))
  }
}
