import Foundation

/// What the columns of a table of survey answers mean. Columns are places in a row, from 0.
public struct SurveyMapping: Equatable, Sendable {
  /// The answer: a number.
  public var score: Int
  /// When it was given; nil: all answers count for `day`.
  public var date: Int?
  /// Of which customers; nil: of all.
  public var segment: Int?
  public var grain: SurveyGrain
  /// How the days are written.
  public var order: DayOrder
  /// Of all answers, where no column says it.
  public var day: CalendarDay
  /// Answers of later days are none; nil: of any day.
  public var latest: CalendarDay?
  /// Also a reading of all segments together, where there is a column of segments.
  public var hasTotal: Bool
  /// Rows that cannot be read are left out, and counted.
  public var leavesOutBadRows: Bool
  /// A reading that is there and says something else is replaced; else it is left as it is.
  public var replaces = true

  public init(
    score: Int, date: Int? = nil, segment: Int? = nil, grain: SurveyGrain = .month,
    order: DayOrder = .yearFirst, day: CalendarDay, hasTotal: Bool = true,
    leavesOutBadRows: Bool = false
  ) {
    self.score = score
    self.date = date
    self.segment = segment
    self.grain = grain
    self.order = order
    self.day = day
    self.hasTotal = hasTotal
    self.leavesOutBadRows = leavesOutBadRows
  }

  /// What it looks like by the headings and the first rows; nil where no column has numbers.
  ///
  /// - Parameter isUnclear: whether the order of the days cannot be told, and is that of the locale.
  public static func guess(
    _ headings: [String], _ rows: [[String]], scale: ClosedRange<Double>?, today: CalendarDay
  ) -> SurveyMapping? {
    func cells(_ column: Int) -> [String] {
      rows.compactMap { $0.indices.contains(column) && !$0[column].isEmpty ? $0[column] : nil }
    }
    func names(_ column: Int, _ words: [String]) -> Bool {
      let heading = headings[column].lowercased()
      return words.contains { heading.contains($0) }
    }
    func numbers(_ column: Int) -> [Double]? {
      let values = cells(column).map { NumberFormat.plain.value($0) }
      return values.isEmpty || values.contains(nil) ? nil : values.compactMap { $0 }
    }
    /// Whether most values can be answers: a bad row among the first does not hide the column.
    func canBeAnswers(_ column: Int) -> Bool {
      let cells = cells(column)
      let fitting = cells.count { cell in
        NumberFormat.plain.value(cell).map { scale?.contains($0) ?? true } ?? false
      }
      return 2 * fitting > cells.count
    }
    let columns = Array(headings.indices)
    let date = columns.first { column in
      // A bad row among the first does not hide the column.
      let texts = cells(column)
      return numbers(column) == nil
        && DayOrder.allCases.contains { order in
          2 * texts.count { order.day($0) != nil } > texts.count
        }
    }
    let fitting = columns.filter { $0 != date && canBeAnswers($0) }
    guard
      let score = fitting.first(where: { names($0, scoreWords) })
        ?? fitting.first(where: { !names($0, ["id", "nr", "no."]) }) ?? fitting.first
        ?? columns.first(where: { numbers($0) != nil && $0 != date })
    else { return nil }
    let segment = columns.first {
      $0 != score && $0 != date && names($0, segmentWords) && numbers($0) == nil
    }
    var mapping = SurveyMapping(
      score: score, date: date, segment: segment,
      order: date.flatMap { column in
        DayOrder.order(
          of: cells(column).filter { text in
            DayOrder.allCases.contains { $0.day(text) != nil }
          })
      } ?? DayOrder.local ?? .dayFirst,
      day: today)
    // It may be tomorrow already where somebody answered.
    mapping.latest = today.advanced(by: 1)
    return mapping
  }

  private static let scoreWords = [
    "score", "rating", "nps", "csat", "ces", "answer", "recommend", "points", "value", "note",
    "bewertung", "punkte", "antwort", "wert",
  ]
  private static let segmentWords = [
    "segment", "group", "customer type", "country", "region", "tier", "plan", "gruppe", "land",
    "kundengruppe", "شريحة",
  ]
}
