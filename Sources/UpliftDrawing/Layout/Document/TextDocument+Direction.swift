import UpliftCore

extension TextDocument.Item {
  /// With its remark.
  var line: String {
    guard !remark.isEmpty else { return text }
    // In a text of the other direction the remark keeps its own order: "(3 votes)".
    return (TextDirection.isRightToLeft(text) ?? false)
      == (TextDirection.isRightToLeft(remark) ?? false)
      ? "\(text) (\(remark))" : "\(text) \("(\(remark))".isolated)"
  }
}

extension TextDocument {
  /// Some of what it says, to tell the direction of its script.
  var texts: [String] {
    [title]
      + blocks.prefix(40).flatMap { block -> [String] in
        switch block {
        case .paragraph(let text), .quote(let text): [text]
        case .facts(let facts): facts.map(\.value)
        case .list(let items): items.map(\.text)
        case .grid(let grid): grid.rows.compactMap(\.first)
        default: []
        }
      }.filter { !$0.isEmpty }
  }
}
