import Foundation
import Testing
import UpliftCore

@testable import UpliftDrawing

/// Colours of notes, and where something dropped on a board would land.
@Suite struct BoardDrawingTests {
  private func board(_ colouring: Board.Colouring, themes: [String]) -> BoardContents {
    let group = UUID()
    let board = Board(groupID: group, rank: .middle, title: "Why?", colouring: colouring)
    let column = BoardColumn(boardID: board.id, rank: .middle, title: "What we see")
    let notes = zip(themes, Rank.spread(themes.count)).enumerated().map { index, pair in
      Note(
        columnID: column.id, rank: pair.1, text: "n\(index)", theme: pair.0,
        createdAt: Instant(milliseconds: Int64(index)))
    }
    return BoardContents(board: board, columns: [column], notes: notes)
  }

  private func swatches(_ board: BoardContents) -> [String: Swatch] {
    let colours = NoteColours(board)
    return Dictionary(
      board.notes.values.map { ($0.theme, colours.swatch(of: $0, column: .ochre)) },
      uniquingKeysWith: { $1 })
  }

  @Test func eachThemeHasAColourOfItsOwnThatStays() throws {
    let few = board(.theme, themes: ["Processes", "People", "Technology", ""])
    let many = board(
      .theme, themes: ["Processes", "People", "Technology", "", "Money", "Partners", "processes "])
    let (old, new) = (swatches(few), swatches(many))
    for (theme, swatch) in old { #expect(new[theme] == swatch, "\(theme)") }
    #expect(new[""] == NoteColours.none)
    #expect(new["processes "] == new["Processes"])
    #expect(Set(new.values).count == 6)
    #expect(Set(swatches(board(.column, themes: ["a", "b"])).values) == [.ochre])
  }

  @Test func anOwnColourStays() throws {
    var contents = board(.theme, themes: ["Processes"])
    var note = try #require(contents.notes.values.first)
    note.colour = .violet
    _ = contents.apply(WorkspaceChange(upserts: [note]))
    #expect(NoteColours(contents).swatch(of: note, column: .ochre) == .violet)
  }

  @Test(arguments: [false, true]) func theMarkStandsWhereItLands(isMirrored: Bool) throws {
    let title = isMirrored ? "ماذا نرى" : "What we see"
    let board = Board(groupID: UUID(), rank: .middle, title: title)
    let columns = Rank.spread(2).map { BoardColumn(boardID: board.id, rank: $0, title: title) }
    let notes = Rank.spread(3).map { Note(columnID: columns[0].id, rank: $0, text: "note") }
    let contents = BoardContents(board: board, columns: columns, notes: notes)
    let scene = BoardLayout.scene(
      for: contents, measuring: FakeTextMeasuring(), theme: .light)
    #expect(scene.isMirrored == isMirrored)
    func frame(_ reference: EntityReference) throws -> Rect {
      try #require(scene.items.first { $0.subject == .record(reference) }).frame
    }
    let planner = try #require(
      BoardDropPlanner(.entries([notes[2].reference]), contents: contents, scene: scene))
    let first = try frame(notes[0].reference)
    let middle = ScenePlace(.body, Point(first.midX, first.midY))
    #expect(planner.target(at: middle) == .note(notes[0].id))
    let top = ScenePlace(.body, Point(first.midX, first.minY + 2))
    #expect(planner.target(at: top) == .column(columns[0].id, before: notes[0].id))
    let other = try frame(columns[1].reference)
    let there = try #require(
      planner.target(at: ScenePlace(.body, Point(other.midX, other.maxY + 300))))
    #expect(there == .column(columns[1].id, before: nil))
    let bar = try #require(planner.marks(for: there).first)
    #expect(bar.frame.minX == other.minX && bar.frame.maxX == other.maxX)
    // Over the header: the top of the column.
    #expect(
      planner.target(at: ScenePlace(.columnHeader, Point(first.midX, 10)))
        == .column(columns[0].id, before: notes[0].id))
    let last = ScenePlace(
      .columnHeader, Point(isMirrored ? 1 : scene.size.width - 1, 10))
    let dragged = try #require(
      BoardDropPlanner(.columns([columns[0].id]), contents: contents, scene: scene))
    #expect(dragged.target(at: last) == .columns(before: nil))
  }

  @Test func chipsStandInTheNoteAndLeadToTheirSteps() throws {
    let board = Board(groupID: UUID(), rank: .middle, title: "Why?")
    let column = BoardColumn(boardID: board.id, rank: .middle, title: "What we see")
    let note = Note(columnID: column.id, rank: .middle, text: "Boxes come back")
    let steps = (0..<3).map {
      Step(stageID: UUID(), rank: .middle, title: "A step with a rather long title \($0)")
    }
    let recommendation = Recommendation(
      groupID: board.groupID, rank: .middle, text: "Label", owner: "IT", answer: .askedForDate)
    var links = zip(steps, Rank.spread(3)).map {
      Link(rank: $1, role: .about, from: note.reference, to: $0.reference)
    }
    links.append(
      Link(rank: .middle, role: .leadsTo, from: note.reference, to: recommendation.reference))
    var things: [EntityReference: BoardConnection.Thing] = [
      recommendation.reference: .recommendation(recommendation)
    ]
    for step in steps { things[step.reference] = .step(title: step.title) }
    let contents = BoardContents(
      board: board, columns: [column], notes: [note],
      connections: BoardConnections(links, things))
    let scene = BoardLayout.scene(for: contents, measuring: FakeTextMeasuring(), theme: .light)
    let item = try #require(scene.items.first { $0.subject == .record(note.reference) })
    #expect(item.content.texts.contains("→ Owner: IT · asked for a date"))
    let marks = scene.items.filter { $0.role == .mark }
    #expect(
      Set(marks.compactMap(\.subject))
        == Set(
          (steps.map(\.reference) + [recommendation.reference]).map {
            ItemSubject.connection(from: note.reference, to: $0)
          }))
    for (index, mark) in marks.enumerated() {
      #expect(item.frame.union(mark.frame) == item.frame)
      for other in marks[(index + 1)...] { #expect(!mark.frame.intersects(other.frame)) }
    }
    var hidden = note
    hidden.isPrivate = true
    var veiled = contents
    _ = veiled.apply(WorkspaceChange(upserts: [hidden]))
    let dark = BoardLayout.scene(
      for: veiled.veiled, measuring: FakeTextMeasuring(), theme: .light)
    #expect(!dark.items.contains { $0.role == .mark })
  }
}
