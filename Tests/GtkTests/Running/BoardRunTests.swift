import Foundation
import Gtk
import UpliftCore
import UpliftDrawing
import XCTest

@testable import UpliftApp

@MainActor
final class BoardRunTests: GtkTestCase {
  private let secret = "Zeppelin"

  private func onPage(
    _ body: (CanvasFixture, BoardPage, BoardCanvasController, SceneCanvas) async throws -> Void
  ) async throws {
    let fixture = try CanvasFixture()
    let page = try XCTUnwrap(
      BoardPage(fixture.session, boardID: fixture.board.id, isDark: false, go: { _ in }))
    let listening = fixture.session.onChange { [weak page] in _ = page?.follow($0) }
    let window = await show(page.widget, width: 1000, height: 700)
    let controller = page.controller
    await wait(for: "the canvas") { controller.canvas.width > 1 }
    try await body(fixture, page, controller, controller.canvas)
    withExtendedLifetime(listening) {}
    window.destroy()
    fixture.close()
  }

  private func contents(_ fixture: CanvasFixture) throws -> BoardContents {
    try XCTUnwrap(fixture.session.workspace.board(fixture.board.id))
  }

  // MARK: Private writing

  func testWhatIsWrittenInPrivateIsSeenNowhereUntilItIsRevealed() async throws {
    try await onPage { fixture, page, controller, canvas in
      page.run.togglePrivateWriting()
      canvas.select(.addition(fixture.column.reference))
      XCTAssertTrue(canvas.beginEditing())
      canvas.type("\(secret) one")
      _ = canvas.pressedInEditor(.enter, [])
      XCTAssertTrue(canvas.isEditing)
      canvas.endEditing()
      let note = try XCTUnwrap(try contents(fixture).notes.values.first { $0.isPrivate })
      XCTAssertEqual(note.text, "\(secret) one")
      canvas.select(.record(note.reference))
      canvas.updateAccessibleItems()
      @MainActor func everything() -> String {
        let items = canvas.scene?.items ?? []
        return
          (items.flatMap(\.content.texts) + items.compactMap(\.label) + canvas.accessibleLabels
          + [controller.tableOfSelection?.rows.description ?? ""]
          + [String(describing: controller.shown)] + [page.title, page.subtitle]
          + [fixture.session.summary(of: note.reference)?.title ?? ""]
          + [fixture.session.undoTitle ?? "", fixture.session.redoTitle ?? ""]
          + ((try? fixture.session.workspace.history()) ?? []).map(\.title)
          + found(fixture)).joined(separator: "\n")
      }
      XCTAssertFalse(everything().contains(secret), everything())
      XCTAssertTrue(everything().contains("Hidden note"))
      XCTAssertNil(controller.copied)
      // Whoever edits it again writes it anew, and sees nothing of it.
      XCTAssertTrue(canvas.beginEditing())
      XCTAssertEqual(canvas.editedText, "")
      XCTAssertFalse(everything().contains(secret))
      canvas.endEditing()
      XCTAssertEqual(try contents(fixture).notes[note.id]?.text, "\(secret) one")
      XCTAssertTrue(canvas.beginEditing())
      canvas.type("Other")
      canvas.commitEditing()
      XCTAssertEqual(try contents(fixture).notes[note.id]?.text, "Other")
      _ = canvas.pressedInEditor(.escape, [])
      XCTAssertEqual(try contents(fixture).notes[note.id]?.text, "\(secret) one")
      // Nor can it be linked.
      let links = try fixture.session.workspace.contents().links.count
      controller.openLinks()
      XCTAssertNil(controller.linkPopover)
      XCTAssertEqual(try fixture.session.workspace.contents().links.count, links)
      // What is changed without the text leaves the text alone.
      controller.perform(controller.shown.settingColour(of: [note.id], to: .red))
      XCTAssertEqual(try contents(fixture).notes[note.id]?.text, "\(secret) one")
      page.run.togglePrivateWriting()
      XCTAssertTrue(everything().contains(secret))
      XCTAssertEqual(try contents(fixture).hiddenCount, 0)
      XCTAssertFalse(try contents(fixture).board.isPrivate)
    }
  }

