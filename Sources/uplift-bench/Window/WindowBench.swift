import Foundation
import UpliftCore

/// The real program, from outside: how long until it is there, how much it takes, how still it is.
struct WindowBench {
  private static let starts = 5
  private let folder: WorkFolder
  private let program: String
  private let itself: String

  init(_ folder: WorkFolder) throws {
    self.folder = folder
    let executable = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    itself = executable.path
    program = executable.deletingLastPathComponent().appendingPathComponent("uplift").path
    guard FileManager.default.isExecutableFile(atPath: program) else {
      throw BenchError.child("There is no program at \(program); build it first.")
    }
    let environment = ProcessInfo.processInfo.environment
    guard environment["DISPLAY"] != nil || environment["WAYLAND_DISPLAY"] != nil else {
      throw BenchError.noDisplay
    }
  }

  private func uplift(_ file: URL) throws -> ChildProcess {
    // As on the first day: nothing remembered from another run.
    let home = folder.url.appendingPathComponent("home-\(UUID().uuidString)").path
    return try ChildProcess(
      program, ["--report-first-frame", file.path],
      environment: ["XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home])
  }

  private func emptyWindow() throws -> ChildProcess {
    try ChildProcess(itself, ["--empty-window"])
  }

  // MARK: Start

  func start(sample: URL, large: URL, plan: URL) throws -> [Measurement] {
    // The first start of each reads it from the disk.
    _ = try emptyWindow().secondsUntilLine()
    _ = try uplift(sample).secondsUntilLine()
    var floor: [Double] = []
    var small: [Double] = []
    var big: [Double] = []
    var full: [Double] = []
    for _ in 0..<Self.starts {
      floor.append(try emptyWindow().secondsUntilLine() * 1000)
      small.append(try uplift(sample).secondsUntilLine() * 1000)
      big.append(try uplift(large).secondsUntilLine() * 1000)
      full.append(try uplift(plan).secondsUntilLine() * 1000)
    }
    func row(_ what: String, _ times: [Double], aim: Double) -> Measurement {
      Measurement(
        what: "start to first frame, " + what, floorName: "an empty GTK window",
        unit: .milliseconds, floor: Figures(floor).median, measured: Figures(times).median,
        aim: aim,
        details: [("best", Figures(times).least), ("floor best", Figures(floor).least)])
    }
    return [
      row("sample", small, aim: 1.5), row("10,000 cards", big, aim: 3),
      row("50 journeys, 5,000 records a register", full, aim: 3),
    ]
  }

  // MARK: Memory and rest

  func memoryAndIdle(large: URL) throws -> [Measurement] {
    let empty = try emptyWindow()
    _ = try empty.secondsUntilLine()
    let full = try uplift(large)
    _ = try full.secondsUntilLine()
    // What is put off until there is time for it is part of opening a workspace.
    settle(full, seconds: 20)
    func mebibytes(_ process: ChildProcess, _ name: String) -> Double {
      process.kibibytes(name) / 1024
    }
    let memory = Measurement(
      what: "memory, 10,000 cards open", floorName: "an empty GTK window, VmRSS",
      unit: .mebibytes, floor: mebibytes(empty, "VmRSS"), measured: mebibytes(full, "VmRSS"),
      aim: 2,
      details: [
        ("most so far", mebibytes(full, "VmHWM")), ("floor most", mebibytes(empty, "VmHWM")),
        ("its own", mebibytes(full, "RssAnon")), ("floor's own", mebibytes(empty, "RssAnon")),
      ])
    let pause = 10.0
    let before = (empty: empty.wakeUps, full: full.wakeUps)
    usleep(UInt32(pause * 1_000_000))
    // A thread that has ended takes its count along; fewer than none is none.
    let idle = Measurement(
      what: "idle, window open", floorName: "an empty GTK window", unit: .wakeUps,
      floor: max(0, empty.wakeUps(since: before.empty)) / pause,
      measured: max(0, full.wakeUps(since: before.full)) / pause, aim: 0)
    return [memory, idle]
  }

  /// Until nothing has happened in a process for four seconds, or for so many.
  private func settle(_ process: ChildProcess, seconds: Int) {
    var still = 0
    var last = process.wakeUps
    for _ in 0..<seconds where still < 4 {
      sleep(1)
      still = process.wakeUps(since: last) == 0 ? still + 1 : 0
      last = process.wakeUps
    }
  }

  // MARK: Frames

  /// A process of its own draws them, so that nothing measured before is in its way.
  func frames(_ file: URL, of what: String) throws -> Measurement {
    let child = try ChildProcess(itself, ["--frames", file.path])
    let text = String(decoding: child.allOutput(), as: UTF8.self)
    let times = text.split(separator: "\n").compactMap { Double($0) }
    guard times.count > 100 else { throw BenchError.child("The frames were not drawn: \(text)") }
    let figures = Figures(times)
    return Measurement(
      what: "frame while panning and zooming, \(what), p99",
      floorName: "a frame at 60 a second", unit: .milliseconds, floor: 1000 / 60,
      measured: figures.p99, aim: 1,
      details: [("p50", figures.median), ("slowest", figures.quantile(1))])
  }
}
