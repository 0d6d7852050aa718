import Foundation
import Testing

@testable import UpliftCore

/// A facilitator who votes twice in an hour keeps both results.
@Suite struct ClosedRoundsTests {
  private let group = AdvisoryGroup(rank: .middle, kind: .employeeAdvisoryGroup, title: "Circle")

  /// A board with two notes, and two rounds: the first for the first note, the second for the other.
  private func contents(second: Voting.State = .closed) -> WorkspaceContents {
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "W"))
    let meeting = Meeting(groupID: group.id, rank: .middle, title: "Monday")
    let board = Board(groupID: group.id, meetingID: meeting.id, rank: .middle, title: "B")
    let column = BoardColumn(boardID: board.id, rank: .middle, title: "C")
    let places = Rank.spread(2)
    let notes = zip(places, ["Label", "Refund"]).map {
      Note(columnID: column.id, rank: $0, text: $1)
    }
    let rounds = zip(places, ["Which first?", "And then?"]).map {
      Voting(boardID: board.id, rank: $0, title: $1, voters: 2, state: .closed)
    }
    contents.advisoryGroups = [group]
    contents.meetings = [meeting]
    contents.boards = [board]
    contents.boardColumns = [column]
    contents.notes = notes
    contents.votings = rounds
    contents.votings[1].state = second
    contents.votings[1].manner = .counts
    contents.ballots = rounds.map { Ballot(votingID: $0.id, number: 1, isCast: true) }
    contents.votes = [
      Vote(noteID: notes[0].id, ballotID: contents.ballots[0].id),
      Vote(noteID: notes[0].id, ballotID: contents.ballots[0].id),
      Vote(noteID: notes[1].id, ballotID: contents.ballots[1].id),
    ]
    return contents
  }

  @Test func eachRoundHasItsOwnResult() throws {
    let contents = contents()
    let board = try #require(contents.board(contents.boards[0].id))
    let rounds = board.closedRounds
    #expect(rounds.map(\.voting.title) == ["Which first?", "And then?"])
    #expect(rounds.map(\.given) == [2, 1] && rounds.map(\.possible) == [10, 10])
    #expect(rounds[0].ranking.map(\.reference) == [contents.notes[0].reference])
    #expect(rounds[1].ranking.map(\.reference) == [contents.notes[1].reference])
    // What the board shows is the last one.
    #expect(board.ranking == rounds[1].ranking)
  }

  @Test func theMinutesSayBothAndHowTheyWereTaken() throws {
    let contents = contents()
    let minutes = try #require(TextDocument(minutesOf: contents.meetings[0].id, in: contents))
    let text = minutes.markdown
    #expect(text.contains("Result of the vote: Which first?"))
    #expect(text.contains("Result of the vote: And then?"))
    #expect(text.contains("People voted one after the other") && text.contains("counted together"))
    #expect(text.contains("| 1 | 2 | Label |") && text.contains("| 1 | 1 | Refund |"))
  }

  @Test func anOpenVoteIsInNoFile() throws {
    let contents = contents(second: .open)
    let board = contents.boards[0].id
    for part in [WorkspacePart.whole, .board(board), .group(group.id)] {
      #expect(throws: ExportTextError.openVote(board: "B")) {
        try ExportText.data(part, of: contents, as: .json)
      }
    }
    let minutes = try #require(TextDocument(minutesOf: contents.meetings[0].id, in: contents))
    #expect(minutes.markdown.contains("Which first?") && !minutes.markdown.contains("And then?"))
    var unused = contents
    unused.votes.removeLast()
    #expect(throws: Never.self) { try ExportText.data(.whole, of: unused, as: .json) }
  }

  @Test func aCellThatIsNoFieldIsRefusedWithItsLine() throws {
    let long = String(repeating: "X", count: MemberTable.longestCell + 1)
    let error = #expect(throws: ImportError.self) {
      try MemberTable(Data("Name,Function\nAda,IT\n\(long),IT\n".utf8), file: "a.csv")
    }
    #expect(error?.description.contains("3") == true)
    #expect((error?.description.count ?? .max) < 400)
  }
}
