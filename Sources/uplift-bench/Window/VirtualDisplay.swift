import Foundation

/// A display for a machine without one.
enum VirtualDisplay {
  /// Runs the whole benchmark again under `xvfb-run` when there is no display but there is that.
  ///
  /// - Returns: its exit code; nil when there is a display, or none can be made.
  static func ifNeeded(_ arguments: [String]) throws -> Int32? {
    let environment = ProcessInfo.processInfo.environment
    guard environment["DISPLAY"] == nil, environment["WAYLAND_DISPLAY"] == nil else { return nil }
    let path = (environment["PATH"] ?? "/usr/bin").split(separator: ":").map { "\($0)/xvfb-run" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let path else { return nil }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments =
      [
        "-a", "-s", "-screen 0 1440x900x24 -noreset",
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path,
      ] + arguments
    process.environment = environment.merging(
      ["GSK_RENDERER": "cairo", "LIBGL_ALWAYS_SOFTWARE": "1"]
    ) { own, _ in own }
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
