import Foundation
import Testing

@testable import UpliftCore

/// Inputs of 5 MB, or of 50 MB with UPLIFT_HUGE set, are read in bounded memory.
@Suite(.serialized) struct LargeInputTests {
  private static let size =
    ProcessInfo.processInfo.environment["UPLIFT_HUGE"] == nil ? 5_000_000 : 50_000_000

  /// The most memory that the process has had, in bytes.
  private func peak() throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let kilobytes = line?.split(separator: " ").dropLast().last.flatMap { Int($0) }
    return try #require(kilobytes) * 1024
  }

  private func read(_ text: String, file: String) throws -> ImportedDocument {
    let document = try Importing.read(Data(text.utf8), file: file)
    #expect(try peak() < 1_500_000_000)
    return document
  }

  @Test func mermaid() throws {
    var text = "journey\n  title Large\n"
    var tasks = 0
    while text.utf8.count < Self.size {
      text += "  section Section \(tasks)\n"
      for _ in 0..<20 {
        text +=
          "    Task number \(tasks) that is a little longer: \(tasks % 6): Me, Actor \(tasks % 9)\n"
        tasks += 1
      }
    }
    let document = try read(text, file: "large.mmd")
    #expect(document.contents.steps.count == tasks)
    #expect(document.contents.emotions.count == 2 * tasks)
  }

  @Test func csv() throws {
    var text = "Stage,Step,Lane,Text,Evidence,Departments\n"
    var rows = 0
    while text.utf8.count < Self.size {
      text +=
        "Stage \(rows / 1000),Step \(rows / 10),Actions,\"Card \(rows), which says \"\"something\"\"\",observed,Web; Shop\n"
      rows += 1
    }
    let document = try read(text, file: "large.csv")
    #expect(document.contents.cards.count == rows)
    #expect(document.contents.cardDepartments.count == 2 * rows)
  }

  @Test func json() throws {
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Large"))
    let map = JourneyMap(rank: .middle, title: "Large")
    let stage = Stage(mapID: map.id, rank: .middle, title: "Stage")
    let step = Step(stageID: stage.id, rank: .middle, title: "Step")
    let lane = Lane(mapID: map.id, rank: .middle, kind: .actions)
    contents.journeyMaps = [map]
    contents.stages = [stage]
    contents.steps = [step]
    contents.lanes = [lane]
    let count = Self.size / 310
    contents.cards = Rank.spread(count).map {
      Card(laneID: lane.id, stepID: step.id, rank: $0, text: "A card that says something")
    }
    let bytes = try WorkspaceJSON.encode(contents)
    #expect(bytes.count > Self.size * 9 / 10)
    let document = try Importing.read(bytes, file: "large.json")
    #expect(document.contents.cards.count == count)
    #expect(try peak() < 1_500_000_000)
  }

  @Test func trello() throws {
    var text =
      #"{"name":"Large","lists":[{"id":"L","name":"List","closed":false,"pos":1}],"cards":["#
    var cards = 0
    while text.utf8.count < Self.size {
      text +=
        #"\#(cards == 0 ? "" : ","){"id":"65a00000\#(cards)","idList":"L","name":"Card \#(cards)","desc":"Text","closed":false,"pos":\#(cards).5,"labels":[{"name":"A"}],"idMembers":[],"badges":{"votes":0,"x":[1,2,{"y":null}]}}"#
      cards += 1
    }
    let document = try read(text + "]}", file: "large.json")
    #expect(document.contents.notes.count == cards)
  }

  /// One text that fills the file, and one that never ends.
  @Test func singleTexts() throws {
    let long = String(repeating: "all in one cell ", count: Self.size / 16)
    let document = try read("Step,Lane,Text\nA,Actions,\"\(long)\"\n", file: "long.csv")
    #expect(document.contents.cards.first?.text.utf8.count == long.utf8.count)
    for (text, file) in [
      ("Step,Lane,Text\nA,Actions,\"" + long, "a.csv"), ("{\"format\":\"" + long, "a.json"),
      ("journey\naccDescr {" + long, "a.mmd"), (long, "a.txt"),
    ] {
      #expect(throws: ImportError.self) { try read(text, file: file) }
    }
  }
}