  /// By the search, and by that for what is to be linked.
  private func found(_ fixture: CanvasFixture) -> [String] {
    let search = LinkSearch(fixture.session)
    search.type(secret)
    let hits = (try? fixture.session.workspace.search(secret)) ?? []
    return hits.map(\.text) + hits.map(\.title)
      + search.hits.compactMap { fixture.session.summary(of: $0)?.title }
  }

  func testANewClusterAndItsNameAreOneStep() async throws {
    try await onPage { fixture, page, controller, canvas in
      canvas.select(.record(fixture.note.reference))
      page.cluster()
      XCTAssertTrue(canvas.isEditing)
      canvas.type("Parcels")
      canvas.commitEditing()
      canvas.type(" and boxes")
      _ = canvas.pressedInEditor(.enter, [])
      canvas.endEditing()
      XCTAssertEqual(try contents(fixture).clusters.values.map(\.title), ["Parcels and boxes"])
      XCTAssertEqual(try fixture.session.workspace.history().count, 1)
      fixture.session.undo()
      XCTAssertTrue(try contents(fixture).clusters.isEmpty)
      fixture.session.redo()
      XCTAssertEqual(try contents(fixture).clusters.values.map(\.title), ["Parcels and boxes"])
      // One that is renamed later is another step.
      let cluster = try XCTUnwrap(try contents(fixture).clusters.values.first)
      controller.select(cluster.reference)
      XCTAssertTrue(canvas.beginEditing(replacing: true))
      canvas.type("Boxes")
      canvas.endEditing()
      XCTAssertEqual(try fixture.session.workspace.history().count, 2)
    }
  }

  /// What is typed in private stands on no screen and in no accessible text either, and is kept.
  func testWhatIsTypedInPrivateIsVeiled() async throws {
    try await onPage { fixture, page, controller, canvas in
      page.run.togglePrivateWriting()
      controller.addNote()
      let field = canvas.editor.widget
      canvas.type("Nobody\ntells ")
      canvas.type("us")
      XCTAssertTrue(field.isVeiled)
      XCTAssertEqual(field.shownText, "••••••\n••••••••")
      XCTAssertEqual(canvas.editedText, "Nobody\ntells us")
      // A look at it, and on in the open; then dots again.
      XCTAssertTrue(canvas.pressedInEditor(.character("v"), .alt))
      XCTAssertEqual(field.shownText, "Nobody\ntells us")
      canvas.type("!")
      XCTAssertTrue(canvas.pressedInEditor(.character("v"), .alt))
      XCTAssertEqual(field.shownText, "••••••\n•••••••••")
      field.removeBeforeCursor()
      XCTAssertEqual(canvas.editedText, "Nobody\ntells us")
      canvas.endEditing()
      XCTAssertEqual(field.shownText, "")
      XCTAssertTrue(try fixture.notes().contains("Nobody\ntells us"))
      XCTAssertTrue(try contents(fixture).notes.values.contains { $0.isPrivate })
      // What is no secret is written in the open.
      page.run.togglePrivateWriting()
      controller.addNote()
      canvas.type("All may read")
      XCTAssertEqual(field.shownText, "All may read")
      canvas.endEditing()
    }
  }

  // MARK: Votes

  func testNobodysVoteIsUndoneFromAnotherPage() async throws {
    try await onPage { fixture, page, _, _ in
      try open(page, fixture)
      XCTAssertNil(fixture.session.undoRefusal)
      page.run.desk.begin()
      page.run.desk.change(fixture.note.reference, by: 1)
      XCTAssertNotNil(fixture.session.undoRefusal)
      page.run.desk.finish()
      XCTAssertNotNil(fixture.session.undoRefusal)
      // What somebody else writes meanwhile is theirs to undo.
      fixture.session.perform(
        Edit(.addPersona, [.insert(Persona(rank: .middle, name: "Amina"))]))
      XCTAssertNil(fixture.session.undoRefusal)
      fixture.session.undo()
      page.run.desk.close()
      XCTAssertNil(fixture.session.undoRefusal)
    }
  }

