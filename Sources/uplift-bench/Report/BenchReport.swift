import Foundation

/// Everything that a run measured, and on what.
struct BenchReport: Encodable {
  struct Machine: Encodable {
    var processor: String
    var cores: Int
    var kernel: String
    var display: String
    var renderer: String
  }

  var machine: Machine
  var rows: [Measurement] = []
  /// Rows that could not be measured here, with the reason.
  var missing: [String: String] = [:]
  var seconds: Double = 0

  static var thisMachine: Machine {
    let processor =
      (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?
      .split(separator: "\n").first { $0.hasPrefix("model name") }?
      .split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
    let kernel = try? String(contentsOfFile: "/proc/sys/kernel/osrelease", encoding: .utf8)
    let environment = ProcessInfo.processInfo.environment
    return Machine(
      processor: processor ?? "unknown", cores: ProcessInfo.processInfo.activeProcessorCount,
      kernel: (kernel ?? "unknown").trimmingCharacters(in: .whitespacesAndNewlines),
      display: environment["WAYLAND_DISPLAY"] ?? environment["DISPLAY"] ?? "none",
      renderer: environment["GSK_RENDERER"] ?? "GTK's choice")
  }

  var json: Data {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      encoder.nonConformingFloatEncodingStrategy = .convertToString(
        positiveInfinity: "infinite", negativeInfinity: "-infinite", nan: "none")
      return try encoder.encode(self) + Data("\n".utf8)
    }
  }

  static let heading =
    pad("what", 46) + pad("floor", 13, left: true) + pad("here", 13, left: true)
    + pad("result", 10, left: true) + pad("aim", 10, left: true)

  static func line(_ row: Measurement) -> String {
    let sign = row.unit == .wakeUps ? "+" : "×"
    let details = row.details.map { "\($0.name) \(shown($0.value, row.unit))" }
    return pad(row.what, 46) + pad(shown(row.floor, row.unit), 13, left: true)
      + pad(shown(row.measured, row.unit), 13, left: true)
      + pad("\(sign) \(fixed(row.result, 2))", 10, left: true)
      + pad("\(sign) \(fixed(row.aim, row.aim == row.aim.rounded() ? 0 : 1))", 10, left: true)
      + (row.isAtAim ? "  yes" : "  NO ")
      + "\n    " + ([row.floorName] + details).joined(separator: " · ")
  }

  private static func shown(_ value: Double, _ unit: Measurement.Unit) -> String {
    "\(fixed(value, value < 10 ? 2 : value < 100 ? 1 : 0)) \(unit.rawValue)"
  }

  private static func fixed(_ value: Double, _ digits: Int) -> String {
    value.formatted(
      .number.precision(.fractionLength(digits)).grouping(.never).locale(Locale(identifier: "en")))
  }

  private static func pad(_ text: String, _ width: Int, left: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - text.count))
    return left ? space + text : text + space
  }
}
