import CPango

/// The font of a style, and the words that were set in it.
final class PlainWordFont {
  struct Glyph {
    var index: UInt
    /// From the beginning of the word, in Pango's units.
    var x: Int32
    var y: Int32
  }

  /// Bytes of UTF-8 that are shown by glyphs.
  struct Cluster {
    var bytes: Int32
    var glyphs: Int32
  }

  /// Words after which the list begins anew.
  private static let mostWords = 40_000

  /// In Pango's units, as that of a line and as it is from a line's top to its baseline.
  let lineHeight: Int32
  let baseline: Int32
  let blank: PlainWord
  private(set) var words: [PlainWord] = []
  private(set) var glyphs: [Glyph] = []
  private(set) var clusters: [Cluster] = []

  /// Pango's sign for no glyph; what is beyond it is a missing one.
  private static let emptyGlyph = PangoGlyph(0x0FFF_FFFF)

  private let probe: OwnedLayout
  private let run: UnsafeMutablePointer<PangoGlyphItem>
  private let shapes: OpaquePointer
  private let context: BlankContext
  /// By word; nil is a word that has to be left to Pango.
  private var indices: [String: Int?] = [:]

  /// Nil when words cannot be set on their own in the first font of the style.
  init?(_ style: TextStyle, in pango: OpaquePointer) {
    let layout = PangoText.layout(
      of: "Hamburg a a", style: style, width: nil, alignment: .leading, in: pango)
    probe = OwnedLayout(layout)
    guard let line = pango_layout_get_line_readonly(layout, 0), let list = line.pointee.runs,
      list.pointee.next == nil, let data = list.pointee.data
    else { return nil }
    run = data.assumingMemoryBound(to: PangoGlyphItem.self)
    guard let item = run.pointee.item, let font = item.pointee.analysis.font,
      let shapes = pango_font_get_hb_font(font),
      let context = BlankContext(
        shapes,
        language: hb_language_from_string(
          pango_language_to_string(item.pointee.analysis.language), -1))
    else { return nil }
    self.shapes = shapes
    self.context = context
    var extents = PangoRectangle()
    pango_layout_get_extents(layout, nil, &extents)
    lineHeight = extents.height
    baseline = pango_layout_get_baseline(layout)
    var blank = PlainWord()
    guard let shaped = Self.shape(" ", with: run), shaped.glyphs.count == 1 else { return nil }
    blank.width = shaped.width
    blank.byteCount = 1
    glyphs = shaped.glyphs
    clusters = shaped.clusters
    blank.glyphs = 0..<1
    blank.clusters = 0..<1
    self.blank = blank
  }

  /// Cairo's own of the font.
  var scaledFont: OpaquePointer? {
    guard let font = run.pointee.item?.pointee.analysis.font else { return nil }
    return pango_cairo_font_get_scaled_font(OpaquePointer(font))
  }

  /// Where `word` stands in `words`; nil when it is none that can be set on its own.
  func index(of word: String) -> Int? {
    if let known = indices[word] { return known }
    let index = add(word)
    indices[word] = .some(index)
    return index
  }

  /// Forgets all words, when there are too many; what `index(of:)` gave is worth nothing then.
  func makeRoom() {
    guard indices.count > Self.mostWords else { return }
    indices = [:]
    words = []
    glyphs.removeSubrange(blank.glyphs.count...)
    clusters.removeSubrange(blank.clusters.count...)
  }

  func knows(_ word: String) -> Bool { indices[word] != nil }

  private func add(_ text: String) -> Int? { shaped(text).map(append) }

  private func append(_ new: ShapedWord) -> Int {
    var word = new.word
    word.width = new.shape.width
    word.glyphs = glyphs.count..<glyphs.count + new.shape.glyphs.count
    word.clusters = clusters.count..<clusters.count + new.shape.clusters.count
    glyphs += new.shape.glyphs
    clusters += new.shape.clusters
    words.append(word)
    return words.count - 1
  }

  // MARK: Words from another thread

