import Foundation

extension Edit {
  /// This edit and another one, which was made for what this one leaves behind, as one step. What
  /// both change is changed once.
  public func followed(by next: Edit?) -> Edit {
    guard let next else { return self }
    var result = self
    var places: [UUID: Int] = [:]
    for (index, change) in changes.enumerated() {
      switch change {
      case .insert(let record), .update(_, let record): places[record.id] = index
      case .delete: break
      }
    }
    for change in next.changes {
      guard case .update(_, let record) = change, let index = places[record.id] else {
        result.changes.append(change)
        continue
      }
      switch result.changes[index] {
      case .insert: result.changes[index] = .insert(record)
      case .update(let original, _): result.changes[index] = .update(from: original, to: record)
      case .delete: break
      }
    }
    return result
  }
}

extension WorkspaceChange {
  /// What an edit would do to the file.
  public init(of edit: Edit) {
    self.init()
    for change in edit.changes {
      switch change {
      case .insert(let record): upserts.append(record)
      case .update(_, let record):
        upserts.append(record)
        updatedIDs.insert(record.id)
      case .delete(let reference): deletions.append(reference)
      }
    }
  }
}
