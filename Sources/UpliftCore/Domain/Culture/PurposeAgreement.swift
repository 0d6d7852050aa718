import Foundation

/// Whether colleagues say alike what the organisation stands for: how many of those who were asked
/// gave the same answer as the organisation gives.
public struct PurposeAgreement: Equatable, Sendable {
  public struct Row: Equatable, Sendable {
    /// Nil: nobody noted in which department they work.
    public var department: Department?
    /// In order; rated and not.
    public var answers: [PurposeAnswer]

    /// Rated as the same.
    public var same: Proportion { share(.same) }
    /// Rated as partly the same.
    public var partly: Proportion { share(.partly) }
    public var different: Proportion { share(.different) }
    /// Same or partly: a similar answer.
    public var similar: Proportion {
      Proportion(same.count + partly.count, of: same.n)
    }
    /// Rated answers.
    public var n: Int { same.n }
    /// Nobody has compared them yet.
    public var unrated: Int { answers.count { $0.rating == nil } }

    private func share(_ rating: PurposeAnswer.Rating) -> Proportion {
      Proportion(
        answers.count { $0.rating == rating }, of: answers.count { $0.rating != nil })
    }
  }

  /// Departments with an answer in order; then the answers without one.
  public let rows: [Row]
  /// All departments together.
  public let total: Row

  /// - Parameter period: only answers of these days; nil: all, those without a day, too.
  public init(
    _ answers: [PurposeAnswer], departments: [Department],
    period: ClosedRange<CalendarDay>? = nil
  ) {
    let known = Set(departments.map(\.id))
    let own = answers.inOrder().filter { answer in
      period.map { days in answer.day.map(days.contains) ?? false } ?? true
    }
    let groups = Dictionary(grouping: own) { answer in
      answer.departmentID.flatMap { known.contains($0) ? $0 : nil }
    }
    var rows = departments.inOrder().compactMap { department in
      groups[department.id].map { Row(department: department, answers: $0) }
    }
    if let rest = groups[UUID?.none] { rows.append(Row(department: nil, answers: rest)) }
    self.rows = rows
    total = Row(department: nil, answers: own)
  }

  public var n: Int { total.n }

  /// Fewer than half of those who were rated gave a similar answer.
  public static func isApart(_ row: Row) -> Bool { row.n > 0 && (row.similar.share ?? 1) < 0.5 }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "Similar: answers rated as the same or partly the same as the organisation’s own, out of those that were rated."
    )
  }
}
