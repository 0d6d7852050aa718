/// A page of a document: texts and lines as a scene, and pictures that stand in it, smaller.
struct DocumentPage: Sendable {
  struct Figure: Sendable {
    var scene: Scene
    /// Of its upper left corner on the page, in points.
    var origin: Point
    /// 1 is reading size.
    var scale: Double
  }

  var scene: Scene
  var figures: [Figure] = []
  /// Headings that bookmarks lead to: text, level from 1, and the height on the page.
  var headings: [(text: String, level: Int, y: Double)] = []

  var itemCount: Int { figures.reduce(scene.items.count) { $0 + $1.scene.items.count } }
}
