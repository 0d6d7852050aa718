import Foundation
import Testing

@testable import UpliftCore

/// Metrics, readings and dialogues as registers: what columns work out, and CSV there and back.
@Suite struct EvidenceRegistersTests {
  private let today = day("2026-11-22")
  private var metric: Metric { Self.metric }
  private static let metric = Metric(
    rank: .middle, title: "Would recommend", measure: .nps, target: 15)

  private func contents() -> WorkspaceContents {
    var contents = WorkspaceContents(
      workspace: WorkspaceInfo(title: "W", createdAt: Instant(milliseconds: 0)))
    contents.metrics = [metric]
    contents.readings = [
      Reading(metricID: metric.id, day: day("2026-11-20"), value: 23.2, sampleSize: 224),
      Reading(metricID: metric.id, day: day("2026-10-31"), value: 20.8, sampleSize: 312),
      Reading(
        metricID: metric.id, day: day("2026-11-20"), value: 32, sampleSize: 109,
        segment: "Work clothes"),
    ]
    return contents
  }

  private func context(_ contents: WorkspaceContents) -> RegisterContext {
    let today = today
    return RegisterContext(contents, clock: { today })
  }

  @Test func aMetricSaysHowItStands() {
    let context = context(contents())
    let register = Metric.register(in: context)
    func cell(_ name: String) -> String { register.column(name)?.text(metric) ?? "–" }
    #expect(cell("newest") == "23.2")
    #expect(cell("n") == "224")
    #expect(cell("trend") == "better, within chance")
    #expect(cell("readings") == "3")
    #expect(register.column("target")?.isMarked(metric) == false)
    let other = Metric(rank: .middle, title: "No reading")
    #expect(register.column("newest")?.text(other) == "")
    #expect(register.column("newest")?.key(other) == nil)
    #expect(register.summary([metric, other])[0].contains("1 of 1"))
  }

  @Test func aTargetThatIsSetInACellIsKeptInTheHistory() throws {
    let register = Metric.register(in: context(contents()))
    let assign = try #require(register.column("target")?.assign)
    let changes = try #require(assign(metric, "30"))
    let target = changes.compactMap { change -> TargetChange? in
      guard case .insert(let record) = change else { return nil }
      return record as? TargetChange
    }
    #expect(target.map(\.target) == [30])
    #expect(target.map(\.day) == [today])
    #expect(changes.count == 2)
    #expect(assign(metric, "15")?.isEmpty == true)
    #expect(assign(metric, "much") == nil)
  }

  @Test func readingsComeBackFromATable() throws {
    let contents = contents()
    let context = context(contents)
    let ordered = contents.readings.inOrder()
    #expect(ordered.first?.day == day("2026-10-31"))
    let data = RegisterCSV.data(ordered, in: context)
    let same = try RegisterCSV.importing(
      data, file: nil, into: ordered, context: context, register: Reading.register)
    #expect(same.edit == nil)
    let text = """
      Metric,Day,Value,Answers (n),Segment
      Would recommend,2026-11-20,25,230,
      Would recommend,2026-12-20,27,240,
      """
    let result = try RegisterCSV.importing(
      Data(text.utf8), file: nil, into: ordered, context: context, register: Reading.register)
    // The one of all customers on that day is meant; the other one is new.
    #expect(result.changed == 1 && result.added == 1)
    #expect(throws: ImportError.self) {
      try RegisterCSV.importing(
        Data("Metric,Day,Value\nNobody,2026-11-20,1".utf8), file: nil, into: ordered,
        context: context, register: Reading.register)
    }
    #expect(throws: ImportError.self) {
      try RegisterCSV.importing(
        Data("Metric,Day,Answers of each value\nWould recommend,2026-11-20,many".utf8), file: nil,
        into: ordered, context: context, register: Reading.register)
    }
  }

  @Test func aCountedValueIsReadWithTwoDecimalsAndKeptWithAll() throws {
    var contents = contents()
    let counts = "3:2 8:3 10:18"
    let exact = 16.0 / 23 * 100
    contents.readings = [
      Reading(
        metricID: metric.id, day: day("2026-11-20"), value: exact, sampleSize: 23, counts: counts)
    ]
    let context = context(contents)
    let value = try #require(Reading.register(in: context).column("value"))
    var reading = contents.readings[0]
    #expect(value.text(reading) == "69.57")
    #expect(value.set(&reading, "69.57") && reading.value == exact)
    #expect(!value.set(&reading, "12"))
    let plain = try #require(Reading.register(in: context.plain).column("value"))
    #expect(plain.text(reading) == "69.565217391")
    // What somebody wrote themselves is what it is.
    reading.counts = ""
    reading.value = 69.5652
    #expect(value.text(reading) == "69.5652")
  }

  @Test(arguments: UInt64(1)...20) func readingsStandInTheOrderOfTheirDays(seed: UInt64) {
    var random = Seeded(state: seed)
    let readings = (0..<50).map { _ in
      Reading(
        metricID: metric.id,
        day: CalendarDay(daysSince1970: Int64.random(in: -800_000...2_900_000, using: &random)),
        value: 1)
    }
    let ordered = readings.inOrder()
    #expect(ordered.map(\.day) == readings.map(\.day).sorted())
    for (first, second) in zip(ordered, ordered.dropFirst()) where first.day != second.day {
      #expect(first.rank < second.rank)
    }
  }

  @Test func aDialogueWithAKeptCustomerIsCalledAsTheyAre() throws {
    var contents = contents()
    let noor = Customer(rank: .middle, name: "Noor Haddad")
    contents.customers = [noor]
    let register = Dialogue.register(in: context(contents))
    var dialogue = Dialogue(rank: .middle, customer: "somebody", risk: .high)
    #expect(register.needsAttention(dialogue))
    #expect(register.column("kept customer")?.set(&dialogue, "noor haddad") == true)
    #expect(dialogue.customerID == noor.id && dialogue.customer == "Noor Haddad")
    #expect(register.column("kept customer")?.set(&dialogue, "nobody") == false)
    dialogue.followUp = "Call"
    #expect(!register.needsAttention(dialogue))
  }
}
