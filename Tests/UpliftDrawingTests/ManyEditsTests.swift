import Foundation
import Testing
import UpliftCore

@testable import UpliftDrawing
@testable import edit_stream

extension PaintingTests {
  /// After any sequence of edits, undos and redos the file, its search index, the layout and the
  /// picture are those that come out when all is made anew from what the workspace holds.
  @Suite(.serialized) struct ManyEditsTests {
    private let folder: URL
    private let measuring: PangoTextMeasuring

    init() throws {
      // Ten thousand edits that are each durable: in memory, if the machine has it.
      let memory = URL(fileURLWithPath: "/dev/shm")
      let isThere = FileManager.default.isWritableFile(atPath: memory.path)
      folder = (isThere ? memory : FileManager.default.temporaryDirectory).appendingPathComponent(
        "uplift-edits-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      measuring = try #require(PangoTextMeasuring())
    }

    @Test(arguments: [20_261_121 as UInt64])
    func tenThousandEditsUndosAndRedosLeaveWhatIsMadeAnew(seed: UInt64) throws {
      defer { try? FileManager.default.removeItem(at: folder) }
      let url = folder.appendingPathComponent("a.uplift")
      let start = try Fixture.sample()
      let workspace = try Workspace.create(at: url, contents: start)
      let screen = FollowedPictures(workspace, measuring)
      let observation = workspace.observe { screen.follow($0) }
      var edits = RandomEdits(seed: seed)
      var contents = start
      for number in 1...10_000 {
        if number.isMultiple(of: 8) { contents = try workspace.contents() }
        try EditStream.carryOut(edits.next(contents), in: workspace)
        if number.isMultiple(of: 400) { try screen.compare() }
      }
      try screen.compare()
      try screen.comparePictures(in: folder)
      #expect(try workspace.check() == [])
      try expectTheSameIsFound(workspace)
      withExtendedLifetime(observation) {}
      try workspace.close()
    }

    /// In this file as in one that is made of what it holds.
    private func expectTheSameIsFound(_ workspace: Workspace) throws {
      let contents = try workspace.contents()
      let again = try Workspace.create(
        at: folder.appendingPathComponent("again.uplift"), contents: contents)
      #expect(try again.contents().digest == contents.digest)
      let texts = contents.cards.map(\.text) + contents.notes.map(\.text)
      let words = Set(texts.flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) })
      for word in words.sorted().prefix(150) {
        let here = try workspace.search(word, limit: 500).map(\.reference)
        let there = try again.search(word, limit: 500).map(\.reference)
        #expect(Set(here) == Set(there), "\(word)")
      }
      try again.close()
    }
  }
}

/// All maps and boards as a window would show them: followed from change to change and laid out
/// with a cache that lives as long as they do.
private final class FollowedPictures: @unchecked Sendable {
  private let workspace: Workspace
  private let measuring: PangoTextMeasuring
  private var journeys: [UUID: JourneyContents] = [:]
  private var boards: [UUID: BoardContents] = [:]
  private var caches: [UUID: LayoutCache] = [:]
  private var changes = 0

  init(_ workspace: Workspace, _ measuring: PangoTextMeasuring) {
    self.workspace = workspace
    self.measuring = measuring
  }

  func follow(_ change: WorkspaceChange) {
    for (id, journey) in journeys {
      var journey = journey
      journeys[id] = journey.apply(change) ? journey : try? workspace.journey(id)
    }
    for (id, board) in boards {
      var board = board
      boards[id] = board.apply(change) ? board : try? workspace.board(id)
    }
    changes += 1
    // As often as a screen would, if not at every key.
    guard changes.isMultiple(of: 20) else { return }
    for picture in pictures { _ = scene(of: picture.value, cache: cache(of: picture.key)) }
  }

  private var pictures: [UUID: Picture] {
    journeys.mapValues { .journey($0) }.merging(boards.mapValues { .board($0) }) { map, _ in map }
  }

  private func cache(of id: UUID) -> LayoutCache {
    let cache = caches[id] ?? LayoutCache()
    caches[id] = cache
    return cache
  }

  private func scene(of picture: Picture, cache: LayoutCache) -> Scene {
    picture.scene(measuring: measuring, theme: .light, cache: cache)
  }

  func compare() throws {
    let outline = try workspace.outline()
    #expect(Set(journeys.keys).isSubset(of: outline.journeyMaps.map(\.id)))
    #expect(Set(boards.keys).isSubset(of: outline.boards.map(\.id)))
    for map in outline.journeyMaps {
      let fresh = try #require(try workspace.journey(map.id))
      if let own = journeys[map.id] { #expect(own == fresh) }
      try compare(map.id, .journey(journeys[map.id] ?? fresh), with: .journey(fresh))
      journeys[map.id] = fresh
    }
    for board in outline.boards {
      let fresh = try #require(try workspace.board(board.id))
      if let own = boards[board.id] { #expect(own == fresh) }
      try compare(board.id, .board(boards[board.id] ?? fresh), with: .board(fresh))
      boards[board.id] = fresh
    }
  }

  private func compare(_ id: UUID, _ shown: Picture, with fresh: Picture) throws {
    let here = scene(of: shown, cache: cache(of: id)).items
    let anew = scene(of: fresh, cache: LayoutCache()).items
    #expect(here.count == anew.count)
    let different = zip(here, anew).first { !$0.isSame(as: $1) }
    let drawn = different.map { [$0.0, $0.1].map { String(describing: $0.content.primitives) } }
    #expect(different == nil, "\(drawn?.joined(separator: "\n") ?? "")")
  }

  /// Pixel by pixel and line by line.
  func comparePictures(in folder: URL) throws {
    for (id, picture) in pictures {
      let shown = scene(of: picture, cache: cache(of: id))
      let anew = scene(of: picture, cache: LayoutCache())
      for format in [ExportFormat.svg, .png] {
        let files = [shown, anew].enumerated().map { number, scene in
          (folder.appendingPathComponent("\(number)-\(id)"), scene)
        }
        var options = ExportOptions()
        options.scale = 0.5
        for (file, scene) in files {
          try SceneExport.write(scene, to: file, format: format, options: options)
        }
        #expect(try Data(contentsOf: files[0].0) == Data(contentsOf: files[1].0))
      }
    }
  }
}

extension SceneItem {
  fileprivate func isSame(as other: SceneItem) -> Bool {
    subject == other.subject && role == other.role && band == other.band && frame == other.frame
      && isWhole == other.isWhole && label == other.label
      && content.primitives == other.content.primitives && content.link == other.content.link
  }
}
