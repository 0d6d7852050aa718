import Foundation
import Testing
import UpliftCore

/// Lanes with real keys: who stands behind a step.
@Suite(.serialized) struct LanesTests {
  let desktop: Desktop
  let file: URL

  init() throws {
    desktop = try Desktop()
    file = desktop.file("Small.uplift")
    let map = JourneyMap(rank: .middle, title: "Small map")
    let stage = Stage(mapID: map.id, rank: .middle, title: "Stage")
    let steps = Rank.spread(2).map { Step(stageID: stage.id, rank: $0, title: "Step \($0)") }
    let kinds: [Lane.Kind] = [.actions, .departments]
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Small"))
    contents.journeyMaps = [map]
    contents.stages = [stage]
    contents.steps = steps
    contents.lanes = zip(kinds, Rank.spread(2)).map { Lane(mapID: map.id, rank: $1, kind: $0) }
    contents.departments = [Department(rank: .middle, name: "Fulfilment")]
    try Workspace.create(at: file, contents: contents).close()
    try desktop.open([file.path], title: "Small map")
    desktop.pause(500_000)
  }

  private func contents() throws -> WorkspaceContents {
    let workspace = try Workspace.open(at: file, readOnly: true)
    defer { try? workspace.close() }
    return try workspace.contents()
  }

  @Test func departmentsAreFoundAndMadeByTyping() throws {
    // The first cell is where the keys begin; the one below is the first of departments.
    try desktop.press("ctrl+Home")
    try desktop.press("Down")
    try desktop.type("ful")
    try desktop.press("Return")
    try desktop.eventually("the department behind the step") {
      try contents().stepDepartments.count == 1
    }
    try desktop.type("Finance")
    try desktop.press("Return")
    try desktop.eventually("a new department behind the step") {
      let now = try contents()
      return now.stepDepartments.count == 2
        && now.departments.map(\.name).sorted() == ["Finance", "Fulfilment"]
    }
    try desktop.press("Escape")
    try desktop.press("Delete")
    try desktop.eventually("none behind the step") { try contents().stepDepartments.isEmpty }
    try desktop.press("ctrl+z")
    try desktop.eventually("both again") { try contents().stepDepartments.count == 2 }
  }
}
