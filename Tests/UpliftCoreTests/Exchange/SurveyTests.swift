import Foundation
import Testing

@testable import UpliftCore
@testable import edit_stream

@Suite struct SurveyTests {
  let folder: TemporaryFolder
  let nps = Metric(rank: .middle, title: "NPS", measure: .nps)

  init() throws { folder = try TemporaryFolder() }

  private func file(_ bytes: [UInt8]) throws -> SurveyFile {
    let url = folder.file("answers.csv")
    try Data(bytes).write(to: url)
    return try SurveyFile(url)
  }

  private func file(_ text: String) throws -> SurveyFile { try file(Array(text.utf8)) }

  private func outcome(
    _ file: SurveyFile, _ change: (inout SurveyMapping) -> Void = { _ in },
    metric: Metric? = nil, existing: [Reading] = [], startMonth: Int = 1
  ) throws -> (tally: SurveyTally, outcome: SurveyOutcome) {
    let metric = metric ?? nps
    let day = try #require(CalendarDay("2026-11-22"))
    var mapping = try #require(file.guess(for: metric, today: day))
    change(&mapping)
    let tally = try file.tally(mapping, of: metric, startMonth: startMonth)
    return (
      tally,
      tally.outcome(
        for: metric, existing: existing, hasTotal: mapping.hasTotal, method: "Answers")
    )
  }

  private func sentence(_ body: () throws -> Void) -> String {
    do {
      try body()
      return ""
    } catch {
      return String(describing: error)
    }
  }

  // MARK: What comes out

