import Foundation

/// From where something was dropped to the edit. Nil: nothing would change.
extension BoardContents {
  /// - Parameter copies: what is dragged stays, and copies of it, without votes, land.
  public func dropping(
    _ drag: BoardDrag, on target: BoardDropTarget, copies: Bool = false
  ) -> Placement? {
    switch (drag, target) {
    case (.entries(let references), .column(let columnID, let before)):
      guard columns.contains(where: { $0.id == columnID }) else { return nil }
      let moved = inPictureOrder(references)
      return copies
        ? placing(self.copies(of: moved), in: columnID, before: before)
        : placing(moved.map { Mover(of: $0, on: self) }, in: columnID, before: before)
    case (.entries(let references), .cluster(let clusterID, let before)):
      guard let cluster = clusters[clusterID], let notes = notes(references, copies: copies) else {
        return nil
      }
      return placing(notes, in: cluster, before: before, isNew: copies)
    case (.entries(let references), .note(let noteID)):
      guard let target = self.notes[noteID], target.clusterID == nil,
        let notes = notes(references, copies: copies)
      else { return nil }
      return joining(notes.filter { $0.id != noteID }, to: target, isNew: copies)
    case (.columns(let ids), .columns(let before)):
      return copies ? nil : movingColumns(ids, before: before)
    default: return nil
    }
  }

  /// Copies, without votes, of notes and clusters below the last of them, in the column of that.
  public func duplicating(entries references: [EntityReference]) -> Placement? {
    let chosen = inPictureOrder(references)
    let columnID = chosen.last.flatMap { notes[$0.id]?.columnID ?? clusters[$0.id]?.columnID }
    guard let columnID, let last = chosen.last else { return nil }
    let place = notes[last.id]?.clusterID ?? last.id
    let next = (entries[columnID] ?? []).drop { $0.id != place }.dropFirst().first
    return dropping(
      .entries(references), on: .column(columnID, before: next?.id), copies: true)
  }

  /// The same notes and clusters in the order of the picture: by column, from top to bottom. A note
  /// whose cluster is among them goes with that.
  func inPictureOrder(_ references: [EntityReference]) -> [BoardEntry] {
    let chosen = Set(references)
    var result: [BoardEntry] = []
    for column in columns {
      for entry in entries[column.id] ?? [] {
        switch entry {
        case .note(let id):
          if chosen.contains(EntityReference(.note, id)) { result.append(entry) }
        case .cluster(let id):
          if chosen.contains(EntityReference(.cluster, id)) {
            result.append(entry)
          } else {
            result += (clusterNotes[id] ?? [])
              .filter { chosen.contains(EntityReference(.note, $0)) }.map { .note($0) }
          }
        }
      }
    }
    return result
  }

  // MARK: What moves

  /// A note, or a cluster with its notes, on its way.
  private struct Mover {
    var note: Note?
    var cluster: Cluster?
    var notes: [Note] = []
    var isNew = false

    init(of entry: BoardEntry, on board: BoardContents) {
      switch entry {
      case .note(let id): note = board.notes[id]
      case .cluster(let id):
        cluster = board.clusters[id]
        notes = (board.clusterNotes[id] ?? []).compactMap { board.notes[$0] }
      }
    }

    var reference: EntityReference? { note?.reference ?? cluster?.reference }
    var place: (id: UUID, rank: Rank)? {
      note.map { ($0.id, $0.rank) } ?? cluster.map { ($0.id, $0.rank) }
    }
  }

  private func copies(of entries: [BoardEntry]) -> [Mover] {
    entries.map { entry in
      var mover = Mover(of: entry, on: self)
      mover.isNew = true
      mover.note = mover.note.map { copy(of: $0) }
      mover.cluster?.id = UUID()
      mover.notes = mover.notes.map { note in
        var copy = copy(of: note)
        copy.clusterID = mover.cluster?.id
        return copy
      }
      return mover
    }
  }

  /// Hidden ones stay hidden.
  func copy(of note: Note) -> Note {
    Note(
      columnID: note.columnID, clusterID: note.clusterID, rank: note.rank, text: note.text,
      authorID: note.authorID, theme: note.theme, colour: note.colour,
      isPrivate: note.isPrivate || board.isPrivate)
  }

