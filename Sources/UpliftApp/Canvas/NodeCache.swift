import Gtk
import UpliftDrawing

/// What was drawn of each content, for as long as it is on the screen now and then.
final class NodeCache {
  /// Entries after which those that have not been seen lately are dropped.
  private static let limit = 3000

  private final class Entry {
    // Held, so that no other content gets the same identity.
    let content: ItemContent
    let node: RenderNode?
    var lastFrame: Int

    init(_ content: ItemContent, _ node: RenderNode?, _ frame: Int) {
      self.content = content
      self.node = node
      lastFrame = frame
    }
  }

  private struct Key: Hashable {
    var content: ObjectIdentifier
    var detail: SnapshotPainter.Detail
  }

  let textures = TextureCache()
  private lazy var painter = SnapshotPainter(textures: textures)
  private var entries: [Key: Entry] = [:]
  private var frame = 0

  func beginFrame() {
    frame += 1
    guard entries.count > Self.limit else { return }
    entries = entries.filter { frame - $0.value.lastFrame < 60 }
  }

  func node(for content: ItemContent, _ detail: SnapshotPainter.Detail) -> RenderNode? {
    let key = Key(content: ObjectIdentifier(content), detail: detail)
    if let entry = entries[key] {
      entry.lastFrame = frame
      return entry.node
    }
    let node = painter.node(for: content, detail)
    entries[key] = Entry(content, node, frame)
    return node
  }

  /// What shows a picture is drawn anew.
  func forget(_ image: ImageData) {
    entries = entries.filter { !$0.value.content.images.contains(image) }
  }

  /// Lets go of all pictures.
  func forgetImages() {
    entries = entries.filter { $0.value.content.images.isEmpty }
    textures.removeAll()
  }
}
