import UpliftDrawing

/// A scene's items by band, packed for culling.
final class SceneBands {
  struct Items {
    var frames: [Rect] = []
    var contents: [ItemContent] = []
  }

  private var bands: [Items] = Band.allCases.map { _ in Items() }

  func set(_ scene: Scene) {
    for band in Band.allCases {
      bands[band.rawValue].frames.removeAll(keepingCapacity: true)
      bands[band.rawValue].contents.removeAll(keepingCapacity: true)
    }
    for item in scene.items where !item.content.primitives.isEmpty {
      bands[item.band.rawValue].frames.append(item.frame)
      bands[item.band.rawValue].contents.append(item.content)
    }
  }

  /// What a band shows of `area`, back to front.
  func forEach(in band: Band, _ area: Rect, _ body: (Rect, ItemContent) -> Void) {
    let items = bands[band.rawValue]
    for index in items.frames.indices where items.frames[index].intersects(area) {
      body(items.frames[index], items.contents[index])
    }
  }
}
