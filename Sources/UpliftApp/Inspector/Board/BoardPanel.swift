import Foundation
import Gtk
import UpliftCore

/// The board itself and the group that works on it, when nothing on it is selected.
@MainActor final class BoardPanel: InspectorPanel {
  private let session: Session
  private let form: Form
  var widget: Widget { form.box }
  private var board: BoardContents?
  private var id: UUID?

  private let heading = InspectorHeading()
  private let balance = BalanceView(levelLimit: 3)
  private let membersHeading: Label
  private let avatars: AvatarsView
  private var title: TextEditor?
  private var meeting: ChoiceEditor<UUID?>?
  private var colouring: SegmentedEditor<Board.Colouring>?
  private let summary: BoardSummary
  private let links: LinksEditor
  private let ranking: RankingView
  private let minutes = Button(label: tr("Minutes of the meeting…"))
  /// Somebody wants a document.
  var onExport: ((ExportSubject) -> Void)?

  init(_ session: Session, go: @escaping (EntityReference) -> Void) {
    self.session = session
    avatars = AvatarsView(session)
    form = Form(isEditable: !session.isReadOnly)
    links = LinksEditor(session, go: go)
    ranking = RankingView { go($0) }
    summary = BoardSummary(session, go: go)
    form.append(heading.box)
    form.append(minutes)
    form.append(ranking.widget)
    form.heading(tr("Function × level"))
    form.append(balance.widget)
    membersHeading = form.heading(tr("Members"))
    form.append(avatars.widget)
    form.append(summary.widget)
    let title = TextEditor { [weak self] text, typing in
      guard let self, let board else { return }
      session.perform(board.settingText(of: board.board.reference, to: text, typing: typing))
    }
    form.add(tr("Title of the board"), title)
    let meeting = ChoiceEditor<UUID?> { [weak self] meeting in
      guard let self, let board else { return }
      session.perform(Edit.changing(board.board) { $0.meetingID = meeting })
    }
    form.add(tr("Meeting"), meeting)
    minutes.addClass("small-text-button")
    minutes.horizontalAlignment = .start
    minutes.setMargins(top: 8, bottom: 4)
    minutes.tooltip = tr("Agenda, attendance, boards, result and recommendations as a document")
    minutes.onClicked { [weak self] in
      if let id = self?.board?.board.meetingID { self?.onExport?(.minutes(id)) }
    }
    let colouring = SegmentedEditor<Board.Colouring>([
      (.column, tr("Column")), (.author, tr("Author")), (.theme, tr("Theme")),
    ]) { [weak self] colouring in
      guard let self, let board else { return }
      session.perform(Edit.changing(board.board, .setColour) { $0.colouring = colouring })
    }
    form.add(tr("Colour of the notes"), colouring)
    self.colouring = colouring
    form.append(links.widget)
    (self.title, self.meeting) = (title, meeting)
  }

  func show(_ board: BoardContents) {
    let isOther = id != board.board.id
    if isOther { title?.begin(board.board.title) }
    id = board.board.id
    self.board = board
    title?.show(board.board.title)
    colouring?.show(board.board.colouring)
    ranking.show(board)
    minutes.isVisible = board.board.meetingID != nil
    avatars.show(board.members.current())
    membersHeading.isVisible = !board.members.current().isEmpty
    showGroup()
    summary.show(board)
    if isOther { links.show(board.board.reference) }
  }

  private func showGroup() {
    guard let board, let group = board.group else { return }
    heading.show(group.title, Self.summary(group, members: board.members.current().count))
    balance.show(
      GroupBalance(
        group: group, members: board.members.current(), departments: session.outline.departments),
      warnings: standingWarnings(of: group))
    let meetings = session.outline.meetings.filter { $0.groupID == group.id }
    meeting?.show(
      .some(board.board.meetingID),
      of: [(nil, tr("No meeting"))] + meetings.map { ($0.id, Self.name($0)) })
  }

  /// About its members; who has put one aside is not told it again here.
  private func standingWarnings(of group: AdvisoryGroup) -> [GroupWarning]? {
    guard let contents = session.read({ try session.workspace.group(group.id) }) else { return nil }
    return GroupWarnings(
      contents, departments: session.outline.departments,
      focusGroups: session.outline.groups.count { $0.groupKind == .focusGroup },
      on: CalendarDay(Date())
    ).standing
  }

  /// "11 members · monthly · term to 30.06.2027".
  static func summary(_ group: AdvisoryGroup, members: Int) -> String {
    [
      ntr("{count} member", "{count} members", members), group.cadence,
      group.termEnd.map { tr("term to {day}", ["day": DayFormat.local.text($0)]) } ?? "",
    ].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private static func name(_ meeting: Meeting) -> String {
    [meeting.day.map(DayFormat.local.text), meeting.title].compactMap { $0 }
      .filter { !$0.isEmpty }.joined(separator: " · ")
  }

  func commitTyping() { form.commitTyping() }

  func refreshLinks() {
    showGroup()
    if let board { summary.show(board) }
    links.refresh()
  }
}
