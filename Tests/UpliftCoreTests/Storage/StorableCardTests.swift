import Foundation
import Testing

@testable import UpliftCore

@Suite struct StorableCardTests {
  @Test func everyTextOfACardIsLookedAt() {
    let card = Card(
      laneID: UUID(), stepID: UUID(), rank: .middle, text: "a", source: "b")
    let texts = Mirror(reflecting: card).children.compactMap { $0.value as? String }
    #expect(Set(texts) == Set(card.storedTexts))
    #expect(texts.count == card.storedTexts.count)
  }

  @Test(arguments: ["a\0b", "\0"])
  func aCardWithNULIsRefused(text: String) {
    for card in [
      Card(laneID: UUID(), stepID: UUID(), rank: .middle, text: text),
      Card(laneID: UUID(), stepID: UUID(), rank: .middle, text: "a", source: text),
    ] {
      #expect(throws: WorkspaceError.self) { try Workspace.requireStorable(card) }
    }
  }
}
