import Foundation

extension Edit {
  /// The same change of several records, as one step; nil when that changes nothing.
  ///
  /// - Parameter typing: names one stretch of typing; edits of the same one are one step of undo.
  public static func changing<Record: Entity>(
    _ records: [Record], _ name: EditName = .editDetails, typing: UUID? = nil,
    _ change: (inout Record) -> Void
  ) -> Edit? {
    let changes = records.compactMap { old -> Change? in
      var new = old
      change(&new)
      return new == old ? nil : .update(from: old, to: new)
    }
    guard !changes.isEmpty else { return nil }
    return Edit(name, changes, coalescing: typing.map { "details \($0)" })
  }
}
