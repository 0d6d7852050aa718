import UpliftCore
import UpliftDrawing

/// First and last day of something on a timeline; of a milestone both are the same.
struct TimelineDays: Hashable {
  var start: CalendarDay
  var end: CalendarDay

  /// It lasts a day at least.
  func moved(_ grip: Timeline.Grip, by days: Int) -> TimelineDays {
    switch grip {
    case .start: TimelineDays(start: min(start.advanced(by: days), end), end: end)
    case .end: TimelineDays(start: start, end: max(end.advanced(by: days), start))
    case .whole:
      TimelineDays(start: start.advanced(by: days), end: end.advanced(by: days))
    }
  }
}

/// What of a timeline can be moved.
enum TimelinePart: Hashable {
  /// A bar: the long run, or the pilot before it.
  case run(EntityReference, isPilot: Bool, Timeline.Grip)
  case milestone(EntityReference)

  var reference: EntityReference {
    switch self {
    case .run(let reference, _, _), .milestone(let reference): reference
    }
  }

  var grip: Timeline.Grip {
    if case .run(_, _, let grip) = self { grip } else { .whole }
  }

  var cursor: String { grip == .whole ? "grab" : "ew-resize" }

  /// What can be moved of a bar, as the keys go through it.
  static func parts(of reference: EntityReference, in timeline: Timeline) -> [TimelinePart] {
    let grips: [Timeline.Grip] = [.whole, .start, .end]
    let runs = grips.map { TimelinePart.run(reference, isPilot: false, $0) }
    let pilots = grips.map { TimelinePart.run(reference, isPilot: true, $0) }
    return runs + pilots.filter { $0.days(in: timeline) != nil }
  }

  func isThere(in timeline: Timeline) -> Bool {
    timeline.bars.contains { $0.reference == reference }
      || timeline.milestones.contains { $0.reference == reference }
  }

  /// Nil: it has no day.
  func days(in timeline: Timeline) -> TimelineDays? {
    switch self {
    case .run(let reference, let isPilot, _):
      guard let bar = timeline.bars.first(where: { $0.reference == reference }) else { return nil }
      let (start, end) = isPilot ? (bar.pilotStart, bar.pilotEnd) : (bar.start, bar.end)
      guard let first = start ?? end, let last = end ?? start, first <= last else { return nil }
      return TimelineDays(start: first, end: last)
    case .milestone(let reference):
      return timeline.milestones.first { $0.reference == reference }.map {
        TimelineDays(start: $0.day, end: $0.day)
      }
    }
  }

  /// Into the picture.
  func put(_ days: TimelineDays, into timeline: inout Timeline) {
    switch self {
    case .run(let reference, let isPilot, _):
      for group in timeline.groups.indices {
        for bar in timeline.groups[group].bars.indices
        where timeline.groups[group].bars[bar].reference == reference {
          if isPilot {
            timeline.groups[group].bars[bar].pilotStart = days.start
            timeline.groups[group].bars[bar].pilotEnd = days.end
          } else {
            timeline.groups[group].bars[bar].start = days.start
            timeline.groups[group].bars[bar].end = days.end
          }
        }
      }
    case .milestone(let reference):
      for index in timeline.milestones.indices
      where timeline.milestones[index].reference == reference {
        timeline.milestones[index].day = days.start
      }
    }
  }

  /// Into the record; nil when that changes nothing.
  func edit(_ days: TimelineDays, of record: (any Entity)?) -> Edit? {
    switch (self, record) {
    case (.run(_, let isPilot, _), let initiative as Initiative):
      Edit.changing(initiative, .setDays) {
        if isPilot {
          $0.pilotStart = days.start
          $0.pilotEnd = days.end
        } else {
          $0.startDay = days.start
          $0.endDay = days.end
        }
      }
    case (.milestone, let milestone as Milestone):
      Edit.changing(milestone, .setDays) {
        if $0.reachedOn != nil { $0.reachedOn = days.start } else { $0.due = days.start }
      }
    default: nil
    }
  }

  /// "the end of the pilot".
  var title: String {
    switch self {
    case .milestone: tr("the day")
    case .run(_, false, .whole): tr("the whole bar")
    case .run(_, false, .start): tr("its first day")
    case .run(_, false, .end): tr("its last day")
    case .run(_, true, .whole): tr("the whole pilot")
    case .run(_, true, .start): tr("the pilot’s first day")
    case .run(_, true, .end): tr("the pilot’s last day")
    }
  }

  /// What is said while it moves.
  func words(_ days: TimelineDays) -> String {
    let format = DayFormat.local
    switch self {
    case .milestone: return format.text(days.start)
    case .run(_, let isPilot, _):
      let span = tr(
        "{first} – {last}",
        ["first": format.text(days.start), "last": format.text(days.end)])
      return isPilot ? tr("Pilot {days}", ["days": span]) : span
    }
  }
}
