import CPango

/// Paints texts with emoji into a PDF. Cairo turns emoji into pictures of a few pixels, which
/// nobody can search, copy or hear; here they are pictures that can be printed, each with its text
/// behind it, as a sign that stands for it and is too faint to see.
final class EmojiPainter {
  /// A sign that most fonts have and texts hardly hold. A blank will not do: Cairo may leave out
  /// what has no ink.
  private static let sign: UInt32 = 0x25CF
  /// The least opacity that Cairo does not take for none.
  private static let faintness = 0.004
  /// Pixels a point of the pictures.
  private static let sharpness = 8.0
  private static let mostPictures = 500

  private struct Key: Hashable {
    var text: [UInt8]
    var width: Int32
    var height: Int32
  }

  /// The same emoji is one picture in the file, however often it is shown.
  private var pictures: [Key: OpaquePointer] = [:]

  deinit { forgetPictures() }

  static func isNeeded(for text: String) -> Bool {
    // Digits and some signs are emoji to Unicode; those begin above the arrows' sibling U+203B.
    text.unicodeScalars.contains { $0.value > 0x203B && $0.properties.isEmoji }
  }

  /// Paints `layout`, which shows `text`, with its upper left corner at `origin`.
  ///
  /// - Parameter paragraphEnded: called with the place on the base line at which a line ends with
  ///   its paragraph, and another one follows.
  func paint(
    _ layout: OpaquePointer, text: String, at origin: Point, on cairo: OpaquePointer,
    paragraphEnded: (Point) -> Void
  ) {
    guard let iterator = pango_layout_get_iter(layout), let start = pango_layout_get_text(layout)
    else { return }
    defer { pango_layout_iter_free(iterator) }
    let bytes = Array(text.utf8)
    repeat {
      guard let run = pango_layout_iter_get_run(iterator), let item = run.pointee.item?.pointee
      else {
        // Every line ends with a run that is none.
        if let line = pango_layout_iter_get_line_readonly(iterator),
          LineBlanks.endsParagraph(line, in: text)
        {
          var extents = PangoRectangle()
          pango_layout_iter_get_line_extents(iterator, nil, &extents)
          paragraphEnded(
            Point(
              origin.x + PangoText.points(extents.x + extents.width),
              origin.y + PangoText.points(pango_layout_iter_get_baseline(iterator))))
        }
        continue
      }
      var extents = PangoRectangle()
      pango_layout_iter_get_run_extents(iterator, nil, &extents)
      let left = origin.x + PangoText.points(extents.x)
      let baseline = origin.y + PangoText.points(pango_layout_iter_get_baseline(iterator))
      let first = Int(item.offset)
      let last = min(first + Int(item.length), bytes.count)
      guard let font = item.analysis.font, isOfPictures(font), first < last else {
        cairo_move_to(cairo, left, baseline)
        pango_cairo_show_glyph_item(cairo, start, run)
        continue
      }
      let shown = Array(bytes[first..<last])
      addText(shown, at: Point(left, baseline), as: layout, on: cairo)
      paintPicture(
        of: run, text: start, key: shown, extents: extents, baseline: baseline, left: left,
        on: cairo)
    } while pango_layout_iter_next_run(iterator) != 0
  }

  private func isOfPictures(_ font: UnsafeMutablePointer<PangoFont>) -> Bool {
    guard let description = pango_font_describe(font) else { return false }
    defer { pango_font_description_free(description) }
    guard let family = pango_font_description_get_family(description) else { return false }
    return String(cString: family).contains("Emoji")
  }

  // MARK: Pictures

  private func paintPicture(
    of run: UnsafeMutablePointer<PangoGlyphItem>, text: UnsafePointer<CChar>, key: [UInt8],
    extents: PangoRectangle, baseline: Double, left: Double, on cairo: OpaquePointer
  ) {
    var logical = PangoRectangle()
    pango_glyph_string_extents(
      run.pointee.glyphs, run.pointee.item.pointee.analysis.font, nil, &logical)
    let ascent = -PangoText.points(logical.y)
    let key = Key(text: key, width: logical.width, height: logical.height)
    guard let picture = pictures[key] ?? makePicture(of: run, text: text, logical: logical) else {
      return
    }
    if pictures.count >= Self.mostPictures { forgetPictures(except: picture) }
    pictures[key] = picture
    cairo_save(cairo)
    cairo_translate(cairo, left, baseline - ascent)
    cairo_scale(cairo, 1 / Self.sharpness, 1 / Self.sharpness)
    cairo_set_source_surface(cairo, picture, 0, 0)
    cairo_paint(cairo)
    cairo_restore(cairo)
  }

  private func makePicture(
    of run: UnsafeMutablePointer<PangoGlyphItem>, text: UnsafePointer<CChar>,
    logical: PangoRectangle
  ) -> OpaquePointer? {
    let width = PangoText.points(logical.width) * Self.sharpness
    let height = PangoText.points(logical.height) * Self.sharpness
    guard width > 0, height > 0, width < 30_000, height < 30_000,
      let surface = cairo_image_surface_create(
        CAIRO_FORMAT_ARGB32, Int32(width.rounded(.up)), Int32(height.rounded(.up))),
      let cairo = cairo_create(surface)
    else { return nil }
    defer { cairo_destroy(cairo) }
    cairo_scale(cairo, Self.sharpness, Self.sharpness)
    cairo_move_to(cairo, 0, -PangoText.points(logical.y))
    pango_cairo_show_glyph_item(cairo, text, run)
    return surface
  }

  private func forgetPictures(except kept: OpaquePointer? = nil) {
    for picture in pictures.values where picture != kept { cairo_surface_destroy(picture) }
    pictures = [:]
  }

  // MARK: Text

  /// One sign of the layout's own font that stands for `bytes`.
  private func addText(
    _ bytes: [UInt8], at place: Point, as layout: OpaquePointer, on cairo: OpaquePointer
  ) {
    guard
      let font = pango_context_load_font(
        pango_layout_get_context(layout), pango_layout_get_font_description(layout))
    else { return }
    defer { g_object_unref(font) }
    var index: hb_codepoint_t = 0
    guard let scaled = pango_cairo_font_get_scaled_font(OpaquePointer(font)),
      let shapes = pango_font_get_hb_font(font),
      hb_font_get_nominal_glyph(shapes, Self.sign, &index) != 0
    else { return }
    cairo_save(cairo)
    cairo_set_scaled_font(cairo, scaled)
    cairo_set_source_rgba(cairo, 1, 1, 1, Self.faintness)
    var glyph = cairo_glyph_t(index: UInt(index), x: place.x, y: place.y)
    var cluster = cairo_text_cluster_t(num_bytes: Int32(bytes.count), num_glyphs: 1)
    bytes.withUnsafeBytes { text in
      cairo_show_text_glyphs(
        cairo, text.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), &glyph, 1,
        &cluster, 1, cairo_text_cluster_flags_t(0))
    }
    cairo_restore(cairo)
  }
}
