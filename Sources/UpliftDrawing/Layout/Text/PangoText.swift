import CPango

/// How every text of Uplift is set, on the screen and on paper alike.
///
/// Sizes are absolute (one point is one unit, whatever the screen's resolution), hinting is off
/// and glyphs stand at fractions of a unit, so that a text breaks at the same places everywhere.
public enum PangoText {
  /// Inter, and what stands in for it where it is missing.
  public static let families = ["Inter", "Cantarell", "Noto Sans", "Sans"]

  /// The first of the families that this machine has. Letters that it lacks come from what the
  /// system has for their language.
  ///
  /// Alone, since Pango, to know how high a font is, looks it up by its own name once more: named
  /// alone it is found, named in a list all fonts of the machine are put in order again.
  public static let family: String = {
    guard let map = pango_cairo_font_map_get_default(), let context = makeContext() else {
      return families[0]
    }
    defer { g_object_unref(UnsafeMutableRawPointer(context)) }
    let found = families.dropLast().first { name in
      let wanted = pango_font_description_new()
      defer { pango_font_description_free(wanted) }
      pango_font_description_set_family(wanted, name)
      pango_font_description_set_absolute_size(wanted, 13 * Double(PANGO_SCALE))
      // As a text asks for it, so that the first text finds it.
      let language = pango_context_get_language(context)
      guard let fonts = pango_font_map_load_fontset(map, context, wanted, language) else {
        return false
      }
      defer { g_object_unref(UnsafeMutableRawPointer(fonts)) }
      guard let font = pango_fontset_get_font(fonts, guint(UInt8(ascii: "a"))) else { return false }
      defer { g_object_unref(UnsafeMutableRawPointer(font)) }
      let had = pango_font_describe(font)
      defer { pango_font_description_free(had) }
      return pango_font_description_get_family(had).map { String(cString: $0) } == name
    }
    return found ?? "Sans"
  }()

  /// Makes `context` set text as Uplift does. Once, after its making, and again when a widget has
  /// changed its font options.
  public static func configure(_ context: OpaquePointer) {
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    pango_context_set_round_glyph_positions(context, 0)
  }

  /// A configured context of its own on the thread's font map. Release it with `g_object_unref`.
  public static func makeContext() -> OpaquePointer? {
    guard let context = pango_font_map_create_context(pango_cairo_font_map_get_default())
    else { return nil }
    configure(context)
    return context
  }

  /// The block's text, set in its frame's width. Draw it at the frame's origin.
  ///
  /// - Parameter context: one that `configure` has been called on.
  /// - Returns: a `PangoLayout` of the caller's own; release it with `g_object_unref`.
  public static func layout(for block: TextBlock, in context: OpaquePointer) -> OpaquePointer {
    layout(
      of: block.text, style: block.style, width: block.frame.width, alignment: block.alignment,
      in: context)
  }

  /// Like `layout(for:in:)`; with no `width` nothing is wrapped.
  static func layout(
    of text: String, style: TextStyle, width: Double?, alignment: TextAlignment,
    in context: OpaquePointer
  ) -> OpaquePointer {
    // Pango promises a layout for every context.
    let layout: OpaquePointer = pango_layout_new(context)
    let description = fontDescription(style)
    pango_layout_set_font_description(layout, description)
    pango_font_description_free(description)
    pango_layout_set_auto_dir(layout, 1)
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    pango_layout_set_attributes(layout, style.isStruckThrough ? struckAttributes : attributes)
    if let width { pango_layout_set_width(layout, units(max(1, width))) }
    switch alignment {
    // Pango swaps left and right by itself in a right-to-left paragraph.
    case .leading: pango_layout_set_alignment(layout, PANGO_ALIGN_LEFT)
    case .centre: pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER)
    case .trailing: pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT)
    }
    // Pango stops at a zero byte, and nobody may lose what comes after it; and it does not wrap
    // what a tab has pushed beyond the width.
    var text =
      text.utf8.contains { $0 == 0 || $0 == 9 }
      ? String(text.map { $0 == "\0" || $0 == "\t" ? " " : $0 }) : text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        guard let start = $0.baseAddress else { return }
        pango_layout_set_text(layout, start, Int32($0.count))
      }
    }
    if let width { shrink(layout, style: style, to: units(max(1, width))) }
    return layout
  }

  /// Sets the text smaller when one of its letters is wider than a line may be.
  private static func shrink(_ layout: OpaquePointer, style: TextStyle, to width: Int32) {
    var rectangle = PangoRectangle()
    pango_layout_get_extents(layout, nil, &rectangle)
    guard rectangle.width > width + PANGO_SCALE / 8 else { return }
    var smaller = style
    // A hair less, for what is rounded.
    smaller.size *= 0.98 * Double(width) / Double(rectangle.width)
    let description = fontDescription(smaller)
    pango_layout_set_font_description(layout, description)
    pango_font_description_free(description)
  }

  /// Of a layout's letters, in points.
  static func fontSize(of layout: OpaquePointer) -> Double {
    points(pango_font_description_get_size(pango_layout_get_font_description(layout)))
  }

  /// A word that is broken because it is too long gets a hyphen, so that nobody takes it for two.
  /// Never changed after it was made; its reference count is atomic.
  private nonisolated(unsafe) static let attributes: OpaquePointer? = makeAttributes()
  private nonisolated(unsafe) static let struckAttributes: OpaquePointer? = {
    let list = makeAttributes()
    pango_attr_list_insert(list, pango_attr_strikethrough_new(1))
    return list
  }()

  private static func makeAttributes() -> OpaquePointer? {
    let list = pango_attr_list_new()
    pango_attr_list_insert(list, pango_attr_insert_hyphens_new(1))
    return list
  }

  /// Width and height in points of a layout's text.
  static func size(of layout: OpaquePointer) -> Size {
    var rectangle = PangoRectangle()
    pango_layout_get_extents(layout, nil, &rectangle)
    return Size(points(rectangle.width), points(rectangle.height))
  }

  static func points(_ units: Int32) -> Double { Double(units) / Double(PANGO_SCALE) }

  static func units(_ points: Double) -> Int32 {
    Int32(min(points * Double(PANGO_SCALE), Double(Int32.max / 2)).rounded())
  }

  private static func fontDescription(_ style: TextStyle) -> OpaquePointer? {
    let description = pango_font_description_new()
    pango_font_description_set_family(
      description, style.family.isEmpty ? family : "\(style.family), \(family)")
    pango_font_description_set_absolute_size(description, style.size * Double(PANGO_SCALE))
    pango_font_description_set_weight(
      description, PangoWeight(rawValue: UInt32(style.weight.rawValue)))
    if style.isItalic { pango_font_description_set_style(description, PANGO_STYLE_ITALIC) }
    return description
  }
}
