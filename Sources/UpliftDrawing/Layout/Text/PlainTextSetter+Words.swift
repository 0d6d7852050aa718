import CPango
import Foundation

/// Shaping the words of many texts at once, half of them on another thread.
extension PlainTextSetter {
  /// Words of a style that are worth another thread with fonts of its own.
  private static let fewestWords = 400

  /// Shapes the words of `texts` that are not known yet, so that setting the texts takes little.
  /// It changes no result.
  func learn(_ texts: some Sequence<WrappedText>) {
    guard ProcessInfo.processInfo.activeProcessorCount > 1 else { return }
    var unknown: [TextStyle: Set<String>] = [:]
    for text in texts where !text.style.isStruckThrough {
      guard let font = font(of: text.style) else { continue }
      for part in text.text.utf8.split(separator: 0x20) {
        let word = String(Substring(part))
        if !font.knows(word) { unknown[text.style, default: []].insert(word) }
      }
    }
    for (style, words) in unknown where words.count >= Self.fewestWords {
      if let font = font(of: style) { shape(Array(words), style, font) }
    }
  }

  private func shape(_ words: [String], _ style: TextStyle, _ font: PlainWordFont) {
    // Its file is open by now: Cairo 1.16 must not open two at the same moment.
    let middle = words.count / 2
    let others = OtherWords()
    let done = DispatchSemaphore(value: 0)
    // A thread of our own: those of libdispatch wake up every second from then on.
    Thread.detachNewThread {
      others.shape(words[middle...], style)
      done.signal()
    }
    font.take(font.shapes(of: words[..<middle]))
    done.wait()
    if others.measures == font.measures { font.take(others.shapes) }
  }
}

/// What another thread has made of words, in fonts of its own. Read when that thread has ended.
private final class OtherWords: @unchecked Sendable {
  private(set) var shapes: [String: PlainWordFont.ShapedWord?] = [:]
  private(set) var measures: PlainWordFont.Measures?

  func shape(_ words: ArraySlice<String>, _ style: TextStyle) {
    guard let fonts = pango_cairo_font_map_new() else { return }
    defer { g_object_unref(UnsafeMutableRawPointer(fonts)) }
    guard let context = pango_font_map_create_context(fonts) else { return }
    defer { g_object_unref(UnsafeMutableRawPointer(context)) }
    PangoText.configure(context)
    guard let font = PlainWordFont(style, in: context) else { return }
    measures = font.measures
    shapes = font.shapes(of: words)
  }
}
