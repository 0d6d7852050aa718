import Foundation
import Gtk
import UpliftCore

/// A point of an agenda: what, how long, what the group does in it, and what became of it.
@MainActor final class AgendaRow {
  let id: UUID
  private let box = Box(.vertical, spacing: 2)
  var widget: Widget { box }
  private let begins = Label("", classes: ["dim", "agenda-time"])
  private let title: LineEditor
  private let minutes: NumberEditor
  private let activity: ChoiceEditor<AgendaItem.Activity>
  private let state: ChoiceEditor<AgendaItem.State>
  private let outcome: LineEditor
  private let up: Button
  private let down: Button
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
    minutes = NumberEditor(0...1440, isNarrow: true) { minutes, typing in
      guard let minutes else { return }
      session.perform(Edit.changing(shown.item, typing: typing) { $0.minutes = minutes })
    }
    activity = ChoiceEditor(
      AgendaItem.Activity.allCases.map { ($0, GroupWords.name(of: $0)) }
    ) { activity in
      session.perform(Edit.changing(shown.item) { $0.activity = activity })
    }
    state = ChoiceEditor(AgendaItem.State.allCases.map { ($0, Words.name($0)) }) { state in
      session.perform(Edit.changing(shown.item) { $0.state = state })
    }
    outcome = LineEditor(tr("What came of it")) { text, typing in
      session.perform(Edit.changing(shown.item, typing: typing) { $0.outcome = text })
    }
    let id = item.id
    remove = PageParts.small("user-trash-symbolic", tr("Delete")) {
      session.perform(Edit.deleting([EntityReference(.agendaItem, id)]))
    }
    up = PageParts.small("go-up-symbolic", tr("Move up (Alt+↑)")) { move(.up) }
    down = PageParts.small("go-down-symbolic", tr("Move down (Alt+↓)")) { move(.down) }
    begins.setWidthInCharacters(minimum: 5, maximum: 5)
    begins.alignment = 1
    title.entry.expandsHorizontally = true
    title.entry.setWidthInCharacters(12)
    outcome.entry.expandsHorizontally = true
    minutes.line.entry.setWidthInCharacters(4)
    minutes.line.entry.setMaximumWidthInCharacters(4)
    title.onEnter = enter
    title.begin(item.title)
    minutes.begin(item.minutes)
    outcome.begin(item.outcome)
    let isEditable = !session.isReadOnly
    for editor in [title, minutes, activity, state, outcome] as [any Editor] {
      editor.setEditable(isEditable)
    }
    for button in [up, down, remove] { button.isSensitive = isEditable }
    let unit = Label(tr("min"), classes: ["dim"])
    let first = Box(.horizontal, spacing: 6)
    [begins, title.entry, minutes.widget, unit, up, down, remove].forEach(first.append)
    let indent = Label("")
    indent.setWidthInCharacters(minimum: 5, maximum: 5)
    let second = Box(.horizontal, spacing: 6)
    [indent, activity.widget, state.widget, outcome.entry].forEach(second.append)
    box.append(first)
    box.append(second)
    box.addClass("agenda-row")
    if isEditable { addMoveKeys(to: box, move) }
  }

  /// - Parameter start: minutes from the meeting's beginning.
  func show(_ item: AgendaItem, start: Int, isFirst: Bool, isLast: Bool) {
    shown.item = item
    begins.text = "\(start / 60):" + (start % 60 < 10 ? "0" : "") + "\(start % 60)"
    begins.tooltip = ntr(
      "{count} minute after the beginning", "{count} minutes after the beginning", start)
    box.setClass("skipped", item.state == .skipped)
    title.show(item.title)
    minutes.show(item.minutes)
    activity.show(item.activity)
    state.show(item.state)
    outcome.show(item.outcome)
    up.isVisible = !isFirst || !isLast
    down.isVisible = up.isVisible
    up.opacity = isFirst ? 0.3 : 1
    down.opacity = isLast ? 0.3 : 1
    let name = item.title.isEmpty ? tr("Agenda item") : item.title
    title.setName(tr("Agenda item"))
    minutes.setName(tr("Minutes for {title}", ["title": name]))
    activity.setName(tr("What the group does in {title}", ["title": name]))
    state.setName(tr("State of {title}", ["title": name]))
    outcome.setName(tr("What came of {title}", ["title": name]))
    up.setAccessibleLabel(tr("Move {name} up", ["name": name]))
    down.setAccessibleLabel(tr("Move {name} down", ["name": name]))
    remove.tooltip = tr("Delete {name}", ["name": name])
    remove.setAccessibleLabel(tr("Delete {name}", ["name": name]))
  }

  func takeFocus() { title.entry.grabFocus() }

  func commitTyping() {
    title.commitTyping()
    minutes.commitTyping()
    outcome.commitTyping()
  }
}
