import Foundation

extension BoardContents {
  /// Another board like this one: its columns and, if wanted, its clusters and notes. Never its
  /// votes, its rounds of votes, its timer or its meeting. Hidden notes stay hidden.
  ///
  /// - Parameters:
  ///   - title: of the copy.
  ///   - next: the rank of the board that follows this one; nil: it is the last.
  public func duplicatingBoard(withNotes: Bool, title: String, before next: Rank?) -> Addition<
    Board
  > {
    let copy = Board(
      groupID: board.groupID, rank: .between(board.rank, next), title: title,
      colouring: board.colouring, isPrivate: withNotes && board.isPrivate)
    var records: [any Entity] = [copy]
    var columnIDs: [UUID: UUID] = [:]
    for column in columns {
      var new = column
      new.id = UUID()
      new.boardID = copy.id
      columnIDs[column.id] = new.id
      records.append(new)
    }
    guard withNotes else {
      return Addition(edit: Edit(.duplicate, records.map { .insert($0) }), record: copy)
    }
    var clusterIDs: [UUID: UUID] = [:]
    for cluster in clusters.values.inOrder() {
      guard let columnID = columnIDs[cluster.columnID] else { continue }
      let new = Cluster(columnID: columnID, rank: cluster.rank, title: cluster.title)
      clusterIDs[cluster.id] = new.id
      records.append(new)
    }
    for note in notes.values.inOrder() {
      guard let columnID = columnIDs[note.columnID] else { continue }
      var new = self.copy(of: note)
      new.columnID = columnID
      new.clusterID = note.clusterID.flatMap { clusterIDs[$0] }
      new.createdAt = note.createdAt
      new.isPrivate = note.isPrivate
      records.append(new)
    }
    return Addition(edit: Edit(.duplicate, records.map { .insert($0) }), record: copy)
  }
}
