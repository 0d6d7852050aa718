import CPango

/// Paints what `PlainTextSetter` has set, glyph by glyph as Pango would.
final class PlainTextPainter {
  // Kept from line to line.
  private var glyphs: [cairo_glyph_t] = []
  private var clusters: [cairo_text_cluster_t] = []

  /// - Parameters:
  ///   - set: made of `text`, without the blank at its end.
  ///   - origin: the upper left corner.
  func paint(
    _ set: PlainTextSetter.SetText, text: String, endsWithBlank: Bool, at origin: Point,
    on cairo: OpaquePointer
  ) {
    cairo_set_scaled_font(cairo, set.font.scaledFont)
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      var word = 0
      for (line, end) in set.lineEnds.enumerated() {
        let length = collect(
          set, words: word..<end,
          at: Point(
            origin.x,
            origin.y
              + PangoText.points(Int32(line) * set.font.lineHeight + set.font.baseline)),
          endsWithBlank: endsWithBlank || end < set.words.count)
        bytes[start..<start + length].withMemoryRebound(to: CChar.self) { shown in
          cairo_show_text_glyphs(
            cairo, shown.baseAddress, Int32(length), glyphs, Int32(glyphs.count), clusters,
            Int32(clusters.count), cairo_text_cluster_flags_t(0))
        }
        start += length
        word = end
      }
    }
  }

  /// Returns how many bytes the line has.
  private func collect(
    _ set: PlainTextSetter.SetText, words: Range<Int>, at origin: Point, endsWithBlank: Bool
  ) -> Int {
    glyphs.removeAll(keepingCapacity: true)
    clusters.removeAll(keepingCapacity: true)
    let font = set.font
    var x: Int32 = 0
    var length = 0
    func add(_ word: PlainWord) {
      for glyph in font.glyphs[word.glyphs] {
        glyphs.append(
          cairo_glyph_t(
            index: glyph.index, x: origin.x + PangoText.points(x + glyph.x),
            y: origin.y + PangoText.points(glyph.y)))
      }
      for cluster in font.clusters[word.clusters] {
        clusters.append(
          cairo_text_cluster_t(num_bytes: cluster.bytes, num_glyphs: cluster.glyphs))
      }
      x += word.width
      length += word.byteCount
    }
    for index in words {
      if index > words.lowerBound { add(font.blank) }
      add(font.words[set.words[index]])
    }
    // The blank at which the line was broken, so that who searches or copies finds it.
    if endsWithBlank { add(font.blank) }
    return length
  }
}
