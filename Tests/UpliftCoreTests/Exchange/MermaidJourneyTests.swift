import CustomDump
import Foundation
import Testing

@testable import UpliftCore
@testable import edit_stream

@Suite struct MermaidJourneyTests {
  typealias Section = MermaidJourney.Section
  typealias Task = MermaidJourney.Task

  static let files = Fixtures.files("Mermaid", ".mmd") + Fixtures.files("Mermaid", ".md")

  private func only(_ text: String) throws -> MermaidJourney {
    try #require(try MermaidJourney.parse(text, file: "test.mmd").first)
  }

  private func fixture(_ name: String) throws -> MermaidJourney {
    try only(
      TextDecoding.text(
        of: Data(contentsOf: Fixtures.folder("Mermaid").appending(path: name + ".mmd"))))
  }

  /// Through a map and back.
  private func returned(_ journey: MermaidJourney) throws -> String {
    let contents = journey.contents(fallbackTitle: "A file")
    let map = try #require(contents.journeyMaps.first)
    return MermaidJourney(try #require(contents.journey(map.id))).text
  }

  @Test func theCorpusIsThere() {
    #expect(Self.files.count >= 38)
  }

  @Test(arguments: files)
  func aDiagramComesBackAsItWas(file: URL) throws {
    let text = try TextDecoding.text(of: Data(contentsOf: file))
    for journey in try MermaidJourney.parse(text, file: file.lastPathComponent) {
      expectNoDifference(try only(journey.text), journey)
      var expected = journey
      // A map always has a title; a diagram that has none gets one.
      expected.title = journey.title ?? journey.accessibleTitle ?? "A file"
      // On the emotion scale 0 is no worse than 1.
      for section in expected.sections.indices {
        for task in expected.sections[section].tasks.indices {
          let score = expected.sections[section].tasks[task].score
          expected.sections[section].tasks[task].score = max(score, 1)
        }
      }
      // What Mermaid joins into one task for all who have the same score and name stays apart.
      expectNoDifference(try only(try returned(journey)), expected)
    }
  }

  @Test func everyPartIsRead() throws {
    expectNoDifference(
      try fixture("english-working-day"),
      MermaidJourney(
        title: "A day at the counter",
        sections: [
          Section(
            title: "Open up",
            tasks: [
              Task(name: "Unlock the shop", score: 4, actors: ["Clerk"]),
              Task(name: "Count the till", score: 2, actors: ["Clerk", "Manager"]),
              Task(name: "Make coffee", score: 5, actors: ["Clerk"]),
            ]),
          Section(
            title: "Serve",
            tasks: [
              Task(name: "Greet the first customer", score: 5, actors: ["Clerk", "Customer"]),
              Task(
                name: "Look for a size that is not there", score: 1,
                actors: ["Clerk", "Customer"]),
            ]),
          Section(
            title: "Close", tasks: [Task(name: "Sweep", score: 3, actors: ["Clerk"])]),
        ]))
  }

  @Test func spacesAreAllowedAnywhere() throws {
    expectNoDifference(
      try fixture("spaces-anywhere"),
      MermaidJourney(
        title: "Spaces   inside stay",
        sections: [
          Section(
            title: "Tabs",
            tasks: [
              Task(name: "Task", score: 3, actors: ["Me", "My   friend"]),
              Task(name: "Tight", score: 4, actors: ["Me", "You"]),
            ]),
          Section(title: "Last", tasks: [Task(name: "Task", score: 5)]),
        ]))
    #expect(try fixture("japanese-fullwidth").sections[0].tasks[0].name == "受付で待つ")
  }

  @Test func accessibleTextsAreReadInBothForms() throws {
    let single = try fixture("accessible-single")
    #expect(single.accessibleTitle == "A short journey")
    #expect(single.accessibleDescription == "Two phases; each with a task # and this sign")
    let several = try fixture("accessible-multiline")
    #expect(
      several.accessibleDescription
        == "It leaves the house,\nwaits in a depot\n\nand comes back.")
    let inline = try fixture("accessible-inline-brace")
    #expect(inline.accessibleDescription == "On one line")
    #expect(inline.title == "After the brace")
    #expect(inline.accessibleTitle == "With a space before the colon")
  }

