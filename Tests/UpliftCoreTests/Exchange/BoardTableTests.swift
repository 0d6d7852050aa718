import CustomDump
import Foundation
import Testing

@testable import UpliftCore

/// Boards as CSV, there and back.
@Suite struct BoardTableTests {
  private static let texts = [
    "Too slow", "=SUM(A1:A9)", "'=quoted", "Two\nlines", "a, b; c\t\"d\"", "−1 is no formula",
    "@home", "“Ö” 🙂 \u{202E}x",
  ]

  /// With titles that tell columns, clusters and people apart, as a table knows them by these alone.
  private func clean(_ contents: WorkspaceContents) -> WorkspaceContents {
    var result = contents
    for index in result.boardColumns.indices {
      result.boardColumns[index].title = "Column \(index)"
    }
    for index in result.clusters.indices {
      result.clusters[index].title = index.isMultiple(of: 3) ? "" : "Cluster \(index)"
    }
    for index in result.members.indices { result.members[index].name = "Member \(index)" }
    for index in result.notes.indices {
      result.notes[index].text = Self.texts[index % Self.texts.count]
      result.notes[index].theme = "Theme \(index % 5)"
      result.notes[index].isPrivate = false
    }
    return result
  }

  @Test(arguments: UInt64(1)...40) func aBoardComesBackAsItWas(seed: UInt64) throws {
    var random = RandomContents(seed: seed)
    let contents = clean(random.contents())
    for board in contents.boards {
      let own = try #require(contents.board(board.id))
      let bytes = try ExportText.data(.board(board.id), of: contents, as: .csv)
      guard !own.columns.isEmpty else { continue }
      let document = try Importing.read(bytes, file: "b.csv")
      let back = try #require(
        document.contents.boards.first.flatMap { document.contents.board($0.id) })
      expectNoDifference(back.shape, own.shape)
      #expect(document.remarks.isEmpty)
      let again = try ExportText.data(.board(back.board.id), of: document.contents, as: .csv)
      #expect(again == bytes)
    }
  }

  @Test func theVotesAreThoseOfTheLastClosedRound() throws {
    let contents = try WorkspaceJSON.decode(Data(contentsOf: ShippedFilesTests.files[0]))
    let first = try #require(contents.boards.inOrder().first)
    var board = try #require(contents.board(first.id))
    func votes() throws -> [String] {
      try CSVTestTable(BoardTable.text(of: board)).column("votes").filter { $0 > "0" }
    }
    let closed = try votes()
    #expect(closed.sorted() == ["1", "2", "3", "4", "6", "7", "9", "9"])
    // While another round is open nothing is shown of it.
    let opened = try #require(board.openingVoting("Again", voters: 2))
    _ = board.apply(WorkspaceChange(upserts: [opened.record]))
    let (ballot, _) = try #require(board.nextBallot())
    let note = try #require(board.notes.keys.first)
    _ = board.apply(
      WorkspaceChange(upserts: [ballot, Vote(noteID: note, ballotID: ballot.id)]))
    #expect(try votes().isEmpty)
  }

  static let refused: [(String, String)] = [
    ("column,note\nA,\"B", "b.csv, line 2: "),
    ("column,note\nA,B,C", "b.csv, line 2: There are 3 cells; the header has 2."),
    ("column,note,votes\nA,B,many", "line 2: “many” does not fit the column “votes”"),
    ("column,note,votes\nA,B,10001", "line 2: "),
    ("column,note,votes\nA,B,1.5", "line 2: "),
    ("column,note,colour\nA,B,mauve", "line 2: “mauve” does not fit the column “colour”"),
    ("column,note,column\nA,B,C", "line 1: The column “column” stands there twice."),
    ("note\nA", "There is no column “column”."),
    ("column,note\n,B", "line 2: The row has no column of the board."),
    ("column,note\nA,\"B\"C", "line 2: "),
  ]

  @Test(arguments: refused) func aMalformedTableIsRefusedInOneSentence(
    text: String, part: String
  ) throws {
    let error = #expect(throws: ImportError.self) {
      try Importing.read(Data(text.utf8), file: "b.csv")
    }
    let sentence = try #require(error).sentence
    #expect(sentence.contains(part), "\(sentence)")
    #expect(!sentence.contains("\n"))
  }
}

/// A table that was written, by its columns.
struct CSVTestTable {
  private var rows: [[String]] = []

  init(_ text: String) throws {
    var reader = CSVReader(Array(text.utf8), delimiter: UInt8(ascii: ","))
    while let row = try reader.next() { rows.append(row.cells) }
  }

  func column(_ name: String) throws -> [String] {
    guard let header = rows.first, let place = header.firstIndex(of: name) else { return [] }
    return rows.dropFirst().map { $0[place] }
  }
}
