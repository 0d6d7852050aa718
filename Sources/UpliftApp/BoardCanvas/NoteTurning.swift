import Foundation
import Gtk
import UpliftCore

/// Turns notes and clusters of a board into what goes on after the meeting.
@MainActor struct NoteTurning {
  let session: Session
  let say: (String) -> Void

  static func name(_ outcome: NoteOutcome) -> String {
    switch outcome {
    case .painPoint: tr("Pain point")
    case .opportunity: tr("Opportunity")
    case .recommendation: tr("Recommendation")
    case .promise: tr("Promise")
    case .barrier: tr("Barrier")
    }
  }

  /// With an ellipsis when something is asked first.
  static func command(_ outcome: NoteOutcome) -> String {
    outcome.cardKind == nil ? name(outcome) : name(outcome) + "…"
  }

  /// Asks for the step of a card, and does it.
  func turn(
    _ references: [EntityReference], of board: BoardContents, into outcome: NoteOutcome,
    over widget: Widget
  ) {
    guard !session.isReadOnly else { return }
    guard !board.turnable(references).isEmpty else {
      let isHidden = references.contains { board.notes[$0.id]?.isPrivate == true }
      return say(
        isHidden
          ? tr("Hidden notes can be turned into something once they are revealed.")
          : tr("There is nothing to turn: the note is empty."))
    }
    guard let kind = outcome.cardKind else {
      return finish(board, references, outcome, place(outcome, board))
    }
    guard let window = widget.window else { return }
    let preferred = references.lazy.compactMap { board.steps(of: $0.id).first?.other.id }.first
    let title = ntr(
      "Turn {count} note into: {kind}", "Turn {count} notes into: {kind}", references.count,
      ["kind": Self.name(outcome)])
    let id = board.board.id
    StepDialog.show(
      title, addsCard: true, over: window, session: session, preferred: preferred
    ) { step in
      // Others may have written while the question stood there.
      guard let now = session.read({ try session.workspace.board(id) }),
        let journey = session.read({ try session.workspace.journey(step.mapID) })
      else { return }
      finish(now, references, outcome, .card(kind, journey, stepID: step.stepID))
    }
  }

  private func place(_ outcome: NoteOutcome, _ board: BoardContents) -> TurningPlace {
    let outline = session.outline
    return switch outcome {
    case .promise: .promise(after: outline.promises.last?.rank)
    case .barrier: .barrier(after: outline.barriers.last?.rank)
    default:
      .recommendation(
        after: outline.recommendations.last { $0.groupID == board.board.groupID }?.rank)
    }
  }

  private func finish(
    _ board: BoardContents, _ references: [EntityReference], _ outcome: NoteOutcome,
    _ place: TurningPlace
  ) {
    let today = CalendarDay(Date())
    guard let placement = board.turning(references, into: place, on: today) else {
      return say(tr("It became that already."))
    }
    guard session.perform(placement.edit) else { return }
    say(
      ntr(
        "{count} thing was made of it: {kind}", "{count} things were made of it: {kind}",
        placement.references.count, ["kind": Self.name(outcome)]))
  }
}

/// A button with what notes can be turned into.
@MainActor final class TurnButton {
  let button = MenuButton(label: tr("Turn into"))
  private let group = ActionGroup()

  init(_ session: Session, turn: @escaping (NoteOutcome) -> Void) {
    let menu = Menu()
    for outcome in NoteOutcome.allCases {
      group.addAction(outcome.rawValue.replacing("_", with: "-")) { turn(outcome) }
      menu.append(
        NoteTurning.command(outcome),
        action: "turn." + outcome.rawValue.replacing("_", with: "-"))
    }
    button.insertActions(group, prefix: "turn")
    button.setMenu(menu)
    button.horizontalAlignment = .start
    button.tooltip = tr(
      "Makes a card, a recommendation, a promise or a barrier of it, and links the two.")
    button.isSensitive = !session.isReadOnly
  }
}
