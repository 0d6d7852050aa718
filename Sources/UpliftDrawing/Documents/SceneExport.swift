import Foundation
import UpliftCore

/// Writes scenes as files.
///
/// Cairo 1.16 opens font files without a lock: two threads that draw their first texts at the same
/// moment may crash. A window that has shown the picture has its fonts open.
public enum SceneExport {
  /// Writes `scene` to `url`, beside it first and then over it; nothing is left behind when it
  /// fails or is cancelled.
  ///
  /// - Parameters:
  ///   - measuring: the one that the scene was laid out with, if at hand: with one that keeps
  ///     layouts nothing is set twice. It must not be in use on another thread.
  ///   - progress: is told how much is done, 0…1, and answers false to cancel. Called on the
  ///     calling thread.
  /// - Throws: `ExportError`, `FileReplacementError`.
  public static func write(
    _ scene: Scene, to url: URL, format: ExportFormat, options: ExportOptions = ExportOptions(),
    measuring: PangoTextMeasuring? = nil, progress: (Double) -> Bool = { _ in true }
  ) throws {
    try write(
      .scene(scene), to: url, format: format, options: options, measuring: measuring,
      progress: progress)
  }

  /// Lays out and writes a map or board. Best for several sheets: cards are laid out so that none
  /// meets a page's end. Nothing is left behind when it fails or is cancelled. Parameters and
  /// errors as above.
  public static func write(
    _ picture: Picture, theme: Theme, to url: URL, format: ExportFormat,
    options: ExportOptions = ExportOptions(), progress: (Double) -> Bool = { _ in true }
  ) throws {
    try write(
      .picture(picture, theme), to: url, format: format, options: options,
      measuring: PangoTextMeasuring(keepsLayouts: true), progress: progress)
  }

  private static func write(
    _ source: ExportSource, to url: URL, format: ExportFormat, options: ExportOptions,
    measuring: PangoTextMeasuring?, progress: (Double) -> Bool
  ) throws {
    guard let measuring = measuring ?? PangoTextMeasuring() else { throw ExportError.fontsMissing }
    guard progress(0) else { throw ExportError.cancelled }
    try withoutActuallyEscaping(progress) { report in
      try FileReplacement.write(to: url) { path in
        switch format {
        case .pdf:
          try PDFExport.write(
            source, to: path, target: url, options: options, measuring: measuring, report: report)
        case .png:
          try PNGExport.write(
            source.picture(measuring: measuring, showsTitle: options.showsTitle), to: path,
            target: url, scale: options.scale,
            measuring: measuring, report: report)
        case .svg:
          try SVGExport.write(
            source.picture(measuring: measuring, showsTitle: options.showsTitle), to: path,
            target: url, measuring: measuring, report: report)
        }
        guard report(1) else { throw ExportError.cancelled }
      }
    }
  }
}

extension Scene {
  /// Places to add something are for the screen only.
  var withoutButtons: Scene {
    var scene = self
    scene.items.removeAll { $0.role == .button }
    return scene
  }
}
