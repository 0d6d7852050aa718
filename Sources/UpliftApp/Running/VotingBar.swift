import Gtk
import UpliftCore

/// Whose turn it is and how many votes are left, while a round is open.
@MainActor final class VotingBar {
  private let box = Box(.horizontal, spacing: 8)
  var widget: Widget { box }

  private let title = Label("", classes: ["voting-title"])
  private let status = Label("", classes: ["voting-status"])
  private let refusal = Label("", classes: ["notice", "voting-refusal"])
  private let fewer = Button(icon: "list-remove-symbolic", name: tr("One vote less (−)"))
  private let more = Button(icon: "list-add-symbolic", name: tr("One more vote (+)"))
  private let done = Button(label: ptr("action", "Done"))
  private let late = Button(label: tr("One more voter"))
  private let close = Button(label: tr("Close the vote"))
  private let desk: VotingDesk

  /// - Parameter change: one vote more or less for what is selected.
  init(_ desk: VotingDesk, change: @escaping (Int) -> Void) {
    self.desk = desk
    for label in [title, status] {
      label.alignment = 0
      label.setEllipsis(.end)
    }
    status.setAccessibleRole(.status)
    refusal.setAccessibleRole(.alert)
    refusal.wraps = true
    refusal.isVisible = false
    let texts = Box(.vertical, [title, status])
    texts.expandsHorizontally = true
    texts.verticalAlignment = .center
    done.addClass("suggested")
    done.tooltip = tr("The next person's turn (Ctrl+Enter)")
    late.tooltip = tr("Somebody came late and votes too")
    fewer.onClicked { change(-1) }
    more.onClicked { change(1) }
    done.onClicked { desk.finish() }
    late.onClicked { desk.addVoter() }
    close.onClicked { desk.close() }
    let column = Box(.vertical, spacing: 6, [refusal])
    let row = Box(.horizontal, spacing: 6, [texts, fewer, more, done, late, close])
    column.append(row)
    column.expandsHorizontally = true
    box.append(column)
    box.addClass("agenda-bar")
    box.setAccessibleRole(.toolbar)
    box.setAccessibleLabel(tr("Vote"))
    for button in [done, late, close] {
      button.addClass("text-button")
      button.verticalAlignment = .center
    }
    for button in [fewer, more] {
      button.takesFocusOnClick = false
      button.verticalAlignment = .center
    }
    box.isVisible = false
  }

  func takeFocus() { if done.isVisible { done.grabFocus() } else { close.grabFocus() } }

  func show() {
    guard let voting = desk.voting else {
      box.isVisible = false
      return
    }
    box.isVisible = true
    title.text = voting.title.isEmpty ? tr("Vote") : voting.title
    let sentence = sentence(voting)
    if status.text != sentence {
      status.text = sentence
      status.setAccessibleLabel(sentence)
    }
    let isVoting = if case .voting = desk.state { true } else { false }
    fewer.isVisible = isVoting
    more.isVisible = isVoting
    done.isVisible = isVoting && voting.manner == .inTurn
    if (desk.refusal ?? "") != refusal.text {
      refusal.text = desk.refusal ?? ""
      refusal.setAccessibleLabel(desk.refusal ?? "")
    }
    refusal.isVisible = desk.refusal != nil
  }

  private func sentence(_ voting: Voting) -> String {
    let left = ntr(
      "{left} of {count} vote left", "{left} of {count} votes left", voting.votesEach,
      ["left": desk.left])
    switch desk.state {
    case .closed: return ""
    case .done:
      return ntr("{count} person has voted", "All {count} people have voted", voting.voters)
    case .elsewhere: return desk.othersSentence
    case .waiting(let person):
      return tr(
        "Person {person} of {count} is next", ["person": person, "count": voting.voters])
    case .voting(let id):
      guard voting.manner == .inTurn else {
        return tr(
          "Enter the sums: + and − on a note or cluster, {left} of {count} votes left",
          ["left": desk.left, "count": voting.votesEach * voting.voters])
      }
      let number = desk.contents.ballots[id]?.number ?? 1
      return tr(
        "Person {person} of {count} — {left}",
        ["person": number, "count": voting.voters, "left": left])
    }
  }
}
