import Foundation
import Testing
import UpliftCore

@testable import UpliftDrawing

@Suite struct TimelineTests {
  let measuring = FakeTextMeasuring()

  private func day(_ text: String) -> CalendarDay { CalendarDay(text) ?? CalendarDay(Date()) }

  @Test(arguments: UInt64(1)...40) func aPlaceGivesBackItsDay(seed: UInt64) throws {
    var random = RandomCharts(seed: seed)
    var timeline = random.timeline()
    timeline.today = random.day()
    timeline.milestones.append(
      .init(random.reference(.milestone), title: "Here", day: random.day()))
    for isMirrored in [false, true] {
      let layout = timeline.layout(
        measuring: measuring, theme: .light,
        options: ChartOptions(width: Double(random.number(320...2000)), isMirrored: isMirrored))
      let range = try #require(layout.range)
      for day in timeline.bars.flatMap(\.days) + timeline.milestones.map(\.day) {
        #expect(range.contains(day))
        let x = try #require(layout.x(of: day))
        let next = try #require(layout.x(of: day.advanced(by: 1)))
        #expect(layout.day(atX: (x + next) / 2) == day)
        #expect(isMirrored ? next < x : next > x)
      }
    }
  }

  @Test func barsAreTakenByEitherEndAndByTheMiddle() throws {
    let bar = Timeline.Bar(
      EntityReference(.initiative, UUID()), title: "Label", start: day("2026-04-01"),
      end: day("2026-09-30"), pilotStart: day("2026-02-01"), pilotEnd: day("2026-02-28"))
    for isMirrored in [false, true] {
      let layout = Timeline(groups: [.init("", [bar])]).layout(
        measuring: measuring, theme: .light,
        options: ChartOptions(width: 900, isMirrored: isMirrored))
      let row = try #require(layout.rows.first)
      func hit(_ text: String, _ part: Double) throws -> Timeline.Hit? {
        let day = day(text)
        let x = try #require(layout.x(of: day))
        let next = try #require(layout.x(of: day.advanced(by: 1)))
        return layout.hit(at: Point(x + (next - x) * part, row.midY))
      }
      #expect(try hit("2026-04-01", 0.1) == .init(bar: 0, isPilot: false, grip: .start))
      #expect(try hit("2026-09-30", 0.9) == .init(bar: 0, isPilot: false, grip: .end))
      #expect(try hit("2026-07-01", 0.5) == .init(bar: 0, isPilot: false, grip: .whole))
      #expect(try hit("2026-02-14", 0.5) == .init(bar: 0, isPilot: true, grip: .whole))
      #expect(try hit("2026-03-20", 0.5) == nil)
      #expect(layout.row(at: Point(row.minX + 4, row.midY)) == 0)

      let from = try #require(layout.x(of: day("2026-05-01")))
      let to = try #require(layout.x(of: day("2026-05-11")))
      let start = day("2026-04-01")
      let end = day("2026-09-30")
      // A hair inside of the day.
      let hair = isMirrored ? -0.01 : 0.01
      let moved = layout.dragged(start, end, .whole, fromX: from + hair, toX: to + hair)
      #expect(moved.start == day("2026-04-11") && moved.end == day("2026-10-10"))
      let later = layout.dragged(start, end, .start, fromX: from + hair, toX: to + hair)
      #expect(later.start == day("2026-04-11") && later.end == end)
      let shorter = layout.dragged(
        start, day("2026-04-03"), .end, fromX: to + hair, toX: from + hair)
      #expect(shorter.start == start && shorter.end == start)
    }
  }

  @Test func pilotsHeldOnesAndTodayAreToBeSeen() {
    let held = Timeline.Bar(
      EntityReference(.initiative, UUID()), title: "One view", status: .held,
      start: day("2026-04-01"), end: day("2026-06-30"), makesRoomFor: "Label in every parcel")
    let scene = Timeline(groups: [.init("Goal", [held])], today: day("2026-05-05")).scene(
      measuring: measuring, theme: .light, options: ChartOptions(width: 900))
    let item = scene.items.first { $0.subject == .record(held.reference) }
    #expect(item?.label?.contains("to make room for Label in every parcel") == true)
    let hatched = item?.content.primitives.contains {
      if case .stroke(.path(let path), _, _, _) = $0 { path.count > 6 } else { false }
    }
    #expect(hatched == true)
    let texts = SceneChecks.texts(of: scene)
    #expect(texts.contains { $0.contains("2026-05-05") })
    #expect(texts.contains("Q2") && texts.contains("2026"))
  }

  @Test func fiscalYearsBeginWhereTheyShould() {
    let bar = Timeline.Bar(
      EntityReference(.initiative, UUID()), title: "Label", start: day("2026-05-10"),
      end: day("2027-02-10"))
    let layout = Timeline(groups: [.init("", [bar])], fiscalYearStart: 4).layout(
      measuring: measuring, theme: .light, options: ChartOptions(width: 1200))
    #expect(layout.range == day("2026-04-01")...day("2027-03-31"))
    #expect(SceneChecks.texts(of: layout.scene).contains("2026/27"))
  }
}
