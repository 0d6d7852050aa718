import Foundation
import Gtk
import UpliftCore

/// A stage: its title and colour.
@MainActor final class StagePanel: InspectorPanel {
  private let session: Session
  private let form: Form
  var widget: Widget { form.box }
  private var journey: JourneyContents?
  private var id: UUID?

  private var title: TextEditor?
  private let subtitle = Label("", classes: ["inspector-subtitle"])
  private var colour: SwatchEditor?
  private let links: LinksEditor

  init(_ session: Session, go: @escaping (EntityReference) -> Void) {
    self.session = session
    form = Form(isEditable: !session.isReadOnly)
    links = LinksEditor(session, go: go)
    let title = TextEditor(classes: ["quiet", "inspector-title"], isTitle: true, hint: tr("Title"))
    {
      [weak self] text, typing in
      guard let self, let journey, let id else { return }
      session.perform(
        journey.settingText(of: EntityReference(.stage, id), to: text, typing: typing))
    }
    title.setName(tr("Title"))
    form.add(title)
    subtitle.alignment = 0
    form.append(subtitle)
    let colour = SwatchEditor(byDefault: tr("By position")) { [weak self] colour in
      guard let self, let stage = journey?.stages.first(where: { $0.id == self.id }) else { return }
      session.perform(Edit.changing(stage, .setColour) { $0.colour = colour })
    }
    form.add(tr("Colour"), colour)
    form.append(links.widget)
    (self.title, self.colour) = (title, colour)
  }

  func show(_ id: UUID, _ journey: JourneyContents) {
    guard let stage = journey.stages.first(where: { $0.id == id }) else { return }
    if self.id != id {
      title?.begin(stage.title)
      links.show(stage.reference)
    }
    self.id = id
    self.journey = journey
    title?.show(stage.title)
    let count = journey.steps(of: id).count
    subtitle.text = [tr("Stage"), ntr("{count} step", "{count} steps", count)]
      .joined(separator: " · ")
    colour?.show(stage.colour)
  }

  func commitTyping() { form.commitTyping() }
  func refreshLinks() { links.refresh() }
}
