import Foundation
import UpliftCore

/// `uplift-bench [--json FILE] [--only WORD]`: measures every row of the design's table "Speed and
/// memory", each beside its floor. With `--empty-window` and the like it is what it measures.
struct Bench {
  private let arguments: [String]

  init(_ arguments: [String]) { self.arguments = arguments }

  func run() -> Int32 {
    do {
      switch arguments.first {
      case "--empty-window": return EmptyWindow.run()
      case "--frames":
        return try FrameTimes.run(URL(fileURLWithPath: value(of: "--frames") ?? ""))
      default: return try measure()
      }
    } catch {
      FileHandle.standardError.write(Data("uplift-bench: \(error)\n".utf8))
      return 1
    }
  }

  private func measure() throws -> Int32 {
    let display = try VirtualDisplay.ifNeeded(arguments)
    if let display { return display }
    var report = BenchReport(machine: BenchReport.thisMachine)
    let start = ContinuousClock.now
    let folder = try WorkFolder()
    say("Uplift on \(report.machine.processor), \(report.machine.cores) cores\n")
    say(BenchReport.heading)
    for group in groups(folder) where only.isEmpty || group.name.contains(only) {
      do {
        for row in try group.measure() {
          report.rows.append(row)
          say(BenchReport.line(row))
        }
      } catch {
        report.missing[group.name] = "\(error)"
        say("\(group.name): not measured. \(error)")
      }
    }
    report.seconds = Double((ContinuousClock.now - start).components.seconds)
    say("\nDone in \(Int(report.seconds)) s.")
    if let json = value(of: "--json") {
      try report.json.write(to: URL(fileURLWithPath: json), options: .atomic)
      say("The same as JSON: \(json)")
    }
    return report.missing.isEmpty ? 0 : 1
  }

  private var only: String { value(of: "--only") ?? "" }

  private func value(of option: String) -> String? {
    guard let place = arguments.firstIndex(of: option), place + 1 < arguments.count else {
      return nil
    }
    return arguments[place + 1]
  }

  /// At once, even into a pipe.
  private func say(_ line: String) {
    try? FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
  }

  private struct Group {
    var name: String
    var measure: () throws -> [Measurement]
  }

  private func groups(_ folder: WorkFolder) -> [Group] {
    [
      Group(name: "start") {
        try WindowBench(folder).start(
          sample: try folder.sample(), large: try folder.file(cards: 10_000),
          plan: try folder.plan())
      },
      Group(name: "frames") {
        let bench = try WindowBench(folder)
        return [
          try bench.frames(try folder.file(cards: 10_000), of: "10,000 cards"),
          try bench.frames(try folder.file(notes: 2_000), of: "board of 2,000 notes"),
          try bench.frames(try folder.file(notes: 10_000), of: "board of 10,000 notes"),
        ]
      },
      Group(name: "edit") {
        [
          try EditBench.durableEdit(
            try folder.workspace(cards: 10_000), folder: folder.url, count: 300)
        ]
      },
      Group(name: "scene") {
        [try DrawingBench.editToScene(try folder.workspace(cards: 10_000), count: 300)]
      },
      Group(name: "pdf") {
        [
          try DrawingBench.pdf(
            GeneratedWorkspace.contents(cards: 10_000), folder: folder.url)
        ]
      },
      Group(name: "search") {
        [
          try SearchBench.search(
            try folder.workspace(cards: 100_000), cards: 100_000, count: 600)
        ]
      },
      Group(name: "rest") {
        try WindowBench(folder).memoryAndIdle(large: try folder.file(cards: 10_000))
      },
    ]
  }
}
