import Foundation
import Gtk
import UpliftCore

/// Two buttons: say which step notes are about, and turn them into something.
@MainActor final class OutcomesEditor {
  let widget = Box(.vertical, spacing: 6)
  private let session: Session
  private let step: StepButton
  private var turning: TurnButton?
  private var references: [EntityReference] = []
  private var board: BoardContents?

  init(_ session: Session, say: @escaping (String) -> Void) {
    self.session = session
    step = StepButton(session, label: tr("Link to a journey step"))
    let turn = TurnButton(session) { [weak self] outcome in
      guard let self, let board else { return }
      NoteTurning(session: session, say: say)
        .turn(references, of: board, into: outcome, over: widget)
    }
    turning = turn
    step.preferred = { [weak self] in
      guard let self, let board else { return nil }
      return board.commonStep(of: references)?.id
    }
    step.onChosen = { [weak self] place in
      guard let self, let board else { return }
      session.perform(board.linking(references, to: EntityReference(.step, place.stepID)))
    }
    let heading = Label(tr("What comes of it"), classes: ["field-label"])
    heading.alignment = 0
    widget.append(heading)
    widget.append(turn.button)
    widget.append(step.button)
  }

  func show(_ references: [EntityReference], _ board: BoardContents) {
    self.references = references
    self.board = board
    let isHidden = references.allSatisfy { board.notes[$0.id]?.isPrivate == true }
    widget.isVisible = !isHidden
  }
}
