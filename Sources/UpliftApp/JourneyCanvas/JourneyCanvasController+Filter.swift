import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// What does not match the filter stands back.
extension JourneyCanvasController {
  /// Shows only what matches as it is; an empty filter shows all.
  public func setFilter(_ filter: JourneyFilter) {
    guard filter != focus.filter else { return }
    focus.set(filter)
    refresh()
    onFilterChanged?()
  }

  /// What was looked for elsewhere and is gone to can be read, whatever the filter says.
  func visit(_ reference: EntityReference) {
    if focus.visit(reference) { refresh() }
  }

  /// Goes to the next card that matches, in the order of the picture, and round at the end.
  public func goToMatch(backwards: Bool) {
    guard let match = focus.match, let items = canvas.scene?.items else { return }
    let places = items.indices.filter { index in
      guard items[index].role == .card, let reference = items[index].subject?.reference else {
        return false
      }
      return match.cards.contains(reference.id)
    }
    guard let first = places.first, let last = places.last else { return }
    // Where the keyboard only happens to be, the way begins with that very place.
    let stays = canvas.selection.isEmpty ? 1 : 0
    let current = canvas.current.flatMap { subject in
      items.firstIndex { $0.subject == subject }
    }
    let target: Int
    if let current {
      target =
        backwards
        ? places.last { $0 < current + stays } ?? last
        : places.first { $0 > current - stays } ?? first
    } else {
      target = backwards ? last : first
    }
    canvas.select(items[target].subject)
  }

  /// Escape ends a filter; true when there was one.
  func endFilter() -> Bool {
    guard !focus.filter.isEmpty else { return false }
    setFilter(JourneyFilter())
    return true
  }
}
