import Foundation
import Gtk
import UpliftCore

/// The standards that a step carries: each leads to its row in the register, and a new one begins
/// there.
@MainActor final class StandardsEditor {
  let widget = Box(.vertical, spacing: 6)
  private let session: Session
  private let go: (EntityReference) -> Void
  private let rows = Box(.vertical, spacing: 6)
  private let add: Button
  private var stepID: UUID?
  private(set) var shown: [Standard] = []

  init(_ session: Session, go: @escaping (EntityReference) -> Void) {
    self.session = session
    self.go = go
    var begin: (() -> Void)?
    add = PageParts.adding(tr("Add standard")) { begin?() }
    add.tooltip = tr("How it is done here every time, how that is checked, and who keeps it")
    add.isVisible = !session.isReadOnly
    widget.append(rows)
    widget.append(add)
    begin = { [weak self] in self?.addStandard() }
  }

  func addStandard() {
    guard let stepID, !session.isReadOnly else { return }
    let all = session.read { try session.workspace.registered(Standard.self) }
    let standard = Standard(rank: .between(all?.last?.rank, nil), stepID: stepID)
    guard session.perform(Edit(.addStandard, [.insert(standard)])) else { return }
    go(standard.reference)
  }

  func show(_ stepID: UUID) {
    let new =
      session.read {
        try session.workspace.registered(Standard.self, where: "stepID", is: stepID)
      } ?? []
    let isSame = self.stepID == stepID && shown == new
    self.stepID = stepID
    guard !isSame else { return }
    shown = new
    rows.removeAll()
    rows.isVisible = !new.isEmpty
    for standard in new {
      let keeper = standard.keeper.trimmingCharacters(in: .whitespacesAndNewlines)
      rows.append(
        RowButton.make(
          standard.practice,
          keeper.isEmpty ? tr("Nobody keeps it yet") : tr("Kept by {name}", ["name": keeper])
        ) { [weak self] in self?.go(standard.reference) })
    }
  }
}
