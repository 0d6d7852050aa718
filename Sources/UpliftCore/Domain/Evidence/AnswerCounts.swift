import Foundation

/// How many people gave each answer: of a survey, a scale. Written `9:12 10:40`.
public struct AnswerCounts: Equatable, Sendable {
  public struct Answer: Equatable, Sendable {
    public var value: Double
    /// People, 1 or more.
    public var count: Int
  }

  /// Each answer once, lowest first.
  public private(set) var answers: [Answer] = []

  public init() {}

  /// - Parameter counts: people by answer. Those of 0 or less are left out.
  public init(_ counts: [Double: Int]) {
    answers = counts.filter { $0.key.isFinite && $0.value > 0 }
      .map { Answer(value: $0.key + 0, count: $0.value) }.sorted { $0.value < $1.value }
  }

  /// One answer after the other.
  public init(answers values: some Sequence<Double>) {
    self.init(values.reduce(into: [:]) { $0[$1, default: 0] += 1 })
  }

  /// Reads "9:12 10:40": an answer, a colon, how many gave it; with white space, commas or
  /// semicolons between them, in any order. An answer that comes twice counts both times.
  ///
  /// Nil when a part cannot be read, a count is below 0, or all of them are more than 10¹⁵.
  public init?(_ text: String) {
    if let plain = Self.plain(text) {
      self.init(plain)
      return
    }
    var counts: [Double: Int] = [:]
    var sum = 0
    let parts = text.split { $0.isWhitespace || $0 == ";" || $0 == "," }
    for part in parts {
      let sides = part.split(separator: ":", omittingEmptySubsequences: false)
      guard sides.count == 2, let value = Self.number(sides[0]),
        let count = Int(sides[1]), (0...Self.most).contains(count)
      else { return nil }
      counts[value, default: 0] += count
      sum += count
      guard sum <= Self.most else { return nil }
    }
    self.init(counts)
  }

  private static let most = 1_000_000_000_000_000

  /// The same where there are digits, colons and spaces alone, as nearly always; nil: it has to be
  /// looked at more closely.
  private static func plain(_ text: String) -> [Double: Int]? {
    var counts: [Double: Int] = [:]
    var answer: Int?
    var number: Int?
    var digits = 0
    var sum = 0
    func end() -> Bool {
      guard let value = answer, let count = number else { return answer == nil && number == nil }
      counts[Double(value), default: 0] += count
      sum += count
      (answer, number, digits) = (nil, nil, 0)
      return sum <= most
    }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        guard digits <= 9 else { return nil }
        number = (number ?? 0) * 10 + Int(byte - UInt8(ascii: "0"))
      case UInt8(ascii: ":"):
        guard answer == nil, let value = number else { return nil }
        (answer, number, digits) = (value, nil, 0)
      case UInt8(ascii: " "): guard end() else { return nil }
      default: return nil
      }
    }
    return end() ? counts : nil
  }

  /// With a point, as files have it; no "nan", no "0x10".
  private static func number(_ text: Substring) -> Double? {
    guard text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "-" || $0 == ".") }),
      let value = Double(text), value.isFinite
    else { return nil }
    return value == 0 ? 0 : value
  }

  /// As a reading keeps it: "9:12 10:40".
  public var text: String {
    answers.map { answer in
      let whole = Int(exactly: answer.value)
      return "\(whole.map(String.init) ?? String(answer.value)):\(answer.count)"
    }.joined(separator: " ")
  }

  /// People who answered (n).
  public var n: Int { answers.reduce(0) { $0 + $1.count } }

  public var isEmpty: Bool { answers.isEmpty }

  /// People whose answer lies in a range, both ends in it.
  public func count(in range: ClosedRange<Double>) -> Int {
    answers.reduce(0) { range.contains($1.value) ? $0 + $1.count : $0 }
  }

  /// Whether all answers lie on a scale, both ends in it.
  public func areWithin(_ scale: ClosedRange<Double>) -> Bool {
    answers.allSatisfy { scale.contains($0.value) }
  }

  /// Nil without answers.
  public var mean: Double? {
    isEmpty
      ? nil : answers.reduce(0) { $0 + $1.value * Double($1.count) } / Double(n)
  }

  /// Of a sample: the squares are divided by n − 1. Nil of fewer than two answers.
  public var standardDeviation: Double? {
    guard let mean, n > 1 else { return nil }
    let squares = answers.reduce(0) {
      $0 + ($1.value - mean) * ($1.value - mean) * Double($1.count)
    }
    return (squares / Double(n - 1)).squareRoot()
  }

  /// On the same scale the other way round: on 1–5, 1 becomes 5, 2 becomes 4.
  public func reversed(on scale: ClosedRange<Double>) -> AnswerCounts {
    AnswerCounts(
      Dictionary(
        answers.map { (scale.lowerBound + scale.upperBound - $0.value, $0.count) },
        uniquingKeysWith: +))
  }

  public static func + (left: AnswerCounts, right: AnswerCounts) -> AnswerCounts {
    AnswerCounts(
      Dictionary((left.answers + right.answers).map { ($0.value, $0.count) }, uniquingKeysWith: +))
  }
}
