/// Measures wrapped text. Tests fake it; `PangoTextMeasuring` is the real one.
public protocol TextMeasuring: AnyObject {
  /// The height in points of `text` wrapped to `width` points, and the width of its longest line.
  /// A text with a letter that is wider than that is set smaller.
  func size(of text: String, style: TextStyle, width: Double) -> Size

  /// The width in points of the longest of `text`'s own lines when nothing is wrapped.
  func naturalWidth(of text: String, style: TextStyle) -> Double

  /// Says that the sizes of many texts will be asked for, so that they can be measured at once.
  /// It changes no result.
  func prepare(_ texts: [WrappedText])
}

extension TextMeasuring {
  public func prepare(_ texts: [WrappedText]) {}
}

/// A text that is wrapped to a width.
public struct WrappedText: Hashable, Sendable {
  public var text: String
  public var style: TextStyle
  /// Points.
  public var width: Double

  public init(_ text: String, style: TextStyle, width: Double) {
    self.text = text
    self.style = style
    self.width = width
  }
}
