import UpliftCore
import UpliftDrawing

/// What somebody chooses for an export; kept for the next one.
nonisolated struct ExportChoices: Codable, Equatable, Sendable {
  enum Style: String, CaseIterable, Codable, Sendable {
    case print, light, dark

    var theme: Theme {
      switch self {
      case .print: .print
      case .light: .light
      case .dark: .dark
      }
    }

    var title: String {
      switch self {
      case .print: tr("For printing")
      case .light: tr("Light")
      case .dark: tr("Dark")
      }
    }
  }

  /// Pixels a point that can be chosen.
  static let scales = [1.0, 2.0, 3.0, 4.0]

  var kind = ExportKind.pdf
  /// Of a PDF: a `PageFormat`.
  var page = PageFormat.poster.rawValue
  var style = Style.print
  /// Of a PNG: pixels a point.
  var scale = 2.0
  /// Where the last export went.
  var folder: String?

  var pageFormat: PageFormat {
    get { PageFormat(rawValue: page) ?? .poster }
    set { page = newValue.rawValue }
  }
}

nonisolated extension PageFormat {
  var title: String {
    switch self {
    case .poster: tr("Poster, one page")
    case .a4: tr("A4 sheets")
    case .a3: tr("A3 sheets")
    case .letter: tr("Letter sheets")
    }
  }
}
