import Foundation
import Gtk
import UpliftCore

/// What runs a meeting at its board: timer, agenda, private writing and votes.
@MainActor final class BoardRun {
  let timer: BoardTimer
  let desk: VotingDesk
  let handover: HandoverScreen
  private let agendaBar: AgendaBar
  private let votingBar: VotingBar
  private let bars: Box
  /// At the foot of the board.
  var widget: Widget { bars }
  let privateButton = Button(label: "")
  let voteButton = Button(label: tr("Vote"))

  private let controller: BoardCanvasController
  private let tool: VotingTool
  private var agenda: Agenda?
  private var meetingID: UUID?
  /// The page has something to tell.
  var say: ((String) -> Void)?
  /// Another window over which dialogs stand.
  var window: (() -> Window?)?
  private var wasOpen = false

  private var session: Session { controller.session }
  private var contents: BoardContents { controller.contents }

  init(_ controller: BoardCanvasController) {
    self.controller = controller
    timer = BoardTimer(controller.session, boardID: controller.boardID)
    desk = VotingDesk(controller.session, controller.contents)
    tool = VotingTool(desk)
    handover = HandoverScreen(desk)
    var perform: (AgendaBar.Command) -> Void = { _ in }
    agendaBar = AgendaBar(timer) { perform($0) }
    var vote: (Int) -> Void = { _ in }
    votingBar = VotingBar(desk) { vote($0) }
    bars = Box(.vertical, [votingBar.widget, agendaBar.widget])
    bars.addClass("board-bars")
    perform = { [weak self] in self?.perform($0) }
    vote = { [weak self] step in
      guard let self, let current = self.controller.currentRecord else { return }
      desk.change(current, by: step)
    }
    for button in [privateButton, voteButton] {
      button.addClass("text-button")
      button.takesFocusOnClick = false
    }
    privateButton.onClicked { [weak self] in self?.togglePrivateWriting() }
    voteButton.onClicked { [weak self] in self?.vote() }
    desk.onChange = { [weak self] in self?.showVoting() }
    timer.onEnd = { [weak self] in self?.timeIsOver() }
    readAgenda()
    show()
    // A vote may have been open when the program ended.
    showVoting()
  }

  // MARK: Following

  /// The board on the screen, or what is selected on it, is not what it was.
  func show() {
    if contents.board.meetingID != meetingID { readAgenda() }
    if desk.follow(contents) { showVoting() } else { votingBar.show() }
    showButtons()
    agendaBar.showVotes(progress)
  }

  func follow(_ change: WorkspaceChange) {
    if change.touches([.meeting, .agendaItem, .attendance, .board]) { readAgenda() }
  }

  private func readAgenda() {
    meetingID = contents.board.meetingID
    agenda = meetingID.flatMap { id in session.read { try session.workspace.agenda(of: id) } }
    agendaBar.show(agenda)
  }

  private var progress: String? {
    guard let voting = desk.voting else { return nil }
    let (given, possible) = contents.progress(of: voting)
    return tr("{given} of {count} votes", ["given": given, "count": possible])
  }

  private func showButtons() {
    let hidden = contents.hiddenCount
    let isPrivate = contents.board.isPrivate
    let text =
      hidden > 0
      ? ntr("Reveal {count} note", "Reveal {count} notes", hidden)
      : isPrivate ? tr("End private writing") : tr("Private writing")
    if privateButton.label != text { privateButton.label = text }
    privateButton.tooltip =
      hidden > 0 || isPrivate
      ? tr("Show to everybody what was written in private (Ctrl+Shift+H)")
      : tr("From now on what is written is hidden until it is revealed (Ctrl+Shift+H)")
    privateButton.setClass("on", hidden > 0 || isPrivate)
    voteButton.tooltip =
      desk.isOpen ? tr("Go to the vote that is open") : tr("Open a vote (Ctrl+Shift+V)")
    voteButton.setClass("on", desk.isOpen)
    for button in [privateButton, voteButton] { button.isSensitive = !session.isReadOnly }
  }

  private func showVoting() {
    if !desk.isOpen || desk.ballotID != controller.ballotID { controller.ballotID = desk.ballotID }
    controller.canvas.tool = desk.isOpen ? tool : nil
    votingBar.show()
    agendaBar.showVotes(progress)
    let wasHidden = !handover.widget.isVisible
    if wasOpen, !desk.isOpen {
      // The board itself is what the inspector shows then, and with it the result.
      controller.canvas.select(nil)
      if let round = contents.closedRounds.last {
        say?(
          tr(
            "The vote is closed: {given} of {count} votes. The result stands in the inspector (F9).",
            ["given": round.given, "count": round.possible]))
      }
    }
    wasOpen = desk.isOpen
    if handover.show() {
      // What was voted for last is nobody else's business.
      controller.canvas.select(nil)
      // Only from the board's own canvas: somebody may be typing elsewhere.
      if bars.containsFocus || controller.canvas.containsFocus || controller.canvas.isFocused {
        handover.takeFocus()
      }
    } else if !handover.widget.isVisible, !wasHidden {
      controller.canvas.grabFocus()
    }
  }

