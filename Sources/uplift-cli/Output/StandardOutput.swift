import Foundation
import UpliftCore

/// What is written as a file elsewhere, for whoever reads standard output.
enum StandardOutput {
  /// - Parameter make: writes a file at the path that it is given; what it refuses names that.
  static func write(ending: String, _ make: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("uplift-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("output").appendingPathExtension(ending)
    do {
      try make(file.path)
    } catch {
      // Nobody but us knows of the file.
      throw Failure(error).replacing(file.path, with: "-")
    }
    try Output.write(try Data(contentsOf: file))
  }
}
