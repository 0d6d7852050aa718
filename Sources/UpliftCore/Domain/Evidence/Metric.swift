import Foundation

/// Something that is measured again and again: a score, a share, a time.
public struct Metric: Ranked {
  public static let kind = EntityKind.metric

  public enum Measure: String, CaseIterable, Codable, Sendable {
    /// Net Promoter Score, −100…100.
    case nps
    /// Customer satisfaction: per cent of answers 4–5 on 1–5.
    case csat
    /// Customer Effort Score 2.0: mean on 1–7, 7 is easiest.
    case ces
    /// The older Customer Effort Score on 1–5, where 1 is easiest.
    case olderCES = "older_ces"
    case own
  }

  /// Where it stands in the service–profit chain, from the first link to the last.
  public enum ChainLink: String, CaseIterable, Codable, Sendable {
    case employeeExperience = "employee_experience"
    case culture
    case customerSatisfaction = "customer_satisfaction"
    case profit
  }

  public var id: UUID
  public var rank: Rank
  public var title: String
  public var measure: Measure
  /// Behind the number: "%", "days". May be empty.
  public var unit: String
  /// The ends of its scale; nil when it has none.
  public var lowest: Double?
  public var highest: Double?
  public var target: Double?
  public var isHigherBetter: Bool
  /// Where it is measured.
  public var source: String
  /// Who in the leadership agreed to its target.
  public var agreedBy: String
  public var agreedOn: CalendarDay?
  /// Where it stands in the service–profit chain.
  public var chainLink: ChainLink?

  public init(
    id: UUID = UUID(), rank: Rank, title: String, measure: Measure = .own, unit: String = "",
    lowest: Double? = nil, highest: Double? = nil, target: Double? = nil,
    isHigherBetter: Bool = true, source: String = "",
    agreedBy: String = "", agreedOn: CalendarDay? = nil, chainLink: ChainLink? = nil
  ) {
    self.id = id
    self.rank = rank
    self.title = title
    self.measure = measure
    self.unit = unit
    self.lowest = lowest
    self.highest = highest
    self.target = target
    self.isHigherBetter = isHigherBetter
    self.source = source
    self.agreedBy = agreedBy
    self.agreedOn = agreedOn
    self.chainLink = chainLink
  }
}

extension Metric {
  /// Whether each value is a share in per cent, of which value and n say all: one's own metric in
  /// "%", from 0 to 100.
  public var isShare: Bool {
    measure == .own && unit.trimmingCharacters(in: .whitespaces) == "%" && lowest == 0
      && highest == 100
  }
}

/// One value of a metric.
public struct Reading: Entity {
  public static let kind = EntityKind.reading
  public var id: UUID
  public var metricID: UUID
  /// The step that it was taken at; nil: the whole journey.
  public var stepID: UUID?
  public var day: CalendarDay
  public var value: Double
  /// How many answers or cases stand behind it (n), 0 or more; nil when nobody knows.
  public var sampleSize: Int?
  public var method: String
  /// Of which customers; empty: of all.
  public var segment: String
  /// How many gave each answer: "9:12 10:40". Empty: nobody knows.
  public var counts: String
  /// The first day of the period that ends with `day`.
  public var periodStart: CalendarDay?

  public init(
    id: UUID = UUID(), metricID: UUID, stepID: UUID? = nil, day: CalendarDay, value: Double,
    sampleSize: Int? = nil, method: String = "",
    segment: String = "", counts: String = "", periodStart: CalendarDay? = nil
  ) {
    self.id = id
    self.metricID = metricID
    self.stepID = stepID
    self.day = day
    self.value = value
    self.sampleSize = sampleSize
    self.method = method
    self.segment = segment
    self.counts = counts
    self.periodStart = periodStart
  }
}

extension Sequence<Reading> {
  /// Oldest first; of one day by id, so that the order is total.
  public func byDay() -> [Reading] {
    sorted { $0.day == $1.day ? $0.id.uuidString < $1.id.uuidString : $0.day < $1.day }
  }
}
