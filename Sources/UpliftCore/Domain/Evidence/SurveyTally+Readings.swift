import Foundation

/// What an import of survey answers would do to the readings of a metric.
public struct SurveyOutcome: Sendable {
  /// All readings that the answers come to, oldest first, as they will be.
  public var readings: [Reading] = []
  /// One step of the history; nil: all of it was there already.
  public var edit: Edit?
  public var added = 0
  /// There was one of the same metric, segment and period, and it says something else.
  public var replaced = 0
  /// The same, but they were left as they are.
  public var left: [Left] = []
  /// Answers behind those that are replaced or left, and behind the new ones in their place.
  public var answersThere = 0
  public var answersInFile = 0
  /// There was one that says the same.
  public var same = 0
  /// Readings that were there before, of another length of time that overlaps with a new one.
  public var overlapping = 0

  /// A reading that stays, and what the answers come to in its place.
  public struct Left: Hashable, Sendable {
    public var there: Reading
    public var inFile: Reading
  }

  public init() {}
}

extension SurveyTally {
  /// - Parameters:
  ///   - replaces: whether readings of the same segment and period that say something else give way.
  ///   - existing: readings of the metric; those of one step are left alone.
  ///   - method: how the new ones were taken, in words.
  public func outcome(
    for metric: Metric, existing: [Reading], hasTotal: Bool = true, replaces: Bool = true,
    method: String
  ) -> SurveyOutcome {
    var known: [PlaceInTime: [Reading]] = [:]
    let whole = existing.filter { $0.metricID == metric.id && $0.stepID == nil }
    for reading in whole.byDay() { known[PlaceInTime(reading), default: []].append(reading) }
    var outcome = SurveyOutcome()
    var changes: [Change] = []
    for (period, segment, bin) in sums(hasTotal: hasTotal) {
      var reading = reading(of: metric, period, segment, bin, method)
      let old = known.removeValue(forKey: PlaceInTime(reading)) ?? []
      if let first = old.first {
        reading.id = first.id
        reading.segment = first.segment
        let isSame =
          first.value == reading.value && first.counts == reading.counts
          && first.sampleSize == reading.sampleSize && old.count == 1
        if isSame {
          outcome.same += 1
          reading = first
        } else {
          outcome.answersThere += first.sampleSize ?? 0
          outcome.answersInFile += reading.sampleSize ?? 0
          guard replaces else {
            outcome.left.append(SurveyOutcome.Left(there: first, inFile: reading))
            continue
          }
          outcome.replaced += 1
          changes.append(.update(from: first, to: reading))
          changes += old.dropFirst().map { .delete($0.reference) }
        }
      } else {
        outcome.added += 1
        changes.append(.insert(reading))
      }
      outcome.readings.append(reading)
    }
    outcome.overlapping = Self.overlapping(known.values.joined(), with: outcome.readings)
    outcome.edit = changes.isEmpty ? nil : Edit(.importFile, changes)
    return outcome
  }

  private func reading(
    of metric: Metric, _ period: SurveyPeriod, _ segment: String, _ bin: Bin, _ method: String
  ) -> Reading {
    var reading = Reading(
      metricID: metric.id, day: period.end, value: bin.n == 0 ? 0 : bin.sum / Double(bin.n),
      sampleSize: bin.n, method: method, segment: segment, counts: counts(of: bin)?.text ?? "",
      periodStart: period.start)
    // By the one rule for each metric, which stands there.
    let estimate = MetricEstimate(reading, of: metric)
    if estimate.counts != nil { reading.value = estimate.value }
    return reading
  }

  private static func overlapping(
    _ old: some Sequence<Reading>, with new: [Reading]
  ) -> Int {
    let spans = Dictionary(grouping: new, by: \.segment.folded)
    return old.count { reading in
      let start = reading.periodStart ?? reading.day
      return spans[reading.segment.folded]?.contains {
        ($0.periodStart ?? $0.day) <= reading.day && start <= $0.day
      } ?? false
    }
  }
}

/// Readings with the same one say the same thing, and only one of them can be right.
private struct PlaceInTime: Hashable {
  var segment: String
  var start: CalendarDay?
  var end: CalendarDay

  init(_ reading: Reading) {
    segment = reading.segment.folded
    start = reading.periodStart
    end = reading.day
  }
}

extension Metric {
  /// What an answer to it can be; nil: any number.
  public var answerScale: ClosedRange<Double>? {
    switch measure {
    case .nps: return 0...10
    case .csat: return 1...5
    case .ces: return CustomerEffortScore.Version.second.scale
    case .olderCES: return CustomerEffortScore.Version.older.scale
    case .own: return scale
    }
  }

  /// Whether answers are whole numbers.
  public var hasWholeAnswers: Bool { measure != .own }

  /// Whether somebody can have answered so.
  public func takes(answer: Double) -> Bool {
    answer.isFinite && answerScale?.contains(answer) ?? true
      && (!hasWholeAnswers || answer.rounded() == answer)
  }

  /// What an answer can be, in words.
  public var answersInWords: String {
    guard let scale = answerScale else { return tr("numbers") }
    let ends: KeyValuePairs<String, Any> = [
      "lower": MetricWords.number(scale.lowerBound), "upper": MetricWords.number(scale.upperBound),
    ]
    return hasWholeAnswers
      ? tr("whole numbers from {lower} to {upper}", ends)
      : tr("numbers from {lower} to {upper}", ends)
  }
}
