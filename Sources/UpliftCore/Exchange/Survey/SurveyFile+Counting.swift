import Foundation

extension SurveyFile {
  /// Rows between two looks at whether somebody waits for the rest.
  private static let stride = 4_096

  /// Counts all answers of the file.
  ///
  /// Rows that cannot be read are not counted; the tally says which they are. What makes all rows
  /// behind it uncertain, a quotation mark that is never closed, refuses the file.
  ///
  /// - Parameters:
  ///   - startMonth: with which the fiscal year begins, 1…12.
  ///   - progress: is told now and then how much is done, 0…1, and answers false to cancel.
  /// - Throws: `ImportError`, `CancellationError`.
  public func tally(
    _ mapping: SurveyMapping, of metric: Metric, startMonth: Int,
    progress: ((Double) -> Bool)? = nil
  ) throws -> SurveyTally {
    do {
      var counting = SurveyCounting(self, mapping, metric, startMonth)
      var stream = try CSVStream(url, delimiter: delimiter)
      _ = try stream.next()
      var rows = 0
      while try stream.next() {
        try counting.count(stream)
        rows += 1
        if rows.isMultiple(of: Self.stride), progress?(stream.fraction) == false {
          throw CancellationError()
        }
      }
      if progress?(1) == false { throw CancellationError() }
      return counting.tally
    } catch let error as ImportError {
      throw error.naming(url.lastPathComponent)
    }
  }
}

/// The rows of a survey one after the other.
private struct SurveyCounting {
  private enum Answer {
    case bad
    case none
    case value(Double, place: Int)
  }

  private(set) var tally = SurveyTally()
  private let file: SurveyFile
  private let mapping: SurveyMapping
  private let metric: Metric
  private let startMonth: Int
  private let numbers: NumberFormat
  private let onlyPeriod: Int
  private var answers: CellMemory<Answer>
  /// −1: no day.
  private var periods: CellMemory<Int>
  private var segments: CellMemory<Int>

  init(_ file: SurveyFile, _ mapping: SurveyMapping, _ metric: Metric, _ startMonth: Int) {
    self.file = file
    self.mapping = mapping
    self.metric = metric
    self.startMonth = startMonth
    answers = CellMemory(mapping.score)
    periods = CellMemory(mapping.date ?? 0)
    segments = CellMemory(mapping.segment ?? 0)
    // Where commas separate cells, none is a decimal mark.
    numbers =
      file.delimiter == UInt8(ascii: ",")
      ? NumberFormat(decimalMark: ".", groupMark: ",", isSymbolFirst: true) : .local
    onlyPeriod =
      mapping.date == nil ? tally.place(of: SurveyPeriod(start: nil, end: mapping.day)) : -1
  }

  mutating func count(_ stream: borrowing CSVStream) throws(ImportError) {
    guard stream.count == file.headings.count || hasOnlyEmptyCellsBehind(stream) else {
      return note(
        ImportError(
          .cellCount(found: stream.count, expected: file.headings.count), at: .line(stream.line)))
    }
    switch answer(stream) {
    case .none: tally.unanswered += 1
    case .bad: note(stream, mapping.score, metric.answersInWords)
    case .value(let value, let place):
      let period = period(stream)
      guard period >= 0 else { return note(stream, mapping.date ?? 0, daysInWords) }
      let isCounted = tally.add(
        value, at: place, period: period, segment: try segment(stream),
        isAssigned: mapping.segment != nil)
      guard !isCounted else { return }
      throw ImportError(
        .tooManyValues(
          column: file.headings[mapping.segment ?? mapping.date ?? mapping.score],
          limit: SurveyTally.mostReadings))
    }
  }

  private mutating func answer(_ stream: borrowing CSVStream) -> Answer {
    if let known = answers.value(stream) { return known }
    let text = stream.text(mapping.score)
    let answer: Answer
    if text.isEmpty {
      answer = .none
    } else if let value = numbers.value(text), metric.takes(answer: value) {
      answer = .value(value + 0, place: tally.place(ofAnswer: value + 0))
    } else {
      answer = .bad
    }
    answers.keep(answer, text, stream)
    return answer
  }

  private mutating func period(_ stream: borrowing CSVStream) -> Int {
    guard let column = mapping.date else { return onlyPeriod }
    if let known = periods.value(stream) { return known }
    let text = stream.text(column)
    let period =
      mapping.order.day(text).flatMap { day in
        mapping.latest.map { day <= $0 } ?? true ? day : nil
      }.map {
        tally.place(of: mapping.grain.period(of: $0, startMonth: startMonth))
      } ?? -1
    periods.keep(period, text, stream)
    return period
  }

  private mutating func segment(_ stream: borrowing CSVStream) throws(ImportError) -> Int {
    guard let column = mapping.segment else { return -1 }
    if let known = segments.value(stream) { return known }
    let text = stream.text(column)
    guard let place = tally.place(ofSegment: text) else {
      throw ImportError(
        .tooManyValues(column: file.headings[column], limit: SurveyTally.mostSegments))
    }
    segments.keep(place, text, stream)
    return place
  }

  private var daysInWords: String {
    let example =
      switch mapping.order {
      case .yearFirst: "2026/11/21"
      case .dayFirst: "21/11/2026"
      case .monthFirst: "11/21/2026"
      }
    return mapping.latest == nil
      ? DayExamples.dates(example, "2026-11-21")
      : DayExamples.datesUpToToday(example, "2026-11-21")
  }

  private func hasOnlyEmptyCellsBehind(_ stream: borrowing CSVStream) -> Bool {
    guard stream.count > file.headings.count else { return false }
    for column in file.headings.count..<stream.count where !stream.text(column).isEmpty {
      return false
    }
    return true
  }

  private mutating func note(_ stream: borrowing CSVStream, _ column: Int, _ allowed: String) {
    note(
      ImportError(
        .badCell(
          column: file.headings[column], value: String(stream.text(column).prefix(60)),
          allowed: allowed), at: .line(stream.line)))
  }

  private mutating func note(_ error: ImportError) {
    tally.badRowCount += 1
    if tally.badRows.count < BadRows.most { tally.badRows.append(error) }
  }
}

/// What the cells of a column say: most of them stand there many times.
private struct CellMemory<Value> {
  /// More different cells are forgotten.
  private static var most: Int { 20_000 }

  private let column: Int
  private var lastBytes: [UInt8] = []
  private var lastValue: Value?
  private var known: [String: Value] = [:]

  init(_ column: Int) { self.column = column }

  /// Nil: not known yet.
  mutating func value(_ stream: borrowing CSVStream) -> Value? {
    if let lastValue, stream.holds(lastBytes, column) { return lastValue }
    guard let value = known[stream.text(column)] else { return nil }
    lastBytes = stream.bytes(column)
    lastValue = value
    return value
  }

  mutating func keep(_ value: Value, _ text: String, _ stream: borrowing CSVStream) {
    if known.count >= Self.most { known = [:] }
    known[text] = value
    lastBytes = stream.bytes(column)
    lastValue = value
  }
}
