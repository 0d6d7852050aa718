import Foundation
import Testing

/// A folder for what a test writes; it goes away with the test.
final class WrittenFiles {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "uplift-drawing-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func url(_ name: String) -> URL { folder.appendingPathComponent(name) }

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path) }
  }

  /// What a program says on standard output; it has to end well.
  static func output(
    _ program: String, _ arguments: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(
      process.terminationStatus == 0, "\(program) \(arguments)", sourceLocation: sourceLocation)
    return String(decoding: data, as: UTF8.self)
  }

  /// All words of a PDF in the order in which they were drawn, a form feed after each page.
  static func text(
    ofPDF url: URL, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    try output("pdftotext", ["-raw", url.path, "-"], sourceLocation: sourceLocation)
  }

  /// Without blanks and the marks that only say in which direction a text runs.
  static func squeezed(_ text: String) -> String {
    let scalars = text.precomposedStringWithCompatibilityMapping.unicodeScalars.filter {
      !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
        && $0.properties.generalCategory != .format
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
