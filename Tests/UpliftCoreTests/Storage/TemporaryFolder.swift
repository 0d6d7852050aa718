import Foundation
import UpliftCore

/// A folder that is gone when the test is.
final class TemporaryFolder: Sendable {
  let url: URL

  /// - Parameter isInMemory: where there is room for it, on no disk: for thousands of edits that
  ///   need not outlive a power cut.
  init(isInMemory: Bool = false) throws {
    let memory = "/dev/shm"
    let isWanted = isInMemory && access(memory, W_OK) == 0 && Self.room(in: memory) > 500_000_000
    let parent =
      isWanted ? URL(fileURLWithPath: memory) : FileManager.default.temporaryDirectory
    url = parent.appendingPathComponent("uplift-\(UUID())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  private static func room(in folder: String) -> UInt64 {
    var system = statvfs()
    guard statvfs(folder, &system) == 0 else { return 0 }
    return UInt64(system.f_bavail) * UInt64(system.f_frsize)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func file(_ name: String) -> URL { url.appendingPathComponent(name) }

  var names: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: url.path).sorted()) ?? []
  }
}

/// A small workspace: a map of two stages, three steps and two lanes with cards, and a board.
struct SmallWorkspace {
  var contents: WorkspaceContents
  var map: JourneyMap
  var steps: [Step]
  var lanes: [Lane]
  var cards: [Card]
  var board: Board
  var columns: [BoardColumn]

  init() {
    let ranks = Rank.spread(4)
    contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Test"))
    let persona = Persona(rank: .middle, name: "Amina", age: 34)
    map = JourneyMap(rank: .middle, title: "Return", personaID: persona.id)
    let stages = [
      Stage(mapID: map.id, rank: ranks[0], title: "Decide"),
      Stage(mapID: map.id, rank: ranks[1], title: "Send back"),
    ]
    steps = [
      Step(stageID: stages[0].id, rank: ranks[0], title: "Tries it on"),
      Step(stageID: stages[1].id, rank: ranks[0], title: "Prepares the parcel"),
      Step(stageID: stages[1].id, rank: ranks[1], title: "Hands it over", isMomentOfTruth: true),
    ]
    lanes = [
      Lane(mapID: map.id, rank: ranks[0], kind: .actions),
      Lane(mapID: map.id, rank: ranks[1], kind: .painPoints),
    ]
    cards = [
      Card(laneID: lanes[0].id, stepID: steps[0].id, rank: .middle, text: "Orders two sizes"),
      Card(
        laneID: lanes[1].id, stepID: steps[1].id, rank: .middle, text: "No label in the box",
        evidence: .observed),
    ]
    let group = AdvisoryGroup(rank: .middle, kind: .employeeAdvisoryGroup, title: "Staff")
    let member = Member(groupID: group.id, rank: .middle, name: "Jo Olsen")
    board = Board(groupID: group.id, rank: .middle, title: "Why?")
    columns = [
      BoardColumn(boardID: board.id, rank: ranks[0], title: "We see"),
      BoardColumn(boardID: board.id, rank: ranks[1], title: "We could"),
    ]
    let note = Note(
      columnID: columns[0].id, rank: .middle, text: "The counter is closer", authorID: member.id)
    contents.personas = [persona]
    contents.departments = [Department(rank: .middle, name: "Depot")]
    contents.journeyMaps = [map]
    contents.stages = stages
    contents.steps = steps
    contents.lanes = lanes
    contents.cards = cards
    contents.cardDepartments = [
      CardDepartment(cardID: cards[1].id, departmentID: contents.departments[0].id)
    ]
    contents.emotions = [Emotion(stepID: steps[0].id, personaID: persona.id, value: 1)]
    contents.advisoryGroups = [group]
    contents.members = [member]
    contents.boards = [board]
    contents.boardColumns = columns
    contents.notes = [note]
    contents.votes = [Vote(noteID: note.id, memberID: member.id)]
    contents.links = [
      Link(rank: .middle, role: .raisedBy, from: cards[1].reference, to: note.reference)
    ]
  }
}

extension SmallWorkspace {
  /// A record of each kind, and a value in each field, that version 2 brought.
  mutating func addWhatCameWithVersion2() {
    let channel = Channel(rank: .middle, name: "Counter", mark: .counter)
    let tag = Tag(rank: .middle, name: "Quick win", colour: .green)
    let picture = StoredPicture(
      mediaType: .svg, width: 4, height: 3, data: Data("<svg/>".utf8))
    let metric = Metric(rank: .middle, title: "Ease", measure: .ces, lowest: 1, highest: 7)
    contents.channels = [channel]
    contents.tags = [tag]
    contents.pictures = [picture]
    contents.metrics = [metric]
    contents.dialogues = [Dialogue(rank: .middle, customer: "Amina", likes: "The leaflet")]
    contents.savedFilters = [SavedFilter(rank: .middle, title: "Pains", definition: "{}")]
    contents.cardChannels = [CardChannel(cardID: cards[0].id, channelID: channel.id)]
    contents.cardTags = [CardTag(cardID: cards[0].id, tagID: tag.id)]
    contents.stepDepartments = [
      StepDepartment(stepID: steps[0].id, departmentID: contents.departments[0].id)
    ]
    contents.cards[0].pictureID = picture.id
    contents.cards[0].metricID = metric.id
    contents.personas[0].pictureID = picture.id
    contents.steps[1].opensMapID = map.id
    contents.lanes[0].height = 120
    contents.lanes[1].isCollapsed = true
    contents.journeyMaps[0].columnWidth = 200
    if let day = CalendarDay(year: 2026, month: 9, day: 30) {
      contents.readings = [
        Reading(
          metricID: metric.id, stepID: steps[0].id, day: day, value: 3.1, sampleSize: 412)
      ]
    }
    cards = contents.cards
  }

  mutating func addWhatCameWithVersion3() {
    let group = contents.advisoryGroups[0]
    let series = MeetingSeries(groupID: group.id, rank: .middle, title: "Monthly")
    contents.meetingSeries = [series]
    for index in contents.meetings.indices {
      contents.meetings[index].seriesID = series.id
      contents.meetings[index].notes = "We began late."
    }
    contents.recommendations = [
      Recommendation(
        groupID: group.id, meetingID: contents.meetings.first?.id, rank: .middle,
        text: "A label in every parcel", owner: "Fulfilment", answer: .accepted)
    ]
    contents.dismissals = [
      Dismissal(groupID: group.id, warning: "size", reason: "We begin small.")
    ]
    let voting = Voting(
      boardID: board.id, rank: .middle, title: "Which first?", voters: 3, state: .closed)
    let ballot = Ballot(votingID: voting.id, number: 1, isCast: true)
    contents.votings = [voting]
    contents.ballots = [ballot]
    contents.votes += [
      Vote(noteID: contents.notes[0].id, ballotID: ballot.id),
      Vote(noteID: contents.notes[0].id, ballotID: ballot.id),
    ]
    contents.notes.append(
      Note(
        columnID: columns[1].id, rank: .middle, text: "Nobody may see this yet", isPrivate: true))
    contents.promises = [
      Promise(rank: .middle, title: "We call back", toWhom: "Amina", stepID: steps[0].id)
    ]
    contents.barriers = [Barrier(rank: .middle, title: "No scanner", manager: "Depot lead")]
    contents.initiatives = [Initiative(rank: .middle, title: "Labels", goal: "Ease")]
    contents.members[0].pictureID = contents.pictures.first?.id
  }
}
