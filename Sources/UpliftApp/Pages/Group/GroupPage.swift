import Foundation
import Gtk
import UpliftCore

/// An advisory group: its charter, its people and how they are spread, its meetings and boards.
@MainActor public final class GroupPage: Page {
  public let place: Place
  public var widget: Widget { scroller }
  public var title: String { group.group.title }
  public var subtitle: String { Words.name(group.group.groupKind) }
  public var exportSubject: ExportSubject? { .group(group.group.id) }

  /// Logical pixels.
  private static let spreadWidth = 300

  private let session: Session
  private let go: (Place) -> Void
  private var group: GroupContents
  private let scroller: ScrolledWindow

  private let charter: CharterForm
  private let balance = BalanceView(levelLimit: 4)
  private let endings = PageParts.dim()
  let members: MembersTable
  private let meetings: MeetingsList
  private let boards: BoardsList

  /// Nil when there is no such group.
  public init?(_ session: Session, groupID: UUID, go: @escaping (Place) -> Void) {
    guard let group = session.read({ try session.workspace.group(groupID) }) else { return nil }
    self.session = session
    self.go = go
    self.group = group
    place = .group(groupID)
    charter = CharterForm(session)
    members = MembersTable(session)
    meetings = MeetingsList(session)
    boards = BoardsList(session, go: go)

    let spread = Box(
      .vertical, spacing: 8,
      [
        PageParts.heading(tr("Function × level")), balance.widget, endings,
      ])
    spread.setSizeRequest(width: Self.spreadWidth)
    spread.verticalAlignment = .start
    charter.widget.expandsHorizontally = true
    endings.setWidthInCharacters(maximum: 36)
    let top = Box(.horizontal, spacing: 32, [charter.widget, spread])
    let contents = Box(
      .vertical, spacing: 8,
      [
        top, PageParts.heading(tr("Members")), members.widget,
        PageParts.heading(tr("Meetings")), meetings.widget,
        PageParts.heading(tr("Boards")), boards.widget,
      ])
    scroller = PageParts.scrolling(contents)
    show()
  }

  private func show() {
    charter.show(group)
    balance.show(
      GroupBalance(
        group: group.group, members: group.members, departments: session.outline.departments))
    let ending = GroupBalance.endingTerms(of: group.members, from: CalendarDay(Date()))
    endings.isVisible = !ending.isEmpty
    endings.text = tr(
      "Terms that end within 60 days: {names}.", ["names": listed(ending.map(\.name))])
    members.show(group)
    meetings.show(group)
    boards.show(group)
  }

  public func follow(_ change: WorkspaceChange) -> Bool {
    let kinds: Set<EntityKind> = [
      .advisoryGroup, .member, .meeting, .agendaItem, .attendance, .board, .department,
    ]
    let touched = change.upserts.map { type(of: $0).kind } + change.deletions.map(\.kind)
    guard change.isWholesale || touched.contains(where: kinds.contains) else { return true }
    guard let new = session.read({ try session.workspace.group(group.group.id) }) else {
      return false
    }
    group = new
    show()
    return true
  }

  public var additions: [PageAddition] {
    [
      PageAddition(tr("Member")) { [weak self] in self?.members.addLast() },
      PageAddition(tr("Meeting")) { [weak self] in self?.meetings.add() },
    ]
  }

  public func takeFocus() { charter.takeFocus() }

  public func reveal(_ reference: EntityReference) {
    switch reference.kind {
    case .member: members.focus(reference.id)
    case .meeting: meetings.open(reference.id, focuses: true)
    case .agendaItem:
      let meeting = group.agendaItems.first { $0.value.contains { $0.id == reference.id } }?.key
      if let meeting { meetings.open(meeting, focuses: true) }
    default: charter.takeFocus()
    }
  }

  public func commitTyping() {
    charter.commitTyping()
    members.commitTyping()
    meetings.commitTyping()
  }
}
