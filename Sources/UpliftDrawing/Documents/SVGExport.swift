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
    guard let stream = OutputStream(toFileAtPath: path, append: false) else {
      throw ExportError.cannotWrite(path: target.path, reason: tr("the file cannot be opened"))
    }
    stream.open()
    defer { stream.close() }
    var writer = SVGWriter(measuring: measuring)
    writer.begin(scene)
    for band in Band.allCases {
      for item in scene.items where item.band == band {
        writer.write(item)
        try progress.advance()
        if writer.text.utf8.count > 1 << 16 {
          try flush(&writer.text, to: stream, target: target)
        }
      }
    }
    writer.end()
    try flush(&writer.text, to: stream, target: target)
  }

  private static func flush(
    _ text: inout String, to stream: OutputStream, target: URL
  ) throws {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBufferPointer { buffer in
        buffer.baseAddress.map { stream.write($0, maxLength: buffer.count) } ?? 0
      }
      guard count > 0 else {
        let reason = stream.streamError?.localizedDescription ?? tr("the disk is full")
        throw ExportError.cannotWrite(path: target.path, reason: reason)
      }
      bytes = bytes.dropFirst(count)
    }
    text = ""
  }
}
