import Foundation

extension TextDocument {
  /// What is different between two maps, by sort.
  init(_ comparison: JourneyComparison, shown: Set<Difference.Sort>) {
    title = comparison.title
    addHeading(1, title)
    blocks.append(.paragraph(comparison.summary))
    for sort in Difference.Sort.allCases where shown.contains(sort) {
      let own = comparison.differences.filter { $0.sort == sort }
      guard !own.isEmpty else { continue }
      addHeading(
        2, tr("{name} ({count})", ["name": ComparisonWords.name(of: sort), "count": own.count]))
      blocks.append(
        .list(
          own.map { difference in
            Item(
              text: ComparisonWords.subject(of: difference),
              remark: ComparisonWords.detail(of: difference) ?? "")
          }))
    }
  }
}

extension ExportText {
  /// What is different between two maps, as a text to read.
  ///
  /// - Parameter shown: sorts of differences that are listed.
  /// - Throws: `ExportTextError.notInFormat` for what is not Markdown or HTML.
  public static func data(
    _ comparison: JourneyComparison,
    shown: Set<Difference.Sort> = Set(Difference.Sort.allCases), as format: TextFormat
  ) throws(ExportTextError) -> Data {
    let document = TextDocument(comparison, shown: shown)
    switch format {
    case .markdown: return Data(document.markdown.utf8)
    case .html: return Data(document.html().utf8)
    case .csv, .json, .mermaid, .canvas: throw .notInFormat(format)
    }
  }
}
