import Foundation
import Testing

@testable import UpliftCore

@Suite struct AgendaTests {
  private let now = Instant(milliseconds: 1_000_000)
  private var agenda: Agenda

  init() {
    let group = AdvisoryGroup(rank: .middle, kind: .employeeAdvisoryGroup, title: "Group")
    let meeting = Meeting(groupID: group.id, rank: .middle, title: "Meeting")
    let items = zip(["Write", "Vote", "Talk"], Rank.spread(3)).map {
      AgendaItem(meetingID: meeting.id, rank: $1, title: $0, minutes: 5)
    }
    agenda = Agenda(meeting: meeting, items: items.reversed())
  }

  private mutating func perform(_ edit: Edit?) throws {
    for case .update(_, let new as AgendaItem) in try #require(edit).changes {
      let index = try #require(agenda.items.firstIndex { $0.id == new.id })
      agenda.items[index] = new
    }
  }

  private var states: [AgendaItem.State] { agenda.items.map(\.state) }

  @Test mutating func phasesAreGoneThroughOneAfterTheOther() throws {
    #expect(agenda.next?.title == "Write" && agenda.current == nil)
    try perform(agenda.goingOn(at: now))
    #expect(agenda.current?.title == "Write" && agenda.current?.startedAt == now)
    #expect(agenda.next?.title == "Vote")
    let later = Instant(milliseconds: 2_000_000)
    try perform(agenda.goingOn(at: later))
    #expect(agenda.items[0].endedAt == later && agenda.current?.title == "Vote")
    try perform(agenda.goingOn(at: later))
    try perform(agenda.goingOn(at: later))
    #expect(states == [.done, .done, .done] && agenda.current == nil && agenda.next == nil)
    #expect(agenda.goingOn(at: later) == nil)
  }

  @Test mutating func phasesAreSkippedReopenedAndProlonged() throws {
    try perform(agenda.starting(agenda.items[0].id, at: now))
    try perform(agenda.skipping(agenda.items[1].id, at: now))
    #expect(agenda.next?.title == "Talk")
    #expect(agenda.skipping(agenda.items[1].id) == nil)
    try perform(agenda.skipping(agenda.items[0].id, at: now))
    #expect(agenda.current == nil && agenda.items[0].endedAt == now)
    try perform(agenda.reopening(agenda.items[0].id))
    #expect(agenda.items[0].state == .open && agenda.items[0].startedAt == nil)
    #expect(agenda.reopening(agenda.items[0].id) == nil)
    try perform(agenda.prolonging(agenda.items[2].id, by: 1))
    #expect(agenda.items[2].extraMinutes == 1 && agenda.totalMinutes == 11)
    #expect(agenda.prolonging(agenda.items[0].id, by: -1) == nil)
  }

  @Test mutating func onlyOnePhaseRunsAndAnEarlierOneCanBeStartedAgain() throws {
    try perform(agenda.starting(agenda.items[2].id, at: now))
    try perform(agenda.starting(agenda.items[0].id, at: now))
    #expect(agenda.items.filter(\.isRunning).map(\.title) == ["Write"])
    #expect(states == [.open, .open, .done])
    try perform(agenda.starting(agenda.items[2].id, at: now))
    #expect(agenda.current?.title == "Talk" && agenda.current?.endedAt == nil)
    // What is left open before the running phase is still to come.
    #expect(agenda.next?.title == "Vote")
  }

  @Test(
    arguments: [
      (60_000, "1:00"), (59_001, "1:00"), (59_000, "0:59"), (1, "0:01"), (0, "0:00"),
      (3_720_000, "1:02:00"), (-1, "over by 0:00"), (-42_999, "over by 0:42"),
    ] as [(Int64, String)])
  func timersRead(milliseconds: Int64, text: String) {
    #expect(BoardClock.text(milliseconds) == text)
  }

  @Test(arguments: [Int64(-2500), -2000, -1, 0, 1, 999, 1000, 1001, 60_000])
  func aTimerWakesWhenItsReadingChanges(remaining: Int64) {
    let clock = BoardClock(boardID: UUID(), length: 60, startedAt: now)
    let at = Instant(milliseconds: now.milliseconds + 60_000 - remaining)
    let wait = Int64(clock.untilNextSecond(at: at))
    #expect((1...1000).contains(wait))
    #expect(BoardClock.text(remaining - wait) != BoardClock.text(remaining) || remaining == 0)
    #expect(
      wait == 1 || BoardClock.text(remaining - wait + 1) == BoardClock.text(remaining)
        || remaining <= 0)
  }
}