  @Test func lineBreaksAreNewlines() throws {
    let journey = try fixture("line-breaks")
    #expect(journey.title == "Line breaks")
    #expect(
      journey.sections.map(\.title) == ["Line one\nline two\nline three", "Four\nfive\nsix\nseven"])
    #expect(journey.sections[0].tasks[0].name == "First\nsecond")
    #expect(journey.sections[1].tasks[0].name == "A < b and c > d")
  }

  @Test func commentsAndSemicolonsEndWhatTheyEnd() throws {
    let journey = try fixture("comments")
    #expect(journey.title == "Comments")
    #expect(journey.sections.map(\.title) == ["Section"])
    #expect(journey.sections[0].tasks.map(\.name) == ["Task", "50%% off"])
    #expect(journey.sections[0].tasks[0].actors == ["Me"])
    let ended = try fixture("semicolons")
    #expect(ended.sections.map(\.title) == ["One", "Two"])
    #expect(ended.sections.flatMap(\.tasks).map(\.name) == ["First", "Second", "Third"])
  }

  @Test func characterCodesAreCharacters() throws {
    let journey = try fixture("codes")
    #expect(journey.title == "Code #1; and \"quotes\"")
    #expect(journey.sections[0].title == "10:30 in the morning")
    #expect(journey.sections[0].tasks[0].name == "♥ Love & care")
    #expect(journey.sections[0].tasks[0].actors == ["Smith, John", "#2"])
    #expect(journey.sections[0].tasks[1].name == "Unknown #foo; code")
  }

  @Test func theFrontMatterGivesTheTitleWhenNothingElseDoes() throws {
    #expect(try fixture("front-matter").title == "The title \"in\" the front matter")
    #expect(try fixture("front-matter-overridden").title == "This one")
  }

  @Test func otherBlocksOfAMarkdownFileArePassedOver() throws {
    let text = try String(
      contentsOf: Fixtures.folder("Mermaid").appending(path: "handbook.md"), encoding: .utf8)
    let journeys = try MermaidJourney.parse(text, file: "handbook.md")
    #expect(
      journeys.map(\.title) == [
        "In a list", "In a quotation", "On a wiki", "Of the front matter",
      ])
    #expect(journeys[1].sections[0].tasks[0].actors == ["You", "Me"])
  }

  static let malformed: [(String, String)] = [
    ("", "a.mmd: There is no Mermaid journey in it."),
    ("flowchart LR\nA --> B", "a.mmd: There is no Mermaid journey in it."),
    ("journeyed\nA: 3", "a.mmd: There is no Mermaid journey in it."),
    (
      "journey\n  Task",
      "a.mmd, line 2: The task “Task” has no score; write it as “Task: 3: Actor”."
    ),
    (
      "journey\n\n  Task # x: 3",
      "a.mmd, line 3: The task “Task” has no score; write it as “Task: 3: Actor”."
    ),
    (
      "journey\n  Task: : Me",
      "a.mmd, line 2: The task “Task” has no score; write it as “Task: 3: Actor”."
    ),
    ("journey\n  : 3: Me", "a.mmd, line 2: A task needs a name before the colon."),
    (
      "journey\n  Task: 7: Me",
      "a.mmd, line 2: The score of “Task” is “7”; it must be a whole number from 0 to 5."
    ),
    (
      "journey\n  Task: -1: Me",
      "a.mmd, line 2: The score of “Task” is “-1”; it must be a whole number from 0 to 5."
    ),
    (
      "journey\n  Task: 3.5: Me",
      "a.mmd, line 2: The score of “Task” is “3.5”; it must be a whole number from 0 to 5."
    ),
    (
      "journey\n  Task: good: Me",
      "a.mmd, line 2: The score of “Task” is “good”; it must be a whole number from 0 to 5."
    ),
    (
      "journey\r\n  At 10:30: 3: Me",
      "a.mmd, line 2: The score of “At 10” is “30”; it must be a whole number from 0 to 5."
    ),
    (
      "journey\n section A: b",
      "a.mmd, line 2: The title of the section “A” ends at the colon; write #58; for a colon."
    ),
    (
      "journey\n accDescr {\n never closed",
      "a.mmd, line 2: The description that begins here has no closing brace."
    ),
    (
      "\n---\ntitle: x\njourney\nA: 3",
      "a.mmd, line 2: The front matter that begins here has no closing ---."
    ),
    (
      "# Text\n```mermaid\njourney\n  Task: 8\n```",
      "a.mmd, line 4: The score of “Task” is “8”; it must be a whole number from 0 to 5."
    ),
  ]

  @Test(arguments: malformed)
  func aMalformedDiagramIsRefusedWithItsLine(text: String, sentence: String) {
    let error = #expect(throws: ImportError.self) {
      try MermaidJourney.parse(text, file: "a.mmd")
    }
    expectNoDifference(error?.sentence, sentence)
  }

  @Test(arguments: 1...5)
  func scoresGoToTheEmotionScaleAndBack(score: Int) {
    let value = Task.emotion(ofScore: score)
    #expect(Emotion.scale.contains(value))
    #expect(value == Double(score - 3))
    #expect(Task.score(ofEmotion: value) == score)
    #expect(Task.score(ofEmotion: value - 0.4) == max(score, 1))
  }

  @Test func noScoreIsWorseThanTheWorst() { #expect(Task.emotion(ofScore: 0) == -2) }

  /// Texts that would mean something if they stood there bare.
  static let awkward = [
    "", "Journey begins", "journey", "title page", "section", "accDescr {", "accTitle: x", "#1;",
    "a;b", "10:30", "a, b", "%% off", "%%{x}%%", "<br>", "a\nb", "```", "---", "#️⃣ keycap",
    "#quot;", "}", "C#", "emoji 👩🏽‍💻", "e\u{301}:", "مرحبا", "tab\there", "\\n", "&amp;",
  ]

  @Test(arguments: 0..<60)
  func whateverIsWrittenReadsBackAlike(seed: Int) throws {
    var random = Dice(seed: UInt64(seed))
    func text() -> String { Self.awkward.randomElement(using: &random) ?? "" }
    func some<Element>(_ make: () -> Element) -> [Element] {
      (0..<Int.random(in: 0...4, using: &random)).map { _ in make() }
    }
    func named(_ text: String) -> String? { text.isEmpty ? nil : text }
    let journey = MermaidJourney(
      title: named(text().singleLine), accessibleTitle: named(text().singleLine),
      accessibleDescription: named(text()),
      sections: some {
        Section(
          title: text(),
          tasks: some {
            var actors: [String] = []
            for actor in some({ text() }) where !actors.contains(actor) && !actor.isEmpty {
              actors.append(actor)
            }
            return Task(
              name: text(), score: Int.random(in: 1...5, using: &random), actors: actors)
          })
      })
    expectNoDifference(try only(journey.text), journey, journey.text)
  }

  @Test func spoiledDiagramsAreReadOrRefused() throws {
    var random = Dice(seed: 5)
    let pieces = [
      "journey", "\n", ":", ";", "#", "%%", "%%{", "}%%", "{", "}", "---", "```", "<br",
    ]
    for file in Self.files {
      var text = try TextDecoding.text(of: Data(contentsOf: file))
      for _ in 0..<20 {
        let place = text.index(
          text.startIndex, offsetBy: Int.random(in: 0...text.count, using: &random))
        text.insert(contentsOf: pieces.randomElement(using: &random) ?? "", at: place)
        do throws(ImportError) {
          _ = try MermaidJourney.parse(text, file: "x")
        } catch {
          #expect(!error.sentence.isEmpty)
        }
      }
    }
  }

  @Test func aMapWithDifferentFeelingsAtOneStepIsWrittenAsTasks() throws {
    let maya = Persona(rank: .middle, name: "Maya")
    let jo = Persona(rank: Rank.between(.middle, nil), name: "Jo")
    let map = JourneyMap(rank: .middle, title: "M", personaID: maya.id)
    let stage = Stage(mapID: map.id, rank: .middle, title: "S")
    let steps = zip(["Felt", "Unfelt"], Rank.spread(2)).map {
      Step(stageID: stage.id, rank: $1, title: $0)
    }
    let ranks = Rank.spread(3)
    let journey = JourneyContents(
      map: map, stages: [stage], steps: steps,
      emotions: [
        Emotion(stepID: steps[0].id, personaID: maya.id, rank: ranks[0], value: 2),
        Emotion(stepID: steps[0].id, personaID: jo.id, rank: ranks[1], value: -1.9),
        Emotion(stepID: steps[0].id, personaID: nil, rank: ranks[2], value: 2),
      ], personas: [maya, jo])
    expectNoDifference(
      MermaidJourney(journey).sections,
      [
        Section(
          title: "S",
          tasks: [
            Task(name: "Felt", score: 5, actors: ["Maya"]),
            Task(name: "Felt", score: 1, actors: ["Jo"]), Task(name: "Felt", score: 5),
            Task(name: "Unfelt", score: 3),
          ])
      ])
  }
}
