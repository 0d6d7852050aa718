import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// A board with the inspector of what is selected on it.
@MainActor final class BoardPage: Page {
  let place: Place
  let widget: Widget
  let controller: BoardCanvasController
  private let details: BoardInspector
  private let empty: Box
  let run: BoardRun
  private var menu: CanvasMenu?
  private let go: (EntityReference) -> Void

  /// Nil when the workspace has no such board.
  ///
  /// - Parameter export: somebody wants a document about the board's meeting.
  init?(
    _ session: Session, boardID: UUID, isDark: Bool, go: @escaping (EntityReference) -> Void,
    export: @escaping (ExportSubject) -> Void = { _ in }
  ) {
    guard
      let controller = BoardCanvasController(
        session: session, boardID: boardID, theme: isDark ? .dark : .light)
    else { return nil }
    self.controller = controller
    place = .board(boardID)
    details = BoardInspector(session: session, go: go)
    self.go = go
    empty = EmptyState.widget(
      tr("This board is empty"),
      tr("Notes stand in columns. Begin with what the group is to talk about first."),
      button: tr("Add a column")
    ) { [weak controller] in controller?.addColumn() }
    empty.isSensitive = !session.isReadOnly
    empty.append(Label(tr("Or with columns that have proved themselves:"), classes: ["dim"]))
    let templates = BoardTemplateList.widget(BoardTemplate.allCases.filter { $0 != .free }) {
      [weak controller] template in
      guard let controller else { return }
      controller.perform(controller.contents.beginning(with: template))
      controller.canvas.grabFocus()
    }
    let scroller = ScrolledWindow(templates)
    scroller.setPolicy(horizontal: .never, vertical: .automatic)
    scroller.setContentSize(minimumHeight: 160, maximumHeight: 420)
    scroller.setPropagatesNaturalSize(width: true, height: true)
    empty.append(scroller)
    let frame = Overlay(controller.view.widget)
    frame.addClass("canvas-frame")
    frame.addClass("board")
    frame.addOverlay(empty)
    frame.expandsVertically = true
    run = BoardRun(controller)
    frame.addOverlay(run.handover.widget)
    let column = Box(.vertical, [frame, run.widget])
    widget = column
    details.desk = run.desk
    details.onExport = export
    run.window = { [weak column] in column?.window }
    controller.onGo = go
    controller.onChanged = { [weak self] in self?.selectionChanged() }
    controller.onMenuRequested = { [weak self] x, y in self?.showMenu(x, y) }
    selectionChanged()
  }

  var title: String {
    let title = controller.contents.board.title
    return title.isEmpty ? tr("Untitled board") : title
  }

  var subtitle: String {
    let contents = controller.contents
    let meeting = contents.meeting.flatMap { $0.title == contents.board.title ? nil : $0.title }
    let day = contents.meeting?.day.map(DayFormat.local.text)
    return [contents.group?.title, meeting, day].compactMap { $0 }.filter { !$0.isEmpty }
      .joined(separator: " · ")
  }

  var inspector: Widget? { details.widget }
  var bars: [Widget] { [controller.view.bar, run.widget] }
  var exportSubject: ExportSubject? { .board(controller.boardID) }
  var currentRecord: EntityReference? { controller.currentRecord }
  var presented: (any PresentationSource)? { PresentedBoard(controller, run) }

  var additions: [PageAddition] {
    guard !controller.session.isReadOnly, !run.desk.isOpen else { return [] }
    return [
      PageAddition(tr("Note")) { [weak self] in self?.controller.addBelow() },
      PageAddition(tr("Column")) { [weak self] in self?.controller.addColumn() },
      PageAddition(tr("Cluster of what is selected")) { [weak self] in self?.cluster() },
      PageAddition(tr("Copy of this board")) { [weak self] in self?.duplicate(withNotes: true) },
      PageAddition(tr("Copy of this board, without notes")) { [weak self] in
        self?.duplicate(withNotes: false)
      },
    ]
  }

  private func duplicate(withNotes: Bool) {
    commitTyping()
    let id = controller.session.duplicateBoard(controller.boardID, withNotes: withNotes)
    if let id { go(EntityReference(.board, id)) }
  }

  func cluster() { if !run.desk.isOpen { controller.clusterSelection() } }
  func dissolve() { if !run.desk.isOpen { controller.dissolveSelection() } }

  /// Who comes next is not to bring back what the one before has voted.
  var undoRefusal: String? {
    guard let voting = run.desk.voting, voting.manner == .inTurn,
      !controller.contents.ballots(of: voting.id).isEmpty,
      !controller.session.isBeforeClosedVote
    else { return nil }
    return tr("While people vote in turn nothing is undone. − takes a vote back.")
  }
  var headerTools: [Widget] { [run.privateButton, run.voteButton] }

  func follow(_ change: WorkspaceChange) -> Bool {
    guard controller.follow(change) else { return false }
    run.follow(change)
    return true
  }

  func connect(say: @escaping (String) -> Void) {
    controller.onSay = say
    run.say = say
    details.onSay = say
  }
  func connect(offer: @escaping (String, String, @escaping () -> Void) -> Void) {
    controller.onOffer = offer
  }
  func connect(regret: @escaping (String, String, @escaping () -> Void) -> Void) {
    controller.onRegret = regret
  }
  func copyPicture() { controller.copyPicture() }
  func takeFocus() {
    if run.handover.widget.isVisible {
      run.handover.takeFocus()
    } else {
      controller.canvas.grabFocus()
    }
  }
  func reveal(_ reference: EntityReference) {
    guard reference.id != controller.boardID else { return }
    controller.select(reference)
    controller.canvas.flash(.record(reference))
  }

  func commitTyping() {
    controller.commitTyping()
    details.commitTyping()
  }

  func endTyping() {
    controller.canvas.endEditing()
    details.commitTyping()
  }

  func appearanceChanged(isDark: Bool) { controller.theme = isDark ? .dark : .light }

  private func selectionChanged() {
    run.show()
    details.show(controller.shown, selection: controller.orderedSelection)
    empty.isVisible = controller.contents.columns.isEmpty
  }

  private func showMenu(_ x: Double, _ y: Double) {
    guard !controller.session.isReadOnly else { return }
    menu?.close()
    if run.desk.isOpen {
      guard let current = controller.currentRecord else { return }
      let desk = run.desk
      menu = CanvasMenu(
        over: controller.canvas, x: x, y: y,
        [
          [
            (tr("One more vote"), { desk.change(current, by: 1) }),
            (tr("One vote less"), { desk.change(current, by: -1) }),
          ]
        ])
      return
    }
    menu = CanvasMenu(over: controller.canvas, x: x, y: y, controller.menuSections)
  }
}
