import Gtk
import UpliftCore

/// Of a card on a future map: the card of today that it was made of, with what is known of that
/// one, and the way there.
@MainActor final class BasisView {
  let widget = Box(.vertical)
  private let session: Session
  private let text = Label("")
  private let known = Label("", classes: ["dim"])
  private let button: Button
  private var basis: EntityReference?

  init(_ session: Session, go: @escaping (EntityReference) -> Void) {
    self.session = session
    let heading = Label(tr("In the current map"), classes: ["field-label"])
    for label in [heading, text, known] {
      label.alignment = 0
      label.wraps = true
    }
    text.setLines(3)
    text.setEllipsis(.end)
    known.setLines(3)
    known.setEllipsis(.end)
    button = Button(child: Box(.vertical, [text, known]))
    button.hasFrame = false
    button.addClass("link-row")
    let frame = Box(.vertical, [button])
    frame.addClass("field-box")
    frame.addClass("link-list")
    widget.append(heading)
    widget.append(frame)
    button.onClicked { [weak self] in
      if let basis = self?.basis { go(basis) }
    }
  }

  func show(_ card: Card, of map: JourneyMap) {
    basis = map.state == .future ? card.basisID.map { EntityReference(.card, $0) } : nil
    let found = basis.flatMap { reference in
      session.read { try session.workspace.record(reference) }
    }
    let original = found.flatMap { $0 as? Card }
    widget.isVisible = original != nil
    guard let original else { return }
    text.text = original.text.isEmpty ? tr("Without a text") : original.text.replacingNewlines()
    known.text = [Words.name(original.evidence), original.source.replacingNewlines()]
      .filter { !$0.isEmpty }.joined(separator: " · ")
    button.setAccessibleLabel(
      tr("In the current map: {title}, {known}", ["title": text.text, "known": known.text]))
  }
}
