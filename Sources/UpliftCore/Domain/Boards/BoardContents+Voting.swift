import Foundation

extension BoardContents {
  /// One more vote of nobody in particular, for a note or a cluster.
  public func addingVote(to reference: EntityReference) -> Edit? {
    switch reference.kind {
    case .note where notes[reference.id] != nil:
      Edit(.vote, [.insert(Vote(noteID: reference.id))])
    case .cluster where clusters[reference.id] != nil:
      Edit(.vote, [.insert(Vote(clusterID: reference.id))])
    default: nil
    }
  }

  /// One vote less: first one of nobody in particular.
  public func removingVote(from reference: EntityReference) -> Edit? {
    let all = votes.values.filter { ($0.noteID ?? $0.clusterID) == reference.id }
      .sorted { $0.id.uuidString < $1.id.uuidString }
    let vote = all.first { $0.memberID == nil } ?? all.first
    return vote.map { Edit(.vote, [.delete($0.reference)]) }
  }
}
