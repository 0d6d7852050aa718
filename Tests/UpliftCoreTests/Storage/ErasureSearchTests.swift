import Foundation
import Testing

@testable import UpliftCore
@testable import edit_stream

@Suite struct ErasureSearchTests {
  @Test func aSearchSaysHowFarItIsAndCanBeCancelled() throws {
    var contents = SmallWorkspace().contents
    contents.promises = Rank.spread(900).map { Promise(rank: $0, title: "Call", owner: "Ada") }
    let folder = try TemporaryFolder(isInMemory: true)
    let url = folder.file("a.uplift")
    let ada = try #require(PersonName("Ada"))
    let workspace = try Workspace.create(at: url, contents: contents)
    defer { try? workspace.close() }
    var shares: [Double] = []
    let found = try workspace.erasure(of: ada) {
      shares.append($0)
      return true
    }
    #expect(found.places.count == 900)
    #expect(shares.count > 5 && shares == shares.sorted())
    #expect(shares.allSatisfy { (0...1).contains($0) } && (shares.last ?? 0) > 0.3)
    var asked = 0
    #expect(throws: CancellationError.self) {
      try workspace.erasure(of: ada) { _ in
        asked += 1
        return false
      }
    }
    #expect(asked == 1)
  }
}