  /// Nil when there is something else among them.
  private func notes(_ references: [EntityReference], copies: Bool) -> [Note]? {
    let notes = inPictureOrder(references).map { entry -> Note? in
      guard case .note(let id) = entry else { return nil }
      return self.notes[id].map { copies ? copy(of: $0) : $0 }
    }
    return notes.contains { $0 == nil } || notes.isEmpty ? nil : notes.compactMap { $0 }
  }

  // MARK: Into a column

  private func placing(_ moved: [Mover], in columnID: UUID, before: UUID?) -> Placement? {
    var reordering = Reordering(ranks(ofColumn: columnID))
    reordering.put(moved.compactMap(\.place), before: before)
    let ranks = reordering.ranks
    var changes: [Change] = []
    for mover in moved {
      if let note = mover.note {
        var new = note
        new.columnID = columnID
        new.clusterID = nil
        new.rank = ranks[note.id] ?? note.rank
        changes.put(note, new, isNew: mover.isNew)
      }
      if let cluster = mover.cluster {
        var new = cluster
        new.columnID = columnID
        new.rank = ranks[cluster.id] ?? cluster.rank
        changes.put(cluster, new, isNew: mover.isNew)
      }
      for note in mover.notes {
        var new = note
        new.columnID = columnID
        changes.put(note, new, isNew: mover.isNew)
      }
    }
    let ids = Set(moved.compactMap { $0.reference?.id })
    changes += reranking(entries[columnID] ?? [], to: ranks, except: ids)
    let isNew = moved.contains(where: \.isNew)
    if !isNew { changes += removingEmptied(by: moved.compactMap(\.note)) }
    guard !changes.isEmpty else { return nil }
    return Placement(
      edit: Edit(isNew ? .duplicate : .move, changes), references: moved.compactMap(\.reference))
  }

  /// Others whose place was taken when two copies of the file were merged.
  private func reranking(
    _ entries: [BoardEntry], to ranks: [UUID: Rank], except moved: Set<UUID>
  ) -> [Change] {
    guard ranks.count > 0 else { return [] }
    return entries.compactMap { entry in
      guard !moved.contains(entry.id), let rank = ranks[entry.id] else { return nil }
      switch entry {
      case .note(let id):
        guard let note = notes[id] else { return nil }
        var new = note
        new.rank = rank
        return .update(from: note, to: new)
      case .cluster(let id):
        guard let cluster = clusters[id] else { return nil }
        var new = cluster
        new.rank = rank
        return .update(from: cluster, to: new)
      }
    }
  }

  // MARK: Into a cluster

  private func placing(
    _ moved: [Note], in cluster: Cluster, before: UUID?, isNew: Bool
  ) -> Placement? {
    var reordering = Reordering(ranks(ofCluster: cluster.id))
    reordering.put(moved.map { ($0.id, $0.rank) }, before: before)
    let ranks = reordering.ranks
    var changes: [Change] = []
    for note in moved {
      var new = note
      new.columnID = cluster.columnID
      new.clusterID = cluster.id
      new.rank = ranks[note.id] ?? note.rank
      changes.put(note, new, isNew: isNew)
    }
    changes += reranking(
      (clusterNotes[cluster.id] ?? []).map { .note($0) }, to: ranks, except: Set(moved.map(\.id)))
    if !isNew { changes += removingEmptied(by: moved.filter { $0.clusterID != cluster.id }) }
    guard !changes.isEmpty else { return nil }
    return Placement(
      edit: Edit(isNew ? .duplicate : .move, changes), references: moved.map(\.reference))
  }

  /// A cluster in the place of the target, which comes first in it.
  private func joining(_ moved: [Note], to target: Note, isNew: Bool) -> Placement? {
    guard !moved.isEmpty else { return nil }
    let cluster = Cluster(columnID: target.columnID, rank: target.rank, title: "")
    var changes: [Change] = [.insert(cluster)]
    for (rank, note) in zip(Rank.spread(moved.count + 1), [target] + moved) {
      var new = note
      new.columnID = cluster.columnID
      new.clusterID = cluster.id
      new.rank = rank
      changes.put(note, new, isNew: isNew && note.id != target.id)
    }
    if !isNew { changes += removingEmptied(by: moved) }
    return Placement(edit: Edit(.addCluster, changes), references: [cluster.reference])
  }

