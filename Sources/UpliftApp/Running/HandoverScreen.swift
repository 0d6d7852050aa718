import Gtk
import UpliftCore

/// Stands before the board between two people who vote: neither sees what the other chose.
@MainActor final class HandoverScreen {
  private let box: Box
  var widget: Widget { box }
  private let title = Label("", classes: ["handover-title"])
  private let text = Label("", classes: ["dim"])
  private let button = Button(label: "")
  private var action: (() -> Void)?
  private let desk: VotingDesk

  init(_ desk: VotingDesk) {
    self.desk = desk
    button.addClass("suggested")
    button.horizontalAlignment = .center
    for label in [title, text] {
      label.wraps = true
      label.setCentred(true)
      label.setWidthInCharacters(maximum: 48)
    }
    let inner = Box(.vertical, spacing: 14, [title, text, button])
    inner.horizontalAlignment = .center
    inner.verticalAlignment = .center
    inner.expandsHorizontally = true
    inner.expandsVertically = true
    box = Box(.vertical, [inner])
    box.addClass("handover")
    box.isVisible = false
    button.onClicked { [weak self] in self?.action?() }
  }

  /// True when it has come to stand before the board.
  func show() -> Bool {
    let wasVisible = box.isVisible
    let old = title.text
    guard let voting = desk.voting else {
      box.isVisible = false
      return false
    }
    switch desk.state {
    case .closed, .voting:
      box.isVisible = false
      return false
    case .waiting(let person):
      title.text = tr("Person {person} of {count}", ["person": person, "count": voting.voters])
      let each = ntr("{count} vote", "{count} votes", voting.votesEach)
      text.text = tr(
        "{votes}, at most {count} on one thing. Click a note or cluster, or press Space on it; Shift and a click, or −, takes a vote back. Nobody sees what the others chose.",
        ["votes": each, "count": voting.votesEachThing])
      button.label = tr("Begin")
      action = { [weak desk] in desk?.begin() }
    case .done:
      title.text = ntr("{count} person has voted", "All {count} people have voted", voting.voters)
      text.text = tr("Close the vote to see the result, or add a voter who came late.")
      button.label = tr("Close the vote")
      action = { [weak desk] in desk?.close() }
    }
    box.isVisible = true
    button.setAccessibleDescription(title.text)
    return !wasVisible || old != title.text
  }

  func takeFocus() { button.grabFocus() }
}
