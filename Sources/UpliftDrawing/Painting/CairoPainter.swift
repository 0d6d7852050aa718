import CPango
import Foundation

/// Paints scenes with Cairo: PDF and PNG.
public struct CairoPainter {
  private let measuring: PangoTextMeasuring
  private var textTags = TextTags.none
  private let emoji: EmojiPainter?
  private let images = ImagePainter()

  /// - Parameter measuring: the one that the scene was laid out with; texts that it kept are
  ///   painted as they are.
  public init(measuring: PangoTextMeasuring) {
    self.measuring = measuring
    emoji = nil
  }

  /// A painter for a PDF.
  init(forPDF measuring: PangoTextMeasuring) {
    self.measuring = measuring
    emoji = EmojiPainter()
  }

  /// What the texts of an item become in a PDF's structure.
  enum TextTags: Equatable {
    case none
    /// Each an element of its own, of this kind.
    case each(String)
    /// Parts of one element: a blank parts them for who reads or copies it.
    case parted
  }

  /// A painter that makes elements of a PDF's structure of texts.
  func tagging(_ textTags: TextTags) -> CairoPainter {
    var painter = self
    painter.textTags = textTags
    return painter
  }

  /// Paints what of `scene` lies in `clip`, which comes to stand at the origin of `cairo`; without
  /// a clip, the whole scene. Band by band, so that headers lie over the body.
  public func paint(_ scene: Scene, clip: Rect? = nil, on cairo: OpaquePointer) {
    let clip = clip ?? Rect(0, 0, scene.size.width, scene.size.height)
    cairo_save(cairo)
    cairo_translate(cairo, -clip.x, -clip.y)
    fill(clip, scene.background, on: cairo)
    cairo_rectangle(cairo, clip.x, clip.y, clip.width, clip.height)
    cairo_clip(cairo)
    for band in Band.allCases {
      for item in scene.items where item.band == band && item.frame.intersects(clip) {
        paint(item, on: cairo)
      }
    }
    cairo_restore(cairo)
  }

  /// Paints one item at its place in the scene.
  public func paint(_ item: SceneItem, on cairo: OpaquePointer) {
    paint(item.content.primitives, at: item.frame.origin, on: cairo)
  }

  /// Paints primitives with their origin at `origin`.
  public func paint(_ primitives: [Primitive], at origin: Point, on cairo: OpaquePointer) {
    guard !primitives.isEmpty else { return }
    cairo_save(cairo)
    cairo_translate(cairo, origin.x, origin.y)
    let last = textTags == .parted ? primitives.lastIndex(where: \.isText) : nil
    for (index, primitive) in primitives.enumerated() {
      if let last, index < last, case .text(let block) = primitive {
        paint(block, endsWithBlank: true, on: cairo)
      } else {
        paint(primitive, on: cairo)
      }
    }
    cairo_restore(cairo)
  }

  func fill(_ frame: Rect, _ color: Color, on cairo: OpaquePointer) {
    setColor(color, on: cairo)
    cairo_rectangle(cairo, frame.x, frame.y, frame.width, frame.height)
    cairo_fill(cairo)
  }

