import Foundation
import Gtk
import UpliftCore

/// How much of a map is known: a bar with its numbers and its rule, then the steps and cards that
/// need somebody, each a button that goes there.
@MainActor final class EvidenceView {
  private let box = Box(.vertical, spacing: 6)
  var widget: Widget { box }
  private let go: (EntityReference) -> Void
  private let bar = Box(.horizontal, spacing: 1)
  private let parts: [(level: EvidenceLevel, widget: ShareBar)]
  private let numbers = Label()
  private let rule = Label("", classes: ["dim", "field-hint"])
  private let steps: EvidenceGaps
  private let cards: EvidenceGaps

  init(go: @escaping (EntityReference) -> Void) {
    self.go = go
    parts = EvidenceLevel.allCases.map { ($0, ShareBar("evidence-\($0.rawValue)")) }
    steps = EvidenceGaps(go)
    cards = EvidenceGaps(go)
    box.addClass("field-box")
    bar.addClass("evidence-bar")
    for part in parts { bar.append(part.widget.widget) }
    for label in [numbers, rule] {
      label.alignment = 0
      label.wraps = true
    }
    for child in [bar, numbers, rule, steps.widget, cards.widget] as [Widget] { box.append(child) }
  }

  func show(_ summary: EvidenceSummary) {
    bar.isVisible = summary.cardCount > 0
    for part in parts { part.widget.show(share: summary.share(of: part.level) ?? 0) }
    numbers.text =
      summary.cardCount == 0
      ? tr("No card yet.")
      : EvidenceLevel.allCases.map { level in
        tr(
          "{share} {level}",
          [
            "share": Words.percent(summary.share(of: level) ?? 0),
            "level": JourneyWords.name(of: level),
          ])
      }.joined(separator: " · ")
    rule.isVisible = summary.cardCount > 0
    rule.text = ntr(
      "Share of the one card of the map; assumed: {assumed}.",
      "Share of the {count} cards of the map; {assumed} are assumed.", summary.cardCount,
      ["assumed": summary.cards[.assumed] ?? 0])
    steps.show(
      tr(
        "Steps with no card that was observed or reported: {count} of {total}",
        ["count": summary.stepsWithoutEvidence.count, "total": summary.stepCount]),
      summary.stepsWithoutEvidence.map { ($0.reference, $0.title) })
    cards.show(
      ntr(
        "{count} card is observed or reported, and has no source",
        "{count} cards are observed or reported, and have no source",
        summary.cardsWithoutSource.count),
      summary.cardsWithoutSource.map { ($0.reference, $0.text) })
  }
}

/// A part of the bar, as wide as its share.
@MainActor private final class ShareBar {
  let widget: ProgressBar

  init(_ name: String) {
    widget = ProgressBar()
    widget.addClass("share")
    widget.addClass(name)
    widget.setAccessibleRole(.presentation)
  }

  /// In logical pixels, for the whole.
  private static let whole = 200.0

  func show(share: Double) {
    widget.isVisible = share > 0
    widget.expandsHorizontally = share == 1
    widget.setSizeRequest(width: max(2, Int((share * Self.whole).rounded())))
    widget.fraction = 1
  }
}

/// What has no evidence, in a list that opens.
@MainActor private final class EvidenceGaps {
  let widget = Box(.vertical, spacing: 2)
  private let go: (EntityReference) -> Void
  private let toggle = ToggleButton(label: "")
  private let title = Label()
  private let arrow = Image(icon: "pan-end-symbolic")
  private let list = Box(.vertical)
  private var gaps: [(reference: EntityReference, title: String)] = []

  /// More are counted, not listed.
  private static let longestList = 200

  init(_ go: @escaping (EntityReference) -> Void) {
    self.go = go
    title.alignment = 0
    title.wraps = true
    title.expandsHorizontally = true
    toggle.setChild(Box(.horizontal, spacing: 4, [arrow, title]))
    toggle.hasFrame = false
    toggle.addClass("gap-toggle")
    list.isVisible = false
    widget.append(toggle)
    widget.append(list)
    toggle.onToggled { [weak self] in self?.fill() }
  }

  func show(_ title: String, _ gaps: [(EntityReference, String)]) {
    self.title.text = title
    toggle.setAccessibleLabel(title)
    widget.isVisible = !gaps.isEmpty
    self.gaps = gaps.map { (reference: $0.0, title: $0.1) }
    fill()
  }

  private func fill() {
    arrow.setIcon(toggle.isActive ? "pan-down-symbolic" : "pan-end-symbolic")
    list.isVisible = toggle.isActive
    list.removeAll()
    guard toggle.isActive else { return }
    for gap in gaps.prefix(Self.longestList) {
      let text = gap.title.replacingNewlines()
      let label = Label(text.allSatisfy(\.isWhitespace) ? tr("Untitled") : text)
      label.alignment = 0
      label.setEllipsis(.end)
      let button = Button(child: label)
      button.hasFrame = false
      button.addClass("link-row")
      button.setAccessibleLabel(tr("Go to “{title}”", ["title": text]))
      button.onClicked { [weak self] in self?.go(gap.reference) }
      list.append(button)
    }
  }
}
