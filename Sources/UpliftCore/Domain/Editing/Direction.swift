import Foundation

/// Where something moves, as it is seen in a map or board that runs from left to right; in a
/// mirrored one `forward` is to the left.
public enum Direction: Sendable {
  case up, down, backward, forward
}

/// An edit that adds something, and what it adds, so that it can be selected.
public struct Addition<Record: Entity>: Sendable {
  public var edit: Edit
  public var record: Record

  public init(edit: Edit, record: Record) {
    self.edit = edit
    self.record = record
  }
}

extension Array where Element: Placed {
  /// A rank right after the record with this id; after the last for nil or an unknown id.
  /// The array is in order.
  func rank(after id: UUID?) -> Rank {
    guard let id, let index = firstIndex(where: { $0.id == id }) else {
      return .between(last?.rank, nil)
    }
    return .between(self[index].rank, index + 1 < count ? self[index + 1].rank : nil)
  }

  /// A rank for the place at `index`, once the record with this id is taken out.
  func rank(at index: Int, without id: UUID) -> Rank {
    let others = filter { $0.id != id }
    let place = Swift.min(Swift.max(index, 0), others.count)
    return .between(
      place > 0 ? others[place - 1].rank : nil, place < others.count ? others[place].rank : nil)
  }
}

extension Edit {
  /// One change of one record.
  static func update<Record: Entity>(
    _ name: EditName, _ record: Record, coalescing: String? = nil,
    _ change: (inout Record) -> Void
  ) -> Edit {
    var changed = record
    change(&changed)
    return Edit(name, [.update(from: record, to: changed)], coalescing: coalescing)
  }
}
