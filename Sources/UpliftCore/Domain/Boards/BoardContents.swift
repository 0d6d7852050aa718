import Foundation

/// A board with everything on it, in order: what a layout and an editor need.
public struct BoardContents: Equatable, Sendable {
  public private(set) var board: Board
  /// The group that the board belongs to; nil in a board that stands alone in a test.
  public private(set) var group: AdvisoryGroup?
  public private(set) var meeting: Meeting?
  /// In order.
  public private(set) var columns: [BoardColumn] = []
  public private(set) var notes: [UUID: Note] = [:]
  public private(set) var clusters: [UUID: Cluster] = [:]
  public private(set) var votes: [UUID: Vote] = [:]
  /// Rounds of votes, in order.
  public private(set) var votings: [Voting] = []
  public private(set) var ballots: [UUID: Ballot] = [:]
  /// The group's members, in order.
  public private(set) var members: [Member] = []
  /// What stands in each column, in order: loose notes and clusters.
  public private(set) var entries: [UUID: [BoardEntry]] = [:]
  /// The notes of each cluster, in order.
  public private(set) var clusterNotes: [UUID: [UUID]] = [:]
  /// Votes for each note and cluster that may be shown: those of the last round, once it is closed;
  /// without any round all that were given.
  public internal(set) var voteCounts: [UUID: Int] = [:]
  /// What notes and clusters are connected with elsewhere.
  private(set) var connections: BoardConnections

  public init(
    board: Board, group: AdvisoryGroup? = nil, meeting: Meeting? = nil,
    columns: [BoardColumn] = [], clusters: [Cluster] = [], notes: [Note] = [], votes: [Vote] = [],
    members: [Member] = [], votings: [Voting] = [], ballots: [Ballot] = [],
    connections: BoardConnections = BoardConnections()
  ) {
    self.connections = connections
    self.board = board
    self.group = group
    self.meeting = meeting
    self.columns = columns.inOrder()
    self.members = members.inOrder()
    self.votings = votings.inOrder()
    for ballot in ballots { self.ballots[ballot.id] = ballot }
    for cluster in clusters { self.clusters[cluster.id] = cluster }
    for note in notes { self.notes[note.id] = note }
    for vote in votes { self.votes[vote.id] = vote }
    index()
  }

  /// A text on a board, with what it is.
  public enum BoardText: Sendable {
    case column(String)
    case cluster(String)
    /// Under the title of its column.
    case note(String, column: String)
  }

  /// The same board in other words.
  ///
  /// - Parameters:
  ///   - length: bytes of UTF-8; what has no more of them stays as it is.
  ///   - words: what stands in the place of a text; nil leaves it as it is. Asked column by column.
  public func worded(
    longerThan length: Int, _ words: (BoardText) -> String?
  ) -> BoardContents {
    var result = self
    func reword(_ id: UUID, _ title: String) {
      guard let note = notes[id], note.text.utf8.count > length else { return }
      if let text = words(.note(note.text, column: title)) { result.notes[id]?.text = text }
    }
    for (index, column) in columns.enumerated() {
      if column.title.utf8.count > length, let title = words(.column(column.title)) {
        result.columns[index].title = title
      }
      for entry in entries[column.id] ?? [] {
        switch entry {
        case .note(let id): reword(id, column.title)
        case .cluster(let id):
          if let cluster = clusters[id], cluster.title.utf8.count > length,
            let title = words(.cluster(cluster.title))
          {
            result.clusters[id]?.title = title
          }
          for note in clusterNotes[id] ?? [] { reword(note, column.title) }
        }
      }
    }
    return result
  }

  /// Something that stands in a column by itself.
  public enum BoardEntry: Hashable, Sendable {
    case note(UUID)
    case cluster(UUID)

    public var id: UUID {
      switch self {
      case .note(let id), .cluster(let id): id
      }
    }
  }

  public func author(of note: Note) -> Member? {
    note.authorID.flatMap { id in members.first { $0.id == id } }
  }

  /// Votes for a note or a cluster.
  public func votes(for id: UUID) -> Int { voteCounts[id] ?? 0 }

  /// How many notes a column holds, those in clusters included.
  public func noteCount(of columnID: UUID) -> Int {
    (entries[columnID] ?? []).reduce(0) { count, entry in
      switch entry {
      case .note: count + 1
      case .cluster(let id): count + (clusterNotes[id]?.count ?? 0)
      }
    }
  }

  /// Takes in what happened to the workspace. False: this board is gone, or the change does not
  /// say enough, and the board is to be read again.
  public mutating func apply(_ change: WorkspaceChange) -> Bool {
    guard !change.isWholesale, !hasArrivals(change) else { return false }
    var touched = false
    for record in change.upserts {
      guard upsert(record, &touched) else { return false }
    }
    for reference in change.deletions {
      guard remove(reference, &touched) else { return false }
    }
    let (notes, clusters) = (notes, clusters)
    let linked = connections.apply(change) { notes[$0.id] != nil || clusters[$0.id] != nil }
    guard let linked else { return false }
    if touched { index() } else if linked { indexConnections() }
    return !connections.isIncomplete
  }

  private mutating func indexConnections() {
    let (notes, clusters) = (notes, clusters)
    connections.index { notes[$0.id] != nil || clusters[$0.id] != nil }
  }

