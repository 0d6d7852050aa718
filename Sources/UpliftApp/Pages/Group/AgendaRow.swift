import Foundation
import Gtk
import UpliftCore

/// A point of an agenda: what, how long, and what became of it.
@MainActor final class AgendaRow {
  let id: UUID
  private let box = Box(.horizontal, spacing: 6)
  var widget: Widget { box }
  private let title: LineEditor
  private let minutes: NumberEditor
  private let state: ChoiceEditor<AgendaItem.State>
  private let remove: Button
  private let shown: Shown

  /// What the editors change.
  private final class Shown {
    var item: AgendaItem
    init(_ item: AgendaItem) { self.item = item }
  }

  init(
    _ item: AgendaItem, _ session: Session, move: @escaping (Direction) -> Void,
    enter: @escaping () -> Void
  ) {
    id = item.id
    let shown = Shown(item)
    self.shown = shown
    title = LineEditor(tr("What is it about?")) { text, typing in
      session.perform(Edit.changing(shown.item, .rename, typing: typing) { $0.title = text })
    }
    minutes = NumberEditor(0...1440) { minutes, typing in
      guard let minutes else { return }
      session.perform(Edit.changing(shown.item, typing: typing) { $0.minutes = minutes })
    }
    state = ChoiceEditor(AgendaItem.State.allCases.map { ($0, Words.name($0)) }) { state in
      session.perform(Edit.changing(shown.item) { $0.state = state })
    }
    let id = item.id
    remove = PageParts.small("user-trash-symbolic", tr("Delete")) {
      session.perform(Edit.deleting([EntityReference(.agendaItem, id)]))
    }
    title.entry.expandsHorizontally = true
    minutes.line.entry.setWidthInCharacters(4)
    minutes.line.entry.setMaximumWidthInCharacters(4)
    title.onEnter = enter
    title.begin(item.title)
    minutes.begin(item.minutes)
    let isEditable = !session.isReadOnly
    for editor in [title, minutes, state] as [any Editor] { editor.setEditable(isEditable) }
    remove.isSensitive = isEditable
    let unit = Label(tr("min"), classes: ["dim"])
    [title.entry, minutes.widget, unit, state.widget, remove].forEach(box.append)
    if isEditable { addMoveKeys(to: box, move) }
  }

  func show(_ item: AgendaItem) {
    shown.item = item
    title.show(item.title)
    minutes.show(item.minutes)
    state.show(item.state)
    let name = item.title.isEmpty ? tr("Agenda item") : item.title
    title.setName(tr("Agenda item"))
    minutes.setName(tr("Minutes for {title}", ["title": name]))
    state.setName(tr("State of {title}", ["title": name]))
    remove.tooltip = tr("Delete {name}", ["name": name])
    remove.setAccessibleLabel(tr("Delete {name}", ["name": name]))
  }

  func takeFocus() { title.entry.grabFocus() }

  func commitTyping() {
    title.commitTyping()
    minutes.commitTyping()
  }
}
