import Foundation
import Testing

@testable import UpliftCore

/// What is written about the formats names all that they hold.
@Suite struct FormatDescriptionTests {
  private func article(_ name: String) throws -> String {
    try String(
      contentsOf: ProjectFolder.root.appending(
        path: "Sources/UpliftCore/UpliftCore.docc/\(name).md"),
      encoding: .utf8)
  }

  @Test func everyListAndFieldOfTheJSONIsDescribed() throws {
    let article = try article("JSONFormat")
    #expect(article.contains("\"version\": \(WorkspaceJSON.version),"))
    let rows = article.split(separator: "\n").filter { $0.hasPrefix("| `") }
    var keys: [String: Set<String>] = [:]
    for seed in UInt64(1)...30 {
      var random = RandomContents(seed: seed)
      let contents = random.contents()
      for list in WorkspaceContents.lists {
        for record in list.records(of: contents) {
          keys[list.name, default: []].formUnion(try RecordEncoder.fields(of: record).map(\.key))
        }
      }
    }
    for list in WorkspaceContents.lists {
      let row = try #require(rows.first { $0.hasPrefix("| `\(list.name)` |") }, "\(list.name)")
      for key in (keys[list.name] ?? []).subtracting(["id"]) {
        #expect(row.contains("`\(key)`"), "\(list.name): \(key)")
      }
    }
    let start = try #require(article.range(of: "in this order"))
    let end = try #require(article.range(of: "A list's records"))
    let paragraph = article[start.upperBound..<end.lowerBound]
    let places = WorkspaceContents.lists.map {
      paragraph.range(of: "`\($0.name)`")?.lowerBound ?? paragraph.endIndex
    }
    #expect(places == places.sorted() && !places.contains(paragraph.endIndex))
  }

  @Test func everyTableOfTheFileIsDescribed() throws {
    let article = try article("FileFormat")
    let version = Schema.current.version
    #expect(article.contains("`user_version` is \(version)"))
    for object in try Schema.current.objects(ofVersion: version).keys
    where object.hasPrefix("table ") {
      let name = object.dropFirst("table ".count)
      // Tables that the search makes for itself.
      guard !name.hasPrefix("search_index_"), !name.hasPrefix("sqlite_") else { continue }
      #expect(article.contains("`\(name)`"), "\(name)")
    }
  }
}
