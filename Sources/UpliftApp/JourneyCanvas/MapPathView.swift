import Foundation
import Gtk
import UpliftCore

/// Over a map that steps of other maps open: the way back up to them.
@MainActor final class MapPathView {
  let widget = Box(.horizontal, spacing: 2)
  private let session: Session
  private let go: (EntityReference) -> Void
  private var shown: [Crumb] = []

  private struct Crumb: Equatable {
    var step: EntityReference
    var map: String
    var title: String
  }

  init(_ session: Session, go: @escaping (EntityReference) -> Void) {
    self.session = session
    self.go = go
    widget.addClass("map-path")
    widget.setAccessibleLabel(tr("The way to this map"))
    widget.isVisible = false
  }

  func follow(_ change: WorkspaceChange, mapID: UUID) {
    let isConcerned =
      change.isWholesale || change.upserts.contains { $0 is Step || $0 is JourneyMap }
      || change.deletions.contains { [.step, .stage, .journeyMap].contains($0.kind) }
    if isConcerned { show(mapID) }
  }

  func show(_ mapID: UUID) {
    let path = session.read { try session.workspace.path(toMap: mapID) } ?? []
    let crumbs = path.map {
      Crumb(step: $0.step.reference, map: $0.map.title, title: $0.step.title)
    }
    guard crumbs != shown else { return }
    shown = crumbs
    widget.removeAll()
    widget.isVisible = !crumbs.isEmpty
    for crumb in crumbs {
      let map = crumb.map.isEmpty ? tr("Untitled map") : crumb.map
      let label = Label(tr("{map} · {step}", ["map": map, "step": crumb.title]))
      label.setEllipsis(.middle)
      let button = Button(child: label)
      button.hasFrame = false
      button.addClass("link-button")
      button.tooltip = tr(
        "Back to the step “{step}” of “{map}”", ["map": map, "step": crumb.title])
      button.setAccessibleLabel(button.tooltip)
      button.onClicked { [weak self] in self?.go(crumb.step) }
      widget.append(button)
      let arrow = Label("›", classes: ["dim"])
      arrow.setAccessibleRole(.presentation)
      widget.append(arrow)
    }
  }
}
