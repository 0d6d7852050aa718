/// Measures wrapped text. Tests fake it; `PangoTextMeasuring` is the real one.
public protocol TextMeasuring: AnyObject {
  /// The height in points of `text` wrapped to `width` points, and the width of its longest line,
  /// which is more than `width` only when a single character is.
  func size(of text: String, style: TextStyle, width: Double) -> Size

  /// The width in points of the longest of `text`'s own lines when nothing is wrapped.
  func naturalWidth(of text: String, style: TextStyle) -> Double
}
