import Foundation
import Testing

@testable import UpliftCore

/// What is not there to be chosen is made where it is chosen; what is wrong with days is said at
/// their fields.
@Suite struct MakingTests {
  private func empty() -> WorkspaceContents {
    WorkspaceContents(workspace: WorkspaceInfo(title: "Test"))
  }

  @Test func anAudienceIsMadeFromItsMessages() throws {
    var contents = empty()
    contents.audiences = [Audience(rank: .middle, title: "Stores")]
    contents.messages = ["One", "Two"].map { Message(rank: .middle, title: $0) }
    let column = try #require(
      Message.register(in: RegisterContext(contents)).column("audiences"))
    #expect(column.making()?.offer(of: "Night shift") == "Add audience “Night shift”")
    let edit = try #require(
      column.edit(making: "  Night shift ", chosenBy: contents.messages))
    #expect(edit.name == .addAudience && edit.changes.count == 3)
    guard case .insert(let made as Audience) = edit.changes[0] else {
      Issue.record("no audience")
      return
    }
    #expect(made.title == "Night shift")
    #expect(contents.audiences[0].rank < made.rank)
    let heard = edit.changes.dropFirst().compactMap { change -> MessageAudience? in
      if case .insert(let one as MessageAudience) = change { one } else { nil }
    }
    #expect(heard.map(\.messageID) == contents.messages.map(\.id))
    #expect(heard.allSatisfy { $0.audienceID == made.id })
    #expect(column.edit(making: "   ", chosenBy: contents.messages) == nil)
  }

  @Test func anInitiativeIsMadeFromItsMessage() throws {
    var contents = empty()
    contents.messages = [Message(rank: .middle, title: "Labels")]
    let column = try #require(
      Message.register(in: RegisterContext(contents)).column("initiative"))
    let edit = try #require(column.edit(making: "New labels", chosenBy: contents.messages))
    guard case .insert(let initiative as Initiative) = edit.changes[0],
      case .update(_, let new as Message) = edit.changes[1]
    else {
      Issue.record("\(edit.changes)")
      return
    }
    #expect(initiative.title == "New labels" && new.initiativeID == initiative.id)
  }

  @Test func aGoalIsFoundByItsIDOrItsWordsAsOneByOne() {
    let goals = ["Easy", "Fast", "easy ", ""].map { Goal(rank: .middle, title: $0) }
    let served = ServedGoals(goals)
    for id in goals.map(\.id).map(Optional.some) + [nil, UUID()] {
      for words in ["", "EASY", " fast", "Other"] {
        let one = Initiative(rank: .middle, title: "I", goal: words, goalID: id)
        #expect(served.goal(of: one) == one.servedGoal(among: goals))
      }
    }
  }

  /// Every field that chooses records of a kind that is no more than its name offers a new one.
  @Test func everyFieldThatChoosesRecordsOffersNewOnes() {
    let named: Set<EntityKind> = [
      .audience, .department, .initiative, .metric, .opportunity, .cultureValue, .workRole,
      .milestone, .leader, .training, .promise, .customer, .cause,
    ]
    func check<Record: RegisterRecord>(_ type: Record.Type) -> [EntityKind] {
      let columns = Record.register(in: RegisterContext(empty())).columns
      var made: [EntityKind] = []
      for column in columns where [.choice, .several].contains(column.kind) {
        guard let making = column.making() else { continue }
        #expect(named.contains(making.kind), "\(Record.kind) \(column.name)")
        made.append(making.kind)
      }
      return made
    }
    let all = Registers.all.flatMap { check($0) }
    #expect(
      Set(all).isSuperset(of: [
        .audience, .department, .initiative, .metric, .opportunity, .cultureValue, .workRole,
        .milestone, .leader, .training, .promise, .customer,
      ]))
    // A step belongs to a stage, which nobody named.
    #expect(!all.contains(.step))
  }

  @Test func daysTheWrongWayRoundAreSaidAtTheirField() throws {
    let initiative = Initiative(
      rank: .middle, title: "A", startDay: CalendarDay("2026-05-01"),
      endDay: CalendarDay("2026-01-01"))
    let sentence = try #require(DayFaults.sentence(of: initiative, at: "End"))
    #expect(sentence.contains("Start"))
    #expect(DayFaults.sentence(of: initiative, at: "Start") == nil)
    #expect(DayFaults.sentence(of: initiative, at: "Pilot to") == nil)
  }

  /// Else the sentence would stand at no field.
  @Test func faultsOfDaysAreCalledAsTheirFields() {
    func check<Record: RegisterRecord>(_ type: Record.Type) {
      let register = Record.register(in: RegisterContext(empty()))
      let titles = Set(register.columns.filter { $0.kind == .day }.map(\.title))
      for title in DayFaults.titles(of: register.make(nil)) {
        #expect(titles.contains(title), "\(Record.kind): \(title)")
      }
    }
    for type in Registers.all { check(type) }
  }
}
