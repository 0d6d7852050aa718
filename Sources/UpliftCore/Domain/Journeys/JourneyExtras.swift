import Foundation

/// What a map's steps and cards refer to: the workspace's lists, and what is chosen from them.
public struct JourneyExtras: Equatable, Sendable {
  /// All of the workspace, in order.
  public var channels: [Channel]
  /// All of the workspace, in order.
  public var tags: [Tag]
  /// All of the workspace, in order.
  public var metrics: [Metric]
  /// Of this map's cards.
  public var cardChannels: Assignments<CardChannel>
  /// Of this map's cards.
  public var cardTags: Assignments<CardTag>
  /// Of this map's steps.
  public var stepDepartments: Assignments<StepDepartment>
  /// Those that this map's cards show, and the portrait of its point of view, by id.
  public var pictures: [UUID: StoredPicture]
  /// Of the metrics that this map's cards show, by metric, oldest first.
  public var readings: [UUID: [Reading]]
  /// Of all maps of the workspace, by id.
  public var mapTitles: [UUID: String]
  /// Cards of this map that a link says the source of, by that link.
  public var backings: [UUID: UUID]
  /// Whose curves this map's lanes show, by the id of what says so.
  public var curveChoices: [UUID: CurveChoice]

  public init(
    channels: [Channel] = [], tags: [Tag] = [], metrics: [Metric] = [],
    cardChannels: Assignments<CardChannel> = Assignments(),
    cardTags: Assignments<CardTag> = Assignments(),
    stepDepartments: Assignments<StepDepartment> = Assignments(), pictures: [StoredPicture] = [],
    readings: [Reading] = [], mapTitles: [UUID: String] = [:], backings: [UUID: UUID] = [:],
    curveChoices: [CurveChoice] = []
  ) {
    self.channels = channels
    self.tags = tags
    self.metrics = metrics
    self.cardChannels = cardChannels
    self.cardTags = cardTags
    self.stepDepartments = stepDepartments
    self.pictures = Dictionary(
      pictures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.readings = Dictionary(grouping: readings, by: \.metricID).mapValues { $0.byDay() }
    self.mapTitles = mapTitles
    self.backings = backings
    self.curveChoices = Dictionary(
      curveChoices.map { ($0.reference.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Takes away what no card shows any more.
  mutating func keep(pictures shownPictures: Set<UUID>, metrics shownMetrics: Set<UUID>) {
    for id in pictures.keys where !shownPictures.contains(id) { pictures[id] = nil }
    for id in readings.keys where !shownMetrics.contains(id) { readings[id] = nil }
  }

  mutating func upsert(_ reading: Reading) {
    remove(reading: reading.id)
    readings[reading.metricID] = ((readings[reading.metricID] ?? []) + [reading]).byDay()
  }

  mutating func remove(reading id: UUID) {
    for (metric, list) in readings where list.contains(where: { $0.id == id }) {
      let rest = list.filter { $0.id != id }
      readings[metric] = rest.isEmpty ? nil : rest
    }
  }
}
