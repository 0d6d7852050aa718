import Foundation
import UpliftCore

@testable import UpliftDrawing
@testable import edit_stream

/// Charts of any size with any texts, the same for the same seed.
struct RandomCharts {
  var generator: Dice

  init(seed: UInt64) { generator = Dice(seed: seed) }

  private static let plain = [
    "Label in every parcel", "Message at each scan", "One view of a return", "Refund on hand-over",
    "Kürzere Rückgaberichtlinie", "退货标签", "ملصق في كل طرد", "Leaders commit", "IT", "七",
    "Verantwortungsübernahmebereitschaft der Führungskräfte", "Packing counts parcels only",
  ]

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  mutating func flip(_ chance: Int = 2) -> Bool { number(1...chance) == 1 }

  /// Now and then one that is hard to set.
  mutating func text() -> String {
    switch number(1...9) {
    case 1: NastyTexts.readable.randomElement(using: &generator) ?? ""
    case 2: NastyTexts.others.randomElement(using: &generator) ?? ""
    default: Self.plain.randomElement(using: &generator) ?? ""
    }
  }

  mutating func short() -> String { Self.plain.randomElement(using: &generator) ?? "" }

  mutating func reference(_ kind: EntityKind) -> EntityReference {
    EntityReference(kind, generator.id())
  }

  mutating func day() -> CalendarDay {
    (CalendarDay("2026-01-01") ?? CalendarDay(Date())).advanced(by: number(0...700))
  }

  mutating func matrix(_ count: Int? = nil) -> PriorityMatrix {
    let most: Double = [6.0, 20, 90].randomElement(using: &generator) ?? 6
    return PriorityMatrix(
      title: text(),
      bubbles: (0..<(count ?? number(0...30))).map { _ in
        PriorityMatrix.Bubble(
          reference(.opportunity), title: text(), value: Double(number(2...10)) / 2,
          effort: most * Double(number(0...40)) / 40, evidence: number(0...20),
          gut: flip() ? Double(number(1...5)) : nil, data: flip() ? Double(number(1...5)) : nil)
      })
  }

  mutating func timeline() -> Timeline {
    let groups = (0..<number(1...4)).map { _ in
      Timeline.Group(
        flip(4) ? "" : text(),
        (0..<number(0...5)).map { _ in
          let start = day()
          let pilot = start.advanced(by: -number(20...60))
          return Timeline.Bar(
            reference(.initiative), title: text(), detail: flip() ? short() : "",
            status: Initiative.Status.allCases.randomElement(using: &generator) ?? .planned,
            start: flip(5) ? nil : start, end: flip(5) ? nil : start.advanced(by: number(0...300)),
            pilotStart: flip() ? pilot : nil, pilotEnd: flip() ? pilot.advanced(by: 15) : nil,
            makesRoomFor: flip() ? short() : "")
        })
    }
    let bars = groups.flatMap(\.bars)
    return Timeline(
      title: text(), groups: groups,
      milestones: (0..<number(0...5)).map { _ in
        Timeline.Milestone(reference(.milestone), title: text(), day: day(), isReached: flip())
      },
      barriers: bars.isEmpty
        ? []
        : (0..<number(0...4)).map { _ in
          Timeline.Barrier(
            reference(.barrier), title: text(), day: day(), isCleared: flip(),
            bar: bars.randomElement(using: &generator)?.reference)
        }, today: flip() ? day() : nil, fiscalYearStart: number(1...12))
  }

  mutating func radar() -> ReadinessRadar {
    ReadinessRadar(
      title: text(),
      axes: (0..<number(3...8)).map { _ in
        let low = Double(number(0...5))
        return ReadinessRadar.Axis(
          text(), now: flip(6) ? nil : Double(number(0...50)) / 10,
          before: flip() ? Double(number(0...50)) / 10 : nil,
          spread: flip() ? low...min(5, low + Double(number(0...4))) : nil, raters: number(0...9))
      }, nowTitle: short(), beforeTitle: short())
  }

  mutating func pareto() -> ParetoChart {
    ParetoChart(
      title: text(),
      causes: (0..<number(0...14)).map { _ in .init(text(), count: number(0...30)) },
      unit: short())
  }

