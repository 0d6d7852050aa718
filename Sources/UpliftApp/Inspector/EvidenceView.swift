import Foundation
import Gtk
import UpliftCore

/// How much of a map is known: a bar with its numbers and its rule, then the steps and cards that
/// need somebody, each a button that goes there.
@MainActor final class EvidenceView {
  private let box = Box(.vertical, spacing: 6)
  var widget: Widget { box }
  private let go: (EntityReference) -> Void
  private let bar = EvidenceBar()
  private let numbers = Label()
  private let rule = Label("", classes: ["dim", "field-hint"])
  private let steps: EvidenceGaps
  private let cards: EvidenceGaps

  init(go: @escaping (EntityReference) -> Void) {
    self.go = go
    steps = EvidenceGaps(go)
    cards = EvidenceGaps(go)
    box.addClass("field-box")
    for label in [numbers, rule] {
      label.alignment = 0
      label.wraps = true
    }
    for child in [bar.widget, numbers, rule, steps.widget, cards.widget] as [Widget] {
      box.append(child)
    }
  }

  func show(_ summary: EvidenceSummary) {
    bar.show(summary)
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

/// All cards, a part for each evidence level, as wide as its share.
@MainActor private final class EvidenceBar {
  private let grid = Grid(columnSpacing: 0)
  var widget: Widget { grid }
  private let parts: [(level: EvidenceLevel, box: Box)]
  /// Those that stand in the grid.
  private var shown: [Box]

  /// Of the grid: a share is that many of them.
  private static let columns = 100

  init() {
    parts = EvidenceLevel.allCases.map { level in
      let box = Box(.horizontal)
      box.addClass("evidence-share")
      box.addClass("evidence-\(level.rawValue)")
      box.expandsHorizontally = true
      return (level, box)
    }
    grid.addClass("evidence-bar")
    grid.setHomogeneousColumns(true)
    shown = parts.map(\.box)
    for (place, box) in shown.enumerated() { grid.attach(box, column: place, row: 0) }
  }

  func show(_ summary: EvidenceSummary) {
    grid.isVisible = summary.cardCount > 0
    for box in shown { grid.remove(box) }
    shown = []
    let shares = parts.map { summary.share(of: $0.level) ?? 0 }
    var start = 0
    var sum = 0.0
    for (part, share) in zip(parts, shares) where share > 0 {
      sum += share
      // What is there at all is to be seen.
      let end = max(start + 1, Int((sum * Double(Self.columns)).rounded()))
      grid.attach(part.box, column: start, row: 0, columns: end - start)
      shown.append(part.box)
      start = end
    }
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
