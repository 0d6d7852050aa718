import UpliftCore

/// One screenful of a presentation: parts of a scene, enlarged and put in their places.
public struct PresentationPage: Sendable {
  /// A part of the scene's items, at its place on the screen.
  public struct Panel: Hashable, Sendable {
    public var band: Band
    /// In the scene's points.
    public var source: Rect
    /// Where the upper left corner of `source` stands, in pixels of the screen.
    public var origin: Point
  }

  public var scene: Scene
  /// Pixels of the screen to a point of the scene.
  public var zoom: Double
  /// None when there is nothing to show.
  public var panels: [Panel]

  public init(scene: Scene, zoom: Double, panels: [Panel]) {
    self.scene = scene
    self.zoom = zoom
    self.panels = panels
  }

  /// The pixels that a panel covers.
  public func frame(of panel: Panel) -> Rect {
    Rect(
      panel.origin.x, panel.origin.y, panel.source.width * zoom, panel.source.height * zoom)
  }

  /// The items that are seen, with the pixels that they cover, panel by panel.
  public var seenItems: [(item: SceneItem, frame: Rect)] {
    panels.flatMap { panel in
      scene.items.filter { $0.band == panel.band && $0.frame.intersects(panel.source) }
        .map { item in
          (
            item,
            Rect(
              panel.origin.x + (item.frame.x - panel.source.x) * zoom,
              panel.origin.y + (item.frame.y - panel.source.y) * zoom, item.frame.width * zoom,
              item.frame.height * zoom)
          )
        }
    }
  }

  /// Whether what stands for `subject` is seen here.
  public func shows(_ subject: ItemSubject) -> Bool {
    guard let index = scene.index(of: subject) else { return false }
    let item = scene.items[index]
    return panels.contains { $0.band == item.band && $0.source.intersects(item.frame) }
  }
}
