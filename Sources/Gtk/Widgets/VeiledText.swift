/// What is written behind a veil: the widget, and with it every screen and screen reader, has as
/// many dots as the text has characters, and only this value has the text.
struct VeiledText {
  private var scalars: [Unicode.Scalar]

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  var text: String {
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return String(result)
  }

  /// - Parameter offset: in Unicode scalars, as text buffers count.
  mutating func insert(_ text: String, at offset: Int) {
    scalars.insert(contentsOf: text.unicodeScalars, at: min(max(offset, 0), scalars.count))
  }

  mutating func remove(_ range: Range<Int>) {
    scalars.removeSubrange(range.clamped(to: 0..<scalars.count))
  }

  /// A dot for each scalar; only lines stay lines.
  static func veil(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    result.append(contentsOf: text.unicodeScalars.map { $0 == "\n" ? $0 : "•" })
    return String(result)
  }
}