  func paint(_ primitive: Primitive, on cairo: OpaquePointer) {
    switch primitive {
    case .fill(.ellipse(let frame), let color) where isForPDF && frame.width == frame.height:
      setColor(color, on: cairo)
      cairo_new_path(cairo)
      addDot(frame, on: cairo)
      strokeDots(diameter: frame.width, on: cairo)
    case .fill(let shape, let color):
      setColor(color, on: cairo)
      trace(shape, closes: false, on: cairo)
      cairo_fill(cairo)
    case .stroke(let shape, let color, let width, let dash):
      setColor(color, on: cairo)
      cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND)
      trace(shape, on: cairo)
      stroke(width: width, dash: dash, on: cairo)
    case .text(let block): paint(block, on: cairo)
    case .image(let block): images.paint(block, on: cairo) { trace($0, on: cairo) }
    }
  }

  private func paint(
    _ block: TextBlock, endsWithBlank: Bool = false, on cairo: OpaquePointer
  ) {
    setColor(block.color, on: cairo)
    cairo_move_to(cairo, block.frame.x, block.frame.y)
    if case .each(let tag) = textTags { cairo_tag_begin(cairo, tag, "") }
    defer { if case .each(let tag) = textTags { cairo_tag_end(cairo, tag) } }
    guard !measuring.paintPlain(block, endsWithBlank: endsWithBlank, on: cairo) else { return }
    measuring.withLayout(for: block) { layout in
      if isForPDF { LineBlanks.restore(in: layout) }
      if let emoji, EmojiPainter.isNeeded(for: block.text) {
        emoji.paint(layout, text: block.text, at: block.frame.origin, on: cairo) {
          paintBlank(of: block, at: $0, on: cairo)
        }
      } else if isForPDF, block.text.contains(where: \.isNewline) {
        paintParagraphs(layout, of: block, on: cairo)
      } else {
        pango_cairo_show_layout(cairo, layout)
      }
      if endsWithBlank { paintBlank(after: block, layout, on: cairo) }
    }
  }

  /// Line by line, with a blank after each paragraph for who reads or copies them as one text.
  private func paintParagraphs(
    _ layout: OpaquePointer, of block: TextBlock, on cairo: OpaquePointer
  ) {
    guard let iterator = pango_layout_get_iter(layout) else { return }
    defer { pango_layout_iter_free(iterator) }
    repeat {
      guard let line = pango_layout_iter_get_line_readonly(iterator) else { continue }
      var extents = PangoRectangle()
      pango_layout_iter_get_line_extents(iterator, nil, &extents)
      let y = block.frame.y + PangoText.points(pango_layout_iter_get_baseline(iterator))
      cairo_move_to(cairo, block.frame.x + PangoText.points(extents.x), y)
      pango_cairo_show_layout_line(cairo, line)
      if LineBlanks.endsParagraph(line, in: block.text) {
        let end = block.frame.x + PangoText.points(extents.x + extents.width)
        paintBlank(of: block, at: Point(end, y), on: cairo)
      }
    } while pango_layout_iter_next_line(iterator) != 0
  }

  private func paintBlank(after block: TextBlock, _ layout: OpaquePointer, on cairo: OpaquePointer)
  {
    var end = PangoRectangle()
    let last = pango_layout_get_line_count(layout) - 1
    pango_layout_index_to_pos(layout, Int32(block.text.utf8.count), &end)
    guard let line = pango_layout_get_line_readonly(layout, last) else { return }
    var height = PangoRectangle()
    pango_layout_line_get_extents(line, nil, &height)
    paintBlank(
      of: block,
      at: Point(
        block.frame.x + PangoText.points(end.x),
        block.frame.y + PangoText.points(end.y - height.y)), on: cairo)
  }

  /// - Parameter place: on the base line.
  private func paintBlank(of block: TextBlock, at place: Point, on cairo: OpaquePointer) {
    measuring.withLayout(for: TextBlock(" ", style: block.style, color: block.color, frame: .zero))
    {
      guard let line = pango_layout_get_line_readonly($0, 0) else { return }
      cairo_move_to(cairo, place.x, place.y)
      pango_cairo_show_layout_line(cairo, line)
    }
  }

  private var isForPDF: Bool { emoji != nil }

  /// A line without length with round ends: a seventh of what four curves take in a file.
  func addDot(_ frame: Rect, on cairo: OpaquePointer) {
    cairo_move_to(cairo, frame.midX, frame.midY)
    cairo_line_to(cairo, frame.midX, frame.midY)
  }

  func strokeDots(diameter: Double, on cairo: OpaquePointer) {
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND)
    stroke(width: diameter, dash: [], on: cairo)
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_BUTT)
  }

  /// Strokes the path. The same line on the page's own scale takes a PDF no matrix to say it.
  func stroke(width: Double, dash: [Double], on cairo: OpaquePointer) {
    var matrix = cairo_matrix_t()
    cairo_get_matrix(cairo, &matrix)
    let scale = matrix.xx
    guard isForPDF, scale > 0, scale == matrix.yy, matrix.xy == 0, matrix.yx == 0 else {
      cairo_set_line_width(cairo, width)
      cairo_set_dash(cairo, dash, Int32(dash.count), 0)
      cairo_stroke(cairo)
      return
    }
    cairo_identity_matrix(cairo)
    cairo_set_line_width(cairo, width * scale)
    cairo_set_dash(cairo, dash.map { $0 * scale }, Int32(dash.count), 0)
    cairo_stroke(cairo)
    cairo_set_matrix(cairo, &matrix)
  }

  func setColor(_ color: Color, on cairo: OpaquePointer) {
    cairo_set_source_rgba(cairo, color.red, color.green, color.blue, color.alpha)
  }

  // MARK: Shapes

  /// - Parameter closes: false for what is filled, which closes by itself.
  private func trace(_ shape: Shape, closes: Bool = true, on cairo: OpaquePointer) {
    cairo_new_path(cairo)
    add(shape, closes: closes, on: cairo)
  }

  /// Adds a shape to the path.
  func add(_ shape: Shape, closes: Bool = true, on cairo: OpaquePointer) {
    switch shape {
    case .rectangle(let frame):
      cairo_rectangle(cairo, frame.x, frame.y, frame.width, frame.height)
    case .roundedRectangle(let frame, let radius):
      let radius = min(radius, frame.width / 2, frame.height / 2)
      add(frame, radii: Size(radius, radius), on: cairo)
    case .ellipse(let frame):
      guard frame.width > 0, frame.height > 0 else { return }
      add(frame, radii: Size(frame.width / 2, frame.height / 2), on: cairo)
    case .path(let elements):
      for element in elements {
        switch element {
        case .move(let point): cairo_move_to(cairo, point.x, point.y)
        case .line(let point): cairo_line_to(cairo, point.x, point.y)
        case .curve(let first, let second, let to):
          cairo_curve_to(cairo, first.x, first.y, second.x, second.y, to.x, to.y)
        case .close: if closes { cairo_close_path(cairo) }
        }
      }
    }
  }

  /// A rectangle with rounded corners, one Bézier curve each: arcs would become more.
  private func add(_ frame: Rect, radii: Size, on cairo: OpaquePointer) {
    let x = frame.minX
    let y = frame.minY
    let right = frame.maxX
    let bottom = frame.maxY
    // From a corner to the handle of a curve that is a quarter of a circle.
    let dx = radii.width * 0.4477
    let dy = radii.height * 0.4477
    cairo_move_to(cairo, x + radii.width, y)
    cairo_line_to(cairo, right - radii.width, y)
    cairo_curve_to(cairo, right - dx, y, right, y + dy, right, y + radii.height)
    cairo_line_to(cairo, right, bottom - radii.height)
    cairo_curve_to(cairo, right, bottom - dy, right - dx, bottom, right - radii.width, bottom)
    cairo_line_to(cairo, x + radii.width, bottom)
    cairo_curve_to(cairo, x + dx, bottom, x, bottom - dy, x, bottom - radii.height)
    cairo_line_to(cairo, x, y + radii.height)
    cairo_curve_to(cairo, x, y + dy, x + dx, y, x + radii.width, y)
    cairo_close_path(cairo)
  }
}
