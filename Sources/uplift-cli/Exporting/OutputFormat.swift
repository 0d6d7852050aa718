import Foundation
import UpliftCore
import UpliftDrawing

/// What `export` can write, by the ending of the file's name.
enum OutputFormat: Equatable {
  case picture(ExportFormat)
  case text(TextFormat)

  /// Nil when the ending is none of them; case does not matter.
  init?(path: String) {
    let ending = URL(fileURLWithPath: path).pathExtension
    if let picture = ExportFormat(pathExtension: ending) {
      self = .picture(picture)
    } else if let text = TextFormat(pathExtension: ending) {
      self = .text(text)
    } else {
      return nil
    }
  }

  /// As the contract lists them.
  static let endings = ".pdf .svg .png .csv .canvas .json .md .html .mmd"

  var isPicture: Bool { if case .picture = self { true } else { false } }
}
