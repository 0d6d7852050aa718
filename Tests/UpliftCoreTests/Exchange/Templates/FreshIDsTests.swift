import Foundation
import Testing
import UpliftCore

@Suite struct FreshIDsTests {
  /// The sample holds records of nearly every kind, and the small workspace links.
  private func contents() throws -> [WorkspaceContents] {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let sample = package.appendingPathComponent("data/sample/larkfield.json")
    return [
      try WorkspaceJSON.decode(Data(contentsOf: sample)), SmallWorkspace().contents,
    ]
  }

  @Test func noOldIdIsLeftAnywhereAndEverythingStillFits() throws {
    for contents in try contents() {
      let fresh = contents.withFreshIDs()
      let text = String(decoding: try WorkspaceJSON.encode(fresh), as: UTF8.self)
      for record in contents.records {
        #expect(!text.localizedCaseInsensitiveContains(record.id.uuidString))
      }
      // Decoding refuses a reference to nothing.
      let again = try WorkspaceJSON.decode(Data(text.utf8))
      #expect(again.records.count == contents.records.count)
      #expect(Set(again.records.map(\.id)).count == contents.records.count)
    }
  }

  @Test func whatIsNotAnIdStays() throws {
    for contents in try contents() {
      let fresh = contents.withFreshIDs()
      #expect(fresh.cards.map(\.text) == contents.cards.map(\.text))
      #expect(fresh.notes.map(\.rank) == contents.notes.map(\.rank))
      for (old, new) in zip(contents.journeyMaps, fresh.journeyMaps) {
        let before = try #require(contents.journey(old.id))
        let after = try #require(fresh.journey(new.id))
        #expect(after.steps.map(\.title) == before.steps.map(\.title))
        #expect(after.cards.count == before.cards.count)
        #expect(after.persona?.name == before.persona?.name)
        #expect(after.futureEmotions.count == before.futureEmotions.count)
      }
    }
  }
}
