import CPango
import Foundation
import UpliftCore

/// Pages that were laid out as pages: a persona's sheet.
struct PDFSheets {
  let pages: [Scene]
  let painter: CairoPainter

  func write(
    to path: String, target: URL, options: ExportOptions, progress: inout ExportProgress
  ) throws {
    guard let first = pages.first else { return }
    let file = try PDFFile(path: path, target: target, page: first.size)
    file.setMetadata(title: first.title, options: options)
    file.begin("Document")
    for (index, page) in pages.enumerated() {
      file.setPageLabel(String(index + 1))
      try paint(page, in: file, progress: &progress)
      if index == 0 { file.addBookmark(page.title, page: 1, at: .zero) }
      file.endPage()
    }
    file.end("Document")
    try file.finish()
  }

  func paint(_ page: Scene, in file: PDFFile, progress: inout ExportProgress) throws {
    painter.fill(
      Rect(0, 0, page.size.width, page.size.height), page.background, on: file.cairo)
    for item in page.items {
      if let tag = Self.tag(of: item) {
        file.tagged(tag) { painter.paint(item, on: file.cairo) }
      } else {
        painter.paint(item, on: file.cairo)
      }
      try progress.advance()
    }
  }

  /// Of the document's structure; nil for what is there to be looked at only.
  private static func tag(of item: SceneItem) -> String? {
    switch item.role {
    case .title: "H1"
    case .columnHeader: "H2"
    case .decoration: nil
    default: "P"
    }
  }
}
