import Foundation

/// Edits of a board. Each is a pure function of the board as it is; nil: nothing to change.
extension BoardContents {
  // MARK: Adding

  /// After `columnID`, or last.
  public func addingColumn(_ title: String, after columnID: UUID? = nil) -> Addition<BoardColumn> {
    let column = BoardColumn(boardID: board.id, rank: columns.rank(after: columnID), title: title)
    return Addition(edit: Edit(.addColumn, [.insert(column)]), record: column)
  }

  /// Below the entry `entryID` (a note, also one in a cluster, or a cluster), or last in the
  /// column.
  public func addingNote(_ text: String, to columnID: UUID, after entryID: UUID? = nil)
    -> Addition<Note>
  {
    let note = newNotes([text], columnID, entryID)[0]
    return Addition(edit: Edit(.addNote, [.insert(note)]), record: note)
  }

  /// A note for each text that is not blank, below the entry `entryID` or last in the column.
  public func pasting(_ texts: [String], to columnID: UUID, after entryID: UUID? = nil)
    -> (edit: Edit, notes: [Note])
  {
    let texts = texts.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
      .filter { !$0.isEmpty }
    let notes = newNotes(texts, columnID, entryID)
    return (Edit(.paste, notes.map { .insert($0) }), notes)
  }

  /// Copies of these notes, each below its original, without its votes. Hidden ones stay hidden.
  public func duplicating(_ noteIDs: [UUID]) -> (edit: Edit, notes: [Note]) {
    var following: [UUID: Rank] = [:]
    for entries in self.entries.values {
      for (entry, next) in zip(entries, entries.dropFirst()) {
        following[entry.id] = rank(of: next)
      }
    }
    for ids in clusterNotes.values {
      for (id, next) in zip(ids, ids.dropFirst()) { following[id] = notes[next]?.rank }
    }
    let copies = noteIDs.compactMap { notes[$0] }.map { original in
      var copy = copy(of: original)
      copy.rank = .between(original.rank, following[original.id])
      return copy
    }
    return (Edit(.duplicate, copies.map { .insert($0) }), copies)
  }

  private func newNotes(_ texts: [String], _ columnID: UUID, _ entryID: UUID?) -> [Note] {
    let clusterID = entryID.flatMap { notes[$0]?.clusterID }
    let siblings = clusterID.map { ranks(ofCluster: $0) } ?? ranks(ofColumn: columnID)
    let index = siblings.firstIndex { $0.id == entryID }
    var lower = index.map { siblings[$0].rank } ?? siblings.last?.rank
    let upper = index.flatMap { $0 + 1 < siblings.count ? siblings[$0 + 1].rank : nil }
    return texts.map { text in
      let rank = Rank.between(lower, upper)
      lower = rank
      return Note(
        columnID: columnID, clusterID: clusterID, rank: rank, text: text,
        isPrivate: board.isPrivate)
    }
  }

  // MARK: Changing

  /// The text that is edited in place: of a note, or the title of a cluster, column or the board.
  public func text(of reference: EntityReference) -> String? {
    switch reference.kind {
    case .note: notes[reference.id]?.text
    case .cluster: clusters[reference.id]?.title
    case .boardColumn: columns.first { $0.id == reference.id }?.title
    case .board: board.id == reference.id ? board.title : nil
    default: nil
    }
  }

  /// - Parameter typing: names one stretch of typing; edits of the same one are one step of undo.
  public func settingText(
    of reference: EntityReference, to text: String, typing: UUID? = nil
  ) -> Edit? {
    guard let old = self.text(of: reference), old != text else { return nil }
    let key = typing.map { "text \($0)" }
    switch reference.kind {
    case .note:
      return notes[reference.id]
        .map { Edit.update(.editText, $0, coalescing: key) { $0.text = text } }
    case .cluster:
      return clusters[reference.id]
        .map { Edit.update(.rename, $0, coalescing: key) { $0.title = text } }
    case .boardColumn:
      return columns.first { $0.id == reference.id }
        .map { Edit.update(.rename, $0, coalescing: key) { $0.title = text } }
    case .board: return Edit.update(.rename, board, coalescing: key) { $0.title = text }
    default: return nil
    }
  }

  /// Nil: nobody in particular.
  public func settingAuthor(of noteIDs: [UUID], to memberID: UUID?) -> Edit? {
    updating(noteIDs, .editDetails) { $0.authorID = memberID }
  }

  /// Nil: the colour of the column.
  public func settingColour(of noteIDs: [UUID], to colour: Swatch?) -> Edit? {
    updating(noteIDs, .setColour) { $0.colour = colour }
  }

  public func settingTheme(of noteIDs: [UUID], to theme: String, typing: UUID? = nil) -> Edit? {
    var edit = updating(noteIDs, .editDetails) { $0.theme = theme }
    edit?.coalescing = typing.map { "theme \($0)" }
    return edit
  }

  /// Deletes notes and columns. A cluster that is deleted is dissolved: its notes stay, in its
  /// place, unless they are deleted too.
  public func deleting(_ references: [EntityReference]) -> Edit? {
    let all = Set(references)
    var changes: [Change] = []
    var gone: Set<EntityReference> = []
    for reference in references where gone.insert(reference).inserted {
      switch reference.kind {
      case .note:
        guard let note = notes[reference.id],
          !all.contains(EntityReference(.boardColumn, note.columnID))
        else { continue }
      case .cluster:
        guard let cluster = clusters[reference.id],
          !all.contains(EntityReference(.boardColumn, cluster.columnID))
        else { continue }
        changes += dissolving(cluster, except: all)
      case .boardColumn:
        guard columns.contains(where: { $0.id == reference.id }) else { continue }
      default: continue
      }
      changes.append(.delete(reference))
    }
    return changes.isEmpty ? nil : Edit(.delete, changes)
  }