  /// A word with its glyphs, for whatever list.
  struct ShapedWord {
    fileprivate var word: PlainWord
    fileprivate var shape: Shaped
  }

  /// What the words are in this font; nil for those that have to be left to Pango.
  func shapes(of words: some Sequence<String>) -> [String: ShapedWord?] {
    var shapes: [String: ShapedWord?] = [:]
    for word in words { shapes[word] = .some(shaped(word)) }
    return shapes
  }

  /// Takes over what the same font of another thread made of words.
  func take(_ shapes: [String: ShapedWord?]) {
    let new = shapes.compactMap { indices[$0.key] == nil ? $0.value : nil }
    if new.count > words.count {
      // A whole map's: no more room than they need, for lists that double may stay half empty.
      words.reserveCapacity(words.count + new.count)
      glyphs.reserveCapacity(new.reduce(glyphs.count) { $0 + $1.shape.glyphs.count })
      clusters.reserveCapacity(new.reduce(clusters.count) { $0 + $1.shape.clusters.count })
    }
    for (text, shape) in shapes where indices[text] == nil {
      indices[text] = .some(shape.map(append))
    }
  }

  /// What two threads' fonts have in common when they are the same one.
  struct Measures: Equatable {
    var lineHeight: Int32
    var baseline: Int32
    var blankWidth: Int32
    var blankGlyphs: [UInt]
  }

  var measures: Measures {
    Measures(
      lineHeight: lineHeight, baseline: baseline, blankWidth: blank.width,
      blankGlyphs: glyphs[blank.glyphs].map(\.index))
  }

  private func shaped(_ text: String) -> ShapedWord? {
    guard let word = PlainWord(text) else { return nil }
    var nominal: [hb_codepoint_t] = []
    for scalar in text.unicodeScalars {
      var glyph: hb_codepoint_t = 0
      // What this font lacks, another one shows.
      guard hb_font_get_nominal_glyph(shapes, scalar.value, &glyph) != 0 else { return nil }
      nominal.append(glyph)
    }
    guard !context.mayChange(nominal), let shape = Self.shape(text, with: run),
      !context.mayChange(shape.glyphs.map { hb_codepoint_t($0.index) })
    else { return nil }
    return ShapedWord(word: word, shape: shape)
  }

  // MARK: Shaping

  fileprivate struct Shaped {
    var width: Int32 = 0
    var glyphs: [Glyph] = []
    var clusters: [Cluster] = []
  }

  /// By Pango, as it shapes a run of a layout. Nil when a glyph is missing.
  private static func shape(
    _ text: String, with run: UnsafeMutablePointer<PangoGlyphItem>
  ) -> Shaped? {
    guard let string = pango_glyph_string_new(), let item = run.pointee.item else { return nil }
    defer { pango_glyph_string_free(string) }
    let length = Int32(text.utf8.count)
    pango_shape_full(text, length, nil, 0, &item.pointee.analysis, string)
    var shaped = Shaped()
    let count = Int(string.pointee.num_glyphs)
    guard count > 0, let infos = string.pointee.glyphs, let starts = string.pointee.log_clusters
    else { return nil }
    for index in 0..<count {
      let info = infos[index]
      guard info.glyph < Self.emptyGlyph else { return nil }
      shaped.glyphs.append(
        Glyph(
          index: UInt(info.glyph), x: shaped.width + info.geometry.x_offset,
          y: info.geometry.y_offset))
      shaped.width += info.geometry.width
      if index > 0, starts[index] == starts[index - 1] {
        shaped.clusters[shaped.clusters.count - 1].glyphs += 1
      } else {
        if index > 0 {
          shaped.clusters[shaped.clusters.count - 1].bytes = starts[index] - starts[index - 1]
        }
        shaped.clusters.append(Cluster(bytes: length - starts[index], glyphs: 1))
      }
    }
    guard starts[0] == 0, shaped.clusters.allSatisfy({ $0.bytes > 0 }) else { return nil }
    return shaped
  }
}
