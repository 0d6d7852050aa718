import Foundation
import UpliftCore

/// A board as large as asked for, the same for the same seed.
enum GeneratedBoard {
  private static let columns = 8
  private static let members = 12
  private static let notesInCluster = 10

  /// One board of one group: half of the notes in clusters, each with an author, one in four with
  /// a vote.
  static func contents(notes count: Int, seed: UInt64 = 9) -> WorkspaceContents {
    var generator = SeededGenerator(seed: seed)
    let words = InventedWords(count: 4_000, using: &generator)
    let start = Instant(milliseconds: 0)
    var contents = WorkspaceContents(
      workspace: WorkspaceInfo(
        id: generator.uuid(), title: "\(count) notes", createdAt: start))
    let group = AdvisoryGroup(
      id: generator.uuid(), rank: .middle, kind: .customerAdvisoryBoard,
      title: words.sentence(using: &generator))
    contents.advisoryGroups = [group]
    for rank in Rank.spread(members) {
      contents.members.append(
        Member(
          id: generator.uuid(), groupID: group.id, rank: rank, name: words.word(using: &generator)))
    }
    let board = Board(
      id: generator.uuid(), groupID: group.id, rank: .middle,
      title: words.sentence(using: &generator))
    contents.boards = [board]
    for rank in Rank.spread(columns) {
      let column = BoardColumn(
        id: generator.uuid(), boardID: board.id, rank: rank, title: words.word(using: &generator))
      contents.boardColumns.append(column)
      let ranks = Rank.spread(count / columns)
      var cluster: Cluster?
      for (number, rank) in ranks.enumerated() {
        if number.isMultiple(of: notesInCluster) {
          // Every other ten stand by themselves.
          cluster =
            number.isMultiple(of: 2 * notesInCluster)
            ? Cluster(
              id: generator.uuid(), columnID: column.id, rank: rank,
              title: words.word(using: &generator)) : nil
          if let cluster { contents.clusters.append(cluster) }
        }
        let note = Note(
          id: generator.uuid(), columnID: column.id, clusterID: cluster?.id, rank: rank,
          text: words.sentence(using: &generator),
          authorID: contents.members.randomElement(using: &generator)?.id, createdAt: start)
        contents.notes.append(note)
        if Int.random(in: 0..<4, using: &generator) == 0 {
          contents.votes.append(Vote(id: generator.uuid(), noteID: note.id))
        }
      }
    }
    return contents
  }
}
