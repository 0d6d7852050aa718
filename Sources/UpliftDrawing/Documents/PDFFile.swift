import CPango
import Foundation
import UpliftCore

/// A PDF that is being written: pages, tags, links, bookmarks.
final class PDFFile {
  let cairo: OpaquePointer
  private let surface: OpaquePointer
  /// Nil when it is drawn for a preview and there is no file.
  private let sink: FileSink?
  private let target: URL
  private let path: String
  /// What stands for each figure where it cannot be seen.
  private var alternatives: [String] = []
  private var isWritten: Bool { sink != nil }

  /// - Parameter target: the file that errors name.
  init(path: String, target: URL, page: Size) throws {
    self.target = target
    self.path = path
    let sink = try FileSink(path: path, target: target)
    self.sink = sink
    guard
      let surface = cairo_pdf_surface_create_for_stream(
        FileSink.take, Unmanaged.passUnretained(sink).toOpaque(), page.width, page.height),
      let cairo = cairo_create(surface)
    else { throw ExportError.cannotWrite(path: target.path, reason: tr("there is no memory")) }
    self.surface = surface
    self.cairo = cairo
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5)
  }

  /// The same on a picture of its own, for a preview: without pages, labels and bookmarks.
  init(previewOn surface: OpaquePointer) throws {
    guard let cairo = cairo_create(surface) else { throw ExportError.fontsMissing }
    self.surface = cairo_surface_reference(surface)
    self.cairo = cairo
    target = URL(fileURLWithPath: "/")
    path = ""
    sink = nil
  }

  /// The same on a page of a printer, with whatever `cairo` has been set to.
  init(printingOn cairo: OpaquePointer) {
    self.cairo = cairo_reference(cairo)
    surface = cairo_surface_reference(cairo_get_target(cairo))
    target = URL(fileURLWithPath: "/")
    path = ""
    sink = nil
  }

  deinit {
    cairo_destroy(cairo)
    cairo_surface_destroy(surface)
  }

  /// Throws when the file could not be written whole.
  func finish() throws {
    try CairoStatus.check(cairo_status(cairo), target: target)
    cairo_surface_finish(surface)
    try CairoStatus.check(cairo_surface_status(surface), target: target)
    guard let sink else { return }
    try sink.finish()
    try PDFMarking.mark(path: path, target: target, alternatives: alternatives)
  }

  func setMetadata(title: String, options: ExportOptions) {
    set(CAIRO_PDF_METADATA_TITLE, title)
    set(CAIRO_PDF_METADATA_AUTHOR, options.author)
    set(CAIRO_PDF_METADATA_CREATOR, "Uplift")
    let date = options.date.formatted(.iso8601)
    set(CAIRO_PDF_METADATA_CREATE_DATE, date)
    set(CAIRO_PDF_METADATA_MOD_DATE, date)
  }

  private func set(_ field: cairo_pdf_metadata_t, _ value: String) {
    guard isWritten, !value.isEmpty else { return }
    cairo_pdf_surface_set_metadata(surface, field, value.withoutZeroBytes)
  }

  func setPageLabel(_ label: String) {
    if isWritten { cairo_pdf_surface_set_page_label(surface, label) }
  }

  /// Of the page that comes next, in points, which is drawn in its own coordinates.
  func setPageSize(_ size: Size) {
    guard isWritten else { return }
    cairo_pdf_surface_set_size(surface, size.width, size.height)
    cairo_identity_matrix(cairo)
  }

  func endPage() { if isWritten { cairo_show_page(cairo) } }

  /// What is drawn by `body` becomes an element of the document's structure.
  func tagged(_ name: String, attributes: String = "", _ body: () throws -> Void) rethrows {
    begin(name, attributes: attributes)
    try body()
    end(name)
  }

  /// A picture, and the words that stand for it.
  func figure(_ words: String, _ body: () throws -> Void) rethrows {
    if isWritten { alternatives.append(words) }
    try tagged("Figure", body)
  }

  func begin(_ name: String, attributes: String = "") {
    if isWritten { cairo_tag_begin(cairo, name, attributes) }
  }

  func end(_ name: String) { if isWritten { cairo_tag_end(cairo, name) } }

  /// A bookmark that leads to a place of a page (from 1), in points from its upper left corner.
  ///
  /// - Parameter parent: another bookmark; nil: it hangs under none.
  /// - Returns: for bookmarks under it.
  @discardableResult
  func addBookmark(
    _ title: String, page: Int, at point: Point, under parent: Int32? = nil
  ) -> Int32 {
    guard isWritten else { return 0 }
    // Numbers in attributes have a point, whatever the locale.
    let x = Int(point.x.rounded())
    let y = Int(point.y.rounded())
    return cairo_pdf_surface_add_outline(
      surface, parent ?? Int32(CAIRO_PDF_OUTLINE_ROOT), title.withoutZeroBytes,
      "page=\(page) pos=[\(x) \(y)]",
      CAIRO_PDF_OUTLINE_FLAG_OPEN)
  }
}

extension String {
  /// C would end here.
  var withoutZeroBytes: String { utf8.contains(0) ? replacing("\0", with: " ") : self }
}
