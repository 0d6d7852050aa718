import Foundation

extension BoardContents {
  /// The board with nothing on it but these columns, clusters and notes, and what they stand in,
  /// for a picture of that. A column or cluster brings all its notes. The whole board when none of
  /// them is on it.
  public func only(_ references: [EntityReference]) -> BoardContents {
    let meant = Set(references)
    var columnIDs = Set<UUID>()
    var clusterIDs = Set<UUID>()
    var noteIDs = Set<UUID>()
    for note in notes.values {
      let isMeant =
        meant.contains(note.reference)
        || meant.contains(EntityReference(.boardColumn, note.columnID))
        || note.clusterID.map { meant.contains(EntityReference(.cluster, $0)) } ?? false
      guard isMeant else { continue }
      noteIDs.insert(note.id)
      columnIDs.insert(note.columnID)
      if let cluster = note.clusterID { clusterIDs.insert(cluster) }
    }
    for cluster in clusters.values
    where meant.contains(cluster.reference)
      || meant.contains(EntityReference(.boardColumn, cluster.columnID))
    {
      clusterIDs.insert(cluster.id)
      columnIDs.insert(cluster.columnID)
    }
    columnIDs.formUnion(
      columns.map(\.id).filter { meant.contains(EntityReference(.boardColumn, $0)) })
    guard !columnIDs.isEmpty else { return self }
    var deletions = notes.keys.filter { !noteIDs.contains($0) }.map { EntityReference(.note, $0) }
    deletions += clusters.keys.filter { !clusterIDs.contains($0) }
      .map { EntityReference(.cluster, $0) }
    deletions += columns.filter { !columnIDs.contains($0.id) }.map(\.reference)
    var result = self
    _ = result.apply(WorkspaceChange(deletions: deletions))
    return result
  }
}
