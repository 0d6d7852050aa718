import Foundation
import Testing
import UpliftCore

@testable import UpliftDrawing

/// What is written in private is in no picture.
@Suite struct HiddenNotesPictureTests {
  private static let secret = "Zeppelin"

  private func board(seed: UInt64) -> BoardContents {
    var random = RandomContents(seed: seed)
    var board = random.board()
    let hidden = board.notes.values.inOrder().enumerated().compactMap { index, note -> Note? in
      guard index.isMultiple(of: 2) else { return nil }
      var note = note
      note.isPrivate = true
      note.text = "\(Self.secret) \(index)"
      note.theme = Self.secret
      return note
    }
    _ = board.apply(WorkspaceChange(upserts: hidden))
    return board
  }

  private func expectNothing(in scene: Scene, _ what: String) {
    for item in scene.items {
      #expect(!item.content.texts.contains { $0.contains(Self.secret) }, "\(what)")
      #expect(item.label?.contains(Self.secret) != true, "\(what)")
      #expect(!item.content.spoken.contains(Self.secret), "\(what)")
    }
  }

  @Test(arguments: UInt64(1)...30) func noSceneSaysThem(seed: UInt64) {
    let board = board(seed: seed)
    let measuring = FakeTextMeasuring()
    let scene = Picture.board(board).scene(measuring: measuring, theme: .dark)
    expectNothing(in: scene, "board, seed \(seed)")
    let hidden = scene.items.count { $0.label?.contains("Hidden note") ?? false }
    #expect(hidden == board.hiddenCount, "seed \(seed)")
    let presentation = BoardPresentation(
      board, measuring: measuring, theme: .light, size: Size(1280, 720))
    let stops =
      BoardPresentation.columns(of: board) + BoardPresentation.clusters(of: board) + [.ranking]
    for stop in stops {
      for page in presentation.pages(of: stop) { expectNothing(in: page.scene, "\(stop)") }
    }
  }

  @Test(arguments: UInt64(1)...30) func hiddenNotesAreAllOfOneSize(seed: UInt64) {
    let scene = Picture.board(board(seed: seed)).scene(
      measuring: FakeTextMeasuring(), theme: .light)
    // Whoever wrote it and wherever it stands, its paper tells nothing of the text.
    for item in scene.items where item.label?.contains("Hidden note") ?? false {
      for text in item.content.texts { #expect(!text.isEmpty) }
      #expect(item.frame.height < 90)
    }
  }

  @Test func theResultHasARowForEachPlaceAndIsPresentedInWhole() throws {
    let base = Board(groupID: UUID(), rank: .middle, title: "Why?")
    let column = BoardColumn(boardID: base.id, rank: .middle, title: "We see")
    let notes = Rank.spread(9).enumerated().map {
      Note(columnID: column.id, rank: $1, text: "Note \($0)")
    }
    let voting = Voting(
      boardID: base.id, rank: .middle, title: "Which first?", votesEach: 9, voters: 1,
      state: .closed)
    let ballot = Ballot(votingID: voting.id, number: 1, isCast: true)
    let votes = notes.enumerated().flatMap { index, note in
      (0..<(index / 2)).map { _ in Vote(noteID: note.id, ballotID: ballot.id) }
    }
    let board = BoardContents(
      board: base, columns: [column], notes: notes, votes: votes, votings: [voting],
      ballots: [ballot])
    let measuring = FakeTextMeasuring()
    let scene = RankingLayout.scene(for: board, measuring: measuring, theme: .light, width: 400)
    #expect(
      scene.items.filter { $0.role == .note }.map { $0.content.texts[0] }
        == ["1.", "2.", "2.", "4.", "4.", "6.", "6."])
    SceneChecks.expectNoOverlap(scene, roles: [.note, .title, .decoration], "ranking")
    for size in [Size(1920, 1080), Size(640, 400)] {
      let pages = BoardPresentation(board, measuring: measuring, theme: .light, size: size)
        .pages(of: .ranking)
      let seen = Set(
        pages.flatMap(\.seenItems).compactMap { item in
          Rect(0, 0, size.width, size.height).contains(item.frame) ? item.item.subject : nil
        })
      #expect(seen.count == 7, "\(size)")
    }
    #expect(BoardPresentation.ranking(of: board) == [.overview, .ranking])
  }
}

extension Rect {
  fileprivate func contains(_ other: Rect) -> Bool {
    other.minX >= minX - 1 && other.maxX <= maxX + 1 && other.minY >= minY - 1
      && other.maxY <= maxY + 1
  }
}
