import Foundation
import Gtk
import UpliftCore

/// Which map a step opens: one that is there, or a new one; and the way to it.
@MainActor final class NestedMapEditor {
  let widget = Box(.vertical, spacing: 6)
  private let session: Session
  private let go: (EntityReference) -> Void
  private let choice: ChoiceEditor<UUID?>
  private let open: Button
  private let create: Button
  private var journey: JourneyContents?
  private var stepID: UUID?

  init(_ session: Session, go: @escaping (EntityReference) -> Void) {
    self.session = session
    self.go = go
    var choose: ((UUID?) -> Void)?
    choice = ChoiceEditor<UUID?> { choose?($0) }
    choice.setName(tr("Opens the map"))
    choice.setEditable(!session.isReadOnly)
    open = Button(label: tr("Open nested map"))
    create = Button(label: tr("New map"))
    for button in [open, create] {
      button.hasFrame = false
      button.addClass("link-button")
    }
    open.tooltip = tr("Alt+Enter on the step")
    create.tooltip = tr("A new map that shows this step in detail")
    widget.append(choice.widget)
    widget.append(Box(.horizontal, spacing: 6, [open, create]))
    choose = { [weak self] map in
      guard let self, let journey, let stepID else { return }
      session.perform(journey.settingNestedMap(of: stepID, to: map))
    }
    open.onClicked { [weak self] in
      guard let self, let map = step?.opensMapID else { return }
      go(EntityReference(.journeyMap, map))
    }
    create.onClicked { [weak self] in self?.addMap() }
  }

  private var step: Step? { journey?.steps.first { $0.id == stepID } }

  private func addMap() {
    guard let journey, let stepID,
      let added = journey.addingNestedMap(to: stepID, among: session.outline.journeyMaps),
      session.perform(added.edit)
    else { return }
    go(added.record.reference)
  }

  func show(_ stepID: UUID, _ journey: JourneyContents) {
    self.stepID = stepID
    self.journey = journey
    let opened = step?.opensMapID
    let maps = session.outline.journeyMaps.filter { $0.id != journey.map.id }
    choice.show(
      .some(opened),
      of: [(nil, tr("No map"))]
        + maps.map { ($0.id, $0.title.isEmpty ? tr("Untitled map") : $0.title) })
    open.isVisible = opened != nil
    create.isVisible = opened == nil && !session.isReadOnly
  }
}
