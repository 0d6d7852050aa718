import Foundation
import Testing
import UpliftCore

@Suite struct BoardEditingTests {
  let folder: TemporaryFolder
  let small = SmallWorkspace()
  let workspace: Workspace

  init() throws {
    folder = try TemporaryFolder()
    workspace = try Workspace.create(at: folder.file("a.uplift"), contents: small.contents)
  }

  private func board() throws -> BoardContents {
    try #require(try workspace.board(small.board.id))
  }

  private func perform(_ edit: Edit?) throws { try workspace.perform(try #require(edit)) }

  private func texts(_ column: Int) throws -> [String] {
    let now = try board()
    return (now.entries[now.columns[column].id] ?? []).map { entry in
      switch entry {
      case .note(let id): now.notes[id]?.text ?? "?"
      case .cluster(let id): "[\(now.clusters[id]?.title ?? "?")]"
      }
    }
  }

  @Test func linesBecomeNotesBelowTheChosenOne() throws {
    let first = small.contents.notes[0]
    try perform(try board().addingNote("last", to: small.columns[0].id).edit)
    let (edit, notes) = try board().pasting(
      ["one", "  ", "two "], to: small.columns[0].id, after: first.id)
    try perform(edit)
    #expect(notes.count == 2)
    #expect(try texts(0) == ["The counter is closer", "one", "two", "last"])
  }

  @Test func aNoteMovesDownAndAcross() throws {
    let note = small.contents.notes[0]
    try perform(try board().addingNote("second", to: small.columns[0].id).edit)
    try perform(try board().moving(note.reference, .down))
    #expect(try texts(0) == ["second", "The counter is closer"])
    #expect(try board().moving(note.reference, .down) == nil)
    try perform(try board().moving(note.reference, .forward))
    #expect(try texts(1) == ["The counter is closer"])
    #expect(try board().moving(note.reference, .forward) == nil)
    #expect(try board().votes(for: note.id) == 1)
  }

  @Test func aClusterTakesItsNotesAlongAndGivesThemBackWhenDissolved() throws {
    let column = small.columns[0]
    let cluster = Cluster(columnID: column.id, rank: Rank("x")!, title: "Both")
    var inside: [Note] = []
    for text in ["a", "b"] {
      inside.append(
        Note(
          columnID: column.id, clusterID: cluster.id, rank: .between(inside.last?.rank, nil),
          text: text))
    }
    try workspace.perform(
      Edit(.addCluster, [.insert(cluster)] + inside.map { .insert($0) }))
    try perform(try board().addingNote("end", to: column.id).edit)
    #expect(try texts(0) == ["The counter is closer", "[Both]", "end"])
    #expect(try board().noteCount(of: column.id) == 4)

    try perform(try board().moving(cluster.reference, .forward))
    #expect(try texts(1) == ["[Both]"])
    #expect(try workspace.check() == [])
    try perform(try board().moving(cluster.reference, .backward))
    try perform(try board().moving(inside[0].reference, .up))
    #expect(try texts(0) == ["a", "[Both]", "The counter is closer", "end"])
    try perform(try board().deleting([cluster.reference]))
    #expect(try texts(0) == ["a", "b", "The counter is closer", "end"])
    try workspace.undo()
    #expect(try texts(0) == ["a", "[Both]", "The counter is closer", "end"])
  }

  @Test func deletingAColumnAndItsNotesIsOneStep() throws {
    try perform(
      try board().deleting([small.contents.notes[0].reference, small.columns[0].reference]))
    #expect(try board().columns.count == 1)
    try workspace.undo()
    #expect(try texts(0) == ["The counter is closer"])
    #expect(try board().votes(for: small.contents.notes[0].id) == 1)
  }

  @Test func changesFollowWithoutReadingAgain() throws {
    var followed = try board()
    let heard = Heard()
    let observation = workspace.observe { heard.add($0) }
    let added = followed.addingNote("new", to: small.columns[1].id)
    try perform(added.edit)
    try perform(try board().settingTheme(of: [added.record.id], to: "Processes"))
    try perform(try board().moving(added.record.reference, .backward))
    try perform(try board().deleting([small.columns[1].reference]))
    try workspace.undo()
    for change in heard.all {
      let isKnown = followed.apply(change)
      #expect(isKnown)
    }
    let read = try board()
    #expect(followed == read)
    withExtendedLifetime(observation) {}
  }
}
