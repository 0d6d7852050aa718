import Foundation
import Gtk
import UpliftCore

/// Opens a round of votes: what is asked, how many votes, how many people, and how they vote.
final class VotingDialog: Dialog {
  private let question = Entry()
  private let each = SpinButton(1...100)
  private let eachThing = SpinButton(1...100)
  private let people = SpinButton(1...10_000)
  private let inTurn = CheckButton(label: tr("One after the other at this machine"))
  private let counts = CheckButton(label: tr("Hands or stickers are counted, sums are entered"))
  private let open: (String, Voting.Manner, Int, Int, Int) -> Void
  private var buttons: [Button] = []

  /// - Parameter open: question, manner, votes of each person, of them for one thing, people.
  static func show(
    over window: Window, people: Int, last: Voting?,
    open: @escaping (String, Voting.Manner, Int, Int, Int) -> Void
  ) {
    (existing(over: window) ?? VotingDialog(window, people, last, open)).present()
  }

  private init(
    _ parent: Window, _ count: Int, _ last: Voting?,
    _ open: @escaping (String, Voting.Manner, Int, Int, Int) -> Void
  ) {
    self.open = open
    super.init(tr("Open a vote"), over: parent, width: 420, height: -1)
    window.isResizable = false
    question.setPlaceholder(tr("Which of these first?"))
    each.value = Double(last?.votesEach ?? 5)
    eachThing.value = Double(last?.votesEachThing ?? 3)
    people.value = Double(count)
    counts.join(inTurn)
    (last?.manner == .counts ? counts : inTurn).isActive = true
    let column = Box(.vertical, spacing: 2)
    func add(_ title: String, _ widget: Widget) {
      let label = Label(title, classes: ["field-label"])
      label.alignment = 0
      label.setTarget(widget)
      widget.setAccessibleLabel(title)
      column.append(label)
      column.append(widget)
    }
    add(tr("Question"), question)
    add(tr("Votes of each person"), each)
    add(tr("At most so many on one thing"), eachThing)
    add(tr("People who vote"), people)
    let label = Label(tr("How they vote"), classes: ["field-label"])
    label.alignment = 0
    column.append(label)
    column.append(inTurn)
    column.append(counts)
    let note = PageParts.dim(
      tr("Votes are anonymous, and hidden until the vote is closed."))
    note.setMargins(top: 8, bottom: 8)
    column.append(note)
    let cancel = Button(label: tr("Cancel"))
    cancel.onClicked { [weak self] in self?.window.close() }
    let start = Button(label: tr("Open the vote"))
    start.addClass("suggested")
    start.onClicked { [weak self] in self?.finish() }
    buttons = [cancel, start]
    question.onActivate { [weak self] in self?.finish() }
    let actions = Box(.horizontal, spacing: 8, [cancel, start])
    actions.horizontalAlignment = .end
    column.append(actions)
    column.setMargins(top: 12, bottom: 20, start: 24, end: 24)
    window.setChild(column)
    question.grabFocus()
  }

  private func finish() {
    let manner: Voting.Manner = counts.isActive ? .counts : .inTurn
    let text = question.text.trimmingCharacters(in: .whitespacesAndNewlines)
    let values = (Int(each.value), Int(eachThing.value), Int(people.value))
    let open = open
    window.close()
    open(text, manner, values.0, values.1, values.2)
  }
}
