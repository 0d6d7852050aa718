import CustomDump
import Foundation
import Testing

@testable import UpliftCore

@Suite struct TrelloBoardTests {
  @Test func openListsAndCardsBecomeABoard() throws {
    let file = Fixtures.folder("Trello").appending(path: "board.json")
    let document = try Importing.read(file)
    #expect(document.format == .trello)
    let contents = document.contents
    let board = try #require(contents.boards.first.flatMap { contents.board($0.id) })
    #expect(board.board.title == "Returns board")
    #expect(board.columns.map(\.title) == ["Jetzt", "Später"])
    let notes = contents.notes.inOrder()
    expectNoDifference(
      notes.map(\.text), ["First =SUM(1)\n\nA longer\ntext\n\nWith ben", "Second in pos"])
    #expect(notes.map(\.theme) == ["Processes", ""])
    #expect(notes.map { board.author(of: $0)?.name } == ["Ada Obi", nil])
    #expect(notes[0].createdAt.description == "2024-01-11T14:49:36.000Z")
    #expect(board.members.map(\.name) == ["Ada Obi", "ben"])
    #expect(
      document.remarks == [
        "1 archived list was left out.", "2 archived cards were left out.",
        "Checklists were left out.",
      ])
    try WorkspaceValidation(contents).check()
    #expect(try Importing.read(file, name: "Other").contents.boards.map(\.title) == ["Other"])
  }

  @Test func allThatIsLeftOutIsNamed() throws {
    let document = try Importing.read(
      Data(
        """
        {"lists":[{"id":"l","name":"A","pos":1},{"id":"m","name":"B","closed":true,"pos":2}],
        "cards":[{"id":"1","idList":"l","name":"","desc":"only this","due":"2026-12-01T10:00:00Z"},
        {"id":"2","idList":"nowhere","name":"lost"},{"id":"3","idList":"m","name":"archived"},
        {"id":"4","idList":"l","name":"due never","due":null,"pos":3}]}
        """.utf8), file: "a.json")
    #expect(document.contents.notes.inOrder().map(\.text) == ["only this", "due never"])
    #expect(
      document.remarks == [
        "1 archived list was left out.", "1 archived card was left out.",
        "1 card was left out, whose list is not in the file.", "1 due date was left out.",
      ])
  }

  @Test func anEmptyBoardIsOne() throws {
    let document = try Importing.read(
      Data(#"{"lists":[],"cards":[],"name":null}"#.utf8), file: "a.json")
    #expect(document.contents.boards.map(\.title) == ["Trello board"])
    #expect(document.remarks.isEmpty)
  }

  @Test func deepNestingIsRefused() {
    let bomb = "{\"lists\":[],\"x\":" + String(repeating: "[", count: 100_000)
    let error = #expect(throws: ImportError.self) {
      try Importing.read(Data(bomb.utf8), file: "a.json")
    }
    #expect(error?.reason == .nestedTooDeep(limit: 512))
  }
}
