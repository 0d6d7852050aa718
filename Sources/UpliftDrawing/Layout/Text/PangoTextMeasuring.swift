import CPango
import Foundation

/// Measures with the fonts of this machine, and remembers what it measured. Use one on one thread
/// at a time.
public final class PangoTextMeasuring: TextMeasuring {
  private struct Key: Hashable {
    var text: String
    var style: TextStyle
    /// Nil: not wrapped.
    var width: Double?

    init(text: String, style: TextStyle, width: Double?) {
      self.text = text
      self.style = style
      self.width = width
    }

    init(_ text: WrappedText) {
      self.init(text: text.text, style: text.style, width: text.width)
    }
  }

  /// Texts below which another thread is not worth its fonts.
  private static let fewest = 100
  /// Entries after which the cache starts anew.
  private static let limit = 60_000

  private let context: OpaquePointer
  private let plain: PlainTextSetter?
  private let plainPainter = PlainTextPainter()
  private let keepsLayouts: Bool
  private var sizes: [Key: Size] = [:]
  private var layouts: [Key: OwnedLayout] = [:]

  /// - Parameter keepsLayouts: true for an export: what was set for measuring is painted without
  ///   being set again, for about 4 KiB a text. False for a screen, which keeps its own pictures.
  public convenience init?(keepsLayouts: Bool = false) {
    self.init(keepsLayouts: keepsLayouts, setsWords: true)
  }

  /// - Parameter setsWords: false has everything set by Pango, to the same effect.
  init?(keepsLayouts: Bool, setsWords: Bool) {
    guard let context = PangoText.makeContext() else { return nil }
    self.context = context
    self.keepsLayouts = keepsLayouts
    plain = setsWords ? PlainTextSetter(context: context) : nil
  }

  deinit {
    layouts = [:]
    g_object_unref(UnsafeMutableRawPointer(context))
  }

  /// Makes the calling thread use these fonts for all that it draws from now on. For a thread that
  /// has not drawn yet, and goes on to use this.
  public func shareFonts() {
    pango_cairo_font_map_set_default(OpaquePointer(pango_context_get_font_map(context)))
  }

  public func size(of text: String, style: TextStyle, width: Double) -> Size {
    measure(Key(text: text, style: style, width: width))
  }

  public func naturalWidth(of text: String, style: TextStyle) -> Double {
    measure(Key(text: text, style: style, width: nil)).width
  }

  /// Measures on all processors, each with fonts of its own: those of Pango belong to one thread.
  public func prepare(_ texts: [WrappedText]) {
    let unknown = Set(texts.filter { sizes[Key($0)] == nil })
    guard sizes.count + unknown.count < Self.limit else { return }
    for text in unknown { plain?.expect(1, of: text.style) }
    plain?.learn(unknown)
    let new = unknown.filter { text in
      guard let set = plain?.set(text.text, style: text.style, width: text.width) else {
        return true
      }
      sizes[Key(text)] = set.size
      return false
    }.map { $0 }
    let parts = min(ProcessInfo.processInfo.activeProcessorCount, 8, new.count / Self.fewest)
    // What is kept for painting must be set with this thread's own fonts.
    guard !keepsLayouts, parts > 1 else { return }
    openFonts(of: new)
    let measured = MeasuredSizes()
    let others = DispatchGroup()
    // Threads of our own: those of libdispatch wake up every second from then on.
    for part in 1..<parts {
      others.enter()
      Thread.detachNewThread {
        Self.measure(new, part: part, of: parts, into: measured)
        others.leave()
      }
    }
    Self.measure(new, part: 0, of: parts, into: measured)
    others.wait()
    for (text, size) in measured.all { sizes[Key(text)] = size }
  }

  /// Cairo 1.16 must not open a font's file on two threads at the same moment.
  private func openFonts(of texts: [WrappedText]) {
    var styles: Set<TextStyle> = []
    for text in texts where styles.insert(text.style).inserted { _ = measure(Key(text)) }
  }

  /// What is not measured, for want of fonts, is measured later, one by one.
  private static func measure(
    _ texts: [WrappedText], part: Int, of parts: Int, into measured: MeasuredSizes
  ) {
    guard let fonts = pango_cairo_font_map_new() else { return }
    defer { g_object_unref(UnsafeMutableRawPointer(fonts)) }
    guard let context = pango_font_map_create_context(fonts) else { return }
    defer { g_object_unref(UnsafeMutableRawPointer(context)) }
    PangoText.configure(context)
    let own = stride(from: part, to: texts.count, by: parts).map { index in
      let text = texts[index]
      let layout = PangoText.layout(
        of: text.text, style: text.style, width: text.width, alignment: .leading, in: context)
      defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
      return (text, PangoText.size(of: layout))
    }
    measured.add(own)
  }

  /// Whether the block is one of the texts that need no layout.
  func isPlain(_ block: TextBlock) -> Bool {
    plain?.set(block.text, style: block.style, width: block.frame.width) != nil
  }

  /// Paints the block at its place, if it is one of the texts that need no layout.
  ///
  /// - Parameter endsWithBlank: another text follows for who reads or copies it.
  /// - Returns: false when it is not, and nothing has been painted.
  func paintPlain(
    _ block: TextBlock, endsWithBlank: Bool = false, on cairo: OpaquePointer
  ) -> Bool {
    guard block.alignment == .leading,
      let set = plain?.set(block.text, style: block.style, width: block.frame.width)
    else { return false }
    plainPainter.paint(
      set, text: endsWithBlank ? block.text + " " : block.text, endsWithBlank: endsWithBlank,
      at: block.frame.origin, on: cairo)
    return true
  }

  /// Gives `body` the block's text as it was set for measuring, or set anew.
  func withLayout<Result>(
    for block: TextBlock, _ body: (OpaquePointer) throws -> Result
  ) rethrows -> Result {
    if block.alignment == .leading,
      let kept = layouts[Key(text: block.text, style: block.style, width: block.frame.width)]
    {
      return try body(kept.layout)
    }
    let layout = PangoText.layout(for: block, in: context)
    defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
    return try body(layout)
  }

  private func measure(_ key: Key) -> Size {
    if let size = sizes[key] { return size }
    if sizes.count >= Self.limit { sizes.removeAll(keepingCapacity: true) }
    if let set = plain?.set(key.text, style: key.style, width: key.width) {
      sizes[key] = set.size
      return set.size
    }
    let layout = PangoText.layout(
      of: key.text, style: key.style, width: key.width, alignment: .leading, in: context)
    let size = PangoText.size(of: layout)
    sizes[key] = size
    if keepsLayouts, key.width != nil {
      layouts[key] = OwnedLayout(layout)
    } else {
      g_object_unref(UnsafeMutableRawPointer(layout))
    }
    return size
  }
}

/// What several threads have measured.
private final class MeasuredSizes: @unchecked Sendable {
  private let lock = NSLock()
  // Guarded by the lock.
  private var sizes: [(WrappedText, Size)] = []

  func add(_ new: [(WrappedText, Size)]) { lock.withLock { sizes += new } }

  var all: [(WrappedText, Size)] { lock.withLock { sizes } }
}