  private func open(
    _ page: BoardPage, _ fixture: CanvasFixture, manner: Voting.Manner = .inTurn, voters: Int = 2
  ) throws {
    let addition = try contents(fixture).openingVoting(
      "First?", manner: manner, votesEach: 3, votesEachThing: 2, voters: voters)
    XCTAssertTrue(fixture.session.perform(try XCTUnwrap(addition).edit))
  }

  func testPeopleVoteInTurnAndSeeOnlyTheirOwnDots() async throws {
    try await onPage { fixture, page, controller, canvas in
      try open(page, fixture)
      XCTAssertEqual(page.run.desk.state, .waiting(1))
      XCTAssertTrue(page.run.handover.widget.isVisible)
      page.run.desk.begin()
      XCTAssertFalse(page.run.handover.widget.isVisible)
      canvas.select(.record(fixture.note.reference))
      XCTAssertTrue(canvas.pressed(.space, []))
      XCTAssertTrue(canvas.pressed(.plus, .shift))
      XCTAssertEqual(controller.shown.votes(for: fixture.note.id), 2)
      XCTAssertTrue(canvas.pressed(.enter, []))
      XCTAssertEqual(page.run.desk.refusal, "At most 2 votes may stand on one thing.")
      XCTAssertFalse(canvas.isEditing)
      XCTAssertTrue(canvas.pressed(.minus, []))
      XCTAssertNil(page.run.desk.refusal)
      XCTAssertEqual(page.run.desk.left, 2)
      // Letters and Delete change nothing on the board meanwhile.
      _ = canvas.pressed(.character("x"), [])
      XCTAssertFalse(canvas.isEditing)
      _ = canvas.pressed(.delete, [])
      XCTAssertEqual(try fixture.notes(), ["Boxes come back"])
      XCTAssertTrue(canvas.pressed(.space, []))
      XCTAssertTrue(canvas.pressed(.enter, .control))
      XCTAssertEqual(page.run.desk.state, .waiting(2))
      XCTAssertEqual(controller.shown.votes(for: fixture.note.id), 0)
      page.run.desk.begin()
      XCTAssertEqual(controller.shown.votes(for: fixture.note.id), 0)
      canvas.select(.record(fixture.note.reference))
      _ = canvas.pressed(.space, [])
      page.run.desk.finish()
      XCTAssertEqual(page.run.desk.state, .done)
      page.run.desk.addVoter()
      XCTAssertEqual(page.run.desk.state, .waiting(3))
      page.run.desk.close()
      XCTAssertNil(canvas.tool)
      XCTAssertEqual(controller.contents.ranking.map(\.votes), [2])
      XCTAssertEqual(controller.shown.votes(for: fixture.note.id), 2)
      XCTAssertNil(fixture.session.problem)
    }
  }

  func testABoardThatIsOpenedWhileAVoteIsOpenTakesVotes() async throws {
    try await onPage { fixture, page, _, _ in
      try open(page, fixture)
      page.run.desk.begin()
      let again = try XCTUnwrap(
        BoardPage(fixture.session, boardID: fixture.board.id, isDark: false, go: { _ in }))
      XCTAssertNotNil(again.controller.canvas.tool)
      XCTAssertTrue(again.run.handover.widget.isVisible)
      XCTAssertNotNil(again.undoRefusal)
      again.run.desk.begin()
      XCTAssertNotEqual(again.run.desk.ballotID, page.run.desk.ballotID)
    }
  }

