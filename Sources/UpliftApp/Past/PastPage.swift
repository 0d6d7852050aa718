import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// The maps and boards of a workspace as they were after a step of its history: to look at, to
/// compare with how they are now, and to bring back.
@MainActor final class PastPage: Page {
  private enum Subject {
    case journey(JourneyContents)
    case board(BoardContents)

    var reference: EntityReference {
      switch self {
      case .journey(let contents): contents.map.reference
      case .board(let contents): contents.board.reference
      }
    }

    var title: String {
      let title =
        switch self {
        case .journey(let contents): contents.map.title
        case .board(let contents): contents.board.title
        }
      return title.isEmpty ? tr("Untitled") : title
    }
  }

  let sequence: Int64
  let widget: Widget
  var place: Place { .past(sequence) }
  let canvas = ReadOnlyCanvas()
  let restoreButton = Button(label: tr("Restore everything"))
  /// The map or board that is shown, alone.
  let restoreOneButton = Button(label: tr("Restore this map"))
  let compareButton = Button(label: tr("Compare with now"))

  private let session: Session
  private let open: (Place) -> Void
  private let say: (String) -> Void
  private let sayDone: (String) -> Void
  private let contents: WorkspaceContents
  private let when: String
  private let banner = Label()
  private let choice: DropDown
  private let empty = PageParts.dim(tr("There were no maps and no boards then."))
  private var subjects: [Subject] = []
  private var theme: Theme
  private let measuring = PangoTextMeasuring()

  /// - Parameters:
  ///   - contents: of the workspace after the step `sequence`.
  ///   - sayDone: says it with a button that takes it back.
  init(
    _ session: Session, _ sequence: Int64, _ contents: WorkspaceContents, first: EntityReference?,
    isDark: Bool, open: @escaping (Place) -> Void, say: @escaping (String) -> Void,
    sayDone: @escaping (String) -> Void, leave: @escaping () -> Void
  ) {
    self.session = session
    self.sequence = sequence
    self.open = open
    self.say = say
    self.sayDone = sayDone
    self.contents = contents
    theme = isDark ? .dark : .light
    when = Self.when(sequence, session)
    subjects =
      contents.journeyMaps.inOrder().compactMap { contents.journey($0.id).map { .journey($0) } }
      + contents.boards.inOrder().compactMap { contents.board($0.id).map { .board($0) } }
    let shown = subjects.firstIndex { $0.reference == first } ?? 0
    choice = DropDown(subjects.map(\.title), selected: shown)
    choice.setAccessibleLabel(tr("Map or board"))
    choice.isVisible = !subjects.isEmpty
    let back = Button(icon: "go-previous-symbolic", name: tr("Back (Escape)"))
    back.onClicked(leave)
    banner.alignment = 0
    banner.setEllipsis(.end)
    banner.expandsHorizontally = true
    let bar = Box(
      .horizontal, spacing: 8,
      [back, banner, choice, compareButton, restoreOneButton, restoreButton])
    bar.addClass("comparison-bar")
    let scrolled = ScrolledWindow(bar)
    scrolled.setPolicy(horizontal: .automatic, vertical: .never)
    scrolled.setPropagatesNaturalSize(width: false, height: true)
    let frame = Overlay(canvas.view.widget)
    frame.addClass("canvas-frame")
    frame.expandsVertically = true
    frame.addOverlay(empty)
    empty.horizontalAlignment = .center
    empty.verticalAlignment = .center
    empty.isVisible = subjects.isEmpty
    widget = Box(.vertical, [scrolled, frame])
    choice.onSelected { [weak self] in self?.show() }
    restoreButton.onClicked { [weak self] in self?.restoreAll() }
    restoreOneButton.onClicked { [weak self] in self?.restoreOne() }
    compareButton.onClicked { [weak self] in self?.compare() }
    let keys = KeyController()
    keys.onPressed { key, modifiers in
      guard key == .escape, modifiers.isEmpty else { return false }
      leave()
      return true
    }
    widget.addController(keys)
    banner.text = tr("As it was on {time}", ["time": when])
    show()
  }

  /// "21 Nov 2026 at 20:41 · Workshop".
  private static func when(_ sequence: Int64, _ session: Session) -> String {
    let steps = session.read { try session.workspace.history() } ?? []
    let names = session.read { try session.workspace.namedVersions() } ?? []
    let time =
      steps.first { $0.sequence == sequence }.map(HistoryRow.time)
      ?? HistoryRow.time(session.outline.workspace.createdAt)
    let name = names.first { $0.sequence == sequence }?.title
    return [time, name].compactMap { $0 }.joined(separator: " · ")
  }