  /// Whether something came here from another board, with things on it that the change does not
  /// name.
  private func hasArrivals(_ change: WorkspaceChange) -> Bool {
    guard !change.updatedIDs.isEmpty else { return false }
    return change.upserts.contains { record in
      guard change.updatedIDs.contains(record.id) else { return false }
      return switch record {
      case let column as BoardColumn:
        column.boardID == board.id && !columns.contains { $0.id == column.id }
      case let cluster as Cluster:
        clusters[cluster.id] == nil && columns.contains { $0.id == cluster.columnID }
      case let note as Note:
        notes[note.id] == nil && columns.contains { $0.id == note.columnID }
      default: false
      }
    }
  }

  private mutating func upsert(_ record: any Entity, _ touched: inout Bool) -> Bool {
    switch record {
    case let new as Board where new.id == board.id:
      guard new.groupID == board.groupID, new.meetingID == board.meetingID else { return false }
      board = new
    case let new as AdvisoryGroup where new.id == group?.id: group = new
    case let new as Meeting where new.id == meeting?.id: meeting = new
    case let member as Member:
      if member.groupID == board.groupID {
        members.upsert(member)
      } else {
        members.removeAll { $0.id == member.id }
      }
    case let column as BoardColumn:
      if column.boardID == board.id {
        columns.upsert(column)
      } else {
        columns.removeAll { $0.id == column.id }
      }
      touched = true
    case let cluster as Cluster:
      // Those in columns of other boards are left out when all is indexed again.
      guard clusters[cluster.id] != nil || columns.contains(where: { $0.id == cluster.columnID })
      else { break }
      clusters[cluster.id] = cluster
      touched = true
    case let note as Note:
      guard notes[note.id] != nil || columns.contains(where: { $0.id == note.columnID }) else {
        break
      }
      let old = notes.updateValue(note, forKey: note.id)
      touched =
        touched || old?.rank != note.rank || old?.columnID != note.columnID
        || old?.clusterID != note.clusterID
    case let vote as Vote:
      votes[vote.id] = vote
      touched = true
    case let voting as Voting where voting.boardID == board.id:
      votings.upsert(voting)
      touched = true
    case let ballot as Ballot where votings.contains { $0.id == ballot.votingID }:
      ballots[ballot.id] = ballot
      touched = true
    default: break
    }
    return true
  }

  private mutating func remove(_ reference: EntityReference, _ touched: inout Bool) -> Bool {
    let id = reference.id
    switch reference.kind {
    case .board where id == board.id, .advisoryGroup where id == group?.id: return false
    case .meeting where id == meeting?.id: meeting = nil
    case .boardColumn where columns.contains { $0.id == id }:
      columns.removeAll { $0.id == id }
      touched = true
    case .cluster: touched = clusters.removeValue(forKey: id) != nil || touched
    case .note: touched = notes.removeValue(forKey: id) != nil || touched
    case .vote: touched = votes.removeValue(forKey: id) != nil || touched
    case .voting where votings.contains { $0.id == id }:
      votings.removeAll { $0.id == id }
      touched = true
    case .ballot: touched = ballots.removeValue(forKey: id) != nil || touched
    case .member: members.removeAll { $0.id == id }
    default: break
    }
    return true
  }

  private mutating func index() {
    let columnIDs = Set(columns.map(\.id))
    clusters = clusters.filter { columnIDs.contains($0.value.columnID) }
    notes = notes.filter { columnIDs.contains($0.value.columnID) }
    votes = votes.filter { _, vote in
      vote.noteID.map { notes[$0] != nil } ?? vote.clusterID.map { clusters[$0] != nil } ?? false
    }
    entries = [:]
    clusterNotes = [:]
    var ranked: [UUID: [(Rank, BoardEntry)]] = [:]
    for cluster in clusters.values {
      ranked[cluster.columnID, default: []].append((cluster.rank, .cluster(cluster.id)))
    }
    var inClusters: [UUID: [Note]] = [:]
    for note in notes.values {
      if let cluster = note.clusterID, clusters[cluster] != nil {
        inClusters[cluster, default: []].append(note)
      } else {
        ranked[note.columnID, default: []].append((note.rank, .note(note.id)))
      }
    }
    for (column, list) in ranked {
      entries[column] = list.sorted { $0.0 == $1.0 ? $0.1.id < $1.1.id : $0.0 < $1.0 }.map(\.1)
    }
    for (cluster, list) in inClusters { clusterNotes[cluster] = list.inOrder().map(\.id) }
    let rounds = Set(votings.map(\.id))
    ballots = ballots.filter { rounds.contains($0.value.votingID) }
    voteCounts = [:]
    for vote in votes.values where isShown(vote) {
      guard let target = vote.noteID ?? vote.clusterID else { continue }
      voteCounts[target, default: 0] += 1
    }
    indexConnections()
  }

  /// A round is secret until it is closed, and a later round takes the place of the earlier ones.
  private func isShown(_ vote: Vote) -> Bool {
    guard let last = votings.last else { return true }
    return last.state == .closed && vote.ballotID.flatMap { ballots[$0]?.votingID } == last.id
  }
}
