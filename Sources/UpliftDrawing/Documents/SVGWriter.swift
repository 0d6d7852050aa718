import CPango
import Foundation
import UpliftCore

/// Puts a scene into words of SVG 1.1.
struct SVGWriter {
  private(set) var measuring: PangoTextMeasuring
  var text = ""
  /// Nil: colours stand where they are used.
  private(set) var colours: SVGColours?
  private let hasLinks: Bool
  /// How many shapes cut pictures so far, and what tells them from those of the page's other pictures.
  private var clips = 0
  private var prefix = ""

  /// - Parameter colours: for a picture inside a web page, with light and dark colours.
  init(measuring: PangoTextMeasuring, colours: SVGColours? = nil) {
    self.measuring = measuring
    self.colours = colours
    // In a page the picture is one thing to a screen reader, with nothing in it to go to.
    hasLinks = colours == nil
  }

  mutating func begin(_ scene: Scene) {
    let width = number(scene.size.width)
    let height = number(scene.size.height)
    text += """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \
      width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" direction="ltr" \
      font-family="\(escaped(PangoText.families.joined(separator: ", "))), sans-serif">
      <title>\(escaped(scene.title))</title>

      """
    let ground = paint("fill", scene.background, scene.background)
    text += "<rect width=\"\(width)\" height=\"\(height)\"\(ground)/>\n"
  }

  /// Begins a picture inside a web page, which says its name and that there is text for it.
  ///
  /// - Parameter place: of the picture on its page.
  mutating func beginFigure(_ scene: Scene, dark: Scene, description: String, place: Int) {
    prefix = "picture-\(place)-"
    let width = number(scene.size.width)
    let height = number(scene.size.height)
    text += """
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \
      role="img" aria-labelledby="picture-title-\(place) picture-description-\(place)" \
      width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" direction="ltr" \
      font-family="\(escaped(PangoText.families.joined(separator: ", "))), sans-serif">
      <title id="picture-title-\(place)">\(escaped(scene.title))</title>
      <desc id="picture-description-\(place)">\(escaped(description))</desc>

      """
    let ground = paint("fill", scene.background, dark.background)
    text += "<rect width=\"\(width)\" height=\"\(height)\"\(ground)/>\n"
  }

  mutating func end() { text += "</svg>\n" }

  /// - Parameter dark: the same item in dark colours.
  mutating func write(_ item: SceneItem, dark: SceneItem? = nil) {
    guard !item.content.primitives.isEmpty else { return }
    let link = hasLinks ? item.content.link : nil
    if let link { text += "<a xlink:href=\"\(escaped(link))\">" }
    text += "<g transform=\"translate(\(number(item.frame.x)) \(number(item.frame.y)))\">\n"
    let others = dark?.content.primitives ?? []
    for (index, primitive) in item.content.primitives.enumerated() {
      write(primitive, dark: index < others.count ? others[index] : primitive)
    }
    text += link == nil ? "</g>\n" : "</g></a>\n"
  }

  private mutating func write(_ primitive: Primitive, dark: Primitive) {
    let other = dark.colour
    switch primitive {
    case .fill(let shape, let color):
      text += element(shape, paint("fill", color, other ?? color))
    case .stroke(let shape, let color, let width, let dash):
      var style =
        " fill=\"none\"" + paint("stroke", color, other ?? color)
        + " stroke-width=\"\(number(width))\""
      if !dash.isEmpty {
        style += " stroke-dasharray=\"\(dash.map(number).joined(separator: " "))\""
      }
      text += element(shape, style + " stroke-linejoin=\"round\"")
    case .text(let block): write(block, paint("fill", block.color, other ?? block.color))
    case .image(let block): write(block)
    }
  }

  private mutating func write(_ block: ImageBlock) {
    let picture = block.image.picture
    if let clip = block.clip {
      clips += 1
      text += "<clipPath id=\"\(prefix)clip\(clips)\">\n" + element(clip, "") + "</clipPath>\n"
    }
    let clip = block.clip == nil ? "" : " clip-path=\"url(#\(prefix)clip\(clips))\""
    text +=
      "<g\(clip)><image\(attributes(block.frame)) preserveAspectRatio=\"none\" "
      + "xlink:href=\"data:\(picture.mediaType.rawValue);base64,"
      + "\(picture.data.base64EncodedString())\"/></g>\n"
  }

  // MARK: Shapes

  private func element(_ shape: Shape, _ style: String) -> String {
    switch shape {
    case .rectangle(let frame): return "<rect\(attributes(frame))\(style)/>\n"
    case .roundedRectangle(let frame, let radius):
      return "<rect\(attributes(frame)) rx=\"\(number(radius))\"\(style)/>\n"
    case .ellipse(let frame):
      return
        "<ellipse cx=\"\(number(frame.midX))\" cy=\"\(number(frame.midY))\" "
        + "rx=\"\(number(frame.width / 2))\" ry=\"\(number(frame.height / 2))\"\(style)/>\n"
    case .path(let elements):
      func pair(_ point: Point) -> String { "\(number(point.x)) \(number(point.y))" }
      let words = elements.map { element in
        switch element {
        case .move(let point): "M\(pair(point))"
        case .line(let point): "L\(pair(point))"
        case .curve(let first, let second, let to): "C\(pair(first)) \(pair(second)) \(pair(to))"
        case .close: "Z"
        }
      }
      return "<path d=\"\(words.joined())\"\(style)/>\n"
    }
  }

