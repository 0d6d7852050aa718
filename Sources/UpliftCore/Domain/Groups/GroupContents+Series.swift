import Foundation

extension GroupContents {
  /// A new series with its meetings, each with the agenda of a template if one is given. Nil when
  /// there would be no meeting.
  public func addingSeries(
    _ title: String, _ cadence: MeetingSeries.Cadence, from first: CalendarDay,
    manner: MeetingDates.Manner = .sameDay, count: Int, agenda: AgendaTemplate? = nil
  ) -> Addition<MeetingSeries>? {
    let days = MeetingDates.days(
      from: first, cadence, manner, count: min(count, MeetingDates.mostAtOnce))
    guard !days.isEmpty else { return nil }
    let new = MeetingSeries(
      groupID: group.id, rank: series.rank(after: nil), title: title, cadence: cadence)
    return Addition(
      edit: Edit(.addSeries, [.insert(new)] + meetings(of: new, on: days, agenda)), record: new)
  }

  /// So many further meetings of a series, in its cadence after its last one; with the agenda of
  /// that, points and minutes, if `copiesAgenda`. Nil when none of its meetings has a day.
  public func continuing(_ id: UUID, by count: Int, copiesAgenda: Bool = true) -> Edit? {
    guard let one = series.first(where: { $0.id == id }), count > 0 else { return nil }
    let dated = meetings(of: id).filter { $0.day != nil }
    let days = dated.compactMap(\.day)
    guard let first = days.first, let last = dated.last, let lastDay = last.day else { return nil }
    // Enough to pass the last one, wherever somebody has moved it.
    let weeks = max(0, first.days(until: lastDay)) / 7 + 1
    let further = MeetingDates.days(
      from: first, one.cadence, MeetingDates.manner(of: days),
      count: weeks + min(count, MeetingDates.mostAtOnce) + 1
    ).filter { $0 > lastDay }.prefix(min(count, MeetingDates.mostAtOnce))
    guard !further.isEmpty else { return nil }
    let agenda = copiesAgenda ? agendaItems[last.id] ?? [] : []
    return Edit(
      .addMeeting,
      meetings(
        of: one, on: Array(further), place: last.place,
        points: agenda.map { AgendaTemplate.Point($0.title, $0.minutes, $0.activity) }))
  }

  private func meetings(
    of one: MeetingSeries, on days: [CalendarDay], _ agenda: AgendaTemplate?
  ) -> [Change] { meetings(of: one, on: days, place: "", points: agenda?.points ?? []) }

  private func meetings(
    of one: MeetingSeries, on days: [CalendarDay], place: String, points: [AgendaTemplate.Point]
  ) -> [Change] {
    var rank = meetings.last?.rank
    return days.flatMap { day -> [Change] in
      let meeting = Meeting(
        groupID: group.id, rank: .between(rank, nil), title: one.title, day: day,
        seriesID: one.id, place: place)
      rank = meeting.rank
      return [.insert(meeting)]
        + AgendaTemplate.items(points, for: meeting.id, after: nil)
        .map { .insert($0) }
    }
  }

  /// In the order of their days; those without one last.
  public func meetings(of seriesID: UUID) -> [Meeting] {
    meetings.filter { $0.seriesID == seriesID }.sorted(by: Self.isEarlier)
  }

  /// "meeting 3 of 6": the place of a meeting in its series, from 1. Nil when it is in none.
  public func place(inSeriesOf meetingID: UUID) -> (number: Int, count: Int)? {
    guard let id = meetings.first(where: { $0.id == meetingID })?.seriesID else { return nil }
    let all = meetings(of: id)
    return all.firstIndex { $0.id == meetingID }.map { ($0 + 1, all.count) }
  }

  static func isEarlier(_ left: Meeting, _ right: Meeting) -> Bool {
    switch (left.day, right.day) {
    case (let one?, let other?) where one != other: one < other
    case (_?, nil): true
    case (nil, _?): false
    default: (left.rank, left.id.uuidString) < (right.rank, right.id.uuidString)
    }
  }
}
