import Foundation
import Testing

@testable import UpliftCore

/// What a facilitator hands out after a meeting.
@Suite struct MeetingPapersTests {
  private let group = AdvisoryGroup(rank: .middle, kind: .employeeAdvisoryGroup, title: "Circle")

  private func contents() -> WorkspaceContents {
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "W"))
    let meeting = Meeting(groupID: group.id, rank: .middle, title: "Monday")
    let board = Board(groupID: group.id, meetingID: meeting.id, rank: .middle, title: "B")
    let column = BoardColumn(boardID: board.id, rank: .middle, title: "C")
    let notes = zip(Rank.spread(2), ["Tell people", "Print a label"]).map {
      Note(columnID: column.id, rank: $0, text: $1)
    }
    let promise = Promise(rank: .middle, title: "We tell everybody", owner: "Mei")
    let barrier = Barrier(rank: .middle, title: "No printer", manager: "Robert")
    contents.advisoryGroups = [group]
    contents.meetings = [meeting]
    contents.boards = [board]
    contents.boardColumns = [column]
    contents.notes = notes
    contents.promises = [promise]
    contents.barriers = [barrier]
    contents.links = [
      Link(rank: .middle, role: .leadsTo, from: notes[0].reference, to: promise.reference),
      Link(rank: .middle, role: .leadsTo, from: notes[1].reference, to: barrier.reference),
    ]
    return contents
  }

  @Test func theMinutesListWhatNotesBecame() throws {
    let contents = contents()
    let minutes = try #require(TextDocument(minutesOf: contents.meetings[0].id, in: contents))
    for text in [minutes.markdown, minutes.html()] {
      #expect(text.contains("What came of it"))
      for word in ["We tell everybody", "Mei", "No printer", "Robert"] {
        #expect(text.contains(word), "\(word)")
      }
    }
    #expect(
      minutes.markdown.contains("| Tell people | Promise | We tell everybody | Mei | open |"),
      "\(minutes.markdown)")
  }

  @Test func aHiddenNoteSaysNothingOfWhatItBecame() throws {
    var contents = contents()
    contents.notes[0].isPrivate = true
    let minutes = try #require(TextDocument(minutesOf: contents.meetings[0].id, in: contents))
    #expect(!minutes.markdown.contains("Tell people"))
    #expect(!minutes.markdown.contains("We tell everybody"))
  }

  @Test func theCharterWarnsAsThePageDoes() throws {
    var contents = contents()
    contents.departments = [Department(rank: .middle, name: "Finance")]
    contents.members = [
      Member(groupID: group.id, rank: .middle, name: "Ada", function: "IT", level: "Front")
    ]
    let warnings = {
      GroupWarnings(
        GroupContents(
          group: group, members: contents.members, meetings: [], agendaItems: [:],
          attendances: [:], boards: [], dismissals: contents.dismissals),
        departments: contents.departments, focusGroups: 0, on: CalendarDay(Date()))
    }
    let first = try #require(warnings().standing.first)
    var text = try #require(TextDocument(charterOf: group.id, in: contents)).markdown
    for warning in warnings().standing { #expect(text.contains(warning.sentence)) }
    #expect(!text.contains("Put aside"))
    contents.dismissals = [
      Dismissal(groupID: group.id, warning: first.key, reason: "They come in March")
    ]
    text = try #require(TextDocument(charterOf: group.id, in: contents)).markdown
    #expect(text.contains("Put aside: " + first.sentence))
    #expect(text.contains("They come in March"))
    #expect(text.components(separatedBy: first.sentence).count == 2)
  }

  @Test func thePlanWarnsAsThePageDoes() throws {
    var contents = contents()
    let today = CalendarDay(Date())
    contents.departments = [Department(rank: .middle, name: "Finance")]
    contents.members = [
      Member(groupID: group.id, rank: .middle, name: "Ada", function: "IT", level: "Front")
    ]
    func section() -> String {
      TextDocument(planOf: contents, .init(only: [.groups]), today: today) { _, _, _ in nil }
        .markdown
    }
    let before = GroupWarnings(of: group, in: contents, on: today)
    #expect(before.standing.count == 3 && before.putAside.isEmpty)
    for warning in before.standing {
      #expect(section().components(separatedBy: warning.sentence).count == 2)
      #expect(section().contains(warning.rule))
    }
    #expect(!section().contains("Put aside"))
    let first = try #require(before.standing.first)
    contents.dismissals = [
      Dismissal(groupID: group.id, warning: first.key, reason: "They come in March")
    ]
    #expect(section().contains("Put aside: " + first.sentence))
    #expect(section().contains("They come in March"))
    #expect(section().components(separatedBy: first.sentence).count == 2)
    // What it warned of is over: neither the warning nor the reason.
    contents.departments = []
    #expect(!section().contains("Finance") && !section().contains("They come in March"))
  }

  @Test(arguments: [
    ("a.json", #"{"name":"x""#, "line 1", "“{”"),
    ("a.json", "{\"lists\":[\n{\"id\":\"1\",\"na", "line 2", "quotation mark"),
    ("a.canvas", "{\"nodes\":[\n", "line 2", "“[” of line 1"),
    ("a.json", #"{"format":"uplift","version":5,"boards":[{"id":"a"}"#, "line 1", "“[”"),
  ])
  func aFileThatWasCutOffIsSaidToBe(
    _ name: String, _ text: String, _ line: String, _ mark: String
  ) throws {
    let error = #expect(throws: ImportError.self) {
      try Importing.read(Data(text.utf8), file: name)
    }
    let sentence = try #require(error?.description)
    #expect(sentence.contains("The JSON is not complete") && sentence.contains(line))
    #expect(sentence.contains(mark), "\(sentence)")
  }

  @Test func whatIsOnlyWrongIsNotSaidToBeCutOff() throws {
    let error = #expect(throws: ImportError.self) {
      try Importing.read(Data(#"{"name":"x"}"#.utf8), file: "a.json")
    }
    #expect(error?.description.contains("not complete") == false)
  }

  @Test func anExampleThatIsTheSameTwiceIsGivenOnce() {
    #expect(DayExamples.dates("2026-11-21", "2026-11-21") == "dates like 2026-11-21")
    #expect(DayExamples.dates("21/11/26", "2026-11-21") == "dates like 21/11/26 or 2026-11-21")
  }
}
