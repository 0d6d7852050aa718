import Foundation
import Gtk
import UpliftCore

/// A meeting's agenda: its points one below the other, how long it takes, and templates for it.
@MainActor final class AgendaEditor {
  private let id: UUID
  private let session: Session
  private let box = Box(.vertical, spacing: 4)
  var widget: Widget { box }
  private let list = Box(.vertical, spacing: 4)
  private let total = PageParts.dim()
  private let templates: ChoiceEditor<AgendaTemplate?>
  private var rows: [AgendaRow] = []
  private var group: GroupContents?

  init(_ id: UUID, _ session: Session) {
    self.id = id
    self.session = session
    var use: ((AgendaTemplate) -> Void)?
    let offered: [(value: AgendaTemplate?, title: String)] =
      [(nil, tr("From a template…"))] + AgendaTemplate.allCases.map { ($0, $0.title) }
    templates = ChoiceEditor(offered) { template in template.map { use?($0) } }
    templates.setName(tr("Add an agenda from a template"))
    let add = PageParts.adding(tr("Add agenda item")) { [weak self] in self?.addItem(after: nil) }
    for part in [add, templates.widget] as [Widget] { part.isSensitive = !session.isReadOnly }
    for child in [list, total, Box(.horizontal, spacing: 8, [add, templates.widget])] as [Widget] {
      box.append(child)
    }
    templates.show(.some(nil))
    use = { [weak self] template in
      guard let self else { return }
      session.perform(group?.adding(template, to: id))
      // The choice is a command: it stands ready for the next one.
      templates.show(.some(nil))
    }
  }

  func show(_ group: GroupContents) {
    self.group = group
    let items = group.agendaItems[id] ?? []
    let old = rows
    rows = items.map { item in
      old.first { $0.id == item.id }
        ?? AgendaRow(
          item, session,
          move: { [weak self] in self?.move(item.id, $0) },
          enter: { [weak self] in self?.enter(item.id) })
    }
    PageParts.arrange(list, old.map(\.widget), rows.map(\.widget))
    let beginnings = group.beginnings(of: id)
    for (index, item) in items.enumerated() {
      rows[index].show(
        item, start: beginnings[index], isFirst: index == 0, isLast: index + 1 == items.count)
    }
    total.isVisible = !items.isEmpty
    total.text = Self.total(items, minutes: group.minutes(of: id))
  }

  /// "60 min in all · begun at 14:05, it ends at 15:05".
  private static func total(_ items: [AgendaItem], minutes: Int) -> String {
    var parts = [tr("{count} min in all", ["count": minutes])]
    let skipped = items.count { $0.state == .skipped }
    if skipped > 0 {
      parts.append(
        ntr(
          "{count} skipped item is not counted", "{count} skipped items are not counted", skipped))
    }
    if let start = items.compactMap(\.startedAt).min() {
      let end = Instant(milliseconds: start.milliseconds + Int64(minutes) * 60_000)
      parts.append(
        tr("begun at {start}, it ends at {end}", ["start": time(start), "end": time(end)]))
    }
    return parts.joined(separator: " · ")
  }

  /// "14:05", where the program runs.
  private static func time(_ instant: Instant) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .current
    let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
    let parts = calendar.dateComponents([.hour, .minute], from: date)
    let minute = parts.minute ?? 0
    return "\(parts.hour ?? 0):" + (minute < 10 ? "0" : "") + "\(minute)"
  }

  private func move(_ item: UUID, _ direction: Direction) {
    session.perform(group?.agendaItems[id]?.moving(item, direction))
  }

  /// Enter: the next item, or a new one below the last.
  private func enter(_ item: UUID) {
    guard let index = rows.firstIndex(where: { $0.id == item }) else { return }
    if index + 1 < rows.count { rows[index + 1].takeFocus() } else { addItem(after: item) }
  }

  private func addItem(after item: UUID?) {
    guard let added = group?.addingAgendaItem("", to: id, after: item),
      session.perform(added.edit)
    else { return }
    rows.first { $0.id == added.record.id }?.takeFocus()
  }

  func commitTyping() { rows.forEach { $0.commitTyping() } }
}
