import Foundation
import Gtk
import UpliftDrawing

/// Which part of a scene is seen, and how large. Lengths are logical pixels where they are called
/// so, else points of the scene at 100 %.
struct SceneView {
  static let zoomRange = 0.05...4.0

  var scene: Scene
  /// Pixels under the scene, so that what floats over the canvas hides nothing for good.
  var bottomMargin = 72.0
  var zoom = 1.0
  /// Pixels that are scrolled away at the left and the top.
  var scrolled = Point.zero
  /// Of the widget, in pixels.
  var size = Size(1, 1)

  /// Pixels of the whole scene, with what may be scrolled past its end.
  var contentSize: Size {
    Size(scene.size.width * zoom, scene.size.height * zoom + bottomMargin)
  }

  /// The point of the scene at the view's upper left corner, had no header been kept in sight.
  /// A mirrored scene that is narrower than the view stands at its right.
  var scroll: Point {
    let spare = size.width - scene.size.width * zoom
    let x = scene.isMirrored && spare > 0 ? -spare : scrolled.x
    return Point(x / zoom, scrolled.y / zoom)
  }

  private var width: Double { size.width / zoom }

  // MARK: Panes

  /// Of the view's height, what headers and pinned rows may take before these scroll, too.
  private static let mostFrozen = 0.62
  /// Of the view's height, what headers alone may take.
  private static let mostHeader = 0.4

  /// Pixels of the column headers that scroll, because all of them would leave no room.
  private var headerOverflow: Double {
    max(0, scene.header.height * zoom - size.height * Self.mostHeader).rounded()
  }

  /// Pixels of the column headers that are scrolled away.
  var headerShift: Double { max(0, min((scroll.y * zoom).rounded(), headerOverflow)) }

  /// Of all that could stand still under headers that are scrolled away as far as they go.
  private var room: Double {
    max(size.height * Self.mostFrozen - scene.header.height * zoom + headerOverflow, 0)
  }

  /// The pinned rows that stand under the headers now.
  var stuck: StuckRows {
    StuckRows(
      scene.pinnedRows.map { $0.lowerBound * zoom...$0.upperBound * zoom },
      under: scene.header.height * zoom - headerShift, room: room,
      scrolled: (scroll.y * zoom).rounded())
  }

  /// Panes lie beside each other; no order matters.
  var panes: [ScenePane] {
    let rows = scene.pinnedRows.isEmpty ? [] : Array(stuck.tops.indices)
    return Band.allCases.map { ScenePane(band: $0) }
      + rows.flatMap { [ScenePane(band: .body, row: $0), ScenePane(band: .rowHeader, row: $0)] }
  }

  /// The pane in which a frame of the scene stands.
  func pane(of frame: Rect, in band: Band) -> ScenePane {
    guard !scene.pinnedRows.isEmpty, band == .body || band == .rowHeader,
      let row = scene.pinnedRows.firstIndex(where: { $0.contains(frame.midY) }),
      stuck.tops.indices.contains(row)
    else { return ScenePane(band: band) }
    return ScenePane(band: band, row: row)
  }

  func pane(of item: SceneItem) -> ScenePane { pane(of: item.frame, in: item.band) }

  /// The pane of a band that lies at the height of a pixel.
  func pane(at pixel: Point, in band: Band) -> ScenePane {
    guard !scene.pinnedRows.isEmpty, band == .body || band == .rowHeader else {
      return ScenePane(band: band)
    }
    let stuck = stuck
    guard pixel.y < stuck.bottom else { return ScenePane(band: band) }
    return ScenePane(
      band: band, row: stuck.tops.lastIndex { $0 <= pixel.y } ?? stuck.tops.indices.first)
  }

  /// Where the items of a pane are moved to, in whole pixels, so that lines stay sharp.
  func offset(of pane: ScenePane) -> Point {
    let offset = scene.offset(of: pane.band, scroll: scroll, viewWidth: width)
    let y =
      switch pane.band {
      case .columnHeader, .corner: -headerShift
      case .body, .rowHeader:
        pane.row.flatMap { row in
          let tops = stuck.tops
          guard tops.indices.contains(row) else { return nil }
          return (tops[row] - scene.pinnedRows[row].lowerBound * zoom).rounded()
        } ?? (offset.y * zoom).rounded()
      }
    return Point((offset.x * zoom).rounded(), y)
  }

