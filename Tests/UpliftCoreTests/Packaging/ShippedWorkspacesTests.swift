import CustomDump
import Foundation
import Testing

@testable import UpliftCore

/// The sample and the templates.
@Suite struct ShippedWorkspacesTests {
  static let names = [
    "sample/larkfield", "templates/blank", "templates/customer-journey",
    "templates/service-blueprint", "templates/employee-journey", "templates/advisory-group",
  ]

  private func read(_ name: String) throws -> WorkspaceContents {
    let file = ProjectFolder.data.appending(path: "\(name).json")
    return try WorkspaceJSON.decode(try Data(contentsOf: file), file: name)
  }

  @Test func nothingElseIsShipped() throws {
    let found = try ["sample", "templates"].flatMap { folder in
      try ProjectFolder.files(in: folder, ending: "json").map {
        "\(folder)/\($0.deletingPathExtension().lastPathComponent)"
      }
    }
    #expect(Set(found) == Set(Self.names))
  }

  @Test(arguments: names) func isInTheFormThatTheProgramWrites(_ name: String) throws {
    let file = ProjectFolder.data.appending(path: "\(name).json")
    let shipped = try String(contentsOf: file, encoding: .utf8)
    let written = String(decoding: try WorkspaceJSON.encode(try read(name)), as: UTF8.self)
    expectNoDifference(shipped, written)
  }

