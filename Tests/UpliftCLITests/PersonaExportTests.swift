import Foundation
import Testing
import UpliftCore

@Suite struct PersonaExportTests {
  let folder: Folder
  let file: String

  init() throws {
    folder = try Folder()
    file = folder.path("a.uplift")
  }

  private func contents(_ path: String) throws -> WorkspaceContents {
    try Workspace.open(at: URL(fileURLWithPath: path), readOnly: true).contents()
  }

  @Test func aSheetIsWrittenInEveryFormatThatHasPages() async throws {
    try await Program.succeed("new", file, "--template", "sample")
    for name in ["a.pdf", "a.svg", "a.png", "a.html", "a.md", "a.json"] {
      try await Program.succeed("export", file, folder.path(name), "--persona", "Amina")
    }
    try await Program.succeed(
      "export", file, folder.path("b.pdf"), "--persona", "Amina", "--page", "letter")
    let html = try folder.text("a.html")
    #expect(html.contains("<blockquote") && html.contains("data:image/svg+xml;base64,"))
    #expect(html.contains("Returning an online order"))
    let markdown = try folder.text("a.md")
    #expect(markdown.hasPrefix("# Amina") && markdown.contains("> I don’t mind"))
    #expect(try folder.text("a.svg").contains("Returning an online order"))
    #expect(try await words(ofPDF: folder.path("a.pdf")).contains("Goals"))
    try await Program.fail(
      "export", file, folder.path("a.csv"), "--persona", "Amina", saying: ["a.csv", "persona"])
    try await Program.fail(
      "export", file, folder.path("c.pdf"), "--persona", "Amin", saying: ["Amina"])
    try await Program.misuse(
      "export", file, folder.path("c.pdf"), "--persona", "Amina", "--board", "X")
  }

  @Test func outlineShowsAPersona() async throws {
    try await Program.succeed("new", file, "--template", "sample")
    let text = try await Program.succeed("outline", file, "--persona", "Amina").output
    #expect(text.hasPrefix("Amina\n  Customer, 34 years\n"))
    #expect(text.contains("Returning an online order"))
    let object = try #require(
      try await Program.succeed("outline", file, "--persona", "Amina", "--json").json()
        as? [String: Any])
    #expect(object["hasPortrait"] as? Bool == true)
    #expect((object["journeys"] as? [[String: Any]])?.isEmpty == false)
  }

  @Test func picturesGoOutAsJSONAndComeBack() async throws {
    let svg = Data("<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'/>".utf8)
    var workspace = WorkspaceContents(workspace: WorkspaceInfo(title: "Test"))
    let map = JourneyMap(rank: .middle, title: "Storyboard")
    let stage = Stage(mapID: map.id, rank: .middle, title: "Stage")
    let step = Step(stageID: stage.id, rank: .middle, title: "Step")
    let lane = Lane(mapID: map.id, rank: .middle, kind: .images)
    let picture = StoredPicture(mediaType: .svg, width: 4, height: 4, data: svg)
    workspace.journeyMaps = [map]
    workspace.stages = [stage]
    workspace.steps = [step]
    workspace.lanes = [lane]
    workspace.pictures = [picture]
    workspace.cards = [
      Card(
        laneID: lane.id, stepID: step.id, rank: .middle, text: "Caption", pictureID: picture.id)
    ]
    try Workspace.create(at: URL(fileURLWithPath: file), contents: workspace).close()
    let all = folder.path("all.json")
    try await Program.succeed("export", file, all)
    try await Program.succeed("import", folder.path("b.uplift"), all)
    #expect(try contents(folder.path("b.uplift")).pictures == [picture])
    let one = folder.path("map.json")
    try await Program.succeed("export", file, one, "--journey", "Storyboard")
    try await Program.succeed("new", folder.path("c.uplift"))
    try await Program.succeed("import", folder.path("c.uplift"), one)
    let back = try contents(folder.path("c.uplift"))
    #expect(back.pictures.map(\.data) == [svg])
    #expect(back.cards.first?.pictureID == back.pictures.first?.id)
    try await Program.succeed("check", folder.path("c.uplift"))
  }
}
