extension CalendarDay {
  /// Days from this one to another; negative when that is earlier.
  public func days(until other: CalendarDay) -> Int { other.number - number }

  /// So many days later, or earlier for a number below 0; at most the ends of the calendar.
  public func advanced(by days: Int) -> CalendarDay {
    CalendarDay(daysSince1970: daysSince1970 + Int64(min(max(days, -4_000_000), 4_000_000)))
  }

  /// Days since 1 March of year 0, after which a leap day is the last of its year.
  private var number: Int {
    let shifted = month <= 2 ? year - 1 : year
    let fromMarch = (month + 9) % 12
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400
      + (fromMarch * 153 + 2) / 5 + day - 1
  }
}