  func dissolving(_ cluster: Cluster, except gone: Set<EntityReference>) -> [Change] {
    let siblings = ranks(ofColumn: cluster.columnID)
    let upper = siblings.first { $0.rank > cluster.rank }?.rank
    var lower: Rank? = cluster.rank
    return (clusterNotes[cluster.id] ?? []).compactMap { id in
      guard let note = notes[id], !gone.contains(note.reference) else { return nil }
      var loose = note
      loose.clusterID = nil
      loose.rank = .between(lower, upper)
      lower = loose.rank
      return .update(from: note, to: loose)
    }
  }

  private func updating(_ ids: [UUID], _ name: EditName, _ change: (inout Note) -> Void) -> Edit? {
    let changes = ids.compactMap { id -> Change? in
      guard let old = notes[id] else { return nil }
      var new = old
      change(&new)
      return new == old ? nil : .update(from: old, to: new)
    }
    return changes.isEmpty ? nil : Edit(name, changes)
  }

  // MARK: Moving

  /// Moves a note, cluster or column by one place; nil when it cannot go further that way.
  ///
  /// A note at the edge of its cluster leaves it. Sideways, a note or cluster goes to the next
  /// column, to the same height.
  public func moving(_ reference: EntityReference, _ direction: Direction) -> Edit? {
    switch reference.kind {
    case .note: return notes[reference.id].flatMap { movingNote($0, direction) }
    case .cluster: return clusters[reference.id].flatMap { movingCluster($0, direction) }
    case .boardColumn:
      guard direction == .backward || direction == .forward,
        let index = columns.firstIndex(where: { $0.id == reference.id })
      else { return nil }
      let target = index + (direction == .forward ? 1 : -1)
      guard columns.indices.contains(target) else { return nil }
      return Edit.update(.move, columns[index]) {
        $0.rank = columns.rank(at: target, without: reference.id)
      }
    default: return nil
    }
  }

  private func movingNote(_ note: Note, _ direction: Direction) -> Edit? {
    let siblings = note.clusterID.map { ranks(ofCluster: $0) } ?? ranks(ofColumn: note.columnID)
    guard let index = siblings.firstIndex(where: { $0.id == note.id }) else { return nil }
    switch direction {
    case .up, .down:
      let target = index + (direction == .down ? 1 : -1)
      if siblings.indices.contains(target) {
        return Edit.update(.move, note) { $0.rank = siblings.rank(at: target, without: note.id) }
      }
      guard let cluster = note.clusterID.flatMap({ clusters[$0] }) else { return nil }
      let column = ranks(ofColumn: note.columnID)
      guard let place = column.firstIndex(where: { $0.id == cluster.id }) else { return nil }
      return Edit.update(.move, note) {
        $0.clusterID = nil
        $0.rank = column.rank(at: direction == .down ? place + 1 : place, without: note.id)
      }
    case .backward, .forward:
      guard let target = neighbour(of: note.columnID, direction) else { return nil }
      let height = note.clusterID.flatMap { id in
        ranks(ofColumn: note.columnID).firstIndex { $0.id == id }
      }
      return Edit.update(.move, note) {
        $0.columnID = target
        $0.clusterID = nil
        $0.rank = ranks(ofColumn: target).rank(at: height ?? index, without: note.id)
      }
    }
  }

  private func movingCluster(_ cluster: Cluster, _ direction: Direction) -> Edit? {
    let siblings = ranks(ofColumn: cluster.columnID)
    guard let index = siblings.firstIndex(where: { $0.id == cluster.id }) else { return nil }
    switch direction {
    case .up, .down:
      let target = index + (direction == .down ? 1 : -1)
      guard siblings.indices.contains(target) else { return nil }
      return Edit.update(.move, cluster) {
        $0.rank = siblings.rank(at: target, without: cluster.id)
      }
    case .backward, .forward:
      guard let target = neighbour(of: cluster.columnID, direction) else { return nil }
      var edit = Edit.update(.move, cluster) {
        $0.columnID = target
        $0.rank = ranks(ofColumn: target).rank(at: index, without: cluster.id)
      }
      for id in clusterNotes[cluster.id] ?? [] {
        guard let note = notes[id] else { continue }
        var moved = note
        moved.columnID = target
        edit.changes.append(.update(from: note, to: moved))
      }
      return edit
    }
  }

  private func neighbour(of columnID: UUID, _ direction: Direction) -> UUID? {
    guard let index = columns.firstIndex(where: { $0.id == columnID }) else { return nil }
    let target = index + (direction == .forward ? 1 : -1)
    return columns.indices.contains(target) ? columns[target].id : nil
  }

  // MARK: Order

  func ranks(ofColumn columnID: UUID) -> [RankedEntry] {
    (entries[columnID] ?? []).compactMap { entry in
      rank(of: entry).map { RankedEntry(id: entry.id, rank: $0) }
    }
  }

  func rank(of entry: BoardEntry) -> Rank? {
    switch entry {
    case .note(let id): notes[id]?.rank
    case .cluster(let id): clusters[id]?.rank
    }
  }

  func ranks(ofCluster clusterID: UUID) -> [RankedEntry] {
    (clusterNotes[clusterID] ?? []).compactMap { id in
      notes[id].map { RankedEntry(id: id, rank: $0.rank) }
    }
  }
}

/// What stands in a column or cluster, by its rank alone.
struct RankedEntry: Placed {
  var id: UUID
  var rank: Rank
}
