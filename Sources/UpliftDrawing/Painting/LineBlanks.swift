import CPango

/// The blanks at which a text was broken into lines.
///
/// Pango sets them as no glyph at all. Cairo then writes each into a PDF as a replacement text, a
/// span within the span of the structure, and some readers of the structure lose the lines after
/// it. As glyphs, which have no ink, they are text like any other.
enum LineBlanks {
  /// `PANGO_GLYPH_EMPTY`, which is a macro with a cast.
  private static let nothing: PangoGlyph = 0x0FFF_FFFF

  /// Gives every broken line of `layout` its blank back. Nothing is measured or drawn otherwise.
  static func restore(in layout: OpaquePointer) {
    guard pango_layout_get_line_count(layout) > 1, let text = pango_layout_get_text(layout) else {
      return
    }
    var lines = pango_layout_get_lines(layout)
    while let line = lines {
      let shown = line.pointee.data.assumingMemoryBound(to: PangoLayoutLine.self)
      var runs = shown.pointee.runs
      while let run = runs {
        restore(in: run.pointee.data.assumingMemoryBound(to: PangoGlyphItem.self), of: text)
        runs = run.pointee.next
      }
      lines = line.pointee.next
    }
  }

  /// Whether a line of `text` is the last of its paragraph, and another one follows.
  static func endsParagraph(
    _ line: UnsafeMutablePointer<PangoLayoutLine>, in text: String
  ) -> Bool {
    let bytes = text.utf8
    let end = Int(line.pointee.start_index + line.pointee.length)
    guard end < bytes.count else { return false }
    let next = text[bytes.index(bytes.startIndex, offsetBy: end)...].first
    return next?.isNewline ?? false
  }

  private static func restore(
    in run: UnsafeMutablePointer<PangoGlyphItem>, of text: UnsafePointer<CChar>
  ) {
    guard let item = run.pointee.item?.pointee, let glyphs = run.pointee.glyphs?.pointee,
      let clusters = glyphs.log_clusters, let font = item.analysis.font
    else { return }
    let start = Int(item.offset)
    for index in 0..<Int(glyphs.num_glyphs) where glyphs.glyphs[index].glyph == nothing {
      guard text[start + Int(clusters[index])] == CChar(UInt8(ascii: " ")) else { continue }
      var blank: hb_codepoint_t = 0
      guard let shapes = pango_font_get_hb_font(font),
        hb_font_get_nominal_glyph(shapes, 0x20, &blank) != 0
      else { return }
      glyphs.glyphs[index].glyph = blank
    }
  }
}
