import UpliftCore
import UpliftDrawing

/// A kind of file that the dialog offers.
nonisolated enum ExportKind: String, CaseIterable, Codable, Sendable {
  case pdf, svg, png, csv, markdown, html, json, mermaid, canvas

  /// By a file's extension, in any case.
  init?(pathExtension: String) {
    let format = ExportFormat(pathExtension: pathExtension)
    let text = TextFormat(pathExtension: pathExtension)
    let known = Self.allCases.first {
      $0.format.map { $0 == format } ?? ($0.textFormat == text)
    }
    guard format != nil || text != nil, let known else { return nil }
    self = known
  }

  /// Of a picture; nil for a text.
  var format: ExportFormat? {
    switch self {
    case .pdf: .pdf
    case .svg: .svg
    case .png: .png
    case .csv, .markdown, .html, .json, .mermaid, .canvas: nil
    }
  }

  /// Of a text; nil for a picture.
  var textFormat: TextFormat? {
    switch self {
    case .pdf, .svg, .png: nil
    case .csv: .csv
    case .markdown: .markdown
    case .html: .html
    case .json: .json
    case .mermaid: .mermaid
    case .canvas: .canvas
    }
  }

  var pathExtension: String { format?.rawValue ?? textFormat?.rawValue ?? rawValue }

  var title: String {
    switch self {
    case .pdf: tr("PDF, to print and hand out")
    case .svg: tr("SVG, a drawing")
    case .png: tr("PNG, a picture")
    case .csv: tr("CSV, for a spreadsheet")
    case .markdown: tr("Markdown, a text")
    case .html: tr("HTML, a web page")
    case .json: tr("JSON, for programs")
    case .mermaid: tr("Mermaid, a diagram as text")
    case .canvas: tr("JSON Canvas, for other boards")
    }
  }

  /// In the dialog for files.
  var filterName: String {
    switch self {
    case .pdf: tr("PDF documents")
    case .svg: tr("SVG drawings")
    case .png: tr("PNG pictures")
    case .csv: tr("CSV tables")
    case .markdown: tr("Markdown texts")
    case .html: tr("Web pages")
    case .json: tr("JSON files")
    case .mermaid: tr("Mermaid diagrams")
    case .canvas: tr("JSON Canvas files")
    }
  }
}
