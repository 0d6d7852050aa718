import Foundation
import Testing

@testable import UpliftCore

/// A record with a field of every kind that columns know.
struct Sample: Ranked {
  static let kind = EntityKind.initiative
  var id = UUID()
  var rank = Rank.middle
  var title = ""
  var note = ""
  var person = ""
  var day: CalendarDay?
  var month: CalendarDay?
  var quarter: FiscalQuarter?
  var number: Double?
  var share: Double?
  var cost: Int64?
  var rating: Int?
  var isOn = false
  var departments: [UUID] = []
  var stepID: UUID?
  var source: EntityReference?

  static let steps = ["Ordering · Buying", "Paying · Buying"].map {
    RegisterEntry(EntityReference(.step, UUID()), $0)
  }
  static let houses = ["Finance", "IT", "Sales, North"].map {
    RegisterEntry(EntityReference(.department, UUID()), $0)
  }

  static func columns(_ context: RegisterContext) -> [RegisterColumn<Sample>] {
    [
      .text("title", "Title", \.title), .longText("note", "Note", \.note),
      .person("person", "Person", \.person, in: context),
      .day("day", "Day", \.day, in: context), .month("month", "Month", \.month, in: context),
      .quarter("quarter", "Quarter", \.quarter, in: context),
      .number("number", "Number", \.number, in: context),
      .percentage("share", "Share", \.share, in: context),
      .money("cost", "Cost", \.cost, in: context),
      .rating("rating", "Rating", \.rating, in: context), .yesNo("on", "On", \.isOn),
      .several("departments", "Departments", \.departments) {
        houses.map { ($0.reference.id, $0.title) }
      },
      .reference("step", "Step", \.stepID, to: .step, in: context),
      .link("source", "Source", \.source, to: [.department, .step], in: context),
      .computed("sum", "Sum", text: { _ in "42" }, key: { _ in .number(42) }),
    ]
  }

  static func context() -> RegisterContext {
    let context = RegisterContext(
      entries: { $0 == .step ? steps : $0 == .department ? houses : [] },
      people: { ["Jonas", "amina ", "", "Amina"] },
      clock: { CalendarDay(daysSince1970: 20_000) })
    context.numbers = NumberFormat(decimalMark: ",", groupMark: ".", isSymbolFirst: false)
    context.days = DayFormat(pattern: "%d.%m.%Y")
    return context
  }
}

struct RegisterColumnTests {
  private let context = Sample.context()

  private func column(_ name: String, _ context: RegisterContext? = nil) throws -> RegisterColumn<
    Sample
  > {
    try #require(Sample.columns(context ?? self.context).first { $0.name == name })
  }

  /// What the cell says once it has taken a text; nil: refused.
  private func taken(_ name: String, _ text: String) throws -> String? {
    var record = Sample()
    let column = try column(name)
    return column.set(&record, text) ? column.text(record) : nil
  }

  @Test func cellsTakeWhatFitsAndShowItInTheLocalesManner() throws {
    #expect(try taken("day", "2026-11-21") == "21.11.2026")
    #expect(try taken("day", "soon") == nil)
    #expect(try taken("month", "3/2026") == "March 2026")
    #expect(try taken("month", "mar 2026") == "March 2026")
    #expect(try taken("month", "Smarch 2026") == nil)
    #expect(try taken("quarter", "2/2026") == "Q2 2026")
    #expect(try taken("number", "1.234,5") == "1.234,5")
    #expect(try taken("number", "many") == nil)
    #expect(try taken("share", "12,5 %") == "12,5\u{A0}%")
    #expect(try taken("share", "120") == nil)
    #expect(try taken("cost", "1.234,5") == "1.234,50\u{A0}€")
    #expect(try taken("cost", "-1") == nil)
    #expect(try taken("rating", "5") == "5")
    #expect(try taken("rating", "6") == nil)
    #expect(try taken("rating", "2,5") == nil)
    #expect(try taken("on", "TRUE") == "yes")
    #expect(try taken("departments", "it; finance") == "Finance; IT")
    #expect(try taken("departments", "IT, Finance") == "Finance; IT")
    #expect(try taken("departments", "Sales, North") == "Sales, North")
    #expect(try taken("departments", "IT; Nobody") == nil)
    #expect(try taken("step", "paying  · buying") == "Paying · Buying")
    #expect(try taken("step", "Returning") == nil)
    #expect(try taken("source", "it") == "IT")
    #expect(try taken("sum", "1") == nil)
  }

