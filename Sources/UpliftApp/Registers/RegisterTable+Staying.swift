import Foundation
import UpliftCore

/// A row that was changed so that it does not belong into what is seen any more: its other cells can
/// be filled in before it goes.
extension RegisterTable {
  /// The rows to be seen, with the one that stays where it was.
  func withStaying(_ new: [Record]) -> [Record] {
    guard let staying, !new.contains(where: { $0.id == staying }),
      let place = shown.firstIndex(where: { $0.id == staying }),
      let record = records.first(where: { $0.id == staying })
    else { return new }
    var new = new
    new.insert(record, at: min(place, new.count))
    return new
  }

  /// Somebody goes to a row.
  func leaveStaying(for id: UUID) {
    guard let staying, staying != id else { return }
    self.staying = nil
    if editing == nil { arrange() }
  }
}
