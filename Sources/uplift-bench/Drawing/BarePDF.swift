import CPango
import Foundation
import UpliftDrawing

/// The floor of a PDF: Pango and Cairo with the same texts in the same type at the same places,
/// and nothing else: no boxes, no structure, no bookmarks. A text that comes again is not set again.
enum BarePDF {
  private struct Key: Hashable {
    var text: String
    var style: TextStyle
    var width: Double
  }

  /// Points that a page's side may have; beyond, Cairo paints pixels.
  private static let longestSide = 14_400.0

  static func write(_ scene: Scene, to url: URL) {
    let scale = min(1, longestSide / max(scene.size.width, scene.size.height))
    let surface = cairo_pdf_surface_create(
      url.path, scene.size.width * scale, scene.size.height * scale)
    let cairo = cairo_create(surface)
    // White paper: on none, Cairo adds up the areas of all texts, which takes three times as long.
    cairo_set_source_rgb(cairo, 1, 1, 1)
    cairo_paint(cairo)
    cairo_set_source_rgb(cairo, 0, 0, 0)
    cairo_scale(cairo, scale, scale)
    let context = pango_font_map_create_context(pango_cairo_font_map_get_default())
    var layouts: [Key: OpaquePointer] = [:]
    var fonts: [TextStyle: OpaquePointer] = [:]
    for item in scene.items {
      for case .text(let block) in item.content.primitives {
        let key = Key(text: block.text, style: block.style, width: block.frame.width)
        let layout = layouts[key] ?? pango_layout_new(context)
        if layouts[key] == nil {
          let font = fonts[block.style] ?? font(for: block.style)
          fonts[block.style] = font
          pango_layout_set_font_description(layout, font)
          pango_layout_set_width(layout, Int32(block.frame.width * Double(PANGO_SCALE)))
          pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
          pango_layout_set_text(layout, block.text, -1)
          layouts[key] = layout
        }
        cairo_move_to(
          cairo, item.frame.x + block.frame.x, item.frame.y + block.frame.y)
        pango_cairo_show_layout(cairo, layout)
      }
    }
    for layout in layouts.values { g_object_unref(UnsafeMutableRawPointer(layout)) }
    for font in fonts.values { pango_font_description_free(font) }
    g_object_unref(context.map { UnsafeMutableRawPointer($0) })
    cairo_show_page(cairo)
    cairo_destroy(cairo)
    cairo_surface_destroy(surface)
  }

  private static func font(for style: TextStyle) -> OpaquePointer? {
    let font = pango_font_description_new()
    pango_font_description_set_family(font, PangoText.family)
    pango_font_description_set_absolute_size(font, style.size * Double(PANGO_SCALE))
    pango_font_description_set_weight(font, PangoWeight(rawValue: UInt32(style.weight.rawValue)))
    if style.isItalic { pango_font_description_set_style(font, PANGO_STYLE_ITALIC) }
    return font
  }
}
