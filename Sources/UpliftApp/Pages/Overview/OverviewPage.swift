import Foundation
import Gtk
import UpliftCore

/// The workspace at a glance: what needs somebody today, the state of every practice, its journeys and
/// how much of them is known, its groups and boards.
@MainActor public final class OverviewPage: Page {
  public let place = Place.overview
  public var widget: Widget { scroller }
  public var title: String { tr("Overview") }

  private let session: Session
  private let go: (Place) -> Void
  private let scroller: ScrolledWindow
  private var name: TextEditor?
  private let summary = PageParts.dim()
  let attention: AttentionList
  private let attentionHeading = PageParts.heading(tr("What needs somebody today"))
  private let attentionRule = PageParts.dim(Attention.rule)
  private let attentionState = PageParts.dim()
  private let firstSteps = Box(.vertical, spacing: 8)
  private let statesHeading = PageParts.heading(tr("The state of every practice"))
  let tiles: StateTiles
  private let journeys = Box(.vertical, spacing: 8)
  private let groups = Box(.vertical, spacing: 8)
  private let voice: CustomerVoiceView
  private var figures: [UUID: JourneyFigures] { findings?.journeys ?? [:] }
  private var findings: OverviewFindings?
  private var looking: Listening?
  private var waiting: Timeout?
  private var firstRow: Widget?
  private var shown: Shown?

  /// What the lists were made from; they are made again when that is something else.
  private struct Shown: Equatable {
    var outline: WorkspaceOutline
    var figures: [UUID: JourneyFigures]
  }

  /// After which it says that it is looking.
  private static let patienceMilliseconds = 400

  /// - Parameter show: somebody wants to go to a record.
  public init(
    _ session: Session, isDark: Bool = false, go: @escaping (Place) -> Void,
    show goTo: @escaping (EntityReference) -> Void = { _ in }
  ) {
    self.session = session
    voice = CustomerVoiceView(session, waits: true, go: goTo)
    self.go = go
    attention = AttentionList(go: goTo)
    tiles = StateTiles(isDark: isDark) { subject in
      if let place = subject.place(in: session.outline) { go(place) }
    }
    let contents = Box(.vertical, spacing: 8)
    scroller = PageParts.scrolling(contents)
    let name = TextEditor(classes: ["quiet", "page-title"], isTitle: true) { text, typing in
      session.perform(
        Edit.changing(session.outline.workspace, .rename, typing: typing) { $0.title = text })
    }
    name.setName(tr("Name of the workspace"))
    name.setEditable(!session.isReadOnly)
    name.begin(session.outline.workspace.title)
    self.name = name
    for child in [
      name.widget, summary, attentionHeading, attentionState, attention.widget, attentionRule,
      firstSteps, statesHeading, tiles.widget,
      PageParts.heading(tr("Journeys")), journeys,
      PageParts.heading(tr("Advisory groups")), groups,
      PageParts.heading(tr("Customers were not asked")), voice.widget,
    ] as [Widget] {
      contents.append(child)
    }
    show()
    showFindings()
    scroller.onMap { [weak self] in self?.look() }
    scroller.onUnmap { [weak self] in
      self?.looking = nil
      self?.waiting = nil
    }
  }

  /// What is there is shown at once; what has to be looked through follows.
  private func look() {
    let reader = session.overview
    looking = reader.look { [weak self] in self?.found() }
    if reader.findings != nil { found() }
    if findings == nil {
      waiting = Timeout.after(milliseconds: Self.patienceMilliseconds) { [weak self] in
        guard let self, findings == nil else { return }
        attentionState.text = tr("Looking through the workspace…")
        attentionState.isVisible = true
      }
    }
    show()
  }

  private func found() {
    waiting = nil
    let isFirst = findings == nil
    // Whoever has gone on in the meantime stays there.
    let waitsForFocus =
      isFirst && wantsFocus && (firstRow?.isFocused ?? true || !scroller.containsFocus)
    findings = session.overview.findings
    showFindings()
    show()
    if waitsForFocus { takeFocus() }
  }

  private func showFindings() {
    guard let findings else {
      for widget in [
        attentionState, attention.widget, attentionRule, firstSteps, statesHeading, tiles.widget,
        voice.widget,
      ] as [Widget] {
        widget.isVisible = false
      }
      return
    }
    let count = findings.attention.n
    let isEmpty = findings.states.n == 0
    attentionHeading.text =
      count == 0
      ? tr("What needs somebody today")
      : tr("What needs somebody today ({count})", ["count": count])
    attention.show(findings.attention)
    attention.widget.isVisible = count > 0
    attentionRule.isVisible = count > 0
    attentionState.isVisible = count == 0
    attentionState.text =
      isEmpty
      ? tr("Nothing needs anybody today: nothing is kept here yet. This is where one can begin.")
      : tr("Nothing needs anybody today.")
    if isEmpty, firstSteps.childCount == 0, !session.isReadOnly {
      firstSteps.append(
        FirstSteps.widget(
          addJourney: { [weak self] in self?.addJourney() },
          addGroup: { [weak self] in self?.addGroup() }, go: go))
    }
    firstSteps.isVisible = isEmpty
    statesHeading.isVisible = !isEmpty
    tiles.widget.isVisible = !isEmpty
    tiles.show(findings.states)
    voice.widget.isVisible = true
    voice.show(findings.voice)
  }

