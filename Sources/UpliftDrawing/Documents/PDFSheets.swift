import CPango
import Foundation
import UpliftCore

/// Pages that were laid out as pages: a persona's sheet, minutes.
struct PDFSheets {
  let pages: [DocumentPage]
  let painter: CairoPainter

  func write(
    to path: String, target: URL, options: ExportOptions, progress: inout ExportProgress
  ) throws {
    guard let first = pages.first else { return }
    let file = try PDFFile(path: path, target: target, page: first.scene.size)
    file.setMetadata(title: first.scene.title, options: options)
    file.begin("Document")
    // The bookmark that each level hangs under.
    var parents: [Int32] = []
    for (index, page) in pages.enumerated() {
      // Cairo forgets what was begun on a page whose size is set again.
      if index > 0 { file.setPageSize(page.scene.size) }
      file.setPageLabel(page.label ?? String(index + 1))
      try paint(page, in: file, progress: &progress)
      for heading in page.headings where heading.level <= 3 {
        parents = Array(parents.prefix(heading.level - 1))
        let bookmark = file.addBookmark(
          heading.text, page: index + 1, at: Point(0, heading.y), under: parents.last)
        parents.append(bookmark)
      }
      file.endPage()
    }
    file.end("Document")
    try file.finish()
  }

  func paint(_ page: DocumentPage, in file: PDFFile, progress: inout ExportProgress) throws {
    let scene = page.scene
    painter.fill(
      Rect(0, 0, scene.size.width, scene.size.height), scene.background, on: file.cairo)
    var table = PDFStructure(file: file)
    var figures = page.figures[...]
    func paintFigures(before place: Int) throws {
      while let figure = figures.first, figure.place <= place {
        figures.removeFirst()
        try paint(figure, in: file, progress: &progress)
      }
    }
    var isInContents = false
    for (index, item) in scene.items.enumerated() {
      let isEntry = page.elements[index]?.tag == Self.entry
      if isEntry != isInContents, isEntry || item.role != .decoration {
        table.close()
        isInContents = isEntry
        if isEntry { file.begin("TOC") } else { file.end("TOC") }
      }
      if let figure = figures.first, figure.place <= index {
        table.close()
        try paintFigures(before: index)
      }
      if let element = page.elements[index] {
        table.close()
        paint(item, as: element, in: file)
        try progress.advance()
        continue
      }
      switch item.role {
      case .stageHeader, .laneHeader, .cell:
        table.visit(item) { textTags in
          guard case .each(let tag) = textTags else { return paintLinked(item, in: file) }
          file.tagged(tag) { paintLinked(item, in: file) }
        }
      case .decoration: painter.paint(item, on: file.cairo)
      default:
        table.close()
        file.tagged(Self.tag(of: item)) { paintLinked(item, in: file) }
      }
      try progress.advance()
    }
    table.close()
    if isInContents { file.end("TOC") }
    try paintFigures(before: .max)
  }

  /// A line of the contents.
  private static let entry = "TOCI"

  private func paint(_ item: SceneItem, as element: DocumentPage.Element, in file: PDFFile) {
    file.tagged(element.tag) {
      guard let destination = element.destination else { return paintLinked(item, in: file) }
      // Numbers in attributes have a point, whatever the locale.
      let y = Int(destination.y.rounded(.down))
      file.tagged("Link", attributes: "page=\(destination.page + 1) pos=[0 \(max(0, y - 8))]") {
        painter.tagging(.parted).paint(item, on: file.cairo)
      }
    }
  }

  private func paintLinked(_ item: SceneItem, in file: PDFFile) {
    guard let link = item.content.link else { return painter.paint(item, on: file.cairo) }
    file.tagged("Link", attributes: "uri='\(link)'") { painter.paint(item, on: file.cairo) }
  }

  private func paint(
    _ figure: DocumentPage.Figure, in file: PDFFile, progress: inout ExportProgress
  ) throws {
    cairo_save(file.cairo)
    defer { cairo_restore(file.cairo) }
    cairo_translate(file.cairo, figure.origin.x, figure.origin.y)
    cairo_scale(file.cairo, figure.scale, figure.scale)
    guard let words = figure.words else {
      // A map or a board: its texts, in the order in which they are read.
      return try file.tagged("Sect") { try paint(figure.scene, in: file, progress: &progress) }
    }
    try file.figure(words) {
      for band in Band.allCases {
        for item in figure.scene.items where item.band == band {
          painter.tagging(.each("Span")).paint(item, on: file.cairo)
          try progress.advance()
        }
      }
    }
  }

  private func paint(
    _ scene: Scene, in file: PDFFile, progress: inout ExportProgress
  ) throws {
    var structure = PDFStructure(file: file)
    for items in scene.items.paintedTogether {
      if items.count > 1 { painter.paintShapes(of: items, on: file.cairo) }
      for item in items {
        structure.visit(item) { tag in
          let tagged = painter.tagging(tag)
          if items.count > 1 {
            tagged.paintTexts(of: item, on: file.cairo)
          } else {
            tagged.paint(item, on: file.cairo)
          }
        }
        try progress.advance()
      }
    }
    structure.close()
  }

  /// Of the document's structure.
  private static func tag(of item: SceneItem) -> String {
    switch item.role {
    case .title: "H1"
    case .columnHeader: "H2"
    case .cluster: "H3"
    default: "P"
    }
  }
}
