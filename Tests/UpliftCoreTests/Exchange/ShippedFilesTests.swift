import CustomDump
import Foundation
import Testing
import UpliftCore

/// The sample and the templates are files of the format, byte for byte as the program writes them.
@Suite struct ShippedFilesTests {
  static let files: [URL] = {
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return ["data/sample", "data/templates"].flatMap { folder in
      let url = root.appending(path: folder)
      let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
      return names.filter { $0.hasSuffix(".json") }.sorted().map { url.appending(path: $0) }
    }
  }()

  @Test func theyAreThere() {
    #expect(Self.files.count >= 6)
  }

  /// With UPLIFT_RENEW set, writes them as the program would instead.
  @Test(arguments: files)
  func theyAreAsTheProgramWritesThem(file: URL) throws {
    let bytes = try Data(contentsOf: file)
    let written = try WorkspaceJSON.encode(
      WorkspaceJSON.decode(bytes, file: file.lastPathComponent))
    if ProcessInfo.processInfo.environment["UPLIFT_RENEW"] != nil {
      try written.write(to: file)
    } else {
      #expect(written == bytes, "\(file.lastPathComponent) is not in the order of the format")
    }
  }
}
