import Foundation

/// What putting notes together, or taking them apart, does.
public struct Clustering: Sendable {
  public var edit: Edit
  /// What is selected after it.
  public var references: [EntityReference]
  /// Clusters that go, and take along what was voted for them.
  public var gone: [Cluster]
  /// Whether anything was voted for one of those.
  public var losesVotes: Bool
}

extension BoardContents {
  /// Puts notes, also of several columns, into one cluster: into `current` or else the first
  /// cluster among them, or a new one without a title in the place of the current or first note.
  /// Other clusters among them give it their notes and go. Nil when nothing would change.
  public func clustering(
    _ references: [EntityReference], current: EntityReference? = nil
  ) -> Clustering? {
    let chosen = inPictureOrder(references)
    let chosenClusters = chosen.compactMap { entry -> Cluster? in
      if case .cluster(let id) = entry { clusters[id] } else { nil }
    }
    let together = chosen.flatMap { entry -> [Note] in
      switch entry {
      case .note(let id): [notes[id]].compactMap { $0 }
      case .cluster(let id): (clusterNotes[id] ?? []).compactMap { notes[$0] }
      }
    }
    let old = chosenClusters.first { $0.reference == current } ?? chosenClusters.first
    let anchor = together.first { $0.reference == current } ?? together.first
    guard let target = old ?? anchor.map({ newCluster(at: $0) }) else { return nil }
    let arriving = together.filter { $0.clusterID != target.id }
    let gone = chosenClusters.filter { $0.id != target.id }
    guard !arriving.isEmpty || !gone.isEmpty else { return nil }
    var changes: [Change] = old == nil ? [.insert(target)] : []
    var last = (clusterNotes[target.id] ?? []).last.flatMap { notes[$0]?.rank }
    for note in arriving {
      var new = note
      new.columnID = target.columnID
      new.clusterID = target.id
      new.rank = .between(last, nil)
      last = new.rank
      changes.append(.update(from: note, to: new))
    }
    let goneIDs = Set(gone.map(\.id))
    changes += removingEmptied(by: arriving).filter { change in
      if case .delete(let reference) = change { !goneIDs.contains(reference.id) } else { true }
    }
    changes += gone.map { .delete($0.reference) }
    return Clustering(
      edit: Edit(old == nil ? .addCluster : .move, changes), references: [target.reference],
      gone: gone, losesVotes: hasVotes(goneIDs))
  }

  /// In the place of a note that stands by itself, or else right below the note's cluster.
  private func newCluster(at note: Note) -> Cluster {
    guard let around = note.clusterID.flatMap({ clusters[$0] }) else {
      return Cluster(columnID: note.columnID, rank: note.rank, title: "")
    }
    let next = ranks(ofColumn: around.columnID).first { $0.rank > around.rank }
    return Cluster(
      columnID: around.columnID, rank: .between(around.rank, next?.rank), title: "")
  }

  /// Takes clusters apart: their notes stand in their places. Notes that are named by themselves
  /// leave their clusters, to right below them. Nil when nothing would change.
  public func dissolving(_ references: [EntityReference]) -> Clustering? {
    let chosen = inPictureOrder(references)
    let gone = chosen.compactMap { entry -> Cluster? in
      if case .cluster(let id) = entry { clusters[id] } else { nil }
    }
    guard gone.isEmpty else {
      let changes = gone.flatMap { cluster in
        dissolving(cluster, except: []) + [.delete(cluster.reference)]
      }
      let freed = gone.flatMap { clusterNotes[$0.id] ?? [] }.map { EntityReference(.note, $0) }
      return Clustering(
        edit: Edit(.dissolveCluster, changes), references: freed, gone: gone,
        losesVotes: hasVotes(Set(gone.map(\.id))))
    }
    return leavingClusters(chosen)
  }

  private func leavingClusters(_ chosen: [BoardEntry]) -> Clustering? {
    let leaving = chosen.compactMap { notes[$0.id] }.filter { $0.clusterID != nil }
    var changes: [Change] = []
    var last: [UUID: Rank] = [:]
    for note in leaving {
      guard let cluster = note.clusterID.flatMap({ clusters[$0] }) else { continue }
      let next = ranks(ofColumn: cluster.columnID).first { $0.rank > cluster.rank }
      var new = note
      new.clusterID = nil
      new.rank = .between(last[cluster.id] ?? cluster.rank, next?.rank)
      last[cluster.id] = new.rank
      changes.append(.update(from: note, to: new))
    }
    guard !changes.isEmpty else { return nil }
    return Clustering(
      edit: Edit(.move, changes + removingEmptied(by: leaving)),
      references: leaving.map(\.reference), gone: [], losesVotes: false)
  }

  /// Whether anything was voted for one of these, also in a round whose votes are still secret.
  private func hasVotes(_ clusterIDs: Set<UUID>) -> Bool {
    votes.values.contains { vote in vote.clusterID.map(clusterIDs.contains) ?? false }
  }
}
