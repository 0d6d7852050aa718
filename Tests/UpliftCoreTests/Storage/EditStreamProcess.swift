import Foundation
import Testing

/// A running `edit-stream`: what it says is kept in a file, so that nothing is lost with it.
final class EditStreamProcess {
  private let process = Process()
  private let output: URL

  init(_ arguments: [String], folder: TemporaryFolder) throws {
    output = folder.file("output-\(UUID())")
    try Data().write(to: output)
    let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    process.executableURL = URL(fileURLWithPath: own).deletingLastPathComponent()
      .appendingPathComponent("edit-stream")
    process.arguments = arguments
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardInput = FileHandle.nullDevice
    try process.run()
  }

  var lines: [String] {
    let text = (try? String(contentsOf: output, encoding: .utf8)) ?? ""
    // A line that was cut off by the kill was not said.
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  func waitForFirstLine() {
    for _ in 0..<5000 where process.isRunning && lines.isEmpty { usleep(2000) }
  }

  func kill() {
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Everything that it said. One that hangs is ended after three minutes, and is a failure.
  func finish(_ location: SourceLocation = #_sourceLocation) -> [String] {
    for _ in 0..<36_000 where process.isRunning { usleep(5000) }
    if process.isRunning {
      kill()
      Issue.record("It hangs. Last: \(lines.last ?? "nothing")", sourceLocation: location)
    }
    process.waitUntilExit()
    if process.terminationStatus != 0 {
      Issue.record(
        "It crashed (\(process.terminationStatus)). Last: \(lines.last ?? "nothing")",
        sourceLocation: location)
    }
    return lines
  }

  static func run(
    _ arguments: [String], folder: TemporaryFolder, _ location: SourceLocation = #_sourceLocation
  ) throws -> [String] {
    try EditStreamProcess(arguments, folder: folder).finish(location)
  }
}
