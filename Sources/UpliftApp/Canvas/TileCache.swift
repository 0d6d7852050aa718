import Gtk
import UpliftDrawing

/// Pixels of a scene, in tiles that are shown again while somebody scrolls. Only what has changed
/// under a tile makes it be drawn anew.
final class TileCache {
  /// Logical pixels of a tile's sides: fewer where many items crowd in one.
  static func side(atZoom zoom: Double) -> Int { zoom < SceneCanvas.barZoom ? 128 : 256 }

  /// More than this many that are not seen now are not kept.
  private static let spare = 100
  private var seen = 0

  struct Key: Hashable {
    var band: Band
    var zoom: Double
    var column: Int
    var row: Int
  }

  private final class Tile {
    let node: RenderNode
    let signature: Int
    /// The last scene that it was found to show.
    var generation: Int
    var lastUse: Int

    init(_ node: RenderNode, _ signature: Int, _ generation: Int, _ lastUse: Int) {
      self.node = node
      self.signature = signature
      self.generation = generation
      self.lastUse = lastUse
    }
  }

  private var tiles: [Key: Tile] = [:]
  private var generation = 0
  private var use = 0
  private var scaleFactor = 1

  func beginFrame(scaleFactor: Int) {
    use += 1
    if scaleFactor != self.scaleFactor {
      self.scaleFactor = scaleFactor
      tiles = [:]
    }
    // A view on a large screen needs more; around it is what may be scrolled to.
    let limit = 2 * seen + Self.spare
    seen = 0
    guard tiles.count > limit else { return }
    let old = tiles.sorted { $0.value.lastUse < $1.value.lastUse }.prefix(tiles.count - limit)
    for (key, tile) in old where tile.lastUse < use - 1 { tiles[key] = nil }
  }

  func sceneChanged() { generation += 1 }

  /// The tile, when it shows the scene as it is.
  ///
  /// - Parameter signature: of what lies under it now.
  func tile(_ key: Key, signature: () -> Int) -> RenderNode? {
    guard let tile = tiles[key] else { return nil }
    if tile.generation != generation {
      guard tile.signature == signature() else { return nil }
      tile.generation = generation
    }
    if tile.lastUse != use {
      tile.lastUse = use
      seen += 1
    }
    return tile.node
  }

  /// The tile as it was drawn last, for the moment until it is drawn anew.
  func staleTile(_ key: Key) -> RenderNode? { tiles[key]?.node }

  func add(_ node: RenderNode, _ key: Key, signature: Int) {
    tiles[key] = Tile(node, signature, generation, use)
  }

  /// Tiles of a band at another zoom, for the moment until there are better ones.
  func tiles(of band: Band, zoom: Double) -> [(Key, RenderNode)] {
    tiles.compactMap { key, tile in
      key.band == band && key.zoom == zoom ? (key, tile.node) : nil
    }
  }
}
