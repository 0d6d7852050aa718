import Foundation

/// Files of `Tests/Fixtures`.
enum Fixtures {
  static func folder(_ name: String) -> URL {
    var url = URL(filePath: #filePath)
    for _ in 0..<3 { url.deleteLastPathComponent() }
    return url.appending(path: "Fixtures/\(name)")
  }

  static func files(_ folder: String, _ ending: String) -> [URL] {
    let url = Self.folder(folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return names.filter { $0.hasSuffix(ending) }.sorted().map { url.appending(path: $0) }
  }
}
