import Testing

@testable import UpliftCore

struct DayFormatTests {
  private let day = CalendarDay(year: 2026, month: 11, day: 5)

  @Test func noLineIsBrokenWithinADay() {
    #expect(DayFormat.unbroken("2026-10-12 · Why-not") == "2026\u{2011}10\u{2011}12 · Why-not")
    #expect(DayFormat.unbroken("12-34") == "12-34")
  }

  @Test(arguments: [
    ("C", "ar", false), ("ar_EG.UTF-8", "", true), ("en_GB.UTF-8", "he:en", true),
    ("ar_EG.UTF-8", "en:ar", false), ("de_DE.UTF-8", "", false), ("fa", "", true),
  ])
  func theLanguageSaysFromWhereOneReads(locale: String, languages: String, isRight: Bool) {
    #expect(ReadingDirection.isRightToLeft(locale: locale, languages: languages) == isRight)
  }

  @Test(arguments: [
    ("%d.%m.%Y", "05.11.2026"), ("%m/%d/%Y", "11/05/2026"), ("%d/%m/%y", "05/11/2026"),
    ("%F", "2026-11-05"), ("%D", "11/05/2026"), ("%Y年%m月%d日", "2026年11月05日"),
    ("%A %d", "2026-11-05"), ("", "2026-11-05"),
  ])
  func aDayIsWrittenAndReadBack(pattern: String, text: String) throws {
    let format = DayFormat(pattern: pattern)
    #expect(format.text(try #require(day)) == text)
    #expect(format.day(text) == day || pattern.contains("年"))
    #expect(format.day("2026-11-05") == day)
  }

  @Test func whatPeopleTypeIsUnderstood() {
    let german = DayFormat(pattern: "%d.%m.%Y")
    #expect(german.day("5.11.26") == day)
    #expect(german.day(" 5. 11. 2026 ") == day)
    #expect(german.day("٥/١١/٢٠٢٦") == day)
    #expect(DayFormat(pattern: "%m/%d/%y").day("11/5/26") == day)
  }

  @Test(arguments: [
    "31.2.2026", "tomorrow", "5.11.", "5. November 2026", "1.2.3.4", "99999999999.1.1",
    "0001-01-01", "1.1.0001", "1.1.1899", "1899-12-31", "026-01-01",
  ])
  func nonsenseIsNoDay(text: String) {
    #expect(DayFormat(pattern: "%d.%m.%Y").day(text) == nil)
  }
}
