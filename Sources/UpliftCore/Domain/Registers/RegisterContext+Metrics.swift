import Foundation

/// What is worked out of readings, for columns.
extension RegisterContext {
  /// Oldest first.
  func readings(of metricID: UUID) -> [Reading] {
    if let known = knownReadings { return known[metricID] ?? [] }
    let all = Dictionary(
      grouping: records(Reading.self).filter { $0.day <= today && !$0.isPending }, by: \.metricID)
    knownReadings = all
    return all[metricID] ?? []
  }

  /// Of the whole journey and all customers, or else of what was read most often; nil without a
  /// reading.
  func series(of metric: Metric) -> MetricSeries? {
    if let known = knownSeries[metric.id], known.metric == metric { return known.series }
    let series = MetricSeries.all(
      of: metric, readings: readings(of: metric.id),
      targets: records(TargetChange.self).filter { $0.metricID == metric.id }
    ).first
    knownSeries[metric.id] = (metric, series)
    return series
  }

  /// Nil when there is no such metric.
  func estimate(of reading: Reading) -> MetricEstimate? {
    metric(reading.metricID).map { MetricEstimate(reading, of: $0) }
  }

  func metric(_ id: UUID) -> Metric? {
    if let known = knownMetrics { return known[id] }
    let all = Dictionary(
      records(Metric.self).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    knownMetrics = all
    return all[id]
  }
}
