import CPango
import Foundation
import UpliftCore

/// Writes a scene as SVG with its texts as text: each line where Pango broke it, for any program
/// to select, search and set again.
enum SVGExport {
  static func write(
    _ scene: Scene, to path: String, target: URL, measuring: PangoTextMeasuring,
    report: @escaping (Double) -> Bool
  ) throws {
    var progress = ExportProgress(total: scene.items.count, report: report)
    let sink = try FileSink(path: path, target: target)
    var writer = SVGWriter(measuring: measuring)
    writer.begin(scene)
    for band in Band.allCases {
      for item in scene.items where item.band == band {
        writer.write(item)
        try progress.advance()
        if writer.text.utf8.count > 1 << 16 {
          try sink.write(writer.text)
          writer.text = ""
        }
      }
    }
    writer.end()
    try sink.write(writer.text)
    try sink.finish()
  }
}
