import Foundation

/// Which rows of a register are selected.
struct RegisterSelection: Equatable {
  private(set) var ids: Set<UUID> = []
  /// Where a stretch of rows begins.
  private(set) var anchor: UUID?

  mutating func select(_ id: UUID) {
    ids = [id]
    anchor = id
  }

  /// These, and no others.
  mutating func select(_ some: [UUID]) {
    ids = Set(some)
    anchor = some.first
  }

  mutating func toggle(_ id: UUID) {
    if ids.remove(id) == nil { ids.insert(id) }
    anchor = id
  }

  /// All rows from the anchor to this one.
  mutating func extend(to id: UUID, in order: [UUID]) {
    guard let end = order.firstIndex(of: id) else { return }
    let start = anchor.flatMap { order.firstIndex(of: $0) } ?? end
    ids = Set(order[min(start, end)...max(start, end)])
    if anchor == nil { anchor = id }
  }

  mutating func selectAll(_ order: [UUID]) { ids = Set(order) }

  /// The others are gone.
  mutating func keep(_ known: Set<UUID>) {
    ids.formIntersection(known)
    if let anchor, !known.contains(anchor) { self.anchor = nil }
  }
}
