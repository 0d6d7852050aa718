import Foundation
import Gtk
import UpliftCore

/// What needs somebody today, a row each: Enter or a click goes to the record.
@MainActor final class AttentionList {
  /// So many are seen at once, without unfolding.
  private static let shortestList = 10
  /// More are counted, not listed.
  private static let longestList = 300

  private struct Key: Hashable {
    var matter: Attention.Matter
    var reference: EntityReference
  }

  private let go: (EntityReference) -> Void
  private let box = Box(.vertical, spacing: 6)
  private let list = ListBox()
  private let toggle = ToggleButton(label: "")
  private let toggleTitle = Label("", classes: ["dim"])
  private let arrow = Image(icon: "pan-end-symbolic")
  private var items: [Attention.Item] = []
  private var shown: [Attention.Item] = []
  /// The row that somebody was at last.
  private var current: Key?

  var widget: Widget { box }

  init(go: @escaping (EntityReference) -> Void) {
    self.go = go
    list.setSelection(.none)
    list.activatesOnSingleClick = true
    list.addClass("attention-list")
    list.setAccessibleLabel(tr("What needs somebody today"))
    list.onRowActivated { [weak self] index in self?.open(index) }
    toggle.setChild(Box(.horizontal, spacing: 4, [arrow, toggleTitle]))
    toggle.hasFrame = false
    toggle.addClass("gap-toggle")
    toggle.horizontalAlignment = .start
    toggle.onToggled { [weak self] in self?.fill() }
    box.append(list)
    box.append(toggle)
  }

  func show(_ attention: Attention) {
    guard attention.items != items || list.childCount == 0 else { return }
    items = attention.items
    fill()
  }

  private func fill() {
    let hadFocus = list.containsFocus
    let focused = focusedIndex.map { key(of: shown[$0]) }
    arrow.setIcon(toggle.isActive ? "pan-down-symbolic" : "pan-end-symbolic")
    shown = Array(items.prefix(toggle.isActive ? Self.longestList : Self.shortestList))
    list.removeAll()
    for item in shown { list.append(row(item)) }
    list.isVisible = !shown.isEmpty
    toggle.isVisible = items.count > Self.shortestList
    toggleTitle.text =
      toggle.isActive
      ? items.count > Self.longestList
        ? tr("The first {count} of {total}", ["count": Self.longestList, "total": items.count])
        : tr("Show fewer")
      : ntr(
        "Show {count} more", "Show {count} more",
        min(items.count, Self.longestList) - Self.shortestList)
    toggle.setAccessibleLabel(toggleTitle.text)
    guard hadFocus else { return }
    current = focused ?? current
    takeFocus()
  }

  private func row(_ item: Attention.Item) -> ListBoxRow {
    let title = Label(item.name, classes: ["row-title"])
    title.alignment = 0
    title.wraps = true
    title.setLines(3)
    title.setEllipsis(.end)
    title.expandsHorizontally = true
    let age = Label(item.age, classes: ["attention-age"])
    age.verticalAlignment = .start
    age.setClass("late", (item.daysLate ?? 0) > 0)
    let who = item.who.isEmpty ? tr("nobody yet") : item.who.replacingNewlines()
    let detail = [item.matter.title, who.isolated, item.reason]
    let texts = Box(
      .vertical, spacing: 2,
      [
        Box(.horizontal, spacing: 12, [title, age]), PageParts.dim(detail.joined(separator: " · ")),
      ])
    let row = ListBoxRow(texts)
    row.addClass("attention-row")
    row.tooltip = item.matter.rule
    row.setAccessibleLabel(
      [
        tr("{matter}: {title}", ["matter": item.matter.title, "title": item.name]), item.reason,
        tr("Who: {name}", ["name": who]), item.age,
      ].filter { !$0.isEmpty }.joined(separator: ", "))
    row.setAccessibleDescription(item.matter.rule)
    return row
  }

  private func key(of item: Attention.Item) -> Key {
    Key(matter: item.matter, reference: item.reference)
  }

  private func open(_ index: Int) {
    guard shown.indices.contains(index) else { return }
    current = key(of: shown[index])
    go(shown[index].reference)
  }

  // MARK: Focus

  private var focusedIndex: Int? { shown.indices.first { list.row(at: $0)?.isFocused == true } }

  /// The record of the row where the keyboard is, or was last.
  var currentRecord: EntityReference? {
    focusedIndex.map { shown[$0].reference } ?? current?.reference
  }

  /// Puts the keyboard on the row of a record; false when it is not there any more.
  @discardableResult
  func reveal(_ reference: EntityReference) -> Bool {
    let wanted = current.flatMap { $0.reference == reference ? $0 : nil }
    guard
      let index = items.firstIndex(where: { key(of: $0) == wanted })
        ?? items.firstIndex(where: { $0.reference == reference }), index < Self.longestList
    else { return false }
    if index >= shown.count { toggle.isActive = true }
    return list.row(at: index)?.grabFocus() ?? false
  }

  /// The row that somebody was at, else the first; false when there is none.
  @discardableResult
  func takeFocus() -> Bool {
    let index = current.flatMap { key in shown.firstIndex { self.key(of: $0) == key } }
    return list.row(at: index ?? 0)?.grabFocus() ?? false
  }

  /// What it shows, for tests.
  var rows: [Attention.Item] { shown }
  func activate(_ index: Int) { open(index) }
}
