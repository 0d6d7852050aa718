import Foundation

/// How it is to work in each department, and where training and new standards would not take.
public struct ClimateFigures: Equatable, Sendable {
  /// Below it, on 1–5, a climate is too poor: more disagree than agree.
  public static let poor = 3.0

  public enum Dimension: CaseIterable, Sendable {
    case openness, respect, teamwork, leadership
  }

  public struct Row: Equatable, Sendable {
    /// Nil: of the organisation as a whole.
    public var department: Department?
    /// Oldest first; those without a day before all others.
    public var pulses: [ClimatePulse]

    public var newest: ClimatePulse? { pulses.last }

    /// The newest pulse that asked for it, 1…5.
    public func value(_ dimension: Dimension) -> Double? {
      pulses.last.flatMap { $0.value(dimension) }
    }

    /// The newest pulse less the one before; nil when one of both is missing.
    public func change(_ dimension: Dimension) -> Double? {
      guard pulses.count > 1, let now = value(dimension),
        let before = pulses[pulses.count - 2].value(dimension)
      else { return nil }
      return now - before
    }

    /// Below 3 in the newest pulse.
    public var poor: [Dimension] {
      Dimension.allCases.filter { value($0).map { $0 < ClimateFigures.poor } ?? false }
    }

    /// One of the four is below 3.
    public var isTooPoor: Bool { !poor.isEmpty }

    /// Mean of those of the four that the newest pulse has, 1…5.
    public var mean: Double? { Spread(Dimension.allCases.compactMap { value($0) }).mean }

    /// Who answered the newest pulse.
    public var n: Int? { newest?.sampleSize }
  }

  /// Departments with a pulse in order; then the organisation as a whole, if it has one.
  public let rows: [Row]
  /// Pulses up to today.
  public let n: Int

  public init(_ pulses: [ClimatePulse], departments: [Department], today: CalendarDay) {
    let known = Set(departments.map(\.id))
    let own = pulses.inOrder().filter { $0.day.map { $0 <= today } ?? true }
      .enumerated().sorted { left, right in
        let (first, second) = (left.element.day, right.element.day)
        guard first != second else { return left.offset < right.offset }
        guard let first, let second else { return first == nil }
        return first < second
      }.map(\.element)
    let groups = Dictionary(grouping: own) { pulse in
      pulse.departmentID.flatMap { known.contains($0) ? $0 : nil }
    }
    var rows = departments.inOrder().compactMap { department in
      groups[department.id].map { Row(department: department, pulses: $0) }
    }
    if let rest = groups[UUID?.none] { rows.append(Row(department: nil, pulses: rest)) }
    self.rows = rows
    n = own.count
  }

  /// Poorest mean first.
  public var tooPoor: [Row] {
    rows.filter(\.isTooPoor).enumerated().sorted {
      ($0.element.mean ?? 0, $0.offset) < ($1.element.mean ?? 0, $1.offset)
    }.map(\.element)
  }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "Too poor for training or new standards to take: one of openness, respect, teamwork and how people are led is below 3 of 5 in the newest pulse."
    )
  }
}

extension ClimatePulse {
  /// 1…5.
  public func value(_ dimension: ClimateFigures.Dimension) -> Double? {
    switch dimension {
    case .openness: openness
    case .respect: respect
    case .teamwork: teamwork
    case .leadership: leadership
    }
  }
}

extension ClimateFigures.Dimension {
  /// In the language of the program.
  public var title: String {
    switch self {
    case .openness: tr("openness")
    case .respect: tr("respect")
    case .teamwork: tr("teamwork")
    case .leadership: tr("how people are led")
    }
  }
}
