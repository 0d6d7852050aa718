import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// Steps that notes are about, and what they become.
extension BoardCanvasController {
  /// Of the selection what can be turned into something.
  private var turnable: [EntityReference] {
    selectedReferences.filter { $0.kind == .note || $0.kind == .cluster }
  }

  var canTurn: Bool { !session.isReadOnly && !turnable.isEmpty }

  func turnSelection(into outcome: NoteOutcome) {
    commitTyping()
    NoteTurning(session: session) { [weak self] in self?.onSay?($0) }
      .turn(turnable, of: contents, into: outcome, over: canvas)
  }

  /// Asks for the step that the selection is about.
  func linkSelection() {
    guard !session.isReadOnly, !turnable.isEmpty, let window = canvas.window else { return }
    let (references, id) = (turnable, boardID)
    StepDialog.show(
      tr("Link to a journey step"), over: window, session: session,
      preferred: contents.commonStep(of: references)?.id
    ) { [weak self] step in
      guard let self, let now = session.read({ try self.session.workspace.board(id) }) else {
        return
      }
      perform(now.linking(references, to: EntityReference(.step, step.stepID)))
    }
  }

  /// Goes to the step that the current note is about, or else to what it became.
  func followConnection() -> Bool {
    guard let reference = currentRecord else { return false }
    let target = contents.steps(of: reference.id).first ?? contents.outcomes(of: reference.id).first
    guard let target else { return false }
    onGo?(target.other)
    return true
  }

  func followMark(_ subject: ItemSubject) {
    guard case .connection(_, let other) = subject else { return }
    onGo?(other)
  }

  func connectionCursor(over grip: CanvasGrip) -> String? {
    if case .connection = grip.subject { "pointer" } else { nil }
  }
}
