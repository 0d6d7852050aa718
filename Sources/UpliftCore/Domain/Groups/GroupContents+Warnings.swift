import Foundation

extension GroupContents {
  /// Puts a warning aside. A reason is wanted: nil without one.
  public func dismissing(
    _ warning: GroupWarning, because reason: String, on day: CalendarDay
  ) -> Edit? {
    let reason = reason.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !reason.isEmpty else { return nil }
    if let old = dismissals.first(where: { $0.warning == warning.key }) {
      return Edit.changing(old, .dismissWarning) {
        $0.reason = reason
        $0.day = day
      }
    }
    return Edit(
      .dismissWarning,
      [
        .insert(
          Dismissal(groupID: group.id, warning: warning.key, reason: reason, day: day))
      ])
  }

  /// The warning stands again.
  public func takingBack(_ dismissal: Dismissal) -> Edit {
    Edit(.dismissWarning, [.delete(dismissal.reference)])
  }
}