  /// Clusters that nobody has named or voted for, and that these notes leave behind with nothing in
  /// them.
  func removingEmptied(by leaving: [Note]) -> [Change] {
    let counts = Dictionary(grouping: leaving.compactMap(\.clusterID)) { $0 }
    return counts.compactMap { id, all -> Cluster? in
      guard let cluster = clusters[id], clusterNotes[id]?.count == all.count,
        cluster.title.allSatisfy(\.isWhitespace),
        !votes.values.contains(where: { $0.clusterID == id })
      else { return nil }
      return cluster
    }.inOrder().map { .delete($0.reference) }
  }

  // MARK: With keys

  /// Moves several notes and clusters together by one place. Up and down they keep within their
  /// column or cluster and push what is not among them past them; sideways all go to the next
  /// column, to the same height. Nil when nothing would change, or one of them cannot go that way.
  public func moving(entries references: [EntityReference], _ direction: Direction) -> Edit? {
    let chosen = inPictureOrder(references)
    let changes: [Change]
    switch direction {
    case .up, .down:
      let ids = Set(chosen.map(\.id))
      let lists =
        columns.map { entries[$0.id] ?? [] }
        + clusters.values.inOrder().map { (clusterNotes[$0.id] ?? []).map { .note($0) } }
      changes = lists.flatMap { stepping($0, ids, direction) }
    case .forward, .backward: changes = aside(chosen, by: direction == .forward ? 1 : -1)
    }
    return changes.isEmpty ? nil : Edit(.move, changes)
  }

  private func stepping(
    _ list: [BoardEntry], _ ids: Set<UUID>, _ direction: Direction
  ) -> [Change] {
    guard list.contains(where: { ids.contains($0.id) }) else { return [] }
    var order = direction == .up ? list : list.reversed()
    for index in order.indices.dropFirst()
    where ids.contains(order[index].id) && !ids.contains(order[index - 1].id) {
      order.swapAt(index, index - 1)
    }
    if direction == .down { order.reverse() }
    guard order != list else { return [] }
    let places = order.compactMap { entry in rank(of: entry).map { (id: entry.id, rank: $0) } }
    return reranking(order, to: Reordering(places, moved: ids).ranks, except: [])
  }

  private func aside(_ chosen: [BoardEntry], by step: Int) -> [Change] {
    let ids = Set(chosen.map(\.id))
    let columnOf = { (entry: BoardEntry) in
      self.notes[entry.id]?.columnID ?? self.clusters[entry.id]?.columnID
    }
    var changes: [Change] = []
    for (index, column) in columns.enumerated() {
      let leaving = chosen.filter { columnOf($0) == column.id }
      guard let first = leaving.first else { continue }
      guard columns.indices.contains(index + step) else { return [] }
      let target = columns[index + step].id
      let place = notes[first.id]?.clusterID ?? first.id
      let height = (entries[column.id] ?? []).firstIndex { $0.id == place } ?? 0
      let before = (entries[target] ?? []).filter { !ids.contains($0.id) }.dropFirst(height).first
      let movers = leaving.map { Mover(of: $0, on: self) }
      changes += placing(movers, in: target, before: before?.id)?.edit.changes ?? []
    }
    return changes
  }

  // MARK: Columns

  private func movingColumns(_ ids: [UUID], before: UUID?) -> Placement? {
    let moved = columns.filter { ids.contains($0.id) }
    var reordering = Reordering(columns)
    reordering.put(moved.map { ($0.id, $0.rank) }, before: before)
    let ranks = reordering.ranks
    let changes = columns.compactMap { column -> Change? in
      guard let rank = ranks[column.id], rank != column.rank else { return nil }
      var new = column
      new.rank = rank
      return .update(from: column, to: new)
    }
    guard !changes.isEmpty else { return nil }
    return Placement(edit: Edit(.move, changes), references: moved.map(\.reference))
  }
}

extension [Change] {
  fileprivate mutating func put<Record: Entity>(_ old: Record, _ new: Record, isNew: Bool) {
    if isNew { append(.insert(new)) } else if new != old { append(.update(from: old, to: new)) }
  }
}
