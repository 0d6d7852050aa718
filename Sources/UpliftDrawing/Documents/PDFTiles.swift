import CPango
import Foundation
import UpliftCore

/// A picture on several sheets, with its column and row headers on each.
struct PDFTiles {
  private static let titleStyle = TextStyle(size: 10, weight: .bold)
  private static let footerStyle = TextStyle(size: 9)
  /// Points on paper under which no text is set.
  private static let leastType = 6.0

  let plan: TilePlan
  let measuring: PangoTextMeasuring
  let painter: CairoPainter
  let appendix: PDFAppendix
  private let ink: Theme

  init(plan: TilePlan, measuring: PangoTextMeasuring) {
    self.plan = plan
    self.measuring = measuring
    painter = CairoPainter(forPDF: measuring)
    appendix = PDFAppendix(
      scene: plan.scene, paper: plan.paper, after: plan.pageCount,
      measuring: measuring, painter: painter)
    ink = plan.scene.background.luminance > 0.4 ? .light : .dark
  }

  func write(
    to path: String, target: URL, options: ExportOptions, progress: inout ExportProgress
  ) throws {
    let file = try PDFFile(path: path, target: target, page: plan.paper)
    file.setMetadata(title: plan.scene.title, options: options)
    // Items that an earlier page has said.
    var said = [Bool](repeating: false, count: plan.scene.items.count)
    var number = 0
    file.begin("Document")
    for row in plan.rows.indices {
      for column in plan.columns.indices {
        number += 1
        try page(
          number, column: column, row: row, in: file, said: &said, progress: &progress)
      }
    }
    file.end("Document")
    appendix.write(in: file)
    try file.finish()
  }

  /// Draws the first sheet only.
  func paintFirstPage(in file: PDFFile, progress: inout ExportProgress) throws {
    var said = [Bool](repeating: false, count: plan.scene.items.count)
    try page(1, column: 0, row: 0, in: file, said: &said, progress: &progress)
  }

  /// Draws one sheet, counted from 1, on a printer's page.
  func paint(sheet number: Int, in file: PDFFile) throws {
    guard (1...plan.pageCount).contains(number) else { return }
    var said = [Bool](repeating: false, count: plan.scene.items.count)
    var progress = ExportProgress(total: 1) { _ in true }
    let (row, column) = (number - 1).quotientAndRemainder(dividingBy: plan.columns.count)
    try page(number, column: column, row: row, in: file, said: &said, progress: &progress)
  }

  private func page(
    _ number: Int, column: Int, row: Int, in file: PDFFile, said: inout [Bool],
    progress: inout ExportProgress
  ) throws {
    let cairo = file.cairo
    let scene = plan.scene
    let label = TilePlan.label(column: column, row: row)
    file.setPageLabel(label)
    painter.fill(
      Rect(0, 0, plan.paper.width, plan.paper.height), scene.background, on: cairo)
    title(isFirst: number == 1, in: file)
    footer(label, number: number, in: file)

    let body = plan.body(column: column, row: row)
    let origin = Point(TilePlan.margin, TilePlan.margin + TilePlan.titleHeight)
    cropMarks(
      Rect(
        origin.x, origin.y, (scene.header.width + body.width) * plan.scale,
        (scene.header.height + body.height) * plan.scale), on: cairo)
    cairo_save(cairo)
    cairo_translate(cairo, origin.x, origin.y)
    cairo_scale(cairo, plan.scale, plan.scale)
    var structure = PDFStructure(file: file)
    var band: Band?
    for (index, item) in scene.items.enumerated() {
      let window = window(of: item.band, body: body)
      guard item.frame.intersects(window.clip), !isTip(item, within: window.clip) else { continue }
      if item.band != band {
        if band != nil { cairo_restore(cairo) }
        cairo_save(cairo)
        cairo_translate(cairo, window.offset.x, window.offset.y)
        let clip = window.clip
        cairo_rectangle(cairo, clip.x, clip.y, clip.width, clip.height)
        cairo_clip(cairo)
        band = item.band
      }
      structure.visit(item, isRepeated: said[index]) {
        paint(item, within: window.clip, with: painter.tagging($0), on: cairo)
      }
      guard !said[index] else { continue }
      said[index] = true
      if item.role == .stageHeader || item.role == .columnHeader {
        file.addBookmark(
          item.content.spoken, page: number,
          at: Point(
            origin.x + (item.frame.x + window.offset.x) * plan.scale,
            origin.y + item.frame.y * plan.scale))
      }
      try progress.advance()
    }
    structure.close()
    if band != nil { cairo_restore(cairo) }
    cairo_restore(cairo)
    file.endPage()
  }

  /// What a page shows of a band, in the scene's coordinates, and how far it is moved.
  private func window(of band: Band, body: Rect) -> (clip: Rect, offset: Point) {
    let scene = plan.scene
    let header = scene.header
    let rowHeaderX = scene.isMirrored ? scene.size.width - header.width : 0
    let bodyX = scene.isMirrored ? 0 : header.width
    let headerOffset = scene.isMirrored ? body.width - rowHeaderX : 0
    return switch band {
    case .body: (body, Point(bodyX - body.x, header.height - body.y))
    case .columnHeader:
      (Rect(body.x, 0, body.width, header.height), Point(bodyX - body.x, 0))
    case .rowHeader:
      (
        Rect(rowHeaderX, body.y, header.width, body.height),
        Point(headerOffset, header.height - body.y)
      )
    case .corner: (Rect(rowHeaderX, 0, header.width, header.height), Point(headerOffset, 0))
    }
  }

