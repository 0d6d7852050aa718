import Foundation
import Gtk
import UpliftCore

/// Opportunities and initiatives that touch customers with no customer voice behind them; a click
/// goes to each. The rule and the numbers stand over them.
@MainActor final class CustomerVoiceView: RegisterPageExtra {
  private let session: Session
  private let mapID: UUID?
  private let go: (EntityReference) -> Void
  private let box = Box(.vertical, spacing: 6)
  var widget: Widget { box }
  let title = tr("Customers were not asked")
  private let count = Label()
  private let rule = PageParts.dim(CustomerVoice.rule)
  private let toggle = ToggleButton(label: "")
  private let toggleTitle = Label("", classes: ["dim"])
  private let arrow = Image(icon: "pan-end-symbolic")
  private let list = Box(.vertical, spacing: 4)
  private var voice = CustomerVoice()

  /// More are counted, not listed.
  private static let longestList = 100
  /// So few are seen at once, without unfolding.
  private static let shortestList = 5

  /// - Parameters:
  ///   - mapID: only what is on this map.
  ///   - waits: until somebody says what to show.
  init(
    _ session: Session, onMap mapID: UUID? = nil, waits: Bool = false,
    go: @escaping (EntityReference) -> Void
  ) {
    self.session = session
    self.mapID = mapID
    self.go = go
    count.alignment = 0
    count.wraps = true
    toggle.setChild(Box(.horizontal, spacing: 4, [arrow, toggleTitle]))
    toggle.hasFrame = false
    toggle.addClass("gap-toggle")
    toggle.horizontalAlignment = .start
    toggle.onToggled { [weak self] in self?.fill() }
    for child in [count, rule, list, toggle] as [Widget] { box.append(child) }
    if !waits { refresh() }
  }

  func refresh() {
    show(session.read { try session.workspace.customerVoice(onMap: mapID) } ?? CustomerVoice())
  }

  func show(_ new: CustomerVoice) {
    guard new != voice || count.text.isEmpty else { return }
    voice = new
    let isNothing = voice.opportunityCount == 0 && voice.initiativeCount == 0
    count.text =
      isNothing
      ? tr("No opportunity and no initiative that touches customers yet.")
      : mapID == nil
        ? voice.count
        : tr(
          "Opportunities with no customer voice behind them: {count} of {total}.",
          ["count": voice.opportunities.count, "total": voice.opportunityCount])
    rule.isVisible = !isNothing
    fill()
  }

  private func fill() {
    arrow.setIcon(toggle.isActive ? "pan-down-symbolic" : "pan-end-symbolic")
    list.removeAll()
    let rows =
      voice.opportunities.map { one in
        (
          title: one.text,
          detail: [
            tr("Opportunity"), mapID == nil ? one.mapTitle : "", one.stepTitle,
          ].filter { !$0.isEmpty }.joined(separator: " · "), reference: one.reference
        )
      }
      + voice.initiatives.map { one in
        (
          title: one.title,
          detail: [tr("Initiative"), one.owner, one.status.title]
            .filter { !$0.isEmpty }.joined(separator: " · "), reference: one.reference
        )
      }
    let limit = toggle.isActive ? Self.longestList : Self.shortestList
    for row in rows.prefix(limit) {
      list.append(
        RowButton.make(row.title.replacingNewlines(), row.detail) { [weak self] in
          self?.go(row.reference)
        })
    }
    toggle.isVisible = rows.count > Self.shortestList
    toggleTitle.text =
      toggle.isActive
      ? rows.count > limit
        ? tr("The first {count} of {total}", ["count": limit, "total": rows.count])
        : tr("Show fewer")
      : ntr(
        "Show {count} more", "Show {count} more",
        min(rows.count, Self.longestList) - Self.shortestList)
    toggle.setAccessibleLabel(toggleTitle.text)
  }
}
