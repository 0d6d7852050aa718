import Foundation

extension Edit {
  /// One change of one record; nil when that changes nothing.
  ///
  /// - Parameter typing: names one stretch of typing; edits of the same one are one step of undo.
  public static func changing<Record: Entity>(
    _ record: Record, _ name: EditName = .editDetails, typing: UUID? = nil,
    _ change: (inout Record) -> Void
  ) -> Edit? {
    var changed = record
    change(&changed)
    guard changed != record else { return nil }
    return Edit(
      name, [.update(from: record, to: changed)], coalescing: typing.map { "details \($0)" })
  }

  /// Takes records away, with all that belongs to them; nil for none.
  public static func deleting(_ references: [EntityReference]) -> Edit? {
    references.isEmpty ? nil : Edit(.delete, references.map { .delete($0) })
  }
}

extension Array where Element: Ranked {
  /// Moves a record of this list, which is in order, by one place; nil when it is at that end
  /// already. `up` and `backward` are towards the first.
  public func moving(_ id: UUID, _ direction: Direction) -> Edit? {
    guard let index = firstIndex(where: { $0.id == id }) else { return nil }
    let target = index + (direction == .down || direction == .forward ? 1 : -1)
    guard indices.contains(target) else { return nil }
    let rank = rank(at: target, without: id)
    return Edit.changing(self[index], .move) { $0.rank = rank }
  }
}