  /// The pixels that belong to a pane.
  func region(of pane: ScenePane) -> Rect {
    let header = Size(scene.header.width * zoom, scene.header.height * zoom - headerShift)
    let left: Double
    let rowHeader: Double
    if scene.isMirrored {
      let offset = offset(of: ScenePane(band: .rowHeader))
      rowHeader = offset.x + (scene.size.width - scene.header.width) * zoom
      left = 0
    } else {
      rowHeader = 0
      left = header.width
    }
    let bodyWidth = max(0, scene.isMirrored ? rowHeader : size.width - left)
    var top = header.height
    var bottom = size.height
    if !scene.pinnedRows.isEmpty {
      let stuck = stuck
      if let row = pane.row, stuck.tops.indices.contains(row) {
        let ends = stuck.tops.dropFirst(row + 1).first ?? stuck.bottom
        top = max(top, stuck.tops[row].rounded())
        bottom = min(bottom, ends.rounded())
      } else {
        top = max(top, stuck.bottom.rounded())
      }
    }
    let height = bottom - top
    return switch pane.band {
    case .body: Rect(left, top, bodyWidth, max(0, height))
    case .columnHeader: Rect(left, 0, bodyWidth, header.height)
    case .rowHeader: Rect(rowHeader, top, header.width, max(0, height))
    case .corner: Rect(rowHeader, 0, header.width, header.height)
    }
  }

  /// Where the rows of a band that scroll are moved to.
  func offset(of band: Band) -> Point { offset(of: ScenePane(band: band)) }

  /// The pixels of a band's rows that scroll.
  func region(of band: Band) -> Rect { region(of: ScenePane(band: band)) }

  /// Where an item stands, in pixels of the view.
  func frame(of item: SceneItem) -> Rect {
    let offset = offset(of: pane(of: item))
    return Rect(
      item.frame.x * zoom + offset.x, item.frame.y * zoom + offset.y, item.frame.width * zoom,
      item.frame.height * zoom)
  }

  /// Whether any of an item is in sight.
  func shows(_ item: SceneItem) -> Bool { frame(of: item).intersects(region(of: pane(of: item))) }

  /// The topmost item at a pixel of the view.
  func item(at point: Point) -> Int? {
    let place = place(at: point)
    return scene.item(at: place.point, in: place.band)
  }

  /// The part of the scene that a pane shows.
  func visible(_ pane: ScenePane) -> Rect {
    let region = region(of: pane)
    let offset = offset(of: pane)
    return Rect(
      (region.x - offset.x) / zoom, (region.y - offset.y) / zoom, region.width / zoom,
      region.height / zoom)
  }

  /// The zoom at which the whole scene is seen, at most 100 %.
  var fittingZoom: Double {
    guard scene.size.width > 0, scene.size.height > 0 else { return 1 }
    let fitting = min(
      size.width / scene.size.width, (size.height - bottomMargin) / scene.size.height)
    return min(1, Self.bounded(fitting))
  }

  static func bounded(_ zoom: Double) -> Double {
    min(max(zoom, zoomRange.lowerBound), zoomRange.upperBound)
  }

  /// Scrolled so that the frame of a body's or header's item is in sight, with some space around.
  func scrolled(toShow item: SceneItem, margin: Double = 24) -> Point {
    var result = scrolled
    var region = region(of: .body)
    // Once scrolled there, of headers and pinned rows nothing is in the way that can be scrolled
    // away, but all rows that stand above it.
    let above = scene.pinnedRows.prefix { $0.upperBound <= item.frame.midY }
    let rows = above.reduce(0) { $0 + ($1.upperBound - $1.lowerBound) * zoom }
    region.y = (scene.header.height * zoom - headerOverflow + min(rows, room)).rounded()
    region.height = max(0, size.height - region.y)
    var frame = frame(of: item)
    if item.band == .body || item.band == .columnHeader {
      result.x += Self.move(frame.minX, frame.maxX, into: region.minX, region.maxX, margin)
    }
    if let row = pane(of: item).row {
      // What stands still is in sight, unless it had to make room for the rows after it.
      let seen = self.region(of: ScenePane(band: item.band, row: row))
      if frame.minY < seen.minY - 0.5 || frame.maxY > seen.maxY + 0.5 {
        frame.y = item.frame.y * zoom - scrolled.y
        result.y += Self.move(
          frame.minY, frame.maxY, into: region.minY, region.maxY - bottomMargin / 2, 0)
      }
    } else if item.band == .body || item.band == .rowHeader {
      result.y += Self.move(
        frame.minY, frame.maxY, into: region.minY, region.maxY - bottomMargin / 2, margin)
    } else if frame.minY < 0 {
      result.y = item.frame.minY * zoom
    } else if frame.maxY > size.height {
      result.y += min(frame.maxY - size.height, frame.minY)
    }
    return bounded(result)
  }

  func bounded(_ scrolled: Point) -> Point {
    Point(
      max(0, min(scrolled.x, contentSize.width - size.width)),
      max(0, min(scrolled.y, contentSize.height - size.height)))
  }

  private static func move(
    _ start: Double, _ end: Double, into lower: Double, _ upper: Double, _ margin: Double
  ) -> Double {
    if start - margin < lower || end - start > upper - lower { return start - margin - lower }
    if end + margin > upper { return min(end + margin - upper, start - margin - lower) }
    return 0
  }
}

extension Rectangle {
  init(_ rect: Rect) { self.init(rect.x, rect.y, rect.width, rect.height) }
}

extension RGBA {
  init(_ color: Color) { self.init(color.red, color.green, color.blue, color.alpha) }
}