  /// SQLite's own constraints judge it, and `check` finds nothing.
  @Test(arguments: names) func becomesASoundWorkspace(_ name: String) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).uplift")
    defer { try? FileManager.default.removeItem(at: file) }
    let contents = try read(name)
    let workspace = try Workspace.create(at: file, contents: contents)
    defer { try? workspace.close() }
    let again = try workspace.contents()
    #expect(try WorkspaceJSON.encode(again) == WorkspaceJSON.encode(contents))
  }

  @Test(arguments: names) func showsSomethingAtOnce(_ name: String) throws {
    let contents = try read(name)
    #expect(!contents.workspace.title.isEmpty)
    #expect(!contents.journeyMaps.isEmpty || !contents.boards.isEmpty)
    for map in contents.journeyMaps {
      let journey = try #require(contents.journey(map.id))
      #expect(!journey.steps.isEmpty && !journey.lanes.isEmpty, "\(map.title)")
      for stage in journey.stages {
        #expect(!journey.steps(of: stage.id).isEmpty, "\(stage.title)")
      }
    }
    for board in contents.boards {
      #expect(contents.board(board.id)?.columns.isEmpty == false, "\(board.title)")
    }
  }

  @Test func sampleIsLarkfieldOutfitters() throws {
    let sample = try read("sample/larkfield")
    #expect(sample.workspace.title == "Larkfield Outfitters")
    #expect(Set(sample.personas.map(\.role)) == [.customer, .employee])
    #expect(
      sample.journeyMaps.inOrder().map(\.title) == [
        "Returning an online order", "Returning an online order, future state",
        "First week in store",
      ])
    func members(_ title: String) -> Int {
      let group = sample.advisoryGroups.first { $0.title == title }
      return sample.members.filter { $0.groupID == group?.id }.count
    }
    #expect(members("Employee advisory group") == 11)
    #expect(members("Customer board") == 14)
    #expect(members("Returns focus group") == 7)
    #expect(
      sample.boards.inOrder().map(\.title) == [
        "Why do returns hurt?", "What should a refund feel like?",
        "Your last order, and how it came back", "What we remember of it",
      ])
    // Each group has worked on one at least, and who sits together is of like seniority.
    for group in sample.advisoryGroups {
      #expect(sample.boards.contains { $0.groupID == group.id })
      guard group.groupKind != .employeeAdvisoryGroup else { continue }
      let members = sample.members.filter { $0.groupID == group.id }
      #expect(Set(members.map(\.level)).count == 1)
    }
  }

  @Test func sampleJourneyIsRich() throws {
    let sample = try read("sample/larkfield")
    let map = try #require(sample.journeyMaps.inOrder().first)
    let journey = try #require(sample.journey(map.id))
    #expect(journey.persona?.name == "Amina")
    #expect(journey.persona?.age == 34)
    #expect(journey.steps.count == 8)
    #expect(journey.lanes.count == 10)
    #expect(journey.cards.count >= 30)
    #expect(journey.steps.filter(\.isMomentOfTruth).map(\.title) == ["Hands it over"])
    #expect(journey.lines.contains { $0.line == .visibility })
    #expect(journey.cards.values.contains { $0.text == "No label in the box" })
    #expect(journey.futureEmotions.count == 7)
    #expect(Set(journey.cards.values.map(\.evidence)).count == EvidenceLevel.allCases.count)
  }

  @Test func sampleBoardHasNotesClustersAndVotes() throws {
    let sample = try read("sample/larkfield")
    let first = try #require(sample.boards.inOrder().first)
    let board = try #require(sample.board(first.id))
    #expect(
      board.columns.map(\.title) == [
        "What we see", "Why it happens", "What we could change", "We recommend",
      ])
    #expect(board.columns.map { board.noteCount(of: $0.id) } == [6, 4, 5, 2])
    let cluster = try #require(
      board.clusters.values.first { $0.title == "Nobody knows where the parcel is" })
    #expect(board.votes(for: cluster.id) == 9)
    #expect(
      board.members.map(\.initials).joined(separator: " ") == "JO PK DE TS AN MW LB RC HS YF GV")
    #expect(board.ranking.map(\.votes) == [9, 9, 7, 6, 4, 3, 2, 1])
    let voting = try #require(board.votings.first)
    #expect(voting.state == .closed && board.openVoting == nil)
    #expect(board.progress(of: voting) == (41, 55))
    // Nobody has given more than the five dots that each one had.
    let given = Dictionary(grouping: board.votes.values, by: \.ballotID)
    #expect(given[nil] == nil && given.count == 11)
    #expect(given.values.allSatisfy { $0.count <= 5 })
  }

  @Test func sampleGroupMeetsInASeriesAndIsAnswered() throws {
    let sample = try read("sample/larkfield")
    let group = try #require(sample.advisoryGroups.inOrder().first)
    let series = try #require(sample.meetingSeries.first { $0.groupID == group.id })
    let meetings = sample.meetings.inOrder().filter { $0.seriesID == series.id }
    #expect(meetings.count == 6 && series.cadence == .monthly)
    #expect(meetings[2].day?.description == "2026-10-12")
    let agenda = sample.agendaItems.inOrder().filter { $0.meetingID == meetings[2].id }
    expectNoDifference(
      agenda.map { "\($0.title), \($0.minutes), \($0.activity.rawValue)" },
      [
        "Welcome, 5, talk", "Write, 10, private_writing", "Group, 10, grouping",
        "Vote · 5 each, 5, voting", "Discuss the top three, 35, talk",
        "Recommend, 20, recommending", "What we tell the others, 5, talk",
      ])
    let came = sample.attendances.filter { $0.meetingID == meetings[2].id && $0.isPresent }
    #expect(came.count == 11)
    let asked = sample.recommendations.inOrder().filter { $0.groupID == group.id }
    #expect(asked.map(\.answer) == [.accepted, .declined, .accepted, .askedForDate])
    #expect(
      asked.filter(\.isOwed).map(\.text) == [
        "Label in every parcel by February", "One view of a return for support",
      ])
    #expect(asked.filter { $0.answer == .declined }.allSatisfy { !$0.reason.isEmpty })
    // Both notes that recommend lead to what was asked for.
    let links = sample.links.filter { $0.fromKind == .note && $0.toKind == .recommendation }
    #expect(Set(links.map(\.toID)) == Set(asked.filter(\.isOwed).map(\.id)))
    let board = try #require(sample.boards.first { $0.meetingID == meetings[2].id })
    let notes = try #require(sample.board(board.id)).notes
    let steps = Set(
      sample.links.filter { notes[$0.fromID] != nil && $0.toKind == .step }.map(\.toID))
    #expect(
      sample.steps.filter { steps.contains($0.id) }.map(\.title).sorted() == [
        "Asks where it is", "Prepares the parcel", "Watches the status",
      ])
  }

  @Test func samplePlanHasPromisesBarriersAndInitiatives() throws {
    let sample = try read("sample/larkfield")
    let today = try #require(CalendarDay("2026-11-22"))
    #expect(sample.promises.filter { $0.isLate(on: today) }.count == 3)
    #expect(sample.promises.filter(\.wasKeptLate).count == 2)
    // The segments of the newest readings add up to the three months that they are of.
    let score = try #require(sample.metrics.first { $0.measure == .nps })
    let own = sample.readings.filter { $0.metricID == score.id }
    let months = own.filter { $0.segment.isEmpty && $0.day >= CalendarDay("2026-09-30") ?? today }
    let segments = own.filter { !$0.segment.isEmpty }
    #expect(segments.allSatisfy { $0.periodStart == CalendarDay("2026-09-01") })
    #expect(
      segments.reduce(0) { $0 + ($1.sampleSize ?? 0) }
        == months.reduce(0) { $0 + ($1.sampleSize ?? 0) })
    #expect(sample.barriers.count == 16)
    #expect(sample.initiatives.count == 20)
    // Of those that touch customers some have asked customers, and some have not.
    let backed = Set(sample.links.filter { $0.role == .backedBy }.map(\.fromID))
    let touching = sample.initiatives.filter(\.touchesCustomers)
    #expect(touching.contains { backed.contains($0.id) })
    #expect(touching.contains { !backed.contains($0.id) })
  }

  @Test func theTemplateOfAGroupHasAnAgendaWithActivities() throws {
    let template = try read("templates/advisory-group")
    #expect(
      Set(template.agendaItems.map(\.activity)) == Set(AgendaItem.Activity.allCases))
    let series = template.meetingSeries.map(\.id)
    #expect(series.count == 1 && template.meetings.allSatisfy { $0.seriesID == series[0] })
  }
}
