import Gtk
import UpliftDrawing

/// In software every pixel costs: what has been drawn is kept in tiles, what is missing is drawn
/// within a budget, and comes sharp a moment later.
extension SceneCanvas {
  /// For new tiles in a frame. One is drawn in any case.
  private static let budget = Duration.milliseconds(4)

  func drawTiles(of pane: ScenePane, _ snapshot: Snapshot, since start: ContinuousClock.Instant) {
    let band = pane.band
    let region = view.region(of: pane)
    let offset = view.offset(of: pane)
    var ready: [(TileCache.Key, RenderNode)] = []
    var stale: [(TileCache.Key, RenderNode)] = []
    var isMissingSome = false
    for key in keys(of: band, region: region, offset: offset) {
      if let node = tiles.tile(key, signature: { signature(key) }) {
        ready.append((key, node))
      } else if !hasDrawnTile || ContinuousClock.now - start < Self.budget {
        hasDrawnTile = true
        if let node = drawTile(key) { ready.append((key, node)) }
      } else if let old = tiles.staleTile(key) {
        stale.append((key, old))
        isIncomplete = true
      } else {
        isMissingSome = true
        isIncomplete = true
      }
    }
    if isMissingSome, let sharpZoom, sharpZoom != view.zoom {
      let scale = view.zoom / sharpZoom
      snapshot.transformed(x: offset.x, y: offset.y, scale: scale) {
        for (key, node) in tiles.tiles(of: band, zoom: sharpZoom) { put(key, node, snapshot) }
      }
    }
    snapshot.transformed(x: offset.x, y: offset.y) {
      for (key, node) in stale + ready { put(key, node, snapshot) }
    }
  }

  private func put(_ key: TileCache.Key, _ node: RenderNode, _ snapshot: Snapshot) {
    let side = Double(TileCache.side(atZoom: key.zoom))
    snapshot.transformed(x: Double(key.column) * side, y: Double(key.row) * side) {
      snapshot.append(node)
    }
  }

  private func keys(
    of band: Band, region: Rect, offset: Point, ring: Int = 0
  ) -> [TileCache.Key] {
    let side = Double(TileCache.side(atZoom: view.zoom))
    let content = Rect(
      0, 0, view.scene.size.width * view.zoom, view.scene.size.height * view.zoom)
    let left = max(region.minX - offset.x, content.minX)
    let right = min(region.maxX - offset.x, content.maxX)
    let top = max(region.minY - offset.y, content.minY)
    let bottom = min(region.maxY - offset.y, content.maxY)
    guard left < right, top < bottom else { return [] }
    let lastColumn = Int((content.maxX / side).rounded(.up)) - 1
    let lastRow = Int((content.maxY / side).rounded(.up)) - 1
    let columns =
      max(
        0, Int(left / side) - ring)...min(
        lastColumn, Int((right / side).rounded(.up)) - 1 + ring)
    let rows =
      max(
        0, Int(top / side) - ring)...min(
        lastRow, Int((bottom / side).rounded(.up)) - 1 + ring)
    return rows.flatMap { row in
      columns.map { TileCache.Key(band: band, zoom: view.zoom, column: $0, row: row) }
    }
  }

  /// In the scene's points.
  private func area(_ key: TileCache.Key) -> Rect {
    let side = Double(TileCache.side(atZoom: key.zoom)) / key.zoom
    return Rect(Double(key.column) * side, Double(key.row) * side, side, side)
  }

  private func signature(_ key: TileCache.Key) -> Int {
    var hasher = Hasher()
    hasher.combine(view.scene.background)
    bands.forEach(in: key.band, area(key)) { frame, content in
      hasher.combine(ObjectIdentifier(content))
      for image in content.images { hasher.combine(nodes.textures.revision(of: image)) }
      hasher.combine(frame)
    }
    return hasher.finalize()
  }

  @discardableResult
  private func drawTile(_ key: TileCache.Key) -> RenderNode? {
    let area = area(key)
    let detail = detail
    let background = RGBA(view.scene.background)
    let side = TileCache.side(atZoom: key.zoom)
    let snapshot = Snapshot()
    snapshot.fill(Rectangle(0, 0, Double(side), Double(side)), background)
    snapshot.transformed(x: -area.x * key.zoom, y: -area.y * key.zoom, scale: key.zoom) {
      bands.forEach(in: key.band, area) { frame, content in
        guard let node = nodes.node(for: content, detail) else { return }
        snapshot.transformed(x: frame.x, y: frame.y) { snapshot.append(node) }
      }
    }
    guard
      let tile = snapshot.takeNode()?.rasterised(
        width: side, height: side, scaleFactor: scaleFactor,
        background: background)
    else { return nil }
    tiles.add(tile, key, signature: signature(key))
    return tile
  }

  /// After a frame: what it could not draw comes with the next one, and what may be scrolled to
  /// is drawn while nothing else happens.
  func finishTiles() {
    if isIncomplete {
      finishing = Timeout.whenIdle { [weak self] in self?.queueDraw() }
      return
    }
    sharpZoom = view.zoom
    finishing = Timeout.whenIdle { [weak self] in self?.drawTileAhead() }
  }

  private func drawTileAhead() {
    guard isMapped else { return }
    for pane in view.panes where pane.band != .corner {
      let region = view.region(of: pane)
      guard region.width > 0, region.height > 0 else { continue }
      let keys = keys(of: pane.band, region: region, offset: view.offset(of: pane), ring: 1)
      guard let key = keys.first(where: { key in tiles.tile(key) { signature(key) } == nil })
      else { continue }
      guard drawTile(key) != nil else { return }
      finishing = Timeout.whenIdle { [weak self] in self?.drawTileAhead() }
      return
    }
  }
}