  @Test func anEmptyTextEmptiesTheCell() throws {
    let names = [
      "day", "month", "quarter", "number", "share", "cost", "rating", "step", "source",
      "departments",
    ]
    for name in names { #expect(try taken(name, "") == "", "\(name)") }
  }

  /// In the locale's manner and in that of files.
  @Test func whatACellSaysItTakesBack() throws {
    var random = SystemRandomNumberGenerator()
    for context in [context, context.plain] {
      for _ in 0..<100 {
        let days = Int64.random(in: 15_000...22_000, using: &random)
        let day = CalendarDay(daysSince1970: days)
        let record = Sample(
          title: "A title", note: "Two\nlines", person: "Amina", day: day,
          month: CalendarDay(year: day.year, month: day.month, day: 1),
          quarter: FiscalQuarter(of: day),
          number: Double(Int.random(in: -99_999...99_999, using: &random)) / 100,
          share: Double(Int.random(in: 0...1000, using: &random)) / 10,
          cost: Int64.random(in: 0...9_999_999_999, using: &random),
          rating: Int.random(in: 0...5, using: &random), isOn: Bool.random(using: &random),
          departments: Sample.houses.filter { _ in Bool.random() }.map(\.reference.id),
          stepID: Sample.steps.randomElement(using: &random)?.reference.id,
          source: Sample.houses.randomElement(using: &random)?.reference)
        for column in Sample.columns(context) where column.isEditable {
          var copy = record
          #expect(column.set(&copy, column.text(record)), "\(column.name)")
          #expect(copy == record, "\(column.name): \(column.text(record))")
        }
      }
    }
  }

  @Test func peopleStandOnceAndInOrder() {
    #expect(context.people == ["amina", "Jonas"])
  }

  @Test func aRefusalSaysWhatFits() throws {
    let day = try column("day").refusal(of: "soon")
    #expect(day.contains("soon"))
    #expect(day.contains("04.10.2024"))
    #expect(try column("share").refusal(of: "120").contains("0\u{A0}%"))
  }

  @Test func filtersLetThroughWhatTheySay() throws {
    let rows = ["2026-01-01", "2026-06-15", nil].map { day in
      Sample(day: day.flatMap { CalendarDay($0) })
    }
    let day = try column("day")
    let from = try #require(CalendarDay("2026-02-01"))
    #expect(
      rows.filter { RegisterFilter.days(from: from, to: nil).matches($0, day) } == [rows[1]])
    #expect(rows.filter { RegisterFilter.days(from: nil, to: from).matches($0, day) } == [rows[0]])
    #expect(rows.filter { RegisterFilter.days(from: nil, to: nil).matches($0, day) } == rows)
    let houses = try column("departments")
    let record = Sample(departments: Sample.houses.prefix(2).map(\.reference.id))
    #expect(RegisterFilter.oneOf(["IT"]).matches(record, houses))
    #expect(!RegisterFilter.oneOf(["Sales, North"]).matches(record, houses))
    #expect(RegisterFilter.oneOf([""]).matches(Sample(), houses))
    let title = try column("title")
    #expect(RegisterFilter.contains("b A").matches(Sample(title: "abc"), title))
    #expect(!RegisterFilter.contains("abd").matches(Sample(title: "abc"), title))
  }

  @Test func oneTextFillsManyRowsAndTellsWhatDoesNotFit() throws {
    let rows = [Sample(), Sample()]
    let filled = RegisterPasting.fill("5", try column("rating"), of: rows)
    #expect(filled.edit()?.changes.count == 2)
    #expect(RegisterPasting.fill("9", try column("rating"), of: rows).refused.count == 2)
    #expect(RegisterPasting.fill("9", try column("sum"), of: rows).edit() == nil)
  }
}