  func testTwoWindowsVoteOnBallotsOfTheirOwn() async throws {
    try await onPage { fixture, page, controller, canvas in
      try open(page, fixture)
      page.run.desk.begin()
      page.run.desk.change(fixture.note.reference, by: 1)
      var other: BoardPage? = BoardPage(
        fixture.session, boardID: fixture.board.id, isDark: false, go: { _ in })
      let following = fixture.session.onChange { _ = other?.follow($0) }
      defer { withExtendedLifetime(following) {} }
      XCTAssertEqual(other?.run.desk.state, .waiting(2))
      XCTAssertEqual(
        other?.run.desk.othersSentence, "Person 1 is voting at another window.")
      other?.run.desk.begin()
      // Neither sees what the other has chosen.
      XCTAssertEqual(other?.controller.shown.votes(for: fixture.note.id), 0)
      XCTAssertEqual(other?.run.desk.left, 3)
      other?.run.desk.change(fixture.note.reference, by: 1)
      other?.run.desk.change(fixture.note.reference, by: 1)
      XCTAssertEqual(controller.shown.votes(for: fixture.note.id), 1)
      // The window is closed while its person votes: nobody else gets those votes to see.
      other?.run.desk.onChange = nil
      other = nil
      page.run.desk.finish()
      XCTAssertEqual(page.run.desk.state, .waiting(2))
      XCTAssertEqual(page.run.desk.unfinished?.number, 2)
      XCTAssertNil(page.run.desk.personAfterUnfinished)
      XCTAssertEqual(controller.shown.votes(for: fixture.note.id), 0)
      page.run.desk.addVoter()
      XCTAssertEqual(page.run.desk.personAfterUnfinished, 3)
      page.run.desk.beginAfterUnfinished()
      XCTAssertEqual(controller.shown.votes(for: fixture.note.id), 0)
      page.run.desk.finish()
      XCTAssertEqual(page.run.desk.state, .waiting(2))
      page.run.desk.begin()
      XCTAssertEqual(controller.shown.votes(for: fixture.note.id), 2)
      page.run.desk.finish()
      XCTAssertEqual(page.run.desk.state, .done)
      page.run.desk.close()
      XCTAssertEqual(controller.contents.ranking.map(\.votes), [3])
    }
  }

  func testAVoteThatTheFileRefusesIsSaidInTheBarAndIsNoError() async throws {
    try await onPage { fixture, page, _, _ in
      try open(page, fixture)
      page.run.desk.begin()
      let stale = page.run.desk.contents
      let ballot = try XCTUnwrap(page.run.desk.ballotID)
      for _ in 0..<2 {
        let edit = try contents(fixture).adding(voteOn: ballot, for: fixture.note.reference)
        try fixture.session.workspace.perform(try XCTUnwrap(edit))
      }
      // As if this window had not yet heard of it.
      _ = page.run.desk.follow(stale)
      page.run.desk.change(fixture.note.reference, by: 1)
      XCTAssertEqual(page.run.desk.refusal, "At most 2 votes may stand on one thing.")
      XCTAssertNil(fixture.session.problem)
      XCTAssertEqual(try contents(fixture).votes(on: ballot).values.reduce(0, +), 2)
    }
  }

  func testSumsAreEnteredAndABegunRoundGoesOnAfterwards() async throws {
    try await onPage { fixture, page, controller, canvas in
      let added = try contents(fixture).openingVoting(
        "", manner: .counts, votesEach: 3, votesEachThing: 2, voters: 4)
      var edit = try XCTUnwrap(added).edit
      edit.changes.append(
        .insert(Ballot(votingID: try XCTUnwrap(added).record.id, number: 1, voters: 4)))
      fixture.session.perform(edit)
      XCTAssertFalse(page.run.handover.widget.isVisible)
      for _ in 0..<8 { page.run.desk.change(fixture.note.reference, by: 1) }
      XCTAssertNil(page.run.desk.refusal)
      page.run.desk.change(fixture.note.reference, by: 1)
      XCTAssertNotNil(page.run.desk.refusal)
      page.run.desk.addVoter()
      page.run.desk.change(fixture.note.reference, by: 1)
      XCTAssertNil(page.run.desk.refusal)
      // Another window finds it as it is.
      let other = VotingDesk(fixture.session, try contents(fixture))
      XCTAssertEqual(other.left, 6)
      XCTAssertEqual(controller.shown.votes(for: fixture.note.id), 9)
    }
  }

  // MARK: Timer and agenda

