/// The least that painters draw. Coordinates are relative to the item that it belongs to.
public enum Primitive: Hashable, Sendable {
  case fill(Shape, Color)
  /// `dash`: lengths of strokes and gaps in turn; empty for a solid line.
  case stroke(Shape, Color, width: Double, dash: [Double] = [])
  case text(TextBlock)
  case image(ImageBlock)
}

public enum Shape: Hashable, Sendable {
  case rectangle(Rect)
  case roundedRectangle(Rect, radius: Double)
  case ellipse(Rect)
  case path([PathElement])
}

public enum PathElement: Hashable, Sendable {
  case move(Point)
  case line(Point)
  /// A cubic Bézier curve to `to`.
  case curve(Point, Point, to: Point)
  case close
}

public enum TextAlignment: Hashable, Sendable {
  /// Left in a left-to-right text, right in a right-to-left one.
  case leading
  case centre
  case trailing
}

public struct TextStyle: Hashable, Sendable {
  public enum Weight: Int, Hashable, Sendable {
    case regular = 400
    case medium = 500
    case semibold = 600
    case bold = 700
  }

  /// Points.
  public var size: Double
  public var weight: Weight
  public var isItalic: Bool
  /// With a line through it: what was, and is no more.
  public var isStruckThrough: Bool
  /// Of an organisation's own; empty, or where the machine lacks it: the program's own.
  public var family: String

  public init(
    size: Double, weight: Weight = .regular, isItalic: Bool = false, isStruckThrough: Bool = false,
    family: String = ""
  ) {
    self.size = size
    self.weight = weight
    self.isItalic = isItalic
    self.isStruckThrough = isStruckThrough
    self.family = family
  }
}

/// A text that is wrapped to the width of its frame; the layout has made sure that it fits.
public struct TextBlock: Hashable, Sendable {
  public var text: String
  public var style: TextStyle
  public var color: Color
  /// Relative to the item.
  public var frame: Rect
  public var alignment: TextAlignment

  public init(
    _ text: String, style: TextStyle, color: Color, frame: Rect,
    alignment: TextAlignment = .leading
  ) {
    self.text = text
    self.style = style
    self.color = color
    self.frame = frame
    self.alignment = alignment
  }
}