  var exportSubject: ExportSubject? {
    subject.map {
      .older(
        OlderVersion(sequence: sequence, reference: $0.reference, contents: contents, when: when))
    }
  }

  var title: String { tr("As it was") }
  var subtitle: String { when }

  func follow(_ change: WorkspaceChange) -> Bool {
    refreshButtons()
    return true
  }

  func takeFocus() { canvas.canvas.grabFocus() }

  func appearanceChanged(isDark: Bool) {
    theme = isDark ? .dark : .light
    show()
  }

  func reveal(_ reference: EntityReference) {
    if let index = subjects.firstIndex(where: { $0.reference == reference }) {
      choice.selected = index
    } else {
      canvas.canvas.select(.record(reference))
      canvas.canvas.reveal(.record(reference))
    }
  }

  private var subject: Subject? {
    choice.selected.flatMap { subjects.indices.contains($0) ? subjects[$0] : nil }
  }

  private func show() {
    refreshButtons()
    guard let subject, let measuring else { return }
    let picture: UpliftDrawing.Picture =
      switch subject {
      case .journey(let contents): .journey(contents)
      case .board(let contents): .board(contents)
      }
    canvas.show(
      picture.scene(measuring: measuring, theme: theme, showsAdditions: false),
      accent: theme.accent)
  }

  private func refreshButtons() {
    var isMap = false
    var isThere = false
    if case .journey(let contents) = subject {
      isMap = true
      isThere = session.outline.journeyMaps.contains { $0.id == contents.map.id }
    }
    restoreButton.isSensitive = !session.isReadOnly
    restoreOneButton.isVisible = subject != nil
    restoreOneButton.isSensitive = !session.isReadOnly
    restoreOneButton.label = isMap ? tr("Restore this map") : tr("Restore this board")
    compareButton.isVisible = isMap
    compareButton.isSensitive = isThere
  }

  func restoreAll() {
    session.restore(sequence) { [weak self] isDone in
      guard let self, isDone else { return }
      if let subject { showNow(subject) }
      sayDone(tr("Everything is as it was on {time}. Undo takes that back.", ["time": when]))
    }
  }

  func restoreOne() {
    switch subject {
    case .journey(let then): restoreMap(then)
    case .board(let then): restoreBoard(then)
    case nil: break
    }
  }

  private func restoreMap(_ then: JourneyContents) {
    let mapID = then.map.id
    restore(
      .journey(mapID), nothing: tr("This map is as it was then."),
      done: tr("This map is as it was on {time}. Undo takes that back.", ["time": when])
    ) { $0.restoring(map: mapID, from: $1) }
  }

  private func restoreBoard(_ then: BoardContents) {
    guard session.outline.groups.contains(where: { $0.id == then.board.groupID }) else {
      say(tr("The board’s group is gone. Restore everything to have both back."))
      return
    }
    let boardID = then.board.id
    restore(
      .board(boardID), nothing: tr("This board is as it was then."),
      done: tr("This board is as it was on {time}. Undo takes that back.", ["time": when])
    ) { $0.restoring(board: boardID, from: $1) }
  }

  private func restore(
    _ place: Place, nothing: String, done: String,
    _ edit: @escaping @Sendable (WorkspaceContents, WorkspaceContents) -> Edit?
  ) {
    let then = contents
    let distance = session.read { try session.workspace.distance(to: sequence) } ?? 0
    session.perform(
      saying: tr("Restoring…"), isLong: distance >= Session.largeStep,
      making: { edit(try $0.contents(), then) },
      then: { [weak self] isDone in
        switch isDone {
        case nil: self?.say(nothing)
        case true?:
          self?.open(place)
          self?.sayDone(done)
        case false?: break
        }
      })
  }

  private func showNow(_ subject: Subject) {
    switch subject {
    case .journey(let contents): open(.journey(contents.map.id))
    case .board(let contents): open(.board(contents.board.id))
    }
  }

  private func compare() {
    guard case .journey(let then) = subject else { return }
    open(.comparison(MapVersion(then.map.id, at: sequence), MapVersion(then.map.id)))
  }
}
