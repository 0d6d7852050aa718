import Gtk
import UpliftCore

/// Stands before the board between two people who vote: neither sees what the other chose.
@MainActor final class HandoverScreen {
  private let box: Box
  var widget: Widget { box }
  private let title = Label("", classes: ["handover-title"])
  private let text = Label("", classes: ["dim"])
  private let elsewhere = Label("", classes: ["dim"])
  private let button = Button(label: "")
  private var action: (() -> Void)?
  /// For somebody else than who is asked for first.
  private let other = Button(label: "")
  private let desk: VotingDesk

  init(_ desk: VotingDesk) {
    self.desk = desk
    button.addClass("suggested")
    for button in [button, other] { button.horizontalAlignment = .center }
    elsewhere.setAccessibleRole(.status)
    for label in [title, text, elsewhere] {
      label.wraps = true
      label.setCentred(true)
      label.setWidthInCharacters(maximum: 48)
    }
    let inner = Box(.vertical, spacing: 14, [title, text, elsewhere, button, other])
    inner.horizontalAlignment = .center
    inner.verticalAlignment = .center
    inner.expandsHorizontally = true
    inner.expandsVertically = true
    box = Box(.vertical, [inner])
    box.addClass("handover")
    box.isVisible = false
    button.onClicked { [weak self] in self?.action?() }
    other.onClicked { [weak desk] in desk?.beginAfterUnfinished() }
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
      if desk.unfinished == nil {
        let each = ntr("{count} vote", "{count} votes", voting.votesEach)
        text.text = tr(
          "{votes}, at most {count} on one thing. Click a note or cluster, or press Space on it; Shift and a click, or −, takes a vote back. Nobody sees what the others chose.",
          ["votes": each, "count": voting.votesEachThing])
        button.label = tr("Begin")
      } else {
        text.text = tr(
          "Person {person} has begun to vote and is not done. Only that person is to see these votes.",
          ["person": person])
        button.label = tr("Go on as person {person}", ["person": person])
      }
      action = { [weak desk] in desk?.begin() }
    case .elsewhere:
      title.text = tr("Nobody is to come")
      text.text = tr("Close the vote when the last ones are done, or add a voter who came late.")
      action = nil
    case .done:
      title.text = ntr("{count} person has voted", "All {count} people have voted", voting.voters)
      text.text = tr("Close the vote to see the result, or add a voter who came late.")
      button.label = tr("Close the vote")
      action = { [weak desk] in desk?.close() }
    }
    let next = desk.personAfterUnfinished
    other.isVisible = next != nil
    other.label = next.map { tr("Person {person} begins", ["person": $0]) } ?? ""
    button.isVisible = action != nil
    let others = desk.othersSentence
    if elsewhere.text != others { elsewhere.text = others }
    elsewhere.isVisible = !others.isEmpty
    box.isVisible = true
    button.setAccessibleDescription(title.text)
    return !wasVisible || old != title.text
  }

  func takeFocus() { if button.isVisible { button.grabFocus() } }
}
