import Foundation

/// Metrics and their readings in words.
public enum MetricWords {
  /// With at most two decimals, and a minus sign for a hyphen: "3.1", "−12", "13,200".
  public static func number(_ value: Double) -> String {
    NumberFormat.local.text(value, decimals: 2)
  }

  /// What somebody typed as a number, see `NumberFormat.value`.
  public static func value(_ text: String) -> Double? {
    NumberFormat.local.value(text)
  }

  /// "3.1 of 7", "85 %", "2 days". A share of answers, and a difference of shares, have one decimal,
  /// as in the pictures: no survey is more exact.
  public static func value(_ value: Double, of metric: Metric) -> String {
    let unit = metric.unit.trimmingCharacters(in: .whitespaces)
    func number(_ value: Double) -> String {
      NumberFormat.local.text(value, decimals: decimals(of: metric))
    }
    if !unit.isEmpty {
      if value == 1, let one = Self.one(unit) { return one }
      return tr("{number} {unit}", ["number": number(value), "unit": unit])
    }
    guard metric.measure == .ces || metric.measure == .olderCES else { return number(value) }
    let highest = metric.highest ?? (metric.measure == .ces ? 7 : 5)
    return tr("{value} of {highest}", ["value": number(value), "highest": number(highest)])
  }

  /// At most so many are shown of a value.
  public static func decimals(of metric: Metric) -> Int {
    metric.measure == .nps || metric.measure == .csat ? 1 : 2
  }

  /// "1 day": one of a unit of time, which people write in the plural, in English or in the
  /// language of the program.
  private static func one(_ unit: String) -> String? {
    let times: [(plural: String, english: String, one: String)] = [
      (tr("days"), "days", ntr("{count} day", "{count} days", 1)),
      (tr("weeks"), "weeks", ntr("{count} week", "{count} weeks", 1)),
      (tr("months"), "months", ntr("{count} month", "{count} months", 1)),
      (tr("hours"), "hours", ntr("{count} hour", "{count} hours", 1)),
      (tr("minutes"), "minutes", ntr("{count} minute", "{count} minutes", 1)),
    ]
    return times.first { $0.plural.folded == unit.folded || $0.english == unit.folded }?.one
  }

  /// "n 412 · 2026-09-30".
  public static func detail(_ reading: Reading) -> String {
    var parts: [String] = []
    if let size = reading.sampleSize {
      parts.append(tr("n {count}", ["count": NumberFormat.local.text(size)]))
    }
    parts.append(DayFormat.local.text(reading.day))
    return parts.joined(separator: " · ")
  }

  /// "better".
  public static func name(of trend: MetricFigures.Trend) -> String {
    switch trend {
    case .better: tr("better")
    case .worse: tr("worse")
    case .same: tr("unchanged")
    }
  }

  /// "Target 5, reached"; nil without a target.
  public static func target(_ figures: MetricFigures) -> String? {
    guard let target = figures.metric.target else { return nil }
    let value = value(target, of: figures.metric)
    switch figures.reachesTarget {
    case true: return tr("Target {value}, reached", ["value": value])
    case false: return tr("Target {value}, not reached", ["value": value])
    case nil: return tr("Target {value}", ["value": value])
    }
  }

  /// "Net Promoter Score".
  public static func name(of measure: Metric.Measure) -> String {
    switch measure {
    case .nps: tr("NPS, −100 to 100")
    case .csat: tr("CSAT, per cent satisfied")
    case .ces: tr("CES 2.0, 1 to 7")
    case .olderCES: tr("CES, 1 to 5")
    case .own: tr("Another one")
    }
  }

  public static func title(of metric: Metric) -> String {
    metric.title.isEmpty ? tr("Metric without a name") : metric.title
  }

  /// All that a card shows of a metric, in one sentence.
  public static func sentence(_ figures: MetricFigures) -> String {
    var parts = [title(of: figures.metric)]
    if let newest = figures.newest {
      parts += [value(newest.value, of: figures.metric), detail(newest)]
    } else {
      parts.append(tr("no reading yet"))
    }
    if let trend = figures.trend { parts.append(name(of: trend)) }
    if let target = target(figures) { parts.append(target) }
    return parts.joined(separator: ", ")
  }
}
