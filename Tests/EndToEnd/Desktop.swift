import Foundation
import Testing

/// A display of its own with a window manager and a bus, on which the real program runs and real
/// keys and clicks arrive. Its programs see no others: those of another test may be stopped or dead.
final class Desktop {
  let folder: URL
  let environment: [String: String]
  private var processes: [Process] = []

  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let programs = root.appendingPathComponent(".build/debug")

  init(width: Int = 1440, height: Int = 900) throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("uplift-desktop-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let number = folder.appendingPathComponent("display")
    try Data().write(to: number)
    let handle = try FileHandle(forWritingTo: number)
    let server = Process()
    server.executableURL = URL(fileURLWithPath: "/usr/bin/Xvfb")
    // The server writes the number of the display that it found free to its standard output.
    server.arguments = ["-displayfd", "1", "-screen", "0", "\(width)x\(height)x24", "-noreset"]
    server.standardOutput = handle
    server.standardError = FileHandle.nullDevice
    try server.run()
    var display = ""
    for _ in 0..<200 where display.isEmpty {
      usleep(50_000)
      display = try String(contentsOf: number, encoding: .utf8)
        .trimmingCharacters(in: .whitespacesAndNewlines)
    }
    try #require(!display.isEmpty, "no display could be started")
    var environment = ProcessInfo.processInfo.environment
    environment["DISPLAY"] = ":" + display
    environment["GDK_BACKEND"] = "x11"
    environment["GSK_RENDERER"] = "cairo"
    environment["HOME"] = folder.path
    environment["XDG_CONFIG_HOME"] = folder.appendingPathComponent("config").path
    environment["XDG_DATA_HOME"] = folder.appendingPathComponent("share").path
    environment["LC_ALL"] = "C.UTF-8"
    environment["GTK_USE_PORTAL"] = "0"
    environment["WAYLAND_DISPLAY"] = nil
    environment["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=\(folder.path)/bus"
    self.environment = environment
    processes.append(server)
    // With no keys of its own: some of its usual ones are the program's.
    let manager = folder.appendingPathComponent("openbox.xml")
    try Data(
      #"<openbox_config xmlns="http://openbox.org/3.4/rc"><keyboard/></openbox_config>"#.utf8
    )
    .write(to: manager)
    try start(
      "/usr/bin/dbus-daemon", ["--session", "--nofork", "--address=unix:path=\(folder.path)/bus"])
    try start("/usr/bin/openbox", ["--config-file", manager.path])
    usleep(300_000)
  }

  deinit {
    for process in processes.reversed() where process.isRunning {
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    try? FileManager.default.removeItem(at: folder)
  }

  func file(_ name: String) -> URL { folder.appendingPathComponent(name) }

  /// Starts a program that ends with the desktop.
  @discardableResult
  func start(_ path: String, _ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    processes.append(process)
    return process
  }

  /// Starts the program and waits until its window has the focus.
  @discardableResult
  func open(_ arguments: [String], title: String) throws -> Process {
    let process = try start(Self.programs.appendingPathComponent("uplift").path, arguments)
    try waitForWindow(title)
    return process
  }

  func waitForWindow(_ title: String) throws {
    try eventually("a window “\(title)”") {
      let found = try self.run(
        "/usr/bin/xdotool", ["search", "--onlyvisible", "--name", title])
      guard let window = found.split(separator: "\n").last else { return false }
      _ = try self.run("/usr/bin/xdotool", ["windowactivate", "--sync", String(window)])
      return true
    }
    pause(400_000)
  }

  /// Presses keys by name, one after the other: `ctrl+z`, `Return`.
  func press(_ keys: String...) throws {
    for key in keys {
      _ = try run("/usr/bin/xdotool", ["key", "--clearmodifiers", key])
      usleep(60_000)
    }
  }

  func type(_ text: String) throws {
    // A character that the keyboard lacks is put on a key for as long as the delay lasts: a program
    // that gets to it later on a busy machine would see another one.
    var rest = Substring(text)
    while let first = rest.first {
      let part = first.isASCII ? rest.prefix(while: \.isASCII) : rest.prefix(1)
      if !first.isASCII { pause(300_000) }
      _ = try run(
        "/usr/bin/xdotool", ["type", "--delay", first.isASCII ? "12" : "700", String(part)])
      usleep(60_000)
      rest = rest.dropFirst(part.count)
    }
  }

  func click(_ x: Int, _ y: Int, count: Int = 1, button: Int = 1) throws {
    _ = try run(
      "/usr/bin/xdotool",
      ["mousemove", "--sync", "\(x)", "\(y)", "click", "--repeat", "\(count)", "\(button)"])
    pause(150_000)
  }

  /// Waits so many microseconds, and on a busy machine until everybody here has nothing to do: what
  /// a pause is to leave time for has come then.
  func pause(_ microseconds: useconds_t) {
    usleep(microseconds)
    var last = [Int]()
    for _ in 0..<300 {
      let now = processes.filter(\.isRunning).map { Self.work(of: $0.processIdentifier) }
      if now == last, !now.contains(Self.atWork) { return }
      last = now
      usleep(30_000)
    }
  }

  private static let atWork = -1

  /// Ticks of the processor that a process has had; `atWork` while one of its threads runs or waits
  /// for its turn.
  private static func work(of process: pid_t) -> Int {
    var ticks = 0
    let folder = "/proc/\(process)/task"
    for thread in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      guard let line = try? String(contentsOfFile: "\(folder)/\(thread)/stat", encoding: .utf8),
        let name = line.range(of: ") ", options: .backwards)
      else { continue }
      let fields = line[name.upperBound...].split(separator: " ")
      guard fields.count > 12, fields[0] != "R", fields[0] != "D" else { return atWork }
      ticks += (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0)
    }
    return ticks
  }

  /// Waits until all keys so far have been heard: the screen stays as it is.
  func waitUntilStill() throws {
    let picture = folder.appendingPathComponent("still.ppm")
    func look() throws -> Data {
      _ = try run("/usr/bin/import", ["-window", "root", "-crop", "700x400+240+80", picture.path])
      return try Data(contentsOf: picture)
    }
    var last = try look()
    for _ in 0..<40 {
      let next = try look()
      if next == last { return }
      last = next
    }
  }

  /// Title of the window that has the focus.
  func activeTitle() throws -> String {
    try run("/usr/bin/xdotool", ["getactivewindow", "getwindowname"])
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Keeps a picture of the screen, for whoever looks into a failure.
  func screenshot(_ name: String) throws {
    _ = try run("/usr/bin/import", ["-window", "root", "/tmp/uplift-\(name).png"])
  }

  /// Runs a program to its end; its output.
  @discardableResult
  func run(_ path: String, _ arguments: [String]) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  /// `uplift-cli` with these arguments; its output.
  @discardableResult
  func command(_ arguments: String...) throws -> String {
    try run(Self.programs.appendingPathComponent("uplift-cli").path, arguments)
  }

  /// Looks again and again until it is so, for at most fifteen seconds.
  func eventually(
    _ what: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ isSo: () throws -> Bool
  ) throws {
    let end = Date().addingTimeInterval(15)
    while Date() < end {
      if try isSo() { return }
      usleep(100_000)
    }
    let name = what.filter { $0.isLetter || $0.isNumber }.prefix(40)
    try? screenshot("failure-\(name)")
    Issue.record("\(what) did not come", sourceLocation: sourceLocation)
  }
}
