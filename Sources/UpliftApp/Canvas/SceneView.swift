import Foundation
import Gtk
import UpliftDrawing

/// Which part of a scene is seen, and how large. Lengths are logical pixels where they are called
/// so, else points of the scene at 100 %.
struct SceneView {
  static let zoomRange = 0.05...4.0
  /// Pixels under the scene, so that what floats over the canvas hides nothing for good.
  static let bottomMargin = 72.0
  /// Of the view's height: what of the column headers is higher scrolls away with the rest.
  static let mostHeader = 0.4

  var scene: Scene
  var zoom = 1.0
  /// Pixels that are scrolled away at the left and the top.
  var scrolled = Point.zero
  /// Of the widget, in pixels.
  var size = Size(1, 1)

  /// Pixels of the whole scene, with what may be scrolled past its end.
  var contentSize: Size {
    Size(scene.size.width * zoom, scene.size.height * zoom + Self.bottomMargin)
  }

  /// The point of the scene at the view's upper left corner, had no header been kept in sight.
  /// A mirrored scene that is narrower than the view stands at its right.
  var scroll: Point {
    let spare = size.width - scene.size.width * zoom
    let x = scene.isMirrored && spare > 0 ? -spare : scrolled.x
    return Point(x / zoom, scrolled.y / zoom)
  }

  private var width: Double { size.width / zoom }

  /// Points of the column headers that are scrolled away, so that high ones leave room.
  var hiddenHeader: Double {
    let spare = scene.header.height - Self.mostHeader * size.height / zoom
    return max(0, min(scroll.y, spare))
  }

  /// Where the items of a band are moved to, in whole pixels, so that lines stay sharp.
  func offset(of band: Band) -> Point {
    let offset = scene.offset(
      of: band, scroll: scroll, viewWidth: width, hiddenHeader: hiddenHeader)
    return Point((offset.x * zoom).rounded(), (offset.y * zoom).rounded())
  }

  /// The pixels that belong to a band.
  func region(of band: Band) -> Rect {
    let header = Size(
      scene.header.width * zoom, max(0, scene.header.height - hiddenHeader) * zoom)
    let left: Double
    let rowHeader: Double
    if scene.isMirrored {
      rowHeader = offset(of: .rowHeader).x + (scene.size.width - scene.header.width) * zoom
      left = 0
    } else {
      rowHeader = 0
      left = header.width
    }
    let bodyWidth = max(0, scene.isMirrored ? rowHeader : size.width - left)
    let bodyHeight = max(0, size.height - header.height)
    return switch band {
    case .body: Rect(left, header.height, bodyWidth, bodyHeight)
    case .columnHeader: Rect(left, 0, bodyWidth, header.height)
    case .rowHeader: Rect(rowHeader, header.height, header.width, bodyHeight)
    case .corner: Rect(rowHeader, 0, header.width, header.height)
    }
  }

  /// Where an item stands, in pixels of the view.
  func frame(of item: SceneItem) -> Rect {
    let offset = offset(of: item.band)
    return Rect(
      item.frame.x * zoom + offset.x, item.frame.y * zoom + offset.y, item.frame.width * zoom,
      item.frame.height * zoom)
  }

  /// The topmost item at a pixel of the view.
  func item(at point: Point) -> Int? {
    scene.item(
      at: Point(point.x / zoom, point.y / zoom), scroll: scroll, viewWidth: width,
      hiddenHeader: hiddenHeader)
  }

  /// The part of the scene that a band shows.
  func visible(_ band: Band) -> Rect {
    let region = region(of: band)
    let offset = offset(of: band)
    return Rect(
      (region.x - offset.x) / zoom, (region.y - offset.y) / zoom, region.width / zoom,
      region.height / zoom)
  }

  /// The zoom at which the whole scene is seen, at most 100 %.
  var fittingZoom: Double {
    guard scene.size.width > 0, scene.size.height > 0 else { return 1 }
    let fitting = min(
      size.width / scene.size.width, (size.height - Self.bottomMargin) / scene.size.height)
    return min(1, Self.bounded(fitting))
  }

  static func bounded(_ zoom: Double) -> Double {
    min(max(zoom, zoomRange.lowerBound), zoomRange.upperBound)
  }

  /// Scrolled so that the frame of a body's or header's item is in sight, with some space around.
  func scrolled(toShow item: SceneItem, margin: Double = 24) -> Point {
    var view = self
    view.scrolled = movedOnce(toShow: item, margin: margin)
    // High headers take up another part of the view when it has moved.
    return view.hiddenHeader == hiddenHeader
      ? view.scrolled : view.movedOnce(toShow: item, margin: margin)
  }

  private func movedOnce(toShow item: SceneItem, margin: Double) -> Point {
    var result = scrolled
    let region = region(of: .body)
    let frame = frame(of: item)
    if item.band == .body || item.band == .columnHeader {
      result.x += Self.move(frame.minX, frame.maxX, into: region.minX, region.maxX, margin)
    }
    if item.band == .body || item.band == .rowHeader {
      result.y += Self.move(
        frame.minY, frame.maxY, into: region.minY, region.maxY - Self.bottomMargin / 2, margin)
    }
    if item.band == .columnHeader || item.band == .corner, hiddenHeader > item.frame.minY {
      result.y = item.frame.minY * zoom
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
