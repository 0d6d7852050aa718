import UpliftDrawing

/// A scene's items by band, packed for culling.
final class SceneBands {
  private struct Items {
    var frames: [Rect] = []
    var contents: [ItemContent] = []
  }

  private var bands: [Items] = Band.allCases.map { _ in Items() }

  /// - Parameter leavesOutStaying: what stays in sight is drawn by somebody else, wherever it is.
  func set(_ scene: Scene, leavesOutStaying: Bool = false) {
    for index in bands.indices {
      bands[index].frames.removeAll(keepingCapacity: true)
      bands[index].contents.removeAll(keepingCapacity: true)
    }
    bands[Band.body.rawValue].frames.reserveCapacity(scene.items.count)
    bands[Band.body.rawValue].contents.reserveCapacity(scene.items.count)
    for index in scene.items.indices {
      let content = scene.items[index].content
      guard !content.primitives.isEmpty, !leavesOutStaying || !scene.items[index].staysInSight
      else { continue }
      let band = scene.items[index].band.rawValue
      bands[band].frames.append(scene.items[index].frame)
      bands[band].contents.append(content)
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