  mutating func bars() -> BarChart {
    let series = (0..<number(1...4)).map { _ in BarChart.Series(short()) }
    return BarChart(
      title: text(), series: series,
      groups: (0..<number(1...4)).map { _ in
        BarChart.Group(
          flip() ? "" : text(),
          (0..<number(0...6)).map { _ in
            BarChart.Category(
              text(), series.map { _ in Double(number(0...80)) / 4 },
              note: flip(3) ? short() : "", isMarked: flip())
          })
      }, arrangement: flip() ? .stacked : .grouped, direction: flip() ? .along : .upright,
      unit: flip() ? "FTE" : "", rule: text(), mark: flip(3) ? (12, short()) : nil,
      emptyText: short())
  }

  mutating func trend() -> MetricTrend {
    MetricTrend(
      title: text(),
      series: (0..<number(1...3)).map { index in
        MetricTrend.Series(
          index == 0 && flip() ? "" : short(),
          (0..<number(0...14)).map { _ in
            let value = Double(number(-60...60))
            return MetricTrend.Reading(
              day(), period: short() + " \(number(1...99))", value: value,
              interval: flip() ? value - 8...value + 8 : nil, count: flip() ? number(5...900) : nil)
          })
      }, targets: (0..<number(0...3)).map { _ in .init(from: day(), Double(number(-20...70))) },
      unit: flip() ? short() : "", limits: flip() ? -100...100 : nil, rule: text())
  }

  mutating func sheet() -> TrendSheet {
    TrendSheet(
      title: text(), trends: (0..<number(0...5)).map { _ in trend() }, emptyText: short())
  }

  mutating func heat() -> HeatTable {
    let columns = (0..<number(0...20)).map { _ in text() }
    let tones: [HeatTable.Tone] = [.plain, .good, .poor, .missing]
    return HeatTable(
      title: text(), corner: short(), columns: columns,
      rows: (0..<number(0...8)).map { _ in
        HeatTable.Row(
          text(), detail: flip() ? short() : "",
          columns.map { _ in
            HeatTable.Cell(
              flip() ? "" : flip(6) ? text() : String(number(0...99)),
              level: flip() ? Double(number(0...10)) / 10 : nil,
              tone: tones.randomElement(using: &generator) ?? .plain)
          }, isMarked: flip())
      }, legend: [.good: short(), .missing: short()], levelMeaning: flip() ? short() : "",
      rule: text(), emptyText: short())
  }

  mutating func chain() -> ProfitChain {
    ProfitChain(
      title: text(),
      links: (0..<3).map { _ in
        ProfitChain.Link(
          text(), measure: short(),
          (0..<number(0...9)).map { _ in
            .init(day(), period: short(), value: Double(number(-400...900)) / 100)
          })
      },
      relations: (0..<2).map { _ in
        .init(
          coefficient: flip() ? Double(number(-100...100)) / 100 : nil, lag: number(0...3),
          count: number(0...12), note: flip() ? short() : "")
      }, rule: text())
  }

  mutating func way() -> WayUp {
    let milestones = (0..<number(0...7)).map { _ in
      WayUp.Milestone(
        reference(.milestone), title: text(), detail: flip() ? "2026-11-21" : "",
        state: [.reached, .now, .ahead].randomElement(using: &generator) ?? .ahead)
    }
    return WayUp(
      title: text(), milestones: milestones,
      barriers: (0..<number(0...3)).map { _ in
        WayUp.Barrier(
          reference(.barrier), title: text(), detail: flip() ? short() : "",
          before: flip() ? milestones.randomElement(using: &generator)?.reference : nil,
          isCleared: flip())
      })
  }

  mutating func cascade() -> CascadeChart {
    CascadeChart(
      title: text(),
      waves: (0..<number(0...4)).map { _ in
        CascadeChart.Wave(
          text(),
          (0..<number(0...4)).map { _ in
            CascadeChart.Training(
              reference(.training), title: text(), detail: flip() ? short() : "",
              headcount: number(0...200), done: number(0...200), isChecked: flip(),
              warning: flip(3) ? text() : "")
          })
      }, rule: text())
  }

  mutating func all() -> [any Chart] {
    [
      matrix(), timeline(), radar(), pareto(), bars(), trend(), heat(), chain(), way(),
      cascade(),
      sheet(),
    ]
  }
}
