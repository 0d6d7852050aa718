import Foundation

/// Answers of a survey, counted one by one by segment, period and value: as many as one likes, as
/// only the counts are kept.
public struct SurveyTally: Sendable {
  /// More segments are none.
  public static let mostSegments = 1_000
  /// More readings cannot be meant.
  public static let mostReadings = 50_000
  /// A column with more different answers is a quantity: of that only mean and n are kept.
  static let mostAnswers = 1_000

  struct Key: Hashable {
    var period: Int
    var segment: Int
  }

  struct Bin: Sendable {
    var n = 0
    var sum = 0.0
    /// By the place of the answer in `answers`.
    var counts: [Int] = []
  }

  /// Rows with an answer that was counted.
  public private(set) var n = 0
  /// Rows whose answer is empty.
  public internal(set) var unanswered = 0
  /// Answers that name no segment, though there is a column of them.
  public private(set) var withoutSegment = 0
  /// Rows that cannot be read: the first of them, and how many.
  public internal(set) var badRows: [ImportError] = []
  public internal(set) var badRowCount = 0

  private(set) var periods: [SurveyPeriod] = []
  private(set) var segments: [String] = []
  private(set) var answers: [Double] = []
  private var placeOfPeriod: [SurveyPeriod: Int] = [:]
  private var placeOfSegment: [String: Int] = [:]
  private var placeOfAnswer: [Double: Int] = [:]
  private var places: [Key: Int] = [:]
  private var bins: [Bin] = []
  private(set) var keepsAnswers = true
  private var lastKey = Key(period: -1, segment: -2)
  private var lastBin = 0

  public init() {}

  mutating func place(of period: SurveyPeriod) -> Int {
    if let place = placeOfPeriod[period] { return place }
    placeOfPeriod[period] = periods.count
    periods.append(period)
    return periods.count - 1
  }

  /// −1: of no segment. Nil: there are too many.
  mutating func place(ofSegment name: String) -> Int? {
    let key = name.folded
    if key.isEmpty { return -1 }
    if let place = placeOfSegment[key] { return place }
    guard segments.count < Self.mostSegments else { return nil }
    placeOfSegment[key] = segments.count
    segments.append(name)
    return segments.count - 1
  }

  mutating func place(ofAnswer value: Double) -> Int {
    guard keepsAnswers else { return 0 }
    if let place = placeOfAnswer[value] { return place }
    if answers.count == Self.mostAnswers {
      keepsAnswers = false
      for index in bins.indices { bins[index].counts = [] }
      return 0
    }
    placeOfAnswer[value] = answers.count
    answers.append(value)
    return answers.count - 1
  }

  /// Counts an answer.
  ///
  /// - Parameter isAssigned: whether a column says which segment it is of.
  /// - Returns: false when there are too many readings.
  mutating func add(
    _ value: Double, at answer: Int, period: Int, segment: Int, isAssigned: Bool
  ) -> Bool {
    let key = Key(period: period, segment: segment)
    if key != lastKey {
      if let place = places[key] {
        lastBin = place
      } else {
        guard bins.count < Self.mostReadings else { return false }
        lastBin = bins.count
        places[key] = lastBin
        bins.append(Bin())
      }
      lastKey = key
    }
    n += 1
    if isAssigned, segment < 0 { withoutSegment += 1 }
    bins[lastBin].n += 1
    bins[lastBin].sum += value
    guard keepsAnswers else { return true }
    if bins[lastBin].counts.count <= answer {
      bins[lastBin].counts += Array(
        repeating: 0, count: answer + 1 - bins[lastBin].counts.count)
    }
    bins[lastBin].counts[answer] += 1
    return true
  }

  /// What was counted, by period and then by segment; first that of all segments, with an empty name.
  ///
  /// - Parameter hasTotal: where there are segments, all of them together as well.
  func sums(hasTotal: Bool) -> [(period: SurveyPeriod, segment: String, bin: Bin)] {
    var result: [(period: SurveyPeriod, segment: String, bin: Bin)] = []
    var totals: [Int: Bin] = [:]
    for (key, place) in places {
      if key.segment >= 0 {
        result.append((periods[key.period], segments[key.segment], bins[place]))
      }
      if segments.isEmpty || hasTotal {
        totals[key.period, default: Bin()].add(bins[place])
      }
    }
    result += totals.map { (periods[$0.key], "", $0.value) }
    return result.sorted {
      $0.period == $1.period ? $0.segment < $1.segment : $0.period < $1.period
    }
  }

  func counts(of bin: Bin) -> AnswerCounts? {
    guard keepsAnswers else { return nil }
    return AnswerCounts(
      Dictionary(
        bin.counts.enumerated().map { (answers[$0.offset], $0.element) }, uniquingKeysWith: +))
  }
}

extension SurveyTally.Bin {
  fileprivate mutating func add(_ other: SurveyTally.Bin) {
    n += other.n
    sum += other.sum
    if counts.count < other.counts.count {
      counts += Array(repeating: 0, count: other.counts.count - counts.count)
    }
    for (place, count) in other.counts.enumerated() { counts[place] += count }
  }
}
