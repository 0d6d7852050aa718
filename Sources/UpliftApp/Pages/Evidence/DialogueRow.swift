import Foundation
import Gtk
import UpliftCore

/// A dialogue: a line that says who spoke with whom, and under it, when open, what was said.
@MainActor final class DialogueRow {
  let id: UUID
  private let session: Session
  private let go: (EntityReference) -> Void
  private let frame = Box(.vertical)
  var widget: Widget { frame }
  private let toggle: ToggleButton
  private let title = Label("", classes: ["row-title"])
  private let facts = PageParts.dim()
  private let arrow = Image(icon: "pan-end-symbolic")
  private var dialogue: Dialogue
  private var details: DialogueDetails?

  init(_ dialogue: Dialogue, _ session: Session, go: @escaping (EntityReference) -> Void) {
    id = dialogue.id
    self.dialogue = dialogue
    self.session = session
    self.go = go
    toggle = ToggleButton(label: "")
    title.alignment = 0
    title.wraps = true
    facts.setLines(2)
    facts.setEllipsis(.end)
    let texts = Box(.vertical, spacing: 2, [title, facts])
    texts.expandsHorizontally = true
    toggle.setChild(Box(.horizontal, spacing: 8, [arrow, texts]))
    toggle.hasFrame = false
    toggle.addClass("meeting-toggle")
    toggle.onToggled { [weak self] in self?.toggled() }
    frame.addClass("page-card")
    frame.append(toggle)
    let id = id
    addMoveKeys(to: toggle) { direction in
      guard !session.isReadOnly else { return }
      session.perform(session.outline.dialogues.moving(id, direction))
    }
  }

  private func toggled() {
    arrow.setIcon(toggle.isActive ? "pan-down-symbolic" : "pan-end-symbolic")
    if toggle.isActive, details == nil {
      let made = DialogueDetails(dialogue, session, go: go)
      details = made
      frame.append(made.widget)
      made.show(dialogue)
    }
    details?.widget.isVisible = toggle.isActive
    if !toggle.isActive { details?.commitTyping() }
  }

  func show(_ dialogue: Dialogue) {
    self.dialogue = dialogue
    title.text = dialogue.customer.isEmpty ? tr("Customer without a name") : dialogue.customer
    facts.text = [
      dialogue.day.map(DayFormat.local.text) ?? tr("no date yet"),
      dialogue.leader.isEmpty ? "" : tr("with {name}", ["name": dialogue.leader]),
      dialogue.risk.map { tr("risk of leaving: {risk}", ["risk": DialogueWords.name(of: $0)]) }
        ?? "",
      dialogue.wouldImprove.replacingNewlines(),
    ].filter { !$0.isEmpty }.joined(separator: " · ")
    toggle.setAccessibleLabel([title.text, facts.text].joined(separator: ", "))
    details?.show(dialogue)
  }

  func open() {
    toggle.isActive = true
    details?.takeFocus()
  }
  func takeFocus() { toggle.grabFocus() }
  func refreshLinks() { details?.refreshLinks() }
  func commitTyping() { details?.commitTyping() }
}
