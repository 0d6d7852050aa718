import Foundation

extension Color {
  /// WCAG 2 relative luminance of the opaque colour: 0 for black, 1 for white.
  public var luminance: Double {
    func linear(_ part: Double) -> Double {
      part <= 0.040_45 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// WCAG 2 contrast ratio with `other`, 1…21; both are taken as opaque.
  public func contrast(with other: Color) -> Double {
    let lighter = max(luminance, other.luminance)
    let darker = min(luminance, other.luminance)
    return (lighter + 0.05) / (darker + 0.05)
  }

  /// The colour that shows when this one lies over `other`, which is opaque.
  public func over(_ other: Color) -> Color { other.mixed(with: with(alpha: 1), share: alpha) }

  /// Between this colour (share 0) and `other` (share 1).
  func mixed(with other: Color, share: Double) -> Color {
    Color(
      red + (other.red - red) * share, green + (other.green - green) * share,
      blue + (other.blue - blue) * share, alpha + (other.alpha - alpha) * share)
  }
}
