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
  private let balance = BalanceView(levelLimit: 4, speaks: false)
  let warnings: WarningsView
  let members: MembersTable
  let recommendations: RegisterTable<Recommendation>
  let owed: OwedView
  private let voice: CustomerVoiceView
  private let voiceHeading = PageParts.heading(tr("Customers were not asked"))
  private let meetings: MeetingsList
  private let boards: BoardsList

  /// Nil when there is no such group.
  ///
  /// - Parameter show: somebody wants to go to a record.
  public init?(
    _ session: Session, groupID: UUID, go: @escaping (Place) -> Void,
    show: @escaping (EntityReference) -> Void = { _ in },
    export: @escaping (ExportSubject) -> Void = { _ in }
  ) {
    guard let group = session.read({ try session.workspace.group(groupID) }) else { return nil }
    self.session = session
    self.go = go
    self.group = group
    place = .group(groupID)
    charter = CharterForm(session)
    members = MembersTable(session)
    warnings = WarningsView(session)
    var openRecommendation: ((UUID) -> Void)?
    meetings = MeetingsList(
      session,
      GroupWays(go: go, openRecommendation: { openRecommendation?($0) }, export: export))
    owed = OwedView { openRecommendation?($0) }
    voice = CustomerVoiceView(session, go: show)
    recommendations = RegisterTable(
      session,
      { context in
        Recommendation.register(in: context, of: groupID) { [weak session] in
          (session?.outline.meetings ?? []).filter { $0.groupID == groupID }
            .map { ($0.id, MeetingWords.title(of: $0)) }
        }
      }, go: show)
    boards = BoardsList(session, go: go)

    let spread = Box(
      .vertical, spacing: 8,
      [
        PageParts.heading(tr("Function × level")), balance.widget, warnings.widget,
      ])
    spread.setSizeRequest(width: Self.spreadWidth)
    spread.verticalAlignment = .start
    spread.expandsHorizontally = false
    charter.widget.expandsHorizontally = true
    let document = Button(label: tr("Charter as a page…"))
    document.addClass("small-text-button")
    document.horizontalAlignment = .start
    document.setMargins(top: 8)
    document.tooltip = tr("Purpose, people and balance on one page, to print or send")
    document.onClicked { export(.charter(groupID)) }
    charter.widget.append(document)
    let top = Box(.horizontal, spacing: 32, [charter.widget, spread])
    let contents = Box(
      .vertical, spacing: 8,
      [
        top, PageParts.heading(tr("Members")), members.widget,
        PageParts.heading(tr("Meetings")), meetings.widget,
        PageParts.heading(tr("Recommendations")), recommendations.widget,
        PageParts.heading(tr("What is still owed to the group")), owed.widget,
        PageParts.heading(tr("Boards")), boards.widget, voiceHeading, voice.widget,
      ])
    scroller = PageParts.scrolling(contents)
    openRecommendation = { [weak self] in self?.recommendations.reveal($0) }
    self.show()
  }

  private func show() {
    charter.show(group)
    balance.show(
      GroupBalance(
        group: group.group, members: group.currentMembers, departments: session.outline.departments)
    )
    let today = CalendarDay(Date())
    let departments = session.outline.departments
    warnings.show(
      group,
      GroupWarnings(
        group, departments: departments,
        focusGroups: session.outline.groups.count { $0.groupKind == .focusGroup }, on: today),
      calm: GroupBalance(
        group: group.group, members: group.currentMembers, departments: departments
      ).sizeSentence)
    members.show(group)
    meetings.show(group)
    boards.show(group)
    recommendations.context.forget()
    recommendations.show(group.recommendations)
    owed.show(group, on: today)
    let asksCustomers = group.group.groupKind != .employeeAdvisoryGroup
    voiceHeading.isVisible = asksCustomers
    voice.widget.isVisible = asksCustomers
    if asksCustomers { voice.refresh() }
  }

  public var followsUnseen: Bool { false }

  public func follow(_ change: WorkspaceChange) -> Bool {
    let isTouched = change.touches([
      .advisoryGroup, .member, .meeting, .agendaItem, .attendance, .board, .department,
      .meetingSeries, .recommendation, .dismissal, .picture, .card, .lane, .step, .stage,
      .journeyMap, .persona, .link, .initiative, .note,
    ])
    guard isTouched else { return true }
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
      PageAddition(tr("Recommendation")) { [weak self] in self?.recommendations.add() },
    ]
  }

  public func connect(
    offer: @escaping (String, String, @escaping () -> Void) -> Void
  ) {
    members.onLeft = { [weak session] sentence in
      let step = session?.read { try session?.workspace.currentStep() }
      offer(sentence, tr("Undo")) {
        // Not what was done since.
        guard let session, session.read({ try session.workspace.currentStep() }) == step else {
          return
        }
        session.undo()
      }
    }
  }

  public func takeFocus() { charter.takeFocus() }

  public func reveal(_ reference: EntityReference) {
    switch reference.kind {
    case .member: members.focus(reference.id)
    case .recommendation: recommendations.reveal(reference.id)
    case .meeting: meetings.open(reference.id, focuses: true)
    case .agendaItem:
      let meeting = group.agendaItems.first { $0.value.contains { $0.id == reference.id } }?.key
      if let meeting { meetings.open(meeting, focuses: true) }
    default: charter.takeFocus()
    }
  }

  public var deletionWords: String? { recommendations.deletionWords }

  public func duplicateRows() -> Bool {
    guard recommendations.widget.containsFocus else { return false }
    recommendations.duplicateSelected()
    return true
  }

  public func commitTyping() {
    charter.commitTyping()
    members.commitTyping()
    meetings.commitTyping()
    recommendations.commitTyping()
  }
}
