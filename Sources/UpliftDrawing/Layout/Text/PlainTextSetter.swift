import CPango

/// Sets texts of plain words with blanks between them, each word only once however often it comes:
/// ten times as fast as Pango, and equal to it to the last unit. Whatever is not plain is left to
/// Pango.
final class PlainTextSetter {
  /// A text that is broken into lines.
  struct SetText {
    let font: PlainWordFont
    /// In the font's list.
    var words: [Int]
    /// For each line, how many words stand in it and those before.
    var lineEnds: [Int]
    /// Of the longest line, in Pango's units.
    var width: Int32

    /// In Pango's units.
    var height: Int32 { Int32(lineEnds.count) * font.lineHeight }
    var size: Size { Size(PangoText.points(width), PangoText.points(height)) }
  }

  /// Texts of a style below which it is not worth looking into its font.
  private static let fewest = 100
  /// Pango's units by which a line has to be longer or shorter than there is room.
  private static let least: Int32 = 16

  private let context: OpaquePointer
  private var fonts: [TextStyle: PlainWordFont?] = [:]
  private var asked: [TextStyle: Int] = [:]

  /// - Parameter context: a configured Pango context, which lives as long as this.
  init(context: OpaquePointer) { self.context = context }

  /// Says that so many texts of a style will come.
  func expect(_ count: Int, of style: TextStyle) { asked[style, default: 0] += count }

  /// Nil when it is none of the texts that can be set here.
  ///
  /// - Parameter width: points; nil when nothing is to be wrapped.
  func set(_ text: String, style: TextStyle, width: Double?) -> SetText? {
    guard !style.isStruckThrough, let font = font(of: style) else { return nil }
    font.makeRoom()
    let limit = width.map { PangoText.units(max(1, $0)) } ?? .max
    var set = SetText(font: font, words: [], lineEnds: [], width: 0)
    var line: Int32 = 0
    var hasLetter = false
    var previous: PlainWord?
    // Two blanks, or one at an end, make an empty word, which is none.
    for part in text.utf8.split(separator: 0x20, omittingEmptySubsequences: false) {
      guard let index = font.index(of: String(Substring(part))) else { return nil }
      let word = font.words[index]
      if let previous {
        // A bracket stays with what opened before it.
        guard !previous.isOpen, !(previous.endsInQuote && word.isBracketed) else { return nil }
        let longer = line + font.blank.width + word.width
        guard abs(longer - limit) > Self.least else { return nil }
        if longer < limit {
          line = longer
        } else {
          guard !word.isBreakable else { return nil }
          set.lineEnds.append(set.words.count)
          set.width = max(set.width, line)
          line = word.width
        }
      } else {
        line = word.width
      }
      guard line < limit - Self.least else { return nil }
      hasLetter = hasLetter || word.hasLetter
      set.words.append(index)
      previous = word
    }
    guard hasLetter else { return nil }
    set.lineEnds.append(set.words.count)
    set.width = max(set.width, line)
    return set
  }

  func font(of style: TextStyle) -> PlainWordFont? {
    if let known = fonts[style] { return known }
    asked[style, default: 0] += 1
    guard asked[style, default: 0] >= Self.fewest else { return nil }
    let font = PlainWordFont(style, in: context)
    fonts[style] = .some(font)
    return font
  }
}
