import Foundation
import UpliftCore

/// Pictures that go to another program without a file: through a clipboard, inside a web page.
public enum PictureData {
  /// Pixels of a PNG for another program: more is of no use on a page, and costs seconds.
  private static let mostPixels = 40_000_000.0

  /// - Parameters:
  ///   - scale: pixels a point, or less when the picture is very large.
  ///   - goesOn: asked now and then; false ends it.
  /// - Throws: `ExportError`.
  public static func png(
    _ picture: Picture, theme: Theme, scale: Double = 2, goesOn: @escaping () -> Bool = { true }
  ) throws -> [UInt8] {
    let (scene, measuring) = try scene(of: picture, theme)
    return try PNGExport.data(
      scene, scale: scale, pixels: mostPixels, measuring: measuring, report: { _ in goesOn() })
  }

  /// A whole file, with its texts as text.
  ///
  /// - Throws: `ExportError`.
  public static func svg(
    _ picture: Picture, theme: Theme, goesOn: @escaping () -> Bool = { true }
  ) throws -> String {
    let (scene, measuring) = try scene(of: picture, theme)
    var progress = ExportProgress(total: scene.items.count) { _ in goesOn() }
    var writer = SVGWriter(measuring: measuring)
    writer.begin(scene)
    for band in Band.allCases {
      for item in scene.items where item.band == band {
        writer.write(item)
        try progress.advance()
      }
    }
    writer.end()
    return writer.text
  }

  private static func scene(
    of picture: Picture, _ theme: Theme
  ) throws -> (Scene, PangoTextMeasuring) {
    guard let measuring = PangoTextMeasuring(keepsLayouts: true) else {
      throw ExportError.fontsMissing
    }
    let scene = ExportSource.picture(picture, theme).scene(measuring: measuring)
    return (scene, measuring)
  }
}
