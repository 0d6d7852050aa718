import Foundation
import Gtk
import UpliftCore

/// The workspace at a glance: its journeys and how much of them is known, its groups and boards.
@MainActor public final class OverviewPage: Page {
  public let place = Place.overview
  public var widget: Widget { scroller }
  public var title: String { tr("Overview") }

  private let session: Session
  private let go: (Place) -> Void
  private let scroller: ScrolledWindow
  private var name: TextEditor?
  private let summary = PageParts.dim()
  private let journeys = Box(.vertical, spacing: 8)
  private let groups = Box(.vertical, spacing: 8)
  private let voice: CustomerVoiceView
  private var figures: [UUID: JourneyFigures] = [:]
  private var firstRow: Widget?
  private var counting: Timeout?
  private var shown: Shown?

  /// What the lists were made from; they are made again when that is something else.
  private struct Shown: Equatable {
    var outline: WorkspaceOutline
    var figures: [UUID: JourneyFigures]
  }

  private static let pauseMilliseconds = 250

  /// - Parameter show: somebody wants to go to a record.
  public init(
    _ session: Session, go: @escaping (Place) -> Void,
    show goTo: @escaping (EntityReference) -> Void = { _ in }
  ) {
    self.session = session
    voice = CustomerVoiceView(session, go: goTo)
    self.go = go
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
      name.widget, summary, PageParts.heading(tr("Journeys")), journeys,
      PageParts.heading(tr("Advisory groups")), groups,
      PageParts.heading(tr("Customers were not asked")), voice.widget,
    ] as [Widget] {
      contents.append(child)
    }
    count()
    show()
    scroller.onMap { [weak self] in
      self?.count()
      self?.show()
    }
  }

  private func count() {
    counting = nil
    voice.refresh()
    figures = [:]
    for map in session.outline.journeyMaps {
      if let journey = session.read({ try session.workspace.journey(map.id) }) {
        figures[map.id] = JourneyFigures(journey)
      }
    }
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
          guard let self, let future = session.makeFutureMap(of: map.id) else { return }
          go(.journey(future))
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

  /// Figures are counted again a moment after the last change, and only while they are seen.
  public func follow(_ change: WorkspaceChange) -> Bool {
    if change.isWholesale || change.touchesOutline { show() }
    let kinds: Set<EntityKind> = [
      .journeyMap, .stage, .step, .lane, .card, .persona, .link, .initiative, .note,
    ]
    let touched = change.upserts.map { type(of: $0).kind } + change.deletions.map(\.kind)
    if scroller.isMapped, change.isWholesale || touched.contains(where: kinds.contains) {
      counting = Timeout.after(milliseconds: Self.pauseMilliseconds) { [weak self] in
        self?.count()
        self?.show()
      }
    }
    return true
  }

  public func takeFocus() { firstRow?.grabFocus() }

  public func commitTyping() { name?.commitTyping() }
}
