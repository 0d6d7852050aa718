import Foundation
import Testing

/// Runs the built `uplift-cli` as a process of its own.
enum Program {
  struct Outcome {
    var code: Int32
    /// True when a signal ended it; `code` is its number then.
    var wasSignalled: Bool
    var output: String
    var errors: String

    var lines: [String] { output.split(separator: "\n").map(String.init) }

    func json() throws -> Any {
      try JSONSerialization.jsonObject(with: Data(output.utf8), options: .fragmentsAllowed)
    }
  }

  /// The folder into which the package was built; this process runs from it too.
  static let folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent()
  static let url = folder.appendingPathComponent("uplift-cli")
  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// - Parameter environment: on top of this process's own, which has no display for it.
  static func run(
    _ arguments: [String], in directory: URL? = nil, environment: [String: String] = [:],
    program: String = url.path, whileRunning: ((Process) throws -> Void)? = nil
  ) async throws -> Outcome {
    let scratch = try Folder()
    let output = scratch.url.appendingPathComponent("output")
    let errors = scratch.url.appendingPathComponent("errors")
    for file in [output, errors] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = directory
    var variables = ProcessInfo.processInfo.environment
    for name in ["DISPLAY", "WAYLAND_DISPLAY", "UPLIFT_DATA", "LANGUAGE", "LC_ALL"] {
      variables[name] = nil
    }
    process.environment = variables.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try await withCheckedThrowingContinuation { (end: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in end.resume() }
      do {
        try process.run()
        try whileRunning?(process)
      } catch {
        process.terminationHandler = nil
        end.resume(throwing: error)
      }
    }
    return Outcome(
      code: process.terminationStatus,
      wasSignalled: process.terminationReason == .uncaughtSignal,
      output: try String(decoding: Data(contentsOf: output), as: UTF8.self),
      errors: try String(decoding: Data(contentsOf: errors), as: UTF8.self))
  }

  /// Runs it and expects that it succeeds and says nothing on standard error.
  @discardableResult
  static func succeed(
    _ arguments: String..., in directory: URL? = nil, environment: [String: String] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> Outcome {
    let outcome = try await run(arguments, in: directory, environment: environment)
    #expect(outcome.code == 0, "\(arguments): \(outcome.errors)", sourceLocation: sourceLocation)
    #expect(outcome.errors == "", sourceLocation: sourceLocation)
    return outcome
  }

  /// Runs it and expects that it fails with exactly one sentence, which holds all of `parts`.
  @discardableResult
  static func fail(
    _ arguments: String..., in directory: URL? = nil, environment: [String: String] = [:],
    saying parts: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> Outcome {
    let outcome = try await run(arguments, in: directory, environment: environment)
    #expect(outcome.code == 1, "\(arguments): \(outcome.output)", sourceLocation: sourceLocation)
    expectSentence(outcome.errors, saying: parts, sourceLocation: sourceLocation)
    return outcome
  }

  static func expectSentence(
    _ errors: String, saying parts: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      errors.hasSuffix(".\n") && errors.count { $0 == "\n" } == 1,
      "No sentence: \(errors)", sourceLocation: sourceLocation)
    for part in parts {
      #expect(errors.contains(part), "“\(part)” in: \(errors)", sourceLocation: sourceLocation)
    }
  }

  /// Runs it as somebody who may not write where the file system forbids it: root may everywhere.
  static func runUnprivileged(_ arguments: [String]) async throws -> Outcome {
    guard geteuid() == 0 else { return try await run(arguments) }
    return try await run(
      ["--reuid=65534", "--regid=65534", "--clear-groups", url.path] + arguments,
      program: "/usr/bin/setpriv")
  }

  /// Whether an unprivileged user can reach the program.
  static var canRunUnprivileged: Bool {
    geteuid() != 0
      || sequence(first: url.deletingLastPathComponent()) { $0.deletingLastPathComponent() }
        .prefix(while: { $0.path != "/" })
        .allSatisfy { folder in
          let attributes = try? FileManager.default.attributesOfItem(atPath: folder.path)
          return ((attributes?[.posixPermissions] as? Int) ?? 0) & 0o001 != 0
        }
  }

  /// Runs it and expects that it refuses its arguments.
  static func misuse(
    _ arguments: String..., saying part: String = "Usage:",
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let outcome = try await run(arguments)
    #expect(outcome.code == 64, "\(arguments)", sourceLocation: sourceLocation)
    #expect(outcome.errors.contains(part), "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(outcome.output == "", sourceLocation: sourceLocation)
  }
}

/// A folder that is gone when the test is.
final class Folder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("uplift-cli-\(UUID())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  func text(_ name: String) throws -> String {
    try String(contentsOf: url.appendingPathComponent(name), encoding: .utf8)
  }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: url.appendingPathComponent(name))
    return path(name)
  }

  var names: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: url.path).sorted()) ?? []
  }
}
