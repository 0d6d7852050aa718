import Foundation
import Gtk
import UpliftCore

/// Conversations of people in charge with customers.
@MainActor final class DialoguesPage: Page {
  let place = Place.dialogues
  var widget: Widget { scroller }
  var title: String { tr("Customer dialogues") }

  private let session: Session
  private let go: (EntityReference) -> Void
  private let scroller: ScrolledWindow
  private let list = Box(.vertical, spacing: 10)
  private let empty: Label
  private let figures = PageParts.dim()
  private(set) var rows: [DialogueRow] = []

  init(_ session: Session, go: @escaping (EntityReference) -> Void) {
    self.session = session
    self.go = go
    empty = PageParts.dim(
      tr(
        "No dialogue yet. Write down what a customer said to somebody in charge, and what was not said."
      ))
    let contents = Box(.vertical, spacing: 8)
    scroller = PageParts.scrolling(contents)
    let add = PageParts.adding(tr("Add dialogue")) { [weak self] in self?.add() }
    add.isSensitive = !session.isReadOnly
    for child in [PageParts.heading(tr("Customer dialogues")), figures, empty, list, add]
      as [Widget]
    {
      contents.append(child)
    }
    show()
  }

  private func show() {
    let dialogues = session.outline.dialogues
    empty.isVisible = dialogues.isEmpty
    let summary = DialogueSummary(dialogues, on: CalendarDay(Date()))
    figures.isVisible = !dialogues.isEmpty
    figures.text = [
      ntr("{count} dialogue", "{count} dialogues", summary.count),
      ntr("with {count} customer", "with {count} customers", summary.customerCount),
      tr("{count} of them in the last 90 days", ["count": summary.recentCount]),
      ntr(
        "{count} with a high risk of leaving quietly",
        "{count} with a high risk of leaving quietly", summary.highRiskCount),
      ntr(
        "{count} follow-up written down", "{count} follow-ups written down", summary.followUpCount),
    ].joined(separator: " · ")
    let old = rows
    rows = dialogues.map { dialogue in
      old.first { $0.id == dialogue.id } ?? DialogueRow(dialogue, session, go: go)
    }
    PageParts.arrange(list, old.map(\.widget), rows.map(\.widget))
    for (row, dialogue) in zip(rows, dialogues) { row.show(dialogue) }
  }

  private func add() {
    guard !session.isReadOnly else { return }
    let dialogue = Dialogue(
      rank: .between(session.outline.dialogues.last?.rank, nil), day: CalendarDay(Date()))
    guard session.perform(Edit(.addDialogue, [.insert(dialogue)])) else { return }
    rows.first { $0.id == dialogue.id }?.open()
  }

  func follow(_ change: WorkspaceChange) -> Bool {
    if change.isWholesale || change.touchesOutline { show() }
    rows.forEach { $0.refreshLinks() }
    return true
  }

  var additions: [PageAddition] {
    session.isReadOnly
      ? [] : [PageAddition(tr("Customer dialogue")) { [weak self] in self?.add() }]
  }

  var currentRecord: EntityReference? {
    rows.first { $0.widget.containsFocus }.map { EntityReference(.dialogue, $0.id) }
  }

  func takeFocus() {
    if let first = rows.first { first.takeFocus() } else { scroller.focusFirst() }
  }

  func reveal(_ reference: EntityReference) {
    rows.first { $0.id == reference.id }?.open()
  }

  func commitTyping() { rows.forEach { $0.commitTyping() } }
}
