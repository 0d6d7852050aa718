import Foundation
import Gtk
import UpliftCore
import XCTest

@testable import UpliftApp

/// A small workspace on the disk, with a map and a board, and a canvas that shows one of them.
@MainActor
final class CanvasFixture {
  let folder: URL
  let session: Session
  let map = JourneyMap(rank: .middle, title: "Returning an order")
  let stage: Stage
  let steps: [Step]
  let actions: Lane
  let emotionLane: Lane
  let pains: Lane
  let order: Card
  let look: Card
  let secondLook: Card
  let pain: Card
  let board: Board
  let column: BoardColumn
  let otherColumn: BoardColumn
  let note: Note
  private(set) var controller: CanvasController?
  private var window: Window?
  private var listening: Listening?

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "uplift-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var ranks = [Rank.middle]
    func rank() -> Rank {
      ranks.append(.between(ranks.last, nil))
      return ranks[ranks.count - 1]
    }
    stage = Stage(mapID: map.id, rank: rank(), title: "Decide")
    let stageID = stage.id
    steps = ["Tries it on", "Looks it up", "Packs"].map {
      Step(stageID: stageID, rank: rank(), title: $0)
    }
    actions = Lane(mapID: map.id, rank: rank(), kind: .actions)
    emotionLane = Lane(mapID: map.id, rank: rank(), kind: .emotion)
    pains = Lane(mapID: map.id, rank: rank(), kind: .painPoints)
    order = Card(laneID: actions.id, stepID: steps[0].id, rank: rank(), text: "Orders two sizes")
    look = Card(laneID: actions.id, stepID: steps[1].id, rank: rank(), text: "Searches the site")
    secondLook = Card(laneID: actions.id, stepID: steps[1].id, rank: rank(), text: "Gives up")
    pain = Card(laneID: pains.id, stepID: steps[1].id, rank: rank(), text: "Three pages long")
    let group = AdvisoryGroup(rank: .middle, kind: .employeeAdvisoryGroup, title: "Employees")
    board = Board(groupID: group.id, rank: .middle, title: "Why?")
    column = BoardColumn(boardID: board.id, rank: rank(), title: "What we see")
    otherColumn = BoardColumn(boardID: board.id, rank: rank(), title: "Why it happens")
    note = Note(columnID: column.id, rank: rank(), text: "Boxes come back")
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Larkfield"))
    contents.journeyMaps = [map]
    contents.stages = [stage]
    contents.steps = steps
    contents.lanes = [actions, emotionLane, pains]
    contents.cards = [order, look, secondLook, pain]
    contents.emotions = [Emotion(stepID: steps[1].id, value: 1)]
    contents.advisoryGroups = [group]
    contents.boards = [board]
    contents.boardColumns = [column, otherColumn]
    contents.notes = [note]
    session = try Session(
      Workspace.create(at: folder.appending(path: "test.uplift"), contents: contents))
  }

  func showMap(in test: GtkTestCase) async throws -> JourneyCanvasController {
    let controller = try XCTUnwrap(
      JourneyCanvasController(session: session, mapID: map.id, theme: .light))
    await show(controller, in: test)
    return controller
  }

  func showBoard(in test: GtkTestCase) async throws -> BoardCanvasController {
    let controller = try XCTUnwrap(
      BoardCanvasController(session: session, boardID: board.id, theme: .light))
    await show(controller, in: test)
    return controller
  }

  private func show(_ controller: CanvasController, in test: GtkTestCase) async {
    self.controller = controller
    listening = session.onChange { [weak controller] change in _ = controller?.follow(change) }
    window = await test.show(controller.view.widget)
    await test.wait(for: "the canvas") { controller.canvas.width > 1 }
  }

  /// What is on the disk.
  func cards() throws -> [String] {
    try XCTUnwrap(session.workspace.journey(map.id)).cards.values.map(\.text).sorted()
  }

  func notes() throws -> [String] {
    try XCTUnwrap(session.workspace.board(board.id)).notes.values.map(\.text).sorted()
  }

  func close() {
    window?.destroy()
    controller = nil
    session.close()
    try? FileManager.default.removeItem(at: folder)
  }
}

extension SceneCanvas {
  /// What typing this text would leave in the editor.
  func type(_ text: String) { editor.widget.insertAtCursor(text) }
}