  func testTheTimerStandsInTheFileAndWakesNobodyWhileItRests() async throws {
    try await onPage { fixture, page, _, _ in
      let timer = page.run.timer
      XCTAssertNil(timer.clock)
      timer.start(seconds: 60)
      XCTAssertTrue(timer.isRunning)
      let other = BoardTimer(fixture.session, boardID: fixture.board.id)
      XCTAssertEqual(other.clock, timer.clock)
      other.pause()
      XCTAssertFalse(timer.isRunning)
      timer.prolong()
      XCTAssertEqual(other.clock?.length, 120)
      timer.reset()
      XCTAssertEqual(other.clock?.elapsed, 0)
      timer.remove()
      XCTAssertNil(other.clock)
      XCTAssertNil(try fixture.session.workspace.nextUndo())
    }
  }

  func testTheEndIsTold() async throws {
    try await onPage { fixture, page, _, _ in
      var said: [String] = []
      page.connect { said.append($0) }
      page.run.timer.preferences = Preferences(fixture.folder.appending(path: "preferences.json"))
      page.run.timer.preferences.playsSound = false
      page.run.timer.start(seconds: 1)
      await wait(for: "the end") { said == ["Time is over."] }
      XCTAssertTrue(page.run.timer.isRunning)
    }
  }

  func testPhasesRunTheTimerAndSwitchPrivateWritingOn() async throws {
    try await onPage { fixture, page, controller, _ in
      let meeting = Meeting(groupID: fixture.board.groupID, rank: .middle, title: "Meeting")
      let ranks = Rank.spread(2)
      let items = [
        AgendaItem(
          meetingID: meeting.id, rank: ranks[0], title: "Write", minutes: 7,
          activity: .privateWriting),
        AgendaItem(meetingID: meeting.id, rank: ranks[1], title: "Talk", minutes: 0),
      ]
      var board = fixture.board
      board.meetingID = meeting.id
      fixture.session.perform(
        Edit(
          .addMeeting,
          [.insert(meeting)] + items.map { .insert($0) } + [.update(from: fixture.board, to: board)]
        ))
      page.run.perform(.goOn)
      XCTAssertEqual(page.run.timer.clock?.length, 420)
      XCTAssertTrue(page.run.timer.isRunning)
      XCTAssertTrue(controller.contents.board.isPrivate)
      page.run.perform(.prolong)
      @MainActor func agenda() throws -> Agenda {
        try XCTUnwrap(fixture.session.workspace.agenda(of: meeting.id))
      }
      XCTAssertEqual(try agenda().items[0].extraMinutes, 1)
      XCTAssertEqual(page.run.timer.clock?.length, 480)
      page.run.perform(.goOn)
      XCTAssertEqual(try agenda().items.map(\.isRunning), [false, true])
      XCTAssertNil(page.run.timer.clock)
      page.run.perform(.phase(items[0].id, .reopen))
      page.run.perform(.phase(items[1].id, .skip))
      XCTAssertEqual(try agenda().items.map(\.state), [.open, .skipped])
    }
  }

  func testTheResultIsPresentedAndATimerStandsInTheCorner() async throws {
    try await onPage { fixture, page, controller, canvas in
      let source = try XCTUnwrap(page.presented as? PresentedBoard)
      XCTAssertEqual(source.orders.map(\.order), [.columns])
      XCTAssertNil(source.corner)
      try open(page, fixture, voters: 1)
      page.run.desk.begin()
      page.run.desk.change(fixture.note.reference, by: 1)
      XCTAssertEqual(source.orders.map(\.order), [.columns])
      page.run.desk.close()
      XCTAssertEqual(source.orders.map(\.order), [.columns, .ranking])
      let texts = source.pages(of: .ranking, size: Size(1280, 720), theme: .light)
        .flatMap(\.seenItems).flatMap(\.item.content.texts)
      XCTAssertTrue(texts.contains("Boxes come back"), texts.description)
      XCTAssertTrue(source.pressed(.f7, []))
      XCTAssertTrue(page.run.timer.isRunning)
      XCTAssertNotNil(source.corner)
    }
  }
}