  // MARK: Items at a page's edge

  /// True when a page would show no more of a stage than the tip that reaches into the next one.
  private func isTip(_ item: SceneItem, within clip: Rect) -> Bool {
    guard item.role == .stageHeader else { return false }
    return min(item.frame.maxX, clip.maxX) - max(item.frame.minX, clip.minX)
      < JourneyComposer.tip
  }

  private func paint(
    _ item: SceneItem, within clip: Rect, with painter: CairoPainter, on cairo: OpaquePointer
  ) {
    let frame = item.frame
    let isCut =
      frame.minX < clip.minX - 0.5 || frame.maxX > clip.maxX + 0.5
      || frame.minY < clip.minY - 0.5 || frame.maxY > clip.maxY + 0.5
    guard isCut, !item.content.texts.isEmpty else { return painter.paint(item, on: cairo) }
    if item.role == .stageHeader {
      painter.paint(refitted(item, within: clip), at: frame.origin, on: cairo)
    } else {
      CutItem(item, isMirrored: plan.scene.isMirrored, measuring: measuring).paint(
        within: clip, largest: largest(of: item), least: Self.leastType / plan.scale,
        with: painter, on: cairo)
    }
  }

  /// The height of what that sheet shows of an item that shows the most of it.
  private func largest(of item: SceneItem) -> Double {
    plan.rows.map {
      min($0.upperBound, item.frame.maxY) - max($0.lowerBound, item.frame.minY)
    }.max() ?? item.frame.height
  }

  /// Its texts are set anew in the part that the page shows, smaller when there is little room.
  private func refitted(_ item: SceneItem, within clip: Rect) -> [Primitive] {
    let left = max(0, clip.minX - item.frame.minX)
    let right = min(item.frame.width, clip.maxX - item.frame.minX)
    let top = max(0, clip.minY - item.frame.minY)
    let bottom = min(item.frame.height, clip.maxY - item.frame.minY)
    return item.content.primitives.map { primitive in
      guard case .text(var block) = primitive else { return primitive }
      let start = max(block.frame.minX, left + 6)
      let end = min(block.frame.maxX, right - 6)
      block.frame.x = min(start, right - 12)
      block.frame.width = max(12, end - start)
      let room = max(4, bottom - top - 4)
      var height = measuring.size(
        of: block.text, style: block.style, width: block.frame.width
      ).height
      let least = Self.leastType / plan.scale
      while height > room, block.style.size > least {
        block.style.size = max(least, block.style.size * 0.9)
        height =
          measuring.size(
            of: block.text, style: block.style, width: block.frame.width
          ).height
      }
      if height > room + 0.5 {
        block.text = TextFlow.shortened(
          block.text, style: block.style, width: block.frame.width, height: room,
          measuring: measuring)
        height =
          measuring.size(
            of: block.text, style: block.style, width: block.frame.width
          ).height
      }
      let middle = min(max(block.frame.midY, top + 2 + height / 2), bottom - 2 - height / 2)
      block.frame.y = middle - height / 2
      block.frame.height = height
      return .text(block)
    }
  }

  // MARK: Around the picture

  private func title(isFirst: Bool, in file: PDFFile) {
    let scene = plan.scene
    guard !scene.title.isEmpty else { return }
    let width = plan.paper.width - 2 * TilePlan.margin
    var style = Self.titleStyle
    while style.size > 7,
      measuring.size(of: scene.title, style: style, width: width).height > TilePlan.titleHeight
    {
      style.size *= 0.9
    }
    let shown = TextFlow.shortened(
      scene.title, style: style, width: width, height: TilePlan.titleHeight,
      measuring: measuring)
    let block = TextBlock(
      shown, style: style, color: ink.text,
      frame: Rect(0, 0, width, TilePlan.titleHeight))
    // Above the crop marks, as the footer is below them.
    let origin = Point(TilePlan.margin, TilePlan.margin - 12)
    let draw = { painter.paint([.text(block)], at: origin, on: file.cairo) }
    if isFirst { file.tagged("H1", draw) } else { draw() }
  }

  private func footer(_ label: String, number: Int, in file: PDFFile) {
    let width = plan.paper.width - 2 * TilePlan.margin
    let frame = Rect(0, 0, width, TilePlan.footerHeight)
    let count = tr(
      "{number} of {count}", ["number": number, "count": plan.pageCount + appendix.pageCount])
    let blocks = [
      TextBlock(label, style: Self.footerStyle, color: ink.secondaryText, frame: frame),
      TextBlock(
        count, style: Self.footerStyle, color: ink.secondaryText, frame: frame,
        alignment: .trailing),
    ]
    let origin = Point(
      TilePlan.margin, plan.paper.height - TilePlan.margin)
    painter.paint(blocks.map { .text($0) }, at: origin, on: file.cairo)
  }

  /// Short lines outside the corners, to cut along.
  private func cropMarks(_ frame: Rect, on cairo: OpaquePointer) {
    var path: [PathElement] = []
    for (x, outwards) in [(frame.minX, -1.0), (frame.maxX, 1.0)] {
      for (y, up) in [(frame.minY, -1.0), (frame.maxY, 1.0)] {
        path += [
          .move(Point(x + outwards * 4, y)), .line(Point(x + outwards * 14, y)),
          .move(Point(x, y + up * 4)), .line(Point(x, y + up * 12)),
        ]
      }
    }
    painter.paint(
      [.stroke(.path(path), ink.secondaryText, width: 0.5)], at: .zero, on: cairo)
  }
}
