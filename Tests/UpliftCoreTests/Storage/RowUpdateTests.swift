import Foundation
import GRDB
import Testing

@testable import UpliftCore
@testable import edit_stream

@Suite struct RowUpdateTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder(isInMemory: true) }

  @Test(arguments: 1...3)
  func anUpdateIsDescribedAsTheSessionExtensionDescribesIt(seed: UInt64) throws {
    let workspace = try Workspace.create(
      at: folder.file("a.uplift"), contents: SmallWorkspace().contents)
    var edits = RandomEdits(seed: seed)
    var compared: Set<EntityKind> = []
    for number in 1...300 {
      let act = edits.next(try workspace.contents())
      if case .edit(let edit) = act {
        for case .update(let old, let new) in edit.changes {
          let update = try RowUpdate(from: old, to: new)
          guard update.staysInItsRow else { continue }
          compared.insert(new.reference.kind)
          try expectAgreement(on: update, in: workspace, "edit \(number)")
        }
      }
      try EditStream.carryOut(act, in: workspace)
    }
    #expect(compared.count > 5)
  }

  private func expectAgreement(
    on update: RowUpdate, in workspace: Workspace, _ place: Comment
  ) throws {
    _ = try workspace.changing { database in
      var own: Changeset?
      let theirs = try Changeset.recording(database) {
        own = try Changeset.ofUpdate(update.reference, in: database) {
          try? update.carryOut(in: database)
        }
      }
      #expect(own?.bytes == theirs.bytes, place)
      return nil
    }
  }

  @Test func everyKindOfValueIsDescribedAsTheSessionExtensionDescribesIt() throws {
    var small = SmallWorkspace()
    let metric = Metric(
      rank: .middle, title: "a", measure: .own, unit: "", lowest: 0, highest: nil, target: -0.5,
      isHigherBetter: true, source: "")
    small.contents.metrics.append(metric)
    let workspace = try Workspace.create(at: folder.file("a.uplift"), contents: small.contents)
    var changed = metric
    changed.lowest = nil
    changed.highest = 1e300
    changed.target = 4
    changed.isHigherBetter = false
    changed.source = String(repeating: "ü", count: 9000)
    changed.title = ""
    try expectAgreement(on: RowUpdate(from: metric, to: changed), in: workspace, "a metric")
    try expectAgreement(on: RowUpdate(from: metric, to: metric), in: workspace, "nothing")
    let card = small.cards[0]
    for count in [1, 127, 128, 16_383, 16_384, 2_097_152] {
      var long = card
      long.text = String(repeating: "x", count: count)
      long.colour = .blue
      try expectAgreement(on: RowUpdate(from: card, to: long), in: workspace, "\(count) bytes")
    }
  }

  @Test func allThatACardChangesBesidesItsTextIsWritten() throws {
    let small = SmallWorkspace()
    let workspace = try Workspace.create(at: folder.file("a.uplift"), contents: small.contents)
    var card = small.cards[0]
    card.source = "a reading"
    card.text = "old"
    try workspace.perform(Edit(.editText, [.update(from: small.cards[0], to: card)]))
    let changes: [(inout Card) -> Void] = [
      { $0.span = 2 }, { $0.colour = .red }, { $0.evidence = .observed },
      { $0.cardKind = .thoughts }, { $0.rank = Rank.spread(5)[3] }, { $0.source = "a survey" },
      { $0.basisID = UUID() }, { _ in },
    ]
    for (number, change) in changes.enumerated() {
      var changed = card
      changed.text = "new \(number)"
      change(&changed)
      try workspace.perform(Edit(.editText, [.update(from: card, to: changed)]))
      let stored = try #require(
        try workspace.contents().cards.first { $0.id == card.id })
      #expect(stored == changed)
      card = changed
    }
  }

  @Test func updatesThatReachFurtherAreKnown() throws {
    let workspace = try Workspace.create(
      at: folder.file("a.uplift"), contents: SmallWorkspace().contents)
    let triggers = try workspace.read {
      try Row.fetchAll(
        $0, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    }
    var reaching: Set<String> = []
    for row in triggers {
      let (name, sql): (String, String) = (row[0], row[1])
      guard let start = sql.range(of: " UPDATE "), !name.hasPrefix("search_"),
        let body = sql.range(of: "BEGIN"), start.lowerBound < body.lowerBound
      else { continue }
      let statements = sql[body.upperBound...].split(separator: ";").map {
        $0.trimmingCharacters(in: .whitespacesAndNewlines)
      }
      let harmless = [
        "END", "SELECT ", "UPDATE search_entry ", "DELETE FROM search_entry ",
        "INSERT INTO search_entry ",
      ]
      if statements.allSatisfy({ harmless.contains(where: $0.hasPrefix) || $0.isEmpty }) {
        continue
      }
      let head = sql[start.upperBound..<body.lowerBound]
      let columns = try #require(head.wholeMatch(of: /OF ([\w, ]+) ON [\s\S]*/))
      reaching.formUnion(columns.1.split(separator: ", ").map(String.init))
    }
    #expect(reaching == RowUpdate.reachingColumns)
  }

  @Test func aPictureThatGoesAlongIsPartOfTheStep() throws {
    var small = SmallWorkspace()
    let picture = StoredPicture(
      mediaType: .png, width: 1, height: 1, data: Data([1, 2, 3]))
    small.contents.pictures.append(picture)
    small.contents.cards[0].pictureID = picture.id
    let workspace = try Workspace.create(at: folder.file("a.uplift"), contents: small.contents)
    var without = small.contents.cards[0]
    without.pictureID = nil
    try workspace.perform(
      Edit(.setPicture, [.update(from: small.contents.cards[0], to: without)]))
    #expect(try workspace.record(picture.reference) == nil)
    try workspace.undo()
    #expect(try workspace.contents().digest == small.contents.digest)
  }

  @Test func aCardIsStoredWhole() throws {
    let card = Card(
      laneID: UUID(), stepID: UUID(), rank: .middle, span: 3, kind: .images, text: "a",
      colour: .teal, evidence: .observed, source: "b", basisID: UUID(), pictureID: UUID(),
      metricID: UUID())
    let values = try card.databaseDictionary
    #expect(Set(values.keys) == Set(Mirror(reflecting: card).children.compactMap(\.label)))
    #expect(!values.values.contains(.null))
  }
}
