import Foundation
import Testing

/// Who may import whom, and where unsafe lines may stand.
@Suite struct HouseTests {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The Swift files below a folder, with their text.
  private func files(_ folder: String) throws -> [(path: String, text: String)] {
    let base = Self.root.appendingPathComponent(folder)
    let paths = try #require(FileManager.default.subpaths(atPath: base.path))
    return try paths.filter { $0.hasSuffix(".swift") }.map { path in
      let text = try String(contentsOf: base.appendingPathComponent(path), encoding: .utf8)
      return (folder + "/" + path, text)
    }
  }

  private func imports(_ text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), place < 2, place + 1 < words.count,
        words[0] == "import" || words[0].hasPrefix("@") || words[0] == "private"
      else { return nil }
      return String(words[place + 1])
    }
  }

  @Test(arguments: [
    ("Sources/UpliftCore/Domain", ["CIntl"]),
    ("Sources/UpliftCore/Storage", ["GRDB", "CSQLiteSession"]),
    ("Sources/UpliftCore/Exchange", ["SwiftCSV"]),
    ("Sources/UpliftDrawing", ["UpliftCore", "CPango", "CPixbuf"]),
    ("Sources/Gtk", ["CGtk"]),
    ("Sources/UpliftApp", ["Gtk", "UpliftDrawing", "UpliftCore"]),
    ("Sources/uplift", ["UpliftApp"]),
    ("Sources/uplift-cli", ["UpliftDrawing", "UpliftCore", "ArgumentParser"]),
  ])
  func aModuleImportsOnlyWhatStandsBelowIt(folder: String, allowed: [String]) throws {
    let all = try files(folder)
    #expect(!all.isEmpty)
    for file in all {
      let system = ["Foundation", "Dispatch", "Glibc"]
      let foreign = imports(file.text).filter { !(allowed + system).contains($0) }
      #expect(foreign == [], "\(file.path)")
    }
  }

  @Test func onlyTheUnsafeFoldersAreUnsafe() throws {
    let loud = ["unsafeBitCast", "try!", "fatalError(", " as! "]
    for folder in ["UpliftCore", "UpliftDrawing", "UpliftApp", "uplift", "uplift-cli", "Gtk"] {
      for file in try files("Sources/\(folder)") where !file.path.contains("/Unsafe/") {
        for word in loud where file.text.contains(word) {
          Issue.record("\(file.path) contains “\(word)”")
        }
      }
    }
  }

  @Test func translatedTextsArePlainLiterals() throws {
    for folder in ["UpliftCore", "UpliftDrawing", "UpliftApp", "uplift-cli"] {
      for file in try files("Sources/\(folder)") {
        let calls = file.text.matches(of: /\b(?:tr|ntr|ptr)\(\s*("""|"[^"\n]*\\\()/)
        #expect(calls.isEmpty, "\(file.path) translates a text that cannot be collected")
      }
    }
  }
}