  /// Puts the keyboard into the bar.
  func takeFocus() { desk.isOpen ? votingBar.takeFocus() : agendaBar.takeFocus() }

  // MARK: Private writing

  func togglePrivateWriting() {
    guard !session.isReadOnly else { return }
    controller.canvas.endEditing()
    let hidden = contents.hiddenCount
    if contents.board.isPrivate || hidden > 0 {
      controller.perform(contents.revealing())
      if hidden > 0 {
        say?(ntr("{count} note is revealed.", "{count} notes are revealed.", hidden))
      }
    } else {
      startPrivateWriting()
    }
  }

  private func startPrivateWriting() {
    guard !contents.board.isPrivate, controller.perform(contents.startingPrivateWriting()) else {
      return
    }
    say?(
      tr(
        "What is written now is hidden, on every screen and in every export, until it is revealed.")
    )
  }

  // MARK: Votes

  func vote() {
    guard !session.isReadOnly else { return }
    controller.canvas.endEditing()
    guard !desk.isOpen else {
      if handover.widget.isVisible { handover.takeFocus() } else { votingBar.takeFocus() }
      return
    }
    guard !contents.notes.isEmpty else {
      say?(tr("There is nothing to vote on yet. Write notes first."))
      return
    }
    guard let window = window?() else { return }
    let present = agenda?.presentCount ?? 0
    let people = present > 0 ? present : max(1, contents.members.current().count)
    VotingDialog.show(over: window, people: people, last: contents.votings.last) {
      [weak self] title, manner, each, eachThing, people in
      self?.openVoting(title, manner, each, eachThing, people)
    }
  }

  private func openVoting(
    _ title: String, _ manner: Voting.Manner, _ each: Int, _ eachThing: Int, _ people: Int
  ) {
    guard
      var addition = contents.openingVoting(
        title, manner: manner, votesEach: each, votesEachThing: eachThing, voters: people)
    else { return }
    if manner == .counts {
      let ballot = Ballot(votingID: addition.record.id, number: 1, voters: addition.record.voters)
      addition.edit.changes.append(.insert(ballot))
    }
    guard controller.perform(addition.edit) else { return }
    if handover.widget.isVisible { handover.takeFocus() } else { controller.canvas.grabFocus() }
  }

  // MARK: Agenda

  func toggleTimer() { if !session.isReadOnly { timer.toggle() } }

  func perform(_ command: AgendaBar.Command) {
    guard !session.isReadOnly else { return }
    controller.commitTyping()
    let now = Instant.now
    switch command {
    case .prolong:
      timer.prolong()
      if let current = agenda?.current { session.perform(agenda?.prolonging(current.id, by: 1)) }
    case .goOn:
      guard let agenda else { return }
      let next = agenda.next
      guard session.perform(agenda.goingOn(at: now)) else { return }
      if let next { begun(next) } else { timer.remove() }
    case .phase(let id, .start):
      guard let agenda, let item = agenda.item(id), session.perform(agenda.starting(id, at: now))
      else { return }
      begun(item)
    case .phase(_, .finish):
      if session.perform(agenda?.finishing(at: now)) { timer.remove() }
    case .phase(let id, .skip):
      let wasRunning = agenda?.current?.id == id
      if session.perform(agenda?.skipping(id, at: now)), wasRunning { timer.remove() }
    case .phase(let id, .reopen): session.perform(agenda?.reopening(id))
    case .phase(_, .prolong): perform(.prolong)
    }
  }

  /// The timer runs for the phase, and the board helps with what is done in it.
  private func begun(_ item: AgendaItem) {
    let minutes = item.minutes + item.extraMinutes
    if minutes > 0 { timer.start(seconds: min(minutes * 60, 86_400)) } else { timer.remove() }
    switch item.activity {
    case .talk: break
    case .privateWriting: startPrivateWriting()
    case .grouping:
      say?(
        contents.hiddenCount > 0
          ? tr("Reveal the notes to group them.")
          : tr("Select notes that belong together and press Ctrl+G."))
    case .voting: vote()
    case .recommending:
      say?(tr("A note can become a recommendation: right-click it, or press the menu key."))
    }
  }

  private func timeIsOver() {
    let text = agenda?.current.map { tr("Time is over: {title}", ["title": $0.title]) }
    say?(text ?? tr("Time is over."))
  }
}
