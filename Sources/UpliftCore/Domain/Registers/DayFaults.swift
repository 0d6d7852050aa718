import Foundation

/// Days of a record that cannot both be: an end before its start. They are kept, and said.
public enum DayFaults {
  /// A sentence for each pair of days that is the wrong way round.
  public static func sentences(of record: any Entity, _ format: DayFormat = .local) -> [String] {
    pairs(of: record).compactMap { sentence(of: $0, format) }
  }

  /// The same of the later day of a pair, for its own field; nil: nothing is wrong with it.
  ///
  /// - Parameter title: of the field.
  public static func sentence(
    of record: any Entity, at title: String, _ format: DayFormat = .local
  ) -> String? {
    pairs(of: record).lazy.filter { $0.last.title == title }
      .compactMap { sentence(of: $0, format) }.first
  }

  /// What its days are called, in pairs.
  static func titles(of record: any Entity) -> [String] {
    pairs(of: record).flatMap { [$0.first.title, $0.last.title] }
  }

  private static func sentence(of pair: Pair, _ format: DayFormat) -> String? {
    guard let first = pair.first.day, let last = pair.last.day, last < first else { return nil }
    return tr(
      "{last} ({lastDay}) lies before {first} ({firstDay}).",
      [
        "last": pair.last.title, "lastDay": format.text(last), "first": pair.first.title,
        "firstDay": format.text(first),
      ])
  }

  private typealias Named = (title: String, day: CalendarDay?)
  private typealias Pair = (first: Named, last: Named)

  private static func pairs(of record: any Entity) -> [Pair] {
    switch record {
    case let one as Initiative:
      [
        ((tr("Start"), one.startDay), (tr("End"), one.endDay)),
        ((tr("Pilot from"), one.pilotStart), (tr("Pilot to"), one.pilotEnd)),
      ]
    case let one as Promise:
      [
        ((tr("Made on"), one.madeOn), (tr("Due"), one.due)),
        ((tr("Made on"), one.madeOn), (tr("Closed on"), one.closedOn)),
      ]
    case let one as Barrier: [((tr("Opened"), one.openedOn), (tr("Cleared"), one.clearedOn))]
    case let one as Breakdown:
      [((tr("Reported on"), one.day), (tr("Changed on"), one.changedOn))]
    case let one as Recommendation:
      [
        ((tr("Asked on"), one.askedOn), (tr("Due"), one.due)),
        ((tr("Asked on"), one.askedOn), (tr("Done"), one.doneOn)),
      ]
    case let one as ResourceNeed: [((tr("From"), one.startDay), (tr("To"), one.endDay))]
    case let one as Turnover: [((tr("From"), one.startDay), (tr("To"), one.endDay))]
    case let one as Message: [((tr("Day"), one.day), (tr("Until"), one.untilDay))]
    case let one as Reading:
      [((tr("First day of its period"), one.periodStart), (tr("Day"), one.day))]
    default: []
    }
  }
}
