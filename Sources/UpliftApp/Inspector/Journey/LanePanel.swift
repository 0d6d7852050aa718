import Foundation
import Gtk
import UpliftCore

/// A lane: its title, the line under it, and its kind.
@MainActor final class LanePanel: InspectorPanel {
  private let session: Session
  private let form: Form
  var widget: Widget { form.box }
  private var journey: JourneyContents?
  private var id: UUID?

  private let heading = InspectorHeading()
  private var title: LineEditor?
  private var subtitle: LineEditor?
  private var kind: ChoiceEditor<Lane.Kind>?
  private let display: LaneDisplayEditor
  private let links: LinksEditor

  init(_ session: Session, go: @escaping (EntityReference) -> Void) {
    self.session = session
    links = LinksEditor(session, go: go)
    form = Form(isEditable: !session.isReadOnly)
    display = LaneDisplayEditor(session)
    form.append(heading.box)
    let title = LineEditor { [weak self] text, typing in
      guard let self, let journey, let id else { return }
      session.perform(
        journey.settingText(of: EntityReference(.lane, id), to: text, typing: typing))
    }
    form.add(tr("Title"), title)
    let subtitle = LineEditor { [weak self] text, typing in
      guard let self, let lane else { return }
      session.perform(Edit.changing(lane, typing: typing) { $0.subtitle = text })
    }
    form.add(tr("Subtitle"), subtitle)
    let kind = ChoiceEditor(Lane.Kind.allCases.map { ($0, Words.name($0)) }) { [weak self] kind in
      guard let self, let lane else { return }
      session.perform(Edit.changing(lane) { $0.laneKind = kind })
    }
    form.add(tr("Kind"), kind)
    form.append(display.widget)
    form.append(links.widget)
    (self.title, self.subtitle, self.kind) = (title, subtitle, kind)
  }

  private var lane: Lane? { journey?.lanes.first { $0.id == id } }

  func show(_ id: UUID, _ journey: JourneyContents) {
    guard let lane = journey.lanes.first(where: { $0.id == id }) else { return }
    if self.id != id {
      title?.begin(lane.title)
      subtitle?.begin(lane.subtitle)
      links.show(lane.reference)
    }
    self.id = id
    self.journey = journey
    title?.entry.setPlaceholder(Words.name(lane.laneKind))
    title?.show(lane.title)
    subtitle?.show(lane.subtitle)
    kind?.show(lane.laneKind)
    display.show(lane, journey)
    heading.show(
      Words.title(lane), [tr("Lane"), journey.summary(of: lane)].joined(separator: " · "))
  }

  func commitTyping() {
    form.commitTyping()
    display.commitTyping()
  }

  func refreshLinks() { links.refresh() }
}
