/// A page of a document: texts and lines as a scene, and pictures that stand in it, smaller.
struct DocumentPage: Sendable {
  struct Figure: Sendable {
    var scene: Scene
    /// Of its upper left corner on the page, in points.
    var origin: Point
    /// 1 is reading size.
    var scale: Double
    /// In the order of reading it comes before the page's item at this place.
    var place = 0
    /// What stands for it where it cannot be seen; nil: its own texts, in their order.
    var words: String?
  }

  /// What an item is in the structure that a screen reader finds.
  struct Element: Sendable {
    /// As PDF calls it: "H2", "Caption".
    var tag: String
    /// Where a click on it leads: a page, from 0, and the height on it.
    var destination: (page: Int, y: Double)?
  }

  var scene: Scene
  var figures: [Figure] = []
  /// Headings that bookmarks lead to: text, level from 1, and the height on the page.
  var headings: [(text: String, level: Int, y: Double)] = []
  /// Of the scene's items, by place; those that are not in it are what their role says.
  var elements: [Int: Element] = [:]
  /// How the page is called; nil: by its number.
  var label: String?

  var itemCount: Int { figures.reduce(scene.items.count) { $0 + $1.scene.items.count } }
}
