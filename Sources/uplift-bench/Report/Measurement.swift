import Foundation

/// One row of the report: what was measured beside what it is held against.
struct Measurement: Encodable {
  enum Unit: String, Encodable {
    case milliseconds = "ms"
    case mebibytes = "MiB"
    case wakeUps = "1/s"
  }

  var what: String
  var floorName: String
  var unit: Unit
  var floor: Double
  var measured: Double
  /// The most that `measured / floor` should be; for idle wake-ups, that `measured - floor` should.
  var aim: Double
  /// Other figures of the same run, by name, in the same unit.
  var details: [(name: String, value: Double)] = []

  /// What is held against the aim.
  var result: Double { unit == .wakeUps ? max(0, measured - floor) : measured / floor }
  var isAtAim: Bool { result <= aim }

  private enum Keys: String, CodingKey {
    case what, floorName, unit, floor, measured, result, aim, isAtAim, details
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(what, forKey: .what)
    try container.encode(floorName, forKey: .floorName)
    try container.encode(unit, forKey: .unit)
    try container.encode(floor, forKey: .floor)
    try container.encode(measured, forKey: .measured)
    try container.encode(result, forKey: .result)
    try container.encode(aim, forKey: .aim)
    try container.encode(isAtAim, forKey: .isAtAim)
    try container.encode(
      Dictionary(details.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }),
      forKey: .details)
  }
}
