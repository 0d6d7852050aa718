import UpliftCore

extension Scene {
  /// With its title above it and a margin around, as on a page of its own. What it is to be scrolled
  /// by stands as if it had no headers: this is a picture to be seen as a whole.
  func titled(measuring: any TextMeasuring) -> Scene {
    let title = DocumentTitle(scene: self, width: size.width, measuring: measuring)
    guard title.height > 0 else { return self }
    let margin = PDFPoster.margin
    var scene = self
    scene.size = Size(size.width + 2 * margin, size.height + title.height + 2 * margin)
    scene.header = .zero
    scene.pinnedRows = []
    scene.saysTitle = true
    let delta = Point(margin, margin + title.height)
    for index in scene.items.indices {
      scene.items[index].frame = items[index].frame.offset(by: delta)
    }
    let heads = title.blocks.map { _, block in
      SceneItem(
        role: .title, frame: block.frame.offset(by: Point(margin, margin)),
        content: ItemContent(
          [Primitive.text(block).moved(by: Point(-block.frame.x, -block.frame.y))],
          spoken: block.text))
    }
    scene.items.insert(contentsOf: heads, at: 0)
    return scene
  }
}
