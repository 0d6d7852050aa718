/// In which direction a document runs.
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
        case .figure(let figure): figure.names
        default: []
        }
      }.filter { !$0.isEmpty }
  }

  /// Whether it begins at the right: for somebody who reads from there, and wherever most of its texts
  /// do.
  public var beginsAtTheRight: Bool { TextDirection.beginsAtTheRight(texts) }
}

extension TextDocument.Figure {
  /// Of what it shows.
  fileprivate var names: [String] {
    if case .drawing(let drawing) = content { drawing.table.rows.compactMap(\.first) } else { [] }
  }
}
