import UpliftCore

/// How a picture is spread over sheets of paper.
struct TilePlan {
  /// Points around the content of a sheet.
  static let margin = 36.0
  /// Of the title above and the page's name below.
  static let titleHeight = 18.0
  static let footerHeight = 16.0
  /// Points on paper for a point of the picture, unless something is too large for that. The
  /// first is a pixel's share of a point, which makes cards as large as print usually is; a
  /// smaller one is taken when it saves sheets.
  private static let usualScales = [0.75, 0.7, 0.66, 0.62]
  /// A card's text is 5.5 points high then: nobody reads what is smaller, and what is too high for
  /// a sheet goes on on the next one after all.
  private static let leastScale = 0.42
  /// What would have to be smaller than this to fit on a sheet goes on on the next one.
  private static let leastWholeScale = 0.45

  let paper: Size
  let scale: Double
  var scene: Scene
  /// Of the body, from the side where reading begins; mirrored scenes are measured from the right.
  /// They overlap where a card would else be whole on no sheet.
  let columns: [ClosedRange<Double>]
  let rows: [ClosedRange<Double>]

  var pageCount: Int { columns.count * rows.count }

  /// The plan for the orientation of `paper` that needs fewer sheets.
  static func best(paper: Size, layout: (_ pageHeight: Double) -> Scene, breaks: Bool) -> TilePlan {
    best(papers: [Size(paper.height, paper.width), paper], layout: layout, breaks: breaks)
  }

  /// The plan for the one of `papers` that needs the fewest sheets.
  static func best(
    papers: [Size], layout: (_ pageHeight: Double) -> Scene, breaks: Bool
  ) -> TilePlan {
    var best: TilePlan?
    for scale in usualScales {
      for paper in papers {
        let plan = TilePlan(paper: paper, scale: scale, layout: layout, breaks: breaks)
        // What had to shrink far below what was asked for saves paper, not eyes.
        let isReadable = plan.scale > 0.9 * scale
        guard let old = best else {
          best = plan
          continue
        }
        let wasReadable = old.scale > 0.9 * (usualScales.last ?? scale)
        if isReadable != wasReadable {
          if plan.scale > old.scale { best = plan }
        } else if plan.pageCount < old.pageCount {
          best = plan
        }
      }
    }
    return best
      ?? TilePlan(
        paper: papers.first ?? Size(595.276, 841.89), scale: leastScale, layout: layout,
        breaks: breaks)
  }

  /// - Parameters:
  ///   - scale: points on paper for a point of the picture, less when something is too large.
  ///   - layout: the scene for pages of a height in the scene's points.
  ///   - breaks: true when that scene already keeps its cards off the pages' ends.
  init(paper: Size, scale: Double, layout: (_ pageHeight: Double) -> Scene, breaks: Bool) {
    let content = Size(
      paper.width - 2 * Self.margin,
      paper.height - 2 * Self.margin - Self.titleHeight - Self.footerHeight)
    var scale = scale
    var scene = layout(content.height / scale)
    for _ in 0..<5 where scale > Self.leastScale {
      let need = Self.need(
        of: scene, breaks: breaks, widest: content.width / Self.leastWholeScale)
      let factor = min(
        content.width / scale / need.width, content.height / scale / need.height)
      guard factor < 1 else { break }
      scale = max(Self.leastScale, scale * factor * 0.999)
      scene = layout(content.height / scale)
    }
    self.paper = paper
    self.scale = scale
    self.scene = scene
    let page = Size(content.width / scale, content.height / scale)
    let capacity = Size(
      max(page.width - scene.header.width, 10), max(page.height - scene.header.height, 10))
    columns = PageCuts.ranges(
      from: scene.header.width, to: scene.size.width, capacity: capacity.width,
      whole: Self.horizontal(scene), grid: Self.grid(scene))
    rows = PageCuts.ranges(
      from: scene.header.height, to: scene.size.height, capacity: capacity.height,
      whole: breaks ? [] : Self.vertical(scene),
      preferred: breaks
        ? [] : scene.items.filter { $0.role == .laneHeader }.map(\.frame.minY))
  }

  /// The part of the scene's body that a page shows, in the scene's coordinates.
  func body(column: Int, row: Int) -> Rect {
    let across = columns[column]
    let down = rows[row]
    let width = across.upperBound - across.lowerBound
    return Rect(
      scene.isMirrored ? scene.size.width - across.upperBound : across.lowerBound,
      down.lowerBound, width, down.upperBound - down.lowerBound)
  }

  /// "A1": the row as a letter, the column as a number.
  static func label(column: Int, row: Int) -> String {
    var letters = ""
    var rest = row
    repeat {
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters + String(column + 1)
  }

  /// The least page, in the scene's points, on which everything can stand whole.
  ///
  /// - Parameter widest: what is wider, in the scene's points, need not stand whole.
  private static func need(of scene: Scene, breaks: Bool, widest: Double) -> Size {
    let body = scene.items.filter { $0.isWhole && $0.band == .body }
    let highest =
      breaks
      ? (body.map(\.frame.height).max() ?? 0) + 14 : PageCuts.longest(vertical(scene))
    let whole = horizontal(scene).filter {
      scene.header.width + $0.upperBound - $0.lowerBound <= widest
    }
    let together = PageCuts.longest(whole)
    let broadest =
      scene.header.width + together <= widest
      ? together : whole.map { $0.upperBound - $0.lowerBound }.max() ?? 0
    return Size(
      scene.header.width + broadest + 1,
      max(scene.header.height + highest, scene.header.height / 0.6))
  }

  private static func horizontal(_ scene: Scene) -> [ClosedRange<Double>] {
    scene.items.filter { $0.isWhole && ($0.band == .body || $0.band == .columnHeader) }.map {
      scene.isMirrored
        ? scene.size.width - $0.frame.maxX...scene.size.width - $0.frame.minX
        : $0.frame.minX...$0.frame.maxX
    }
  }

  /// Where columns begin and end.
  private static func grid(_ scene: Scene) -> [Double] {
    let headers = scene.items.filter { $0.isWhole && $0.band == .columnHeader }
    let edges = headers.flatMap { [$0.frame.minX, $0.frame.maxX] }
    return Set(scene.isMirrored ? edges.map { scene.size.width - $0 } : edges).sorted()
  }

  private static func vertical(_ scene: Scene) -> [ClosedRange<Double>] {
    scene.items.filter { $0.isWhole && ($0.band == .body || $0.band == .rowHeader) }
      .map { $0.frame.minY...$0.frame.maxY }
  }
}
