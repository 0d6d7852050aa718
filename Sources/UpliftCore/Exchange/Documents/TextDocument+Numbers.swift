import Foundation

extension TextDocument {
  /// The blocks as they are set: in a book, headings, figures and tables with a caption carry
  /// their numbers.
  public var numberedBlocks: [Block] {
    guard cover != nil else { return blocks }
    var section = 0
    var part = 0
    var figure = 0
    var table = 0
    return blocks.map { block in
      switch block {
      case .heading(2, let text):
        section += 1
        part = 0
        return .heading(2, "\(section)  \(text)")
      case .heading(3, let text):
        part += 1
        return .heading(3, "\(section).\(part)  \(text)")
      case .figure(var one):
        figure += 1
        one.caption =
          one.caption.isEmpty
          ? tr("Figure {number}", ["number": figure])
          : tr("Figure {number}: {caption}", ["number": figure, "caption": one.caption])
        return .figure(one)
      case .grid(var grid) where !grid.caption.isEmpty:
        table += 1
        grid.caption = tr("Table {number}: {caption}", ["number": table, "caption": grid.caption])
        return .grid(grid)
      default: return block
      }
    }
  }

  /// Sources of figures and tables, in their order: the notes of the document.
  var notes: [String] { blocks.compactMap(\.source) }
}

extension TextDocument.Block {
  /// A footnote of it; nil when there is none.
  public var source: String? {
    switch self {
    case .figure(let figure): figure.source.isEmpty ? nil : figure.source
    case .grid(let grid): grid.source.isEmpty ? nil : grid.source
    default: nil
    }
  }
}

extension Int {
  /// "¹²", as a note's number stands behind a word.
  public var asNoteNumber: String {
    let figures = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return String(String(self).compactMap { $0.wholeNumberValue.map { figures[$0] } })
  }
}
