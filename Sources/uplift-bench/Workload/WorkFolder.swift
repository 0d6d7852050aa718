import Foundation
import UpliftCore

/// A folder for the files of one run, on the disk that the working folder is on; gone afterwards.
final class WorkFolder {
  let url: URL

  init() throws {
    let build = URL(fileURLWithPath: ".build", isDirectory: true)
    let base =
      FileManager.default.fileExists(atPath: build.path)
      ? build : FileManager.default.temporaryDirectory
    url = base.appendingPathComponent("bench-\(getpid())", isDirectory: true)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  isolated deinit { try? FileManager.default.removeItem(at: url) }

  /// A file of its own with so many cards on one map.
  func file(cards: Int) throws -> URL { try file(GeneratedWorkspace.contents(cards: cards)) }

  /// A file of its own with so many notes on one board.
  func file(notes: Int) throws -> URL { try file(GeneratedBoard.contents(notes: notes)) }

  /// A file of its own with 50 journeys, 5,000 records in each register and a million answers.
  func plan() throws -> URL {
    let sample = try Template.named(Template.sampleName, in: .current).contents(title: "")
    return try file(GeneratedPlan.contents(sample))
  }

  private func file(_ contents: WorkspaceContents) throws -> URL {
    let file = url.appendingPathComponent("\(UUID().uuidString).uplift")
    try Workspace.create(at: file, contents: contents).close()
    return file
  }

  /// The sample workspace that the program brings along.
  func sample() throws -> URL {
    let file = url.appendingPathComponent("sample.uplift")
    let sample = try Template.named(Template.sampleName, in: .current)
    try Workspace.create(at: file, contents: try sample.contents(title: "")).close()
    return file
  }

  func workspace(cards: Int) throws -> Workspace {
    try Workspace.open(at: try file(cards: cards))
  }
}
