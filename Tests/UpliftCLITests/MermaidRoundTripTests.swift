import Foundation
import Testing
import UpliftCore

/// Journeys as they are found in the wild come back as they were, and are all in the PDF.
@Suite struct MermaidRoundTripTests {
  private static let fixtures: [URL] = {
    let folder = Program.package.appendingPathComponent("Tests/Fixtures/Mermaid")
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).sorted { $0.lastPathComponent < $1.lastPathComponent }
  }()

  let folder: Folder

  init() throws { folder = try Folder() }

  @Test func thereAreManyFixtures() { #expect(Self.fixtures.count > 30) }

  @Test(arguments: fixtures)
  func comesBackAndIsInThePDF(_ fixture: URL) async throws {
    let file = folder.path("a.uplift")
    try await Program.succeed("import", file, fixture.path)
    let originals = try Importing.read(fixture).contents
    let maps = try Workspace.open(at: URL(fileURLWithPath: file), readOnly: true).outline()
      .journeyMaps
    #expect(maps.map(\.title) == originals.journeyMaps.inOrder().map(\.title))
    for (map, original) in zip(maps, originals.journeyMaps.inOrder()) {
      let id = map.id.uuidString
      try await Program.succeed("export", file, folder.path("a.mmd"), "--journey", id)
      let before = MermaidJourney(try #require(originals.journey(original.id)))
      let after = try MermaidJourney.parse(try folder.text("a.mmd"), file: nil)
      #expect(after == [before])

      try await Program.succeed("export", file, folder.path("a.pdf"), "--journey", id)
      var texts = [before.title ?? ""] + before.sections.map(\.title)
      texts += before.sections.flatMap(\.tasks).flatMap { [$0.name] + $0.actors }
      try expectWords(of: texts, in: try await words(ofPDF: folder.path("a.pdf")))
    }
  }
}
