import Foundation
import Testing
import UpliftCore

/// Notes become things that go on after the meeting, and both ends say so.
@Suite struct NoteTurningTests {
  let folder: TemporaryFolder
  let small = SmallWorkspace()
  let workspace: Workspace
  let today: CalendarDay

  init() throws {
    folder = try TemporaryFolder()
    today = try #require(CalendarDay("2026-10-12"))
    workspace = try Workspace.create(at: folder.file("a.uplift"), contents: small.contents)
  }

  private func board() throws -> BoardContents {
    try #require(try workspace.board(small.board.id))
  }

  private func perform(_ edit: Edit?) throws { try workspace.perform(try #require(edit)) }

  private var note: EntityReference { small.contents.notes[0].reference }

  /// Another loose note, and one in a cluster.
  private func addNotes() throws -> (loose: Note, cluster: Cluster, inside: Note) {
    let column = small.columns[1].id
    let loose = try board().addingNote("Label in every parcel", to: column)
    try perform(loose.edit)
    let inside = try board().addingNote("Show “we have it”", to: column)
    try perform(inside.edit)
    let made = try #require(try board().clustering([inside.record.reference]))
    try perform(made.edit)
    let cluster = try #require(try board().clusters[made.references[0].id])
    return (loose.record, cluster, inside.record)
  }

  @Test func severalBecomeRecommendationsInOneStep() throws {
    let (loose, cluster, inside) = try addNotes()
    let before = try workspace.contents()
    let placement = try #require(
      try board().turning(
        [note, loose.reference, cluster.reference, inside.reference],
        into: .recommendation(after: nil), on: today))
    try perform(placement.edit)
    let contents = try workspace.contents()
    let made = contents.recommendations.inOrder()
    // The note in the cluster goes with it; a cluster without a title says what its notes say.
    #expect(made.map(\.text) == ["The counter is closer", "Label in every parcel", inside.text])
    #expect(made.allSatisfy { $0.askedOn == today && $0.groupID == small.board.groupID })
    #expect(made.allSatisfy { $0.meetingID == small.board.meetingID })
    #expect(try workspace.check() == [])
    let now = try board()
    #expect(
      now.outcomes(of: note.id).map(\.other).contains(made[0].reference))
    #expect(now.outcomes(of: cluster.id).map(\.other) == [made[2].reference])
    // The same twice would be two.
    #expect(
      now.turning([note], into: .recommendation(after: made.last?.rank), on: today) == nil)
    try workspace.undo()
    #expect(try workspace.contents() == before)
  }

  @Test func aCardComesToStandAtTheStepAndTheLaneIsAdded() throws {
    let (loose, _, _) = try addNotes()
    let journey = try #require(try workspace.journey(small.map.id))
    #expect(!journey.lanes.contains { $0.laneKind == .opportunities })
    let step = small.steps[1].id
    let placement = try #require(
      try board().turning(
        [note, loose.reference], into: .card(.opportunities, journey, stepID: step), on: today))
    try perform(placement.edit)
    let now = try #require(try workspace.journey(small.map.id))
    let lanes = now.lanes.filter { $0.laneKind == .opportunities }
    #expect(lanes.count == 1)
    let cell = Cell(laneID: try #require(lanes.first).id, stepID: step)
    #expect(now.cards(at: cell).map(\.text) == ["The counter is closer", "Label in every parcel"])
    #expect(now.cards(at: cell).allSatisfy { $0.evidence == .reported })
    let outcome = try #require(try board().outcomes(of: loose.id).first)
    #expect(outcome.thing.cardKind == .opportunities)
    #expect(try workspace.links(of: outcome.other).contains { $0.from == loose.reference })
    #expect(try workspace.check() == [])
  }

  @Test func aPromiseIsOfTheStepThatTheNoteIsAbout() throws {
    let step = small.steps[2].reference
    try perform(try board().linking([note], to: step))
    #expect(try board().linking([note], to: step) == nil)
    #expect(try board().steps.map(\.title) == ["Hands it over"])
    #expect(try board().commonStep(of: [note]) == step)
    try perform(try board().turning([note], into: .promise(after: nil), on: today)?.edit)
    try perform(try board().turning([note], into: .barrier(after: nil), on: today)?.edit)
    let contents = try workspace.contents()
    #expect(contents.promises.first?.stepID == step.id)
    #expect(contents.promises.first?.madeOn == today)
    #expect(contents.barriers.first?.openedOn == today)
    let kinds = try board().outcomes(of: note.id).map(\.other.kind)
    #expect(kinds.contains(.promise) && kinds.contains(.barrier))
  }

  @Test func whatIsHiddenIsLeftAlone() throws {
    try perform(try board().startingPrivateWriting())
    let hidden = try board().addingNote("Nobody says this", to: small.columns[0].id)
    try perform(hidden.edit)
    let now = try board()
    let reference = hidden.record.reference
    #expect(now.turnable([reference]).isEmpty)
    #expect(now.turning([reference], into: .barrier(after: nil), on: today) == nil)
    #expect(now.linking([reference], to: small.steps[0].reference) == nil)
    let made = try #require(now.clustering([reference]))
    try perform(made.edit)
    #expect(try board().turnable(made.references).isEmpty)
  }

  @Test func bothRoadsToABoardAgreeAndChangesFollow() throws {
    let (loose, cluster, _) = try addNotes()
    var followed = try board()
    let heard = Heard()
    let observation = workspace.observe { heard.add($0) }
    let step = small.steps[0]
    try perform(try board().linking([note, cluster.reference], to: step.reference))
    try perform(
      try board().turning([loose.reference], into: .recommendation(after: nil), on: today)?.edit)
    var named = step
    named.title = "Tries it on twice"
    try perform(Edit(.rename, [.update(from: step, to: named)]))
    let recommendation = try #require(try workspace.contents().recommendations.first)
    try perform(
      Edit.changing(recommendation) {
        $0.answer = .accepted; $0.owner = "IT"
      })
    let journey = try #require(try workspace.journey(small.map.id))
    try perform(
      try board().turning(
        [note], into: .card(.painPoints, journey, stepID: step.id), on: today)?.edit)
    try perform(try board().deleting([cluster.reference]))
    try perform(Edit.deleting([recommendation.reference]))
    try workspace.undo()
    try perform(Edit.deleting([step.reference]))
    for change in heard.all where !followed.apply(change) {
      // As it was after this change is not to be had any more; at the end it must be right.
      followed = try board()
    }
    let read = try board()
    #expect(followed == read)
    #expect(read == (try workspace.contents().board(small.board.id)))
    #expect(read.steps.isEmpty)
    #expect(
      read.outcomes(of: loose.id).compactMap { BoardWords.outcome($0.thing) }
        == ["Owner: IT · accepted"])
    withExtendedLifetime(observation) {}
  }

  @Test func aCardMadeOfANoteHasASourceInTheFileToo() throws {
    let card = try #require(try workspace.contents().cards.first)
    let link = Link(
      rank: .middle, role: .leadsTo, from: note,
      to: card.reference)
    let mapID = small.map.id
    let before = try #require(try workspace.journey(mapID))
    let edit = Edit(.addLink, [.insert(link)])
    try perform(edit)
    let journey = try #require(try workspace.journey(mapID))
    #expect(journey.extras.backings[link.id] == card.id)
    #expect(before.after(edit) == journey)
    #expect(try workspace.contents().journey(mapID) == journey)
    try workspace.undo()
    #expect(try workspace.journey(mapID) == before)
  }

  @Test func aCopyOfABoardHasNoVotesAndKeepsWhatIsHidden() throws {
    let (_, cluster, _) = try addNotes()
    try perform(try board().addingVote(to: note))
    try perform(try board().startingPrivateWriting())
    try perform(try board().addingNote("secret", to: small.columns[0].id).edit)
    let original = try board()
    for withNotes in [true, false] {
      let added = original.duplicatingBoard(withNotes: withNotes, title: "Copy", before: nil)
      try perform(added.edit)
      let copy = try #require(try workspace.board(added.record.id))
      #expect(copy.columns.map(\.title) == original.columns.map(\.title))
      #expect(copy.votes.isEmpty)
      #expect(copy.notes.count == (withNotes ? original.notes.count : 0))
      #expect(copy.hiddenCount == (withNotes ? original.hiddenCount : 0))
      #expect(copy.clusters.count == (withNotes ? 1 : 0))
      #expect(copy.board.meetingID == nil)
    }
    #expect(try workspace.check() == [])
    withExtendedLifetime(cluster) {}
  }

  @Test(arguments: BoardTemplate.allCases) func templatesHaveColumns(template: BoardTemplate) throws
  {
    let columns = template.columns(of: small.board.id)
    #expect(columns.map(\.title) == template.columns)
    #expect(zip(columns, columns.dropFirst()).allSatisfy { $0.rank < $1.rank })
    #expect(try board().beginning(with: template) == nil)
  }

  @Test func listsLoseTheirBullets() {
    #expect(
      ListEntries.texts(["- one", " * two", "• three", "", "[ ] four", "- [x] five", "-5 %"])
        == ["one", "two", "three", "four", "five", "-5 %"])
    #expect(
      ListEntries.texts(["1. one", "2) two", "and more", "3. three"])
        == ["one", "two", "and more", "three"])
    #expect(ListEntries.texts(["3. floor", "2026. was late"]) == ["3. floor", "2026. was late"])
    #expect(ListEntries.texts(["1.5 litres", "2.5 litres"]) == ["1.5 litres", "2.5 litres"])
  }
}
