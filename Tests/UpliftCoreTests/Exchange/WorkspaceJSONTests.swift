import CustomDump
import Foundation
import Testing

@testable import UpliftCore

@Suite struct WorkspaceJSONTests {
  @Test(arguments: 0..<40)
  func whatIsExportedIsImportedAndExportedAlike(seed: Int) throws {
    var random = RandomContents(seed: UInt64(seed))
    let contents = random.contents()
    let bytes = try WorkspaceJSON.encode(contents)
    let back = try WorkspaceJSON.decode(bytes)
    expectNoDifference(back, contents.inFileOrder())
    expectNoDifference(
      String(decoding: try WorkspaceJSON.encode(back), as: UTF8.self),
      String(decoding: bytes, as: UTF8.self))
    #expect(try WorkspaceJSON.encode(random.shuffled(contents)) == bytes)
  }

  /// The keys are the format; renaming a property must not change them unseen.
  @Test func theFormatIsTheOneThatIsDescribed() throws {
    let id = try #require(UUID(uuidString: "00000000-0000-4000-8000-00000000000A"))
    var contents = WorkspaceContents(
      workspace: WorkspaceInfo(
        id: id, title: "A/B \"é\"\n😀", createdAt: Instant(milliseconds: 1_795_290_084_123)))
    contents.personas = [Persona(id: id, rank: .middle, name: "Maya", age: 34)]
    contents.journeyMaps = [JourneyMap(id: id, rank: .middle, title: "Return", personaID: id)]
    contents.stages = [Stage(id: id, mapID: id, rank: .middle, title: "Go")]
    contents.steps = [Step(id: id, stageID: id, rank: .middle, title: "Step")]
    contents.emotions = [Emotion(id: id, stepID: id, rank: .middle, value: -1.2)]
    expectNoDifference(
      String(decoding: try WorkspaceJSON.encode(contents), as: UTF8.self),
      """
      {
        "format": "uplift",
        "version": 5,
        "workspace": {
          "createdAt": "2026-11-21T19:41:24.123Z",
          "id": "00000000-0000-4000-8000-00000000000a",
          "title": "A/B \\"é\\"\\n😀"
        },
        "personas": [
          {
            "age": 34,
            "context": "",
            "goals": "",
            "id": "00000000-0000-4000-8000-00000000000a",
            "name": "Maya",
            "quote": "",
            "rank": "V",
            "role": "customer"
          }
        ],
        "journeyMaps": [
          {
            "expectations": "",
            "id": "00000000-0000-4000-8000-00000000000a",
            "owner": "",
            "personaID": "00000000-0000-4000-8000-00000000000a",
            "rank": "V",
            "scenario": "",
            "state": "current",
            "status": "hypothesis",
            "title": "Return"
          }
        ],
        "stages": [
          {
            "id": "00000000-0000-4000-8000-00000000000a",
            "mapID": "00000000-0000-4000-8000-00000000000a",
            "rank": "V",
            "title": "Go"
          }
        ],
        "steps": [
          {
            "id": "00000000-0000-4000-8000-00000000000a",
            "isMomentOfTruth": false,
            "rank": "V",
            "stageID": "00000000-0000-4000-8000-00000000000a",
            "title": "Step"
          }
        ],
        "emotions": [
          {
            "id": "00000000-0000-4000-8000-00000000000a",
            "rank": "V",
            "stepID": "00000000-0000-4000-8000-00000000000a",
            "value": -1.2
          }
        ]
      }

      """)
  }

  private static let a = "00000000-0000-4000-8000-00000000000a"
  private static let b = "00000000-0000-4000-8000-00000000000b"

