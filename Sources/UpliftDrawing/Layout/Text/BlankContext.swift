import CPango

/// Whether glyphs of a font change with what stands beyond a blank: then a word is not the same in
/// every text.
///
/// HarfBuzz says of each of a font's rules which glyphs it changes and which it looks at. A rule
/// reaches over a blank when it looks at the blank, and at all that stands between.
final class BlankContext {
  private struct Rule {
    /// `hb_set_t`, owned.
    var before: OpaquePointer
    var input: OpaquePointer
    var after: OpaquePointer
  }

  private let blank: hb_codepoint_t
  private var rules: [Rule] = []

  /// Nil when the font has rules of a kind that cannot be looked into.
  ///
  /// - Parameter font: an `hb_font_t`.
  init?(_ font: OpaquePointer, language: OpaquePointer?) {
    var blank: hb_codepoint_t = 0
    guard hb_font_get_nominal_glyph(font, 0x20, &blank) != 0 else { return nil }
    self.blank = blank
    guard let face = hb_font_get_face(font) else { return nil }
    for table in ["morx", "mort", "kerx", "Silf"] where Self.has(table, face) { return nil }
    // Old fonts keep their kerning in a table of its own, which counts when there is no other.
    if Self.has("kern", face), !Self.hasKerningRules(face) { return nil }
    var segment = hb_segment_properties_t()
    segment.direction = HB_DIRECTION_LTR
    segment.script = HB_SCRIPT_LATIN
    segment.language = language
    guard let plan = hb_shape_plan_create_cached(face, &segment, nil, 0, nil) else { return nil }
    defer { hb_shape_plan_destroy(plan) }
    for table in [Self.tag("GSUB"), Self.tag("GPOS")] {
      guard let lookups = hb_set_create() else { return nil }
      defer { hb_set_destroy(lookups) }
      hb_ot_shape_plan_collect_lookups(plan, table, lookups)
      var lookup = hb_codepoint_t.max
      while hb_set_next(lookups, &lookup) != 0 { collect(lookup, of: table, in: face) }
    }
  }

  deinit {
    for rule in rules {
      for set in [rule.before, rule.input, rule.after] { hb_set_destroy(set) }
    }
  }

  private func collect(_ lookup: UInt32, of table: hb_tag_t, in face: OpaquePointer) {
    guard let before = hb_set_create(), let input = hb_set_create(), let after = hb_set_create()
    else { return }
    hb_ot_layout_lookup_collect_glyphs(face, table, lookup, before, input, after, nil)
    if [before, input, after].contains(where: { hb_set_has($0, blank) != 0 }) {
      rules.append(Rule(before: before, input: input, after: after))
    } else {
      for set in [before, input, after] { hb_set_destroy(set) }
    }
  }

  /// True when a word of these glyphs, in their order, may look different, or make a blank beside
  /// it look different, from one text to another.
  func mayChange(_ word: [hb_codepoint_t]) -> Bool {
    rules.contains { rule in
      func isBefore(_ glyph: hb_codepoint_t) -> Bool {
        hb_set_has(rule.before, glyph) != 0 || hb_set_has(rule.input, glyph) != 0
      }
      func isAfter(_ glyph: hb_codepoint_t) -> Bool {
        hb_set_has(rule.after, glyph) != 0 || hb_set_has(rule.input, glyph) != 0
      }
      if hb_set_has(rule.input, blank) != 0,
        word.last.map(isBefore) ?? false || word.first.map(isAfter) ?? false
      {
        return true
      }
      return word.indices.contains { index in
        guard hb_set_has(rule.input, word[index]) != 0 else { return false }
        return isBefore(blank) && word[..<index].allSatisfy(isBefore)
          || isAfter(blank) && word[(index + 1)...].allSatisfy(isAfter)
      }
    }
  }

  // MARK: Tables

  private static func tag(_ name: String) -> hb_tag_t {
    name.utf8.reduce(0) { $0 << 8 | hb_tag_t($1) }
  }

  private static func has(_ table: String, _ face: OpaquePointer) -> Bool {
    guard let blob = hb_face_reference_table(face, tag(table)) else { return false }
    defer { hb_blob_destroy(blob) }
    return hb_blob_get_length(blob) > 0
  }

  private static func hasKerningRules(_ face: OpaquePointer) -> Bool {
    var tags = [hb_tag_t](repeating: 0, count: 256)
    var count = UInt32(tags.count)
    hb_ot_layout_table_get_feature_tags(face, tag("GPOS"), 0, &count, &tags)
    return tags.prefix(Int(count)).contains(tag("kern"))
  }
}