  private func show() {
    let outline = session.outline
    name?.show(outline.workspace.title)
    let new = Shown(outline: outline, figures: figures)
    guard new != shown else { return }
    shown = new
    summary.text = [
      ntr("{count} journey map", "{count} journey maps", outline.journeyMaps.count),
      ntr("{count} advisory group", "{count} advisory groups", outline.groups.count),
      ntr("{count} board", "{count} boards", outline.boards.count),
      ntr("{count} persona", "{count} personas", outline.personas.count),
    ].joined(separator: " · ")
    showJourneys(outline)
    showGroups(outline)
  }

  private func showJourneys(_ outline: WorkspaceOutline) {
    journeys.removeAll()
    firstRow = nil
    guard !outline.journeyMaps.isEmpty else {
      journeys.append(
        empty(
          tr("No journey map yet"),
          tr("A journey map shows step by step what a customer lives, thinks and feels."),
          tr("Add journey map")
        ) { [weak self] in self?.addJourney() })
      return
    }
    journeys.append(PageParts.dim(JourneySummary.rule))
    for map in outline.journeyMaps {
      let persona = outline.personas.first { $0.id == map.personaID }
      let row = JourneySummary.widget(map, persona, figures[map.id]) { [weak self] in
        self?.go(.journey(map.id))
      }
      journeys.append(row)
      if firstRow == nil { firstRow = row }
      let actions = JourneyActions.widget(
        map, in: outline, isReadOnly: session.isReadOnly,
        makeFuture: { [weak self] in
          self?.session.makeFutureMap(of: map.id) { self?.go(.journey($0)) }
        },
        compare: { [weak self] other in
          self?.go(.comparison(MapVersion(map.id), MapVersion(other)))
        })
      if let actions { journeys.append(actions) }
    }
    journeys.append(
      adding(tr("Add journey map")) { [weak self] in self?.addJourney() })
  }

  private func showGroups(_ outline: WorkspaceOutline) {
    groups.removeAll()
    guard !outline.groups.isEmpty else {
      groups.append(
        empty(
          tr("No advisory group yet"),
          tr("An advisory group is people who say what they live every day, and what to change."),
          tr("Add advisory group")
        ) { [weak self] in self?.addGroup() })
      return
    }
    for group in outline.groups {
      groups.append(
        GroupSummary.widget(
          group, in: outline, go: go, isReadOnly: session.isReadOnly,
          addBoard: { [weak self] template in
            guard let self, let board = session.addBoard(to: group.id, template) else { return }
            go(.board(board))
          },
          duplicate: { [weak self] id, withNotes in
            guard let self, let copy = session.duplicateBoard(id, withNotes: withNotes) else {
              return
            }
            go(.board(copy))
          }))
    }
    groups.append(adding(tr("Add advisory group")) { [weak self] in self?.addGroup() })
  }

  private func empty(
    _ title: String, _ text: String, _ button: String, _ action: @escaping () -> Void
  ) -> Widget {
    guard !session.isReadOnly else { return PageParts.dim(title) }
    return EmptyState.widget(title, text, button: button, action)
  }

  private func adding(_ text: String, _ action: @escaping () -> Void) -> Widget {
    let button = PageParts.adding(text, action)
    button.isSensitive = !session.isReadOnly
    return button
  }

  func addJourney() {
    let added = session.outline.addingJourney()
    if session.perform(added.edit) { go(.journey(added.record.id)) }
  }

  func addGroup() {
    let added = session.outline.addingGroup(
      .employeeAdvisoryGroup, title: tr("Employee advisory group"))
    if session.perform(added.edit) { go(.group(added.record.id)) }
  }

  public var followsUnseen: Bool { false }

  /// What is worked out follows a moment later; see `OverviewReader`.
  public func follow(_ change: WorkspaceChange) -> Bool {
    if change.touchesOutline { show() }
    return true
  }

  // MARK: Coming and going

  private var wantsFocus = false

  public func takeFocus() {
    wantsFocus = findings == nil
    if tiles.takeFocus() || (attention.widget.isVisible && attention.takeFocus()) { return }
    if firstSteps.isVisible, firstSteps.focusFirst() { return }
    firstRow?.grabFocus()
  }

  public var currentRecord: EntityReference? { attention.currentRecord }

  public func reveal(_ reference: EntityReference) { attention.reveal(reference) }

  public var exportSubject: ExportSubject? { .overview }

  public func commitTyping() { name?.commitTyping() }

  public func appearanceChanged(isDark: Bool) { tiles.appearanceChanged(isDark: isDark) }
}
