import CPango

/// Measures with the fonts of this machine, and remembers what it measured. Use one on one thread
/// at a time.
public final class PangoTextMeasuring: TextMeasuring {
  private struct Key: Hashable {
    var text: String
    var style: TextStyle
    /// Nil: not wrapped.
    var width: Double?
  }

  /// A layout that lives as long as somebody may paint it.
  private final class SetText {
    let layout: OpaquePointer

    init(_ layout: OpaquePointer) { self.layout = layout }

    deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }
  }

  /// Entries after which the cache starts anew.
  private static let limit = 60_000

  private let context: OpaquePointer
  private let keepsLayouts: Bool
  private var sizes: [Key: Size] = [:]
  private var layouts: [Key: SetText] = [:]

  /// - Parameter keepsLayouts: true for an export: what was set for measuring is painted without
  ///   being set again, for about 4 KiB a text. False for a screen, which keeps its own pictures.
  public init?(keepsLayouts: Bool = false) {
    guard let context = PangoText.makeContext() else { return nil }
    self.context = context
    self.keepsLayouts = keepsLayouts
  }

  deinit {
    layouts = [:]
    g_object_unref(UnsafeMutableRawPointer(context))
  }

  public func size(of text: String, style: TextStyle, width: Double) -> Size {
    measure(Key(text: text, style: style, width: width))
  }

  public func naturalWidth(of text: String, style: TextStyle) -> Double {
    measure(Key(text: text, style: style, width: nil)).width
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
    let layout = PangoText.layout(
      of: key.text, style: key.style, width: key.width, alignment: .leading, in: context)
    let size = PangoText.size(of: layout)
    sizes[key] = size
    if keepsLayouts, key.width != nil {
      layouts[key] = SetText(layout)
    } else {
      g_object_unref(UnsafeMutableRawPointer(layout))
    }
    return size
  }
}
