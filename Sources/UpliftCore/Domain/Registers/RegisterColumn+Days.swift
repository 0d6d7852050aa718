import Foundation

/// Columns of days, months and quarters.
extension RegisterColumn {
  public static func day(
    _ name: String, _ title: String, weight: Double = 1,
    _ field: WritableKeyPath<Record, CalendarDay?>, in context: RegisterContext
  ) -> Self {
    dated(
      name, title, .day, weight, field, text: { context.days.text($0) },
      read: { context.days.day($0) },
      takes: {
        DayExamples.dates(context.days.text(context.today), context.today.description)
      })
  }

  /// A month, kept as its first day: "March 2026".
  public static func month(
    _ name: String, _ title: String, weight: Double = 1.1,
    _ field: WritableKeyPath<Record, CalendarDay?>, in context: RegisterContext
  ) -> Self {
    dated(
      name, title, .month, weight, field,
      text: {
        context.numbers.isPlain ? String($0.description.dropLast(3)) : MonthWords.text($0)
      }, read: { MonthWords.firstDay($0) },
      takes: {
        DayExamples.months(
          MonthWords.text(context.today), String(context.today.description.dropLast(3)))
      })
  }

  /// A quarter of the workspace's fiscal year, kept as its first day.
  public static func quarter(
    _ name: String, _ title: String, weight: Double = 0.9,
    _ field: WritableKeyPath<Record, CalendarDay?>, in context: RegisterContext
  ) -> Self {
    dated(
      name, title, .quarter, weight, field,
      text: {
        let quarter = FiscalQuarter(of: $0, startMonth: context.fiscalYearStart)
        return context.numbers.isPlain
          ? quarter.description : quarter.text(startMonth: context.fiscalYearStart)
      },
      read: {
        FiscalQuarter($0)?.firstDay(startMonth: context.fiscalYearStart)
          ?? context.days.day($0).map {
            FiscalQuarter(of: $0, startMonth: context.fiscalYearStart)
              .firstDay(startMonth: context.fiscalYearStart)
          }
      }, takes: { Self.quarters(context) })
  }

  /// A quarter that is kept as such.
  public static func quarter(
    _ name: String, _ title: String, weight: Double = 0.9,
    _ field: WritableKeyPath<Record, FiscalQuarter?>, in context: RegisterContext
  ) -> Self {
    var column = RegisterColumn(
      name: name, title: title, kind: .quarter, weight: weight,
      text: { record in
        record[keyPath: field].map {
          context.numbers.isPlain
            ? $0.description : $0.text(startMonth: context.fiscalYearStart)
        } ?? ""
      },
      key: { $0[keyPath: field].map { .number(Double($0.year * 4 + $0.quarter)) } })
    column.set = { record, text in
      guard !text.allSatisfy(\.isWhitespace) else {
        record[keyPath: field] = nil
        return true
      }
      guard let quarter = FiscalQuarter(text) else { return false }
      record[keyPath: field] = quarter
      return true
    }
    column.takes = { Self.quarters(context) }
    return column
  }

  private static func quarters(_ context: RegisterContext) -> String {
    let quarter = FiscalQuarter(of: context.today, startMonth: context.fiscalYearStart)
    return DayExamples.quarters(
      quarter.text(startMonth: context.fiscalYearStart), quarter.description)
  }

  private static func dated(
    _ name: String, _ title: String, _ kind: Kind, _ weight: Double,
    _ field: WritableKeyPath<Record, CalendarDay?>, text: @escaping (CalendarDay) -> String,
    read: @escaping (String) -> CalendarDay?, takes: @escaping () -> String
  ) -> Self {
    var column = RegisterColumn(
      name: name, title: title, kind: kind, weight: weight,
      text: { $0[keyPath: field].map(text) ?? "" },
      key: { $0[keyPath: field].map { RegisterKey($0) } })
    column.set = { record, typed in
      guard !typed.allSatisfy(\.isWhitespace) else {
        record[keyPath: field] = nil
        return true
      }
      guard let day = read(typed) else { return false }
      record[keyPath: field] = day
      return true
    }
    column.takes = takes
    return column
  }
}

/// Months in words.
public enum MonthWords {
  /// "March 2026".
  public static func text(_ day: CalendarDay) -> String {
    tr("{month} {year}", ["month": name(day.month), "year": day.year])
  }

  /// Reads "March 2026", "3/2026", "2026-03" and a whole day; the first of the month.
  static func firstDay(_ text: String) -> CalendarDay? {
    let numbers = text.split(whereSeparator: { $0.wholeNumberValue == nil }).compactMap { Int($0) }
    let word = text.filter(\.isLetter).lowercased()
    if !word.isEmpty {
      let month =
        (1...12).first { name($0).lowercased() == word }
        ?? (1...12).first { word.count > 2 && name($0).lowercased().hasPrefix(word) }
      guard let month, numbers.count == 1 else { return nil }
      return CalendarDay(year: full(numbers[0]), month: month, day: 1)
    }
    switch numbers.count {
    case 2 where numbers[0] > 12:
      return CalendarDay(year: numbers[0], month: numbers[1], day: 1)
    case 2: return CalendarDay(year: full(numbers[1]), month: numbers[0], day: 1)
    case 3:
      return DayFormat.local.day(text).flatMap {
        CalendarDay(year: $0.year, month: $0.month, day: 1)
      }
    default: return nil
    }
  }

  private static func full(_ year: Int) -> Int { year < 100 ? 2000 + year : year }

  /// Of month 1…12, in the locale's words.
  public static func name(_ month: Int) -> String {
    nl_langinfo(Int32(MON_1) + Int32(month - 1)).map { String(cString: $0) } ?? String(month)
  }
}