  /// A file whose parts can be spoiled one at a time.
  private static func file(_ lists: String, head: String = #""format":"uplift","version":1"#)
    -> String
  {
    """
    {\(head),"workspace":{"id":"\(a)","title":"T","createdAt":"2026-11-21T19:41:24Z"},
    \(lists)}
    """
  }

  private static let map =
    #"{"id":"\#(a)","rank":"V","title":"M","scenario":"","expectations":"","owner":"","state":"current","status":"agreed"}"#

  static let malformed: [(String, String)] = [
    ("", "There is nothing in it."),
    ("{", "line 1: The file ends before the JSON does."),
    ("[]", "line 1: Expected “{”, found “[]”."),
    (
      "{\"format\":\"uplift\",\n\"version\": x}",
      "line 2: Expected a text, a number, true, false or null, found “x}”."
    ),
    (#"{"format":"other"}"#, "line 1: This JSON is neither Uplift's nor a Trello board."),
    (
      #"{"format":"uplift","version":6,"galaxies":[]}"#,
      "line 1: It has version 6 of the format; this program knows version 5."
    ),
    (
      #"{"cards":[{"soul":1}],"format":"uplift","version":"9"}"#,
      "line 1: It has version 9 of the format; this program knows version 5."
    ),
    (#"{"version":1}"#, "The key “format” is missing."),
    (file(#""galaxies":[]"#), "line 2: The key “galaxies” is unknown."),
    (file(#""stages":[],"stages":[]"#), "line 2: The key “stages” stands there twice."),
    (
      file(#""departments":[{"id":"\#(a)","rank":"V"}]"#),
      "line 2, department 1: The key “name” is missing."
    ),
    (
      file(#""departments":[{"id":"\#(a)","rank":"V","name":"N","soul":1}]"#),
      "line 2, department 1: The key “soul” is unknown."
    ),
    (
      file(#""departments":[{"id":"\#(a)","rank":"V","name":"N","name":"N"}]"#),
      "line 2, department 1: The key “name” stands there twice."
    ),
    (
      file(#""departments":[{"id":"\#(a)","rank":"V0","name":"N"}]"#),
      "line 2, department 1: “rank” cannot be “V0”."
    ),
    (
      file(#""departments":[{"id":"1","rank":"V","name":"N"}]"#),
      "line 2, department 1: “id” cannot be “1”."
    ),
    (
      file(#""departments":[{"id":"\#(a)","rank":"V","name":7}]"#),
      "line 2, department 1: “name” must be a text."
    ),
    (
      file(
        "\"departments\":[{\"id\":\"\(a)\",\"rank\":\"V\",\"name\":\"N\"},\n{\"id\":\"\(a.uppercased())\",\"rank\":\"V\",\"name\":\"N\"}]"
      ), "line 3, department 2: The id \(a) stands there twice."
    ),
    (
      file(
        #""personas":[{"id":"\#(a)","rank":"V","name":"N","role":"pet","goals":"","quote":"","context":""}]"#
      ), "line 2, persona 1: “role” cannot be “pet”; it is one of customer, employee, partner."
    ),
    (
      file(
        #""personas":[{"id":"\#(a)","rank":"V","name":"N","role":"customer","age":1.5,"goals":"","quote":"","context":""}]"#
      ), "line 2, persona 1: “age” must be a whole number."
    ),
    (
      file(
        #""personas":[{"id":"\#(a)","rank":"V","name":"N","role":"customer","age":200,"goals":"","quote":"","context":""}]"#
      ), "line 2, persona 1: “age” is 200; it must be from 0 to 150."
    ),
    (
      file(#""stages":[{"id":"\#(a)","mapID":"\#(b)","rank":"V","title":"T"}]"#),
      "line 2, stage 1: “mapID” names a journey map that is not there: \(b)."
    ),
    (
      file(
        "\"journeyMaps\":[\(map)],\"stages\":[{\"id\":\"\(a)\",\"mapID\":\"\(a)\",\"rank\":\"V\",\"title\":\"T\"}],\"steps\":[{\"id\":\"\(a)\",\"stageID\":\"\(a)\",\"rank\":\"V\",\"title\":\"T\",\"isMomentOfTruth\":1}]"
      ), "line 2, step 1: “isMomentOfTruth” must be true or false."
    ),
    (
      file(
        "\"journeyMaps\":[\(map)],\"stages\":[{\"id\":\"\(a)\",\"mapID\":\"\(a)\",\"rank\":\"V\",\"title\":\"T\"}],\"steps\":[{\"id\":\"\(a)\",\"stageID\":\"\(a)\",\"rank\":\"V\",\"title\":\"T\",\"isMomentOfTruth\":false}],\n\"emotions\":[{\"id\":\"\(a)\",\"stepID\":\"\(a)\",\"rank\":\"V\",\"value\":2.5}]"
      ), "line 3, emotion 1: “value” is 2.5; it must be from -2 to 2."
    ),
    (
      file(#""votes":[{"id":"\#(a)"}]"#),
      "line 2, vote 1: A vote is for one note or for one cluster."
    ),
    (
      file(
        "\"journeyMaps\":[\(map.replacingOccurrences(of: "\"owner\"", with: "\"basisID\":\"\(a)\",\"owner\""))]"
      ), "line 2, journey map 1: “basisID” leads in a circle."
    ),
    (
      file(
        #""links":[{"id":"\#(a)","rank":"V","role":"about","fromKind":"workspace","fromID":"\#(a)","toKind":"card","toID":"\#(b)"}]"#
      ), "line 2, link 1: “toID” names a card that is not there: \(b)."
    ),
    (
      file(#""departments":[{"id":"\#(a)","rank":"V","name":[[[1]]]}]"#),
      "line 2, department 1: Expected a text, a number, true, false or null, found “[[[1]]]}]}”."
    ),
    (
      file(#""departments":[{"id":"\#(a)","rank":"V","name":"\u0000"}]"#),
      "line 2, department 1: There is a character U+0000 in the text."
    ),
    (
      file(#""departments":[{"id":"\#(a)","rank":"V","name":"\ud800x"}]"#),
      "line 2, department 1: There is an unknown escape after a backslash."
    ),
    (file("\"departments\":[]") + "x", "line 2: Expected the end, found “x”."),
  ]

  @Test(arguments: malformed)
  func aMalformedFileIsRefusedWithItsPlace(text: String, sentence: String) {
    let error = #expect(throws: ImportError.self) {
      try WorkspaceJSON.decode(Data(text.utf8))
    }
    expectNoDifference(error?.sentence, sentence)
  }

  @Test func theFileIsNamed() {
    let error = #expect(throws: ImportError.self) {
      try WorkspaceJSON.decode(Data("[".utf8), file: "plan.json")
    }
    #expect(error?.sentence == "plan.json, line 1: Expected “{”, found “[”.")
  }

  @Test func anyNumberOfOpenBracketsIsRefusedQuietly() {
    for bomb in ["[", "{\"a\":", "{\"version\":1,\"x\":["] {
      let text = String(repeating: bomb, count: 200_000)
      #expect(throws: ImportError.self) { try WorkspaceJSON.decode(Data(text.utf8)) }
    }
  }

  @Test func utf16AndByteOrderMarksAreRead() throws {
    var random = RandomContents(seed: 7)
    let bytes = try WorkspaceJSON.encode(random.contents())
    let text = String(decoding: bytes, as: UTF8.self)
    let plain = try WorkspaceJSON.decode(bytes)
    #expect(try WorkspaceJSON.decode(Data([0xEF, 0xBB, 0xBF]) + bytes) == plain)
    var little = Data([0xFF, 0xFE])
    var big = Data([0xFE, 0xFF])
    for unit in text.utf16 {
      little += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      big += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    #expect(try WorkspaceJSON.decode(little) == plain)
    #expect(try WorkspaceJSON.decode(big) == plain)
  }

  /// Whatever one byte is changed to, the file is read or refused with a sentence, never a crash.
  @Test func spoiledFilesAreReadOrRefused() throws {
    var random = RandomContents(seed: 3)
    let bytes = try WorkspaceJSON.encode(random.contents())
    for _ in 0..<300 {
      var spoiled = bytes
      switch Int.random(in: 0..<3, using: &random.random) {
      case 0:
        spoiled[Int.random(in: 0..<bytes.count, using: &random.random)] = UInt8.random(
          in: 0...255, using: &random.random)
      case 1: spoiled.removeLast(Int.random(in: 3..<bytes.count, using: &random.random))
      default:
        let start = Int.random(in: 0..<bytes.count, using: &random.random)
        spoiled.removeSubrange(start..<min(start + 9, bytes.count))
      }
      do throws(ImportError) {
        _ = try WorkspaceJSON.decode(spoiled)
      } catch {
        #expect(!error.sentence.isEmpty)
      }
    }
  }
}
