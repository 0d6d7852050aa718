import Gtk
import UpliftCore

/// A list that was worked out, with what it says and its rule over it. Each row leads to its record.
@MainActor final class FindingView {
  private let box = Box(.vertical, spacing: 6)
  var widget: Widget { box }
  private let go: (EntityReference) -> Void
  private let title = PageParts.heading("")
  private let summary = Label("", classes: ["finding-summary"])
  private let rule = PageParts.dim()
  private let list = Box(.vertical, spacing: 6)
  private let toggle = ToggleButton(label: "")
  private let toggleTitle = Label("", classes: ["dim"])
  private let arrow = Image(icon: "pan-end-symbolic")
  private var finding: Finding?
  private(set) var rows: [Button] = []

  /// More are counted, not listed.
  private static let longestList = 200
  /// So many are seen at once, without unfolding.
  private static let shortestList = 8

  init(go: @escaping (EntityReference) -> Void) {
    self.go = go
    summary.alignment = 0
    summary.wraps = true
    toggle.setChild(Box(.horizontal, spacing: 4, [arrow, toggleTitle]))
    toggle.hasFrame = false
    toggle.addClass("gap-toggle")
    toggle.horizontalAlignment = .start
    toggle.onToggled { [weak self] in self?.fill() }
    box.addClass("finding")
    for child in [title, summary, rule, list, toggle] as [Widget] { box.append(child) }
  }

  func show(_ new: Finding) {
    guard new != finding else { return }
    finding = new
    title.text = new.title
    summary.text = new.summary
    rule.text = new.rule
    box.setAccessibleLabel(new.title)
    fill()
  }

  private func fill() {
    guard let finding else { return }
    arrow.setIcon(toggle.isActive ? "pan-down-symbolic" : "pan-end-symbolic")
    let focused = rows.firstIndex(where: \.containsFocus)
    // Who comes back from a record is where they were.
    defer {
      if let focused, !rows.isEmpty { _ = rows[min(focused, rows.count - 1)].grabFocus() }
    }
    list.removeAll()
    rows = []
    if finding.rows.isEmpty { list.append(PageParts.dim(tr("Nothing is on this list."))) }
    let limit = toggle.isActive ? Self.longestList : Self.shortestList
    for row in finding.rows.prefix(limit) {
      let button = RowButton.make(row.title, row.detail) { [weak self] in
        if let reference = row.reference { self?.go(reference) }
      }
      button.isSensitive = row.reference != nil
      button.setClass("marked", row.isMarked)
      rows.append(button)
      list.append(button)
    }
    toggle.isVisible = finding.rows.count > Self.shortestList
    toggleTitle.text =
      toggle.isActive
      ? finding.rows.count > limit
        ? tr("The first {count} of {total}", ["count": limit, "total": finding.rows.count])
        : tr("Show fewer")
      : ntr(
        "Show {count} more", "Show {count} more",
        min(finding.rows.count, Self.longestList) - Self.shortestList)
    toggle.setAccessibleLabel(toggleTitle.text)
  }
}