  private func attributes(_ frame: Rect) -> String {
    " x=\"\(number(frame.x))\" y=\"\(number(frame.y))\""
      + " width=\"\(number(frame.width))\" height=\"\(number(frame.height))\""
  }

  private mutating func paint(_ property: String, _ color: Color, _ dark: Color) -> String {
    if let attribute = colours?.attribute(property, color, dark) { return attribute }
    let paint = " \(property)=\"\(Self.hexadecimal(color))\""
    return color.alpha >= 1 ? paint : paint + " \(property)-opacity=\"\(number(color.alpha))\""
  }

  static func hexadecimal(_ color: Color) -> String {
    func hex(_ part: Double) -> String {
      let value = Int((min(max(part, 0), 1) * 255).rounded())
      return (value < 16 ? "0" : "") + String(value, radix: 16)
    }
    return "#\(hex(color.red))\(hex(color.green))\(hex(color.blue))"
  }

  // MARK: Text

  private mutating func write(_ block: TextBlock, _ paint: String) {
    let (lines, size) = measuring.withLayout(for: block) {
      (Self.lines(of: $0, text: block.text), PangoText.fontSize(of: $0))
    }
    var words = "<text xml:space=\"preserve\" font-size=\"\(number(size))\"" + paint
    if block.style.weight != .regular { words += " font-weight=\"\(block.style.weight.rawValue)\"" }
    if block.style.isItalic { words += " font-style=\"italic\"" }
    if block.style.isStruckThrough { words += " text-decoration=\"line-through\"" }
    for line in lines {
      let y = number(block.frame.y + line.baseline)
      let left = block.frame.x + line.left
      var place: String
      if block.alignment == .centre {
        place = " text-anchor=\"middle\" x=\"\(number(left + line.width / 2))\""
      } else {
        // The start of a right-to-left line is its right edge.
        place = " x=\"\(number(line.isRightToLeft ? left + line.width : left))\""
      }
      if line.isRightToLeft { place += " direction=\"rtl\"" }
      text += words + place + " y=\"\(y)\">\(escaped(line.text))</text>\n"
    }
  }

  private struct Line {
    var text: String
    var left: Double
    var width: Double
    var baseline: Double
    var isRightToLeft: Bool
  }

  private static func lines(of layout: OpaquePointer, text: String) -> [Line] {
    guard let iterator = pango_layout_get_iter(layout) else { return [] }
    defer { pango_layout_iter_free(iterator) }
    let bytes = Array(text.utf8)
    var lines: [Line] = []
    repeat {
      guard let line = pango_layout_iter_get_line_readonly(iterator)?.pointee else { continue }
      let start = Int(line.start_index)
      let end = min(bytes.count, start + Int(line.length))
      guard start < end else { continue }
      // What hangs at the end of a wrapped line is not seen.
      let shown = String(decoding: bytes[start..<end], as: UTF8.self)
        .trimmingCharacters(in: .whitespacesAndNewlines)
      guard !shown.isEmpty else { continue }
      var extents = PangoRectangle()
      pango_layout_iter_get_line_extents(iterator, nil, &extents)
      lines.append(
        Line(
          text: shown, left: PangoText.points(extents.x), width: PangoText.points(extents.width),
          baseline: PangoText.points(pango_layout_iter_get_baseline(iterator)),
          isRightToLeft: PangoDirection(UInt32(line.resolved_dir)) == PANGO_DIRECTION_RTL))
    } while pango_layout_iter_next_line(iterator) != 0
    return lines
  }

  // MARK: Words

  private func number(_ value: Double) -> String { Self.number(value) }

  /// At most three places after the point, whatever the locale.
  static func number(_ value: Double) -> String {
    let thousandths = (value * 1000).rounded()
    guard thousandths.isFinite, abs(thousandths) < 1e15 else { return "0" }
    let whole = Int(thousandths)
    guard whole % 1000 != 0 else { return String(whole / 1000) }
    var digits = String(abs(whole) % 1000 + 1000).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return (whole < 0 ? "-" : "") + "\(abs(whole) / 1000).\(digits)"
  }

  /// Text and attribute values; what XML cannot hold is left out.
  private func escaped(_ value: String) -> String {
    var result = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += " "
      default:
        guard scalar.value >= 0x20, scalar.value != 0xFFFE, scalar.value != 0xFFFF else { continue }
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Primitive {
  /// Nil for a picture.
  fileprivate var colour: Color? {
    switch self {
    case .fill(_, let color), .stroke(_, let color, _, _): color
    case .text(let block): block.color
    case .image: nil
    }
  }
}