  @Test func answersBecomeReadingsByMonthAndSegment() throws {
    let file = try file(
      """
      Date,Comment,Customer segment,Score
      2026-01-03,"said ""fine"", and left",Business,9
      2026-01-31,,private,10
      2026-02-01,"two
      lines",Business,0
      2026-02-02T23:59:59Z,,BUSINESS ,7
      2026-02-03,,,8
      2026-02-04,,Business,

      """)
    #expect(file.headings == ["Date", "Comment", "Customer segment", "Score"])
    let (tally, outcome) = try outcome(file)
    #expect(tally.n == 5)
    #expect(tally.unanswered == 1)
    #expect(tally.withoutSegment == 1)
    #expect(tally.badRowCount == 0)
    #expect(outcome.added == 5)
    let lines = outcome.readings.map {
      "\($0.periodStart?.description ?? "") \($0.day) \($0.segment) \($0.counts) \($0.sampleSize ?? 0) \($0.value)"
    }
    #expect(
      lines == [
        "2026-01-01 2026-01-31  9:1 10:1 2 100.0",
        "2026-01-01 2026-01-31 Business 9:1 1 100.0",
        "2026-01-01 2026-01-31 private 10:1 1 100.0",
        "2026-02-01 2026-02-28  0:1 7:1 8:1 3 \(-100.0 / 3)",
        "2026-02-01 2026-02-28 Business 0:1 7:1 2 -50.0",
      ])
  }

  @Test func theFiscalYearSaysWhatAQuarterIs() throws {
    let file = try file("when;score\n01.04.2026;9\n30.6.2026;1\n1.7.2026;10\n31.3.2026;10\n")
    let quarters = try outcome(file, { $0.grain = .quarter }, startMonth: 4).outcome.readings
    #expect(
      quarters.map { "\($0.periodStart?.description ?? "")…\($0.day) \($0.counts)" } == [
        "2026-01-01…2026-03-31 10:1", "2026-04-01…2026-06-30 1:1 9:1",
        "2026-07-01…2026-09-30 10:1",
      ])
    let years = try outcome(file, { $0.grain = .year }, startMonth: 4).outcome.readings
    #expect(
      years.map { "\($0.periodStart?.description ?? "")…\($0.day) \($0.sampleSize ?? 0)" } == [
        "2025-04-01…2026-03-31 1", "2026-04-01…2027-03-31 3",
      ])
    let period = SurveyPeriod(start: years[1].periodStart, end: years[1].day)
    #expect(period.title(startMonth: 4) == "2026/27")
  }

  @Test func withoutADateAllAnswersAreOfOneDay() throws {
    let file = try file("score\n9\n\n10\n6\n")
    let readings = try outcome(file).outcome.readings
    #expect(readings.map(\.counts) == ["6:1 9:1 10:1"])
    #expect(readings.first?.periodStart == nil)
    #expect(readings.first?.day == CalendarDay("2026-11-22"))
  }

  /// Every encoding, separator and line end says the same.
  @Test(arguments: [",", ";", "\t", "|"], ["\n", "\r\n", "\r"])
  func encodingsSeparatorsAndLineEnds(separator: String, newline: String) throws {
    let rows = [
      ["date", "الشريحة", "score"], ["2026-03-01", "عملاء 😀", "9"], ["2026-03-02", "Fürth", "3"],
    ]
    let text = rows.map { $0.joined(separator: separator) }.joined(separator: newline)
    var encodings: [[UInt8]] = [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8)]
    encodings.append([0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    encodings.append([0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
    for bytes in encodings {
      let readings = try outcome(try file(bytes), { $0.segment = 1 }).outcome.readings
      #expect(readings.map(\.segment) == ["", "Fürth", "عملاء 😀"])
      #expect(readings.map(\.counts) == ["3:1 9:1", "3:1", "9:1"])
    }
  }

  @Test func everyMeasureHasItsScaleAndItsRule() throws {
    let text = "score\n5\n4\n1\n"
    func value(_ measure: Metric.Measure) throws -> Double? {
      let metric = Metric(rank: .middle, title: "", measure: measure)
      let reading = try outcome(try file(text), metric: metric).outcome.readings.first
      // What stands in the reading is what is worked out from its counts.
      #expect(reading?.value == reading.map { MetricEstimate($0, of: metric).value })
      return reading?.value
    }
    let expected: [(Metric.Measure, Double)] = [
      (.nps, -100), (.csat, 200.0 / 3), (.ces, 10.0 / 3), (.olderCES, 10.0 / 3), (.own, 10.0 / 3),
    ]
    for (measure, wanted) in expected {
      let found = try #require(try value(measure))
      #expect(abs(found - wanted) < 1e-9, "\(measure)")
    }
  }

  @Test func aQuantityKeepsItsMeanAndN() throws {
    let values = (0..<3000).map { Double($0) + 0.25 }
    let file = try file("minutes\n" + values.map { "\($0)" }.joined(separator: "\n"))
    let metric = Metric(rank: .middle, title: "Time")
    let (tally, outcome) = try outcome(file, metric: metric)
    #expect(tally.n == 3000)
    #expect(outcome.readings.map(\.counts) == [""])
    #expect(outcome.readings.first?.sampleSize == 3000)
    let mean = try #require(outcome.readings.first?.value)
    #expect(abs(mean - 1499.75) < 1e-9)
  }

  // MARK: Once more

  @Test func theSameFileAgainReplacesOrLeavesWhatIsThere() throws {
    let first = try file("date,segment,score\n2026-01-03,A,9\n2026-01-04,B,1\n")
    let before = try outcome(first).outcome.readings
    #expect(before.count == 3)
    let again = try outcome(first, existing: before).outcome
    #expect(again.edit == nil)
    #expect(again.same == 3)
    let more = try file("date,segment,score\n2026-01-03,a,9\n2026-01-04,B,1\n2026-01-05,A,9\n")
    let other = Reading(
      metricID: nps.id, day: try #require(CalendarDay("2026-03-31")), value: 3,
      periodStart: CalendarDay("2026-01-01"))
    let update = try outcome(more, existing: before + [other]).outcome
    #expect((update.added, update.replaced, update.same, update.overlapping) == (0, 2, 1, 1))
    #expect(Set(update.readings.map(\.id)) == Set(before.map(\.id)))
    #expect(update.readings.first { $0.segment == "A" }?.counts == "9:2")
  }

  // MARK: What cannot be read

  @Test func badRowsAreNamedAndCounted() throws {
    var text = "date;score\n"
    for row in 0..<30 { text += row % 3 == 0 ? "2026-01-0\(row % 9 + 1);11\n" : "2026-13-01;9\n" }
    text += "2026-01-01;9\n2026-01-01;9;more\n"
    let (tally, outcome) = try outcome(try file(text)) { $0.date = 0 }
    #expect(tally.n == 1)
    #expect(tally.badRowCount == 31)
    #expect(tally.badRows.count == 20)
    let lines = tally.badRows.map(\.sentence)
    #expect(lines[0].contains("line 2") && lines[0].contains("“11”"))
    #expect(lines[0].contains("score") && lines[0].contains("0 to 10"))
    #expect(lines[1].contains("line 3") && lines[1].contains("2026-13-01"))
    #expect(outcome.readings.map(\.counts) == ["9:1"])
    let error = ImportError(.badRows(tally.badRows, count: tally.badRowCount), file: "a.csv")
    #expect(error.lines.count == 22)
    #expect(error.lines[0] == "a.csv: 31 rows cannot be read; nothing was imported.")
    #expect(error.lines[21].contains("11 more"))
  }

  @Test func whatMakesAllUncertainIsRefused() throws {
    let open = sentence { _ = try outcome(try file("score\n9\n\"8\n7\n")) }
    #expect(open.contains("answers.csv, line 3") && open.contains("never closed"))
    #expect(sentence { _ = try file([0x61, 0x2C, 0xFF]) }.contains("byte 2"))
    #expect(sentence { _ = try file("") }.contains("nothing in it"))
    #expect(sentence { _ = try file("a\u{0}b") }.contains("U+0000"))
    let many = "segment,score\n" + (0..<1200).map { "s\($0),9" }.joined(separator: "\n")
    #expect(sentence { _ = try outcome(try file(many)) }.contains("1000 different"))
  }

  @Test func daysAreReadAsTheColumnHasThem() {
    #expect(DayOrder.order(of: ["2026-01-02", "2026/1/3"]) == .yearFirst)
    #expect(DayOrder.order(of: ["03/04/2026", "13/04/2026"]) == .dayFirst)
    #expect(DayOrder.order(of: ["03/04/2026", "03/14/2026 10:22"]) == .monthFirst)
    #expect(DayOrder.order(of: ["3.4.2026"]) == .dayFirst)
    #expect(DayOrder.order(of: ["03/04/2026"]) == nil)
    #expect(DayOrder.dayFirst.day("٢١‏/١١‏/٢٠٢٦") == CalendarDay("2026-11-21"))
    #expect(DayOrder.monthFirst.day("11/21/26 4:05 PM") == CalendarDay("2026-11-21"))
    #expect(DayOrder.dayFirst.day("2026-11") == CalendarDay("2026-11-01"))
    #expect(DayOrder.dayFirst.day("20261121") == CalendarDay("2026-11-21"))
    for text in ["", "soon", "2026-02-30", "12", "1-2-3-4x", "2026-11-21x"] {
      #expect(DayOrder.dayFirst.day(text) == nil)
    }
  }

  // MARK: Much

  /// A piece of the file ends anywhere: in a row, a quotation, a character, a line end.
  @Test func piecesMayEndAnywhere() throws {
    let filler = String(repeating: "é😀\"\"x", count: 40_000)
    for shift in 0..<4 {
      let text =
        "comment,score\r\n" + String(repeating: "y", count: shift) + ",9\r\n\"" + filler
        + "\r\n\",10\r\n" + String(repeating: "z,0\r\n", count: 200_000)
      let tally = try outcome(try file(text)) { $0.score = 1 }.tally
      #expect(tally.badRowCount == 0)
      #expect(tally.n == 200_002)
    }
  }

  @Test func daysThatNobodyAnsweredOnAreBadRows() throws {
    let file = try file("when,score\n2026-11-20,9\n0001-01-01,8\n2030-01-01,10\n")
    let today = try #require(CalendarDay("2026-11-22"))
    let mapping = try #require(file.guess(for: nps, today: today))
    let tally = try file.tally(mapping, of: nps, startMonth: 1) { _ in true }
    #expect(tally.n == 1)
    #expect(tally.badRows.map(\.place) == [.line(3), .line(4)])
    #expect(tally.badRows.last?.sentence.contains("2030-01-01") == true)
    // Where it is a day later already.
    let early = try #require(CalendarDay("2029-12-31"))
    let later = try #require(file.guess(for: nps, today: early))
    #expect(try file.tally(later, of: nps, startMonth: 1) { _ in true }.n == 2)
    #expect(DayOrder.yearFirst.day("01-01-01") == CalendarDay("2001-01-01"))
  }

  @Test func fiveMillionRowsPassThroughWithSmallCounts() throws {
    let url = folder.file("many.csv")
    try Data().write(to: url)
    let handle = try FileHandle(forWritingTo: url)
    try handle.write(contentsOf: Data("score\n".utf8))
    let block = Data(String(repeating: "9\n10\n3\n8\n", count: 62_500).utf8)
    for _ in 0..<20 { try handle.write(contentsOf: block) }
    try handle.write(contentsOf: Data("0\n".utf8))
    try handle.close()
    var reports = 0
    let file = try SurveyFile(url)
    let day = try #require(CalendarDay("2026-11-22"))
    let tally = try file.tally(
      SurveyMapping(score: 0, day: day), of: nps, startMonth: 1
    ) { share in
      reports += 1
      return (0...1).contains(share)
    }
    #expect(tally.n == 5_000_001)
    #expect(reports > 1000)
    let reading = try #require(
      tally.outcome(for: nps, existing: [], method: "").readings.first)
    #expect(reading.counts == "0:1 3:1250000 8:1250000 9:1250000 10:1250000")
    #expect(throws: CancellationError.self) {
      try file.tally(SurveyMapping(score: 0, day: day), of: nps, startMonth: 1) { $0 < 0.3 }
    }
  }

  /// Against counting by hand, row by row.
  @Test(arguments: 1...5)
  func randomAnswersAgreeWithCountingByHand(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    var text = "id;when;segment;how likely;remark\n"
    var counts: [String: [Int: Int]] = [:]
    for row in 0..<2000 {
      let month = 1 + dice.roll(12)
      let day = 1 + dice.roll(28)
      let segment = ["", "Öst", "قطاع", "a;b", "\"q\""][dice.roll(5)]
      let score = dice.roll(11)
      let isEmpty = dice.roll(20) == 0
      let quoted = "\"" + segment.replacingOccurrences(of: "\"", with: "\"\"") + "\""
      text += "\(row);\(day).\(month).2026;\(quoted);\(isEmpty ? "" : "\(score)");x\n"
      guard !isEmpty else { continue }
      let quarter = (month - 1) / 3
      counts["\(quarter) ", default: [:]][score, default: 0] += 1
      if !segment.isEmpty { counts["\(quarter) \(segment)", default: [:]][score, default: 0] += 1 }
    }
    let readings = try outcome(
      try file(text),
      { mapping in
        mapping = SurveyMapping(
          score: 3, date: 1, segment: 2, grain: .quarter, order: .dayFirst, day: mapping.day)
      }
    ).outcome.readings
    #expect(readings.count == counts.count)
    for reading in readings {
      let key = "\(((reading.periodStart?.month ?? 0) - 1) / 3) \(reading.segment)"
      let own = try #require(counts[key])
      let n = own.values.reduce(0, +)
      let promoters = own.filter { $0.key >= 9 }.values.reduce(0, +)
      let detractors = own.filter { $0.key <= 6 }.values.reduce(0, +)
      #expect(reading.sampleSize == n)
      #expect(abs(reading.value - 100 * Double(promoters - detractors) / Double(n)) < 1e-9)
      #expect(
        reading.counts
          == own.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }.joined(separator: " "))
    }
  }

  // MARK: Other tables

  @Test func everyTableSaysAllItsBadRows() throws {
    let map = "stage,step,moment of truth\nA,One,perhaps\nA,Two,yes\nA,Three,never\n"
    let journey = sentence {
      _ = try Importing.read(Data(map.utf8), file: "map.csv", as: .csv)
    }
    #expect(journey.contains("map.csv: 2 rows cannot be read"))
    #expect(journey.contains("line 2: “perhaps”") && journey.contains("line 4: “never”"))
    let members = "name,term end\nAnn,soon\nBen,2026-01-01\n,2026-01-01\n"
    let group = sentence { _ = try MemberTable(Data(members.utf8), file: "members.csv") }
    #expect(group.contains("line 2") && group.contains("line 4"))
    let context = RegisterContext()
    let csv = "initiative,status\nOne,perhaps\nTwo,running\nThree,maybe\n"
    let register = sentence {
      _ = try RegisterCSV.importing(
        Data(csv.utf8), file: "plan.csv", into: [], context: context,
        register: Initiative.register)
    }
    #expect(register.contains("plan.csv: 2 rows cannot be read"))
    #expect(register.contains("line 2") && register.contains("line 4"))
    #expect(!register.contains("line 3"))
  }
}
