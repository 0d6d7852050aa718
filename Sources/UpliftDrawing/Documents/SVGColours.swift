/// The colours of a picture that is shown on light and on dark pages, as classes of CSS.
struct SVGColours {
  private struct Pair: Hashable {
    var property: String
    var light: Color
    var dark: Color
  }

  private var classes: [Pair: Int] = [:]
  private var pairs: [Pair] = []

  /// The attribute for a colour that is another one on a dark page.
  mutating func attribute(_ property: String, _ light: Color, _ dark: Color) -> String {
    let pair = Pair(property: property, light: light, dark: dark)
    if let number = classes[pair] { return " class=\"c\(number)\"" }
    pairs.append(pair)
    classes[pair] = pairs.count
    return " class=\"c\(pairs.count)\""
  }

  /// Paper is light, whatever the screen is.
  var style: String {
    func rules(_ colour: (Pair) -> Color) -> String {
      pairs.enumerated().map { index, pair in
        let declarations = Self.declarations(pair.property, colour(pair))
        return ".c\(index + 1) { \(declarations) }"
      }.joined(separator: "\n")
    }
    return rules(\.light) + "\n@media screen and (prefers-color-scheme: dark) {\n"
      + rules(\.dark) + "\n}"
  }

  private static func declarations(_ property: String, _ colour: Color) -> String {
    let opacity =
      colour.alpha >= 1 ? "" : " \(property)-opacity: \(SVGWriter.number(colour.alpha));"
    return "\(property): \(SVGWriter.hexadecimal(colour));" + opacity
  }
}
