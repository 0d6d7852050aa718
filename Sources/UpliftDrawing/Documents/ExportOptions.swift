import Foundation
import UpliftCore

/// A kind of file that a picture can be written as.
public enum ExportFormat: String, CaseIterable, Sendable {
  case pdf, svg, png

  /// By a file's extension, in any case; nil when pictures are not written so.
  public init?(pathExtension: String) { self.init(rawValue: pathExtension.lowercased()) }
}

/// The paper of a PDF.
public enum PageFormat: String, CaseIterable, Sendable {
  /// One page, as large as the picture.
  case poster
  /// Several sheets, upright or across, whichever are fewer.
  case a4, a3, letter

  /// Points, upright; nil for a poster.
  public var paper: Size? {
    switch self {
    case .poster: nil
    case .a4: Size(595.276, 841.89)
    case .a3: Size(841.89, 1190.551)
    case .letter: Size(612, 792)
    }
  }
}

/// How a picture is written.
public struct ExportOptions: Sendable {
  /// Of a PDF.
  public var page = PageFormat.poster
  /// Of a PNG: pixels a point.
  public var scale = 2.0
  /// Whether an SVG or PNG of a map or board has its title over the picture, as a PDF always has: a
  /// part of one has no title of its own.
  public var showsTitle = true
  /// In a PDF's metadata; empty: left out.
  public var author = ""
  /// In a PDF's metadata. The same date gives the same file.
  public var date = Date()

  public init(page: PageFormat = .poster, scale: Double = 2, showsTitle: Bool = true) {
    self.page = page
    self.scale = scale
    self.showsTitle = showsTitle
  }
}
