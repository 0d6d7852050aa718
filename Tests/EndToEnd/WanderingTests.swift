import Foundation
import Testing
import UpliftCore

/// Looking elsewhere and coming back costs nothing that was written or stands there.
@Suite(.serialized) struct WanderingTests {
  let desktop: Desktop
  let file: URL

  init() throws {
    desktop = try Desktop()
    file = desktop.file("Wandering.uplift")
    let ranks = Rank.spread(2)
    let map = JourneyMap(rank: .middle, title: "Wandering map")
    let stage = Stage(mapID: map.id, rank: .middle, title: "Stage")
    let step = Step(stageID: stage.id, rank: .middle, title: "Step")
    let lane = Lane(mapID: map.id, rank: .middle, kind: .actions)
    let group = AdvisoryGroup(rank: .middle, kind: .employeeAdvisoryGroup, title: "Group")
    let board = Board(groupID: group.id, rank: .middle, title: "Far away board")
    let columns = ranks.map { BoardColumn(boardID: board.id, rank: $0, title: "Column") }
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Wandering"))
    contents.journeyMaps = [map]
    contents.stages = [stage]
    contents.steps = [step]
    contents.lanes = [lane]
    contents.cards = [
      Card(laneID: lane.id, stepID: step.id, rank: .middle, text: "Orders two")
    ]
    contents.advisoryGroups = [group]
    contents.boards = [board]
    contents.boardColumns = columns
    contents.notes = [Note(columnID: columns[1].id, rank: .middle, text: "Quetzal")]
    try Workspace.create(at: file, contents: contents).close()
    try desktop.open([file.path], title: "Wandering map")
    desktop.pause(500_000)
  }

  private func contents() throws -> WorkspaceContents {
    let workspace = try Workspace.open(at: file, readOnly: true)
    defer { try? workspace.close() }
    return try workspace.contents()
  }

  @Test func wordsGoOnWhereTheyWereAfterALookAtAnotherWindow() throws {
    try desktop.press("ctrl+Home")
    try desktop.press("F2")
    try desktop.press("End")
    try desktop.type(" sizes")
    let other = desktop.file("Other.uplift")
    try Workspace.create(
      at: other, contents: WorkspaceContents(workspace: WorkspaceInfo(title: "Other"))
    ).close()
    try desktop.open([other.path], title: "Other")
    try desktop.eventually("what was written is on the disk") {
      try contents().cards.map(\.text) == ["Orders two sizes"]
    }
    try desktop.waitForWindow("Wandering map")
    desktop.pause(500_000)
    try desktop.type(" to try")
    try desktop.press("Return")
    try desktop.eventually("the words went on") {
      try contents().cards.map(\.text) == ["Orders two sizes to try"]
    }
  }

  @Test func theWayBackFromAFoundNoteMovesNothing() throws {
    let before = try contents().notes
    try desktop.press("ctrl+f")
    try desktop.type("Quetzal")
    desktop.pause(800_000)
    try desktop.press("Return")
    try desktop.eventually("the board") { try desktop.activeTitle().contains("Far away board") }
    try desktop.press("alt+Left")
    try desktop.eventually("the map") { try desktop.activeTitle().contains("Wandering map") }
    #expect(try contents().notes == before)
  }
}
