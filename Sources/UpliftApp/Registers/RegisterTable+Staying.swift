import Foundation
import UpliftCore

/// Rows that were changed so that they do not belong into what is seen any more: their other cells
/// can be filled in before they go.
extension RegisterTable {
  /// The rows to be seen, with those that stay where they were.
  func withStaying(_ new: [Record]) -> [Record] {
    let gone = staying.subtracting(new.lazy.map(\.id).filter(staying.contains))
    guard !gone.isEmpty else { return new }
    var kept: [UUID: Record] = [:]
    for record in records where gone.contains(record.id) { kept[record.id] = record }
    var result = new
    for (place, old) in shown.enumerated() {
      guard let record = kept[old.id] else { continue }
      result.insert(record, at: min(place, result.count))
    }
    return result
  }

  /// - Parameter edit: that is about to be performed.
  func keepInSight(whatChangesIn edit: Edit) {
    let changed = edit.changes.compactMap { change -> UUID? in
      guard case .update(_, let new as Record) = change else { return nil }
      return new.id
    }
    if !changed.isEmpty { staying = Set(changed) }
  }

  /// Somebody goes to a row.
  func leaveStaying(for id: UUID) {
    guard !staying.isEmpty, !staying.contains(id) else { return }
    staying = []
    if editing == nil { arrange() }
  }
}
