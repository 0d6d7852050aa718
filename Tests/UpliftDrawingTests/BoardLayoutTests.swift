import Foundation
import Testing
import UpliftCore

@testable import UpliftDrawing
@testable import edit_stream

@Suite struct BoardLayoutTests {
  let measuring = FakeTextMeasuring()

  func scene(
    _ contents: BoardContents, pageHeight: Double? = nil, cache: LayoutCache = LayoutCache()
  ) -> Scene {
    var options = BoardLayout.Options()
    options.pageHeight = pageHeight
    return BoardLayout.scene(
      for: contents, measuring: measuring, theme: .light, options: options, cache: cache)
  }

  @Test(arguments: UInt64(1)...40) func nothingOverlapsAndNothingIsCut(seed: UInt64) {
    var random = RandomContents(seed: seed)
    let scene = scene(random.board())
    SceneChecks.expectNoOverlap(scene, roles: [.note, .button], "notes, seed \(seed)")
    SceneChecks.expectNoOverlap(scene, roles: [.cluster, .button], "clusters, seed \(seed)")
    SceneChecks.expectNoOverlap(scene, roles: [.columnHeader], "columns, seed \(seed)")
    SceneChecks.expectInside(scene, measuring: measuring, "seed \(seed)")
  }

  @Test(arguments: UInt64(1)...40) func votesAndTextsStandApart(seed: UInt64) {
    var random = RandomContents(seed: seed)
    for item in scene(random.board()).items where [.note, .cluster].contains(item.role) {
      for case .fill(.ellipse(let dot), _) in item.content.primitives {
        for case .text(let block) in item.content.primitives {
          let natural = measuring.naturalWidth(of: block.text, style: block.style)
          var ink = block.frame
          ink.width = min(ink.width, natural)
          #expect(!ink.intersects(dot) || block.alignment != .leading, "seed \(seed)")
        }
        #expect(dot.minX >= 0 && dot.maxX <= item.frame.width && dot.maxY <= item.frame.height)
      }
    }
  }

  @Test(arguments: UInt64(1)...40) func everyTextIsThereOnce(seed: UInt64) {
    var random = RandomContents(seed: seed)
    let contents = random.board()
    let texts = SceneChecks.texts(of: scene(contents))
    let expected =
      contents.columns.map(\.title) + contents.clusters.values.map(\.title)
      + contents.notes.values.map(\.text)
    for text in expected { #expect(texts.count { $0 == text } == 1, "seed \(seed): \(text)") }
    for note in contents.notes.values where !note.theme.isEmpty {
      #expect(texts.count { $0.hasSuffix(note.theme) } == 1)
    }
  }

  @Test(arguments: UInt64(1)...20) func clustersHoldTheirNotes(seed: UInt64) throws {
    var random = RandomContents(seed: seed)
    let contents = random.board()
    for pageHeight in [nil, 500.0] {
      let scene = scene(contents, pageHeight: pageHeight)
      for note in contents.notes.values {
        guard let clusterID = note.clusterID else { continue }
        let cluster = try #require(
          scene.items.first { $0.subject == .record(EntityReference(.cluster, clusterID)) })
        let item = try #require(scene.items.first { $0.subject == .record(note.reference) })
        #expect(cluster.frame.union(item.frame) == cluster.frame)
        let middle = Point(item.frame.midX, item.frame.midY)
        #expect(scene.item(at: middle).map { scene.items[$0].subject } == item.subject)
      }
    }
  }

  @Test(arguments: UInt64(1)...20) func noNoteMeetsAPageEnd(seed: UInt64) {
    var random = RandomContents(seed: seed)
    let contents = random.board(columns: 4, entries: 12)
    let endless = scene(contents)
    let scene = scene(contents, pageHeight: endless.header.height + 450)
    #expect(SceneChecks.texts(of: scene).sorted() == SceneChecks.texts(of: endless).sorted())
    SceneChecks.expectNoOverlap(scene, roles: [.note, .button], "seed \(seed)")
    SceneChecks.expectInside(scene, measuring: measuring, "seed \(seed)")
    for item in scene.items where item.role == .note && item.frame.height < 440 {
      let first = ((item.frame.minY - scene.header.height) / 450).rounded(.down)
      let last = ((item.frame.maxY - scene.header.height - 0.01) / 450).rounded(.down)
      #expect(first == last, "seed \(seed)")
    }
  }

  @Test(arguments: UInt64(1)...15) func aKeptCacheChangesNothing(seed: UInt64) {
    var random = RandomContents(seed: seed)
    var contents = random.board()
    let cache = LayoutCache()
    _ = scene(contents, cache: cache)
    for _ in 0..<10 {
      guard
        var note = contents.notes.values.sorted(by: { $0.id.uuidString < $1.id.uuidString })
          .randomElement(using: &random.generator)
      else { return }
      switch Int.random(in: 0..<4, using: &random.generator) {
      case 0: note.text = random.text()
      case 1: note.theme = random.text()
      case 2: note.colour = Swatch.allCases.randomElement(using: &random.generator)!
      default:
        let vote = Vote(id: random.generator.id(), noteID: note.id)
        _ = contents.apply(WorkspaceChange(upserts: [vote]))
      }
      _ = contents.apply(WorkspaceChange(upserts: [note]))
      #expect(SceneChecks.isEqual(scene(contents, cache: cache), scene(contents)), "seed \(seed)")
    }
  }

  @Test func everyColumnHasAPlaceToAdd() {
    let board = Board(groupID: UUID(), rank: .middle, title: "Board")
    let columns = Rank.spread(3).map { BoardColumn(boardID: board.id, rank: $0, title: "Column") }
    let scene = scene(BoardContents(board: board, columns: columns))
    for column in columns {
      #expect(scene.items.contains { $0.subject == .addition(column.reference) })
    }
    #expect(!scene.withoutButtons.items.contains { $0.role == .button })
    let empty = self.scene(BoardContents(board: board))
    #expect(empty.size.width > 100 && empty.size.height > 30)
  }
}
