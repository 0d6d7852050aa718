import Foundation
import Gtk
import UpliftCore

/// Finds in everything as one types, and goes there. Also goes to anything by its name.
@MainActor final class SearchPanel {
  enum Mode {
    /// All texts.
    case everything
    /// Names of maps, groups, boards and personas.
    case names
  }

  private let session: Session
  private let go: (Place, EntityReference?) -> Void
  private let popover: Popover
  private let entry = SearchEntry()
  private let list = ListBox()
  private let status = Label("", classes: ["dim"])
  private var hits: [Hit] = []

  private enum Hit {
    case place(Place, EntityReference?)
    /// One of the views of a practice.
    case view(NamedView)
    /// Something that is done.
    case deed(String, value: String?)
  }

  private var mode = Mode.everything
  private weak var parent: Widget?
  private var doing: Timeout?
  private static let longestList = 60
  /// Hits among which those of the page that is open are looked for.
  private static let mostRead = 400
  /// The page that is open.
  private let here: () -> Place?
  private let readViews: () -> [NamedView]
  private let showView: (NamedView) -> Void
  /// Since the panel was opened.
  private var views: [NamedView] = []

  init(
    _ session: Session, under parent: Widget, here: @escaping () -> Place? = { nil },
    views: @escaping () -> [NamedView] = { [] }, show: @escaping (NamedView) -> Void = { _ in },
    go: @escaping (Place, EntityReference?) -> Void
  ) {
    self.session = session
    self.go = go
    self.here = here
    readViews = views
    showView = show
    self.parent = parent
    let scrolled = ScrolledWindow(list)
    scrolled.setPolicy(horizontal: .never, vertical: .automatic)
    scrolled.setContentSize(minimumHeight: 60, maximumHeight: 420)
    scrolled.setPropagatesNaturalSize(width: false, height: true)
    status.alignment = 0
    let box = Box(.vertical, spacing: 8, [entry, scrolled, status])
    box.setSizeRequest(width: 440)
    popover = Popover(box)
    popover.addClass("search-popover")
    popover.setParent(parent)
    list.setSelection(.single)
    list.setAccessibleLabel(tr("Search results"))
    entry.onChanged { [weak self] in self?.search() }
    entry.onActivate { [weak self] in self?.open(self?.list.selectedIndex ?? 0) }
    entry.onStop { [weak self] in self?.popover.popDown() }
    list.onRowActivated { [weak self] in self?.open($0) }
    let keys = KeyController()
    keys.setPhase(.capture)
    keys.onPressed { [weak self] key, _ in self?.handle(key) ?? false }
    entry.addController(keys)
  }

  func show(_ mode: Mode) {
    self.mode = mode
    views = mode == .names ? readViews() : []
    entry.text = ""
    let prompt =
      mode == .everything ? tr("Search in everything") : tr("Go to anything by its name")
    entry.setPlaceholder(prompt)
    entry.setAccessibleLabel(prompt)
    search()
    popover.popUp()
    entry.grabFocus()
  }

  func leave() { popover.unparent() }

  private func handle(_ key: Key) -> Bool {
    let current = list.selectedIndex ?? 0
    switch key {
    case .down: list.selectedIndex = min(current + 1, hits.count - 1)
    case .up: list.selectedIndex = max(current - 1, 0)
    default: return false
    }
    return true
  }

  private func search() {
    list.removeAll()
    hits = []
    let query = entry.text
    switch mode {
    case .everything: searchEverything(query)
    case .names: searchNames(query)
    }
    let isAsking = !query.trimmingCharacters(in: .whitespaces).isEmpty
    status.text =
      hits.isEmpty
      ? (isAsking ? tr("Nothing found") : tr("Type a word or its beginning"))
      : hits.count >= Self.longestList
        ? tr("The first {count}; type more to narrow it down", ["count": hits.count])
        : ntr("{count} found", "{count} found", hits.count)
    if !hits.isEmpty { list.selectedIndex = 0 }
  }

  private func searchEverything(_ query: String) {
    let found =
      session.read { try session.workspace.search(query, limit: Self.mostRead) } ?? []
    // Of what stands on the map or board that is open, somebody thinks first.
    let near = found.filter { isHere($0) }
    let far = found.filter { !isHere($0) }
    for hit in near + far {
      guard hits.count < Self.longestList, let place = Place(showing: hit.reference, in: hit.place)
      else { continue }
      add(
        hit.title.isEmpty ? tr("Untitled") : hit.title,
        detail: [hit.reference.kind.title, hit.placeTitle].filter { !$0.isEmpty }
          .joined(separator: " · "),
        place: place, reference: hit.reference)
    }
  }

  private func isHere(_ hit: SearchHit) -> Bool {
    guard let here = here() else { return false }
    return Place(showing: hit.reference, in: hit.place) == here
  }

  private func searchNames(_ query: String) {
    let outline = session.outline
    var all: [(String, String, Place)] = [(tr("Overview"), "", .overview)]
    all += outline.journeyMaps.map {
      ($0.title, EntityKind.journeyMap.title, .journey($0.id))
    }
    for group in outline.groups {
      all.append((group.title, EntityKind.advisoryGroup.title, .group(group.id)))
      all += outline.boards(of: group.id).map { ($0.title, group.title, .board($0.id)) }
    }
    all.append((tr("Metrics"), "", .metrics))
    all.append((tr("Customer dialogues"), "", .dialogues))
    all.append((tr("Promises"), "", .promises))
    all.append((tr("Initiatives"), "", .initiatives))
    all.append((tr("Barriers"), "", .barriers))
    all.append((tr("Personas and departments"), "", .people))
    all.append((tr("Plan document"), "", .planDocument))
    all += Practice.allCases.map { ($0.title, "", .practice($0)) }
    let words = TypedWords(query)
    func fits(_ title: String) -> Bool { words.fit(title) }
    for (title, detail, place) in all.prefix(2000) {
      guard fits(title), hits.count < Self.longestList else { continue }
      add(title, detail: detail, place: place, reference: nil)
    }
    guard !words.isEmpty else { return }
    // First what is called so, then what one may mean by it.
    let named = views.filter { fits($0.title) && !$0.isPracticeItself }
    let meant = views.filter { !fits($0.title) && fits($0.allWords) }
    for view in named + meant where hits.count < Self.longestList {
      list.append(row(view.title, view.detail))
      hits.append(.view(view))
    }
    for (title, reference) in namedRecords.prefix(2000) {
      guard fits(title), hits.count < Self.longestList,
        let place = Place(showing: reference, in: nil)
      else { continue }
      add(title, detail: reference.kind.title, place: place, reference: reference)
    }
    let deeds = (session.isReadOnly ? [] : Self.changes) + Self.commands
    for (title, action, value) in deeds where fits(title) && hits.count < Self.longestList {
      add(deed: title, action, value: value)
    }
    // Steps, stages, lanes, columns: the index knows them.
    let found = session.read { try session.workspace.search(query, limit: 400) } ?? []
    for hit in found where Self.namedKinds.contains(hit.reference.kind) {
      guard hits.count < Self.longestList, let place = Place(showing: hit.reference, in: hit.place)
      else { continue }
      add(
        hit.title,
        detail: [hit.reference.kind.title, hit.placeTitle].filter { !$0.isEmpty }
          .joined(separator: " · "),
        place: place, reference: hit.reference)
    }
  }

  /// What can be begun from anywhere and changes the workspace.
  private static var changes: [(String, String, String?)] {
    [
      (tr("New journey map"), "win.add", "journey"),
      (tr("New employee advisory group"), "win.add", "employees"),
      (tr("New customer advisory board"), "win.add", "customers"),
      (tr("New focus group"), "win.add", "focus"),
      (tr("Import…"), "win.import", nil), (tr("Tags"), "win.tags", nil),
      (tr("Erase a person…"), "win.erase-person", ""),
    ]
  }

  /// What the menu has besides.
  private static var commands: [(String, String, String?)] {
    [
      (tr("Export…"), "win.export", nil), (tr("Print…"), "win.print", nil),
      (ptr("action", "Present"), "win.present", nil), (tr("History"), "win.history", nil),
      (tr("New workspace…"), "win.new", nil), (tr("Open…"), "win.open", nil),
      (tr("Preferences"), "win.preferences", nil),
      (tr("Keyboard shortcuts"), "win.shortcuts", nil), (tr("Help"), "win.help", nil),
    ]
  }

  private static let namedKinds: Set<EntityKind> = [
    .stage, .step, .lane, .member, .meeting, .boardColumn, .cluster,
  ]

  /// Records of the outline that stand on a page of many.
  private var namedRecords: [(String, EntityReference)] {
    let outline = session.outline
    return outline.personas.map { ($0.name, $0.reference) }
      + outline.departments.map { ($0.name, $0.reference) }
      + outline.metrics.map { ($0.title, $0.reference) }
      + outline.dialogues.map { ($0.customer, $0.reference) }
      + outline.promises.map { ($0.title, $0.reference) }
      + outline.initiatives.map { ($0.title, $0.reference) }
      + outline.barriers.map { ($0.title, $0.reference) }
  }

  private func add(
    _ title: String, detail: String, place: Place, reference: EntityReference?
  ) {
    list.append(row(title, detail))
    hits.append(.place(place, reference))
  }

  private func add(deed title: String, _ action: String, value: String?) {
    list.append(row(title, ""))
    hits.append(.deed(action, value: value))
  }

  private func row(_ title: String, _ detail: String) -> ListBoxRow {
    let name = Label(title.replacingOccurrences(of: "\n", with: " "))
    name.alignment = 0
    name.setEllipsis(.end)
    let box = Box(.vertical, spacing: 1, [name])
    if !detail.isEmpty {
      let label = Label(detail, classes: ["search-place"])
      label.alignment = 0
      label.setEllipsis(.end)
      box.append(label)
    }
    let row = ListBoxRow(box)
    row.addClass("search-hit")
    row.tooltip = detail.isEmpty ? title : "\(title)\n\(detail)"
    row.setAccessibleLabel(detail.isEmpty ? title : "\(title), \(detail)")
    return row
  }

  private func open(_ index: Int) {
    guard hits.indices.contains(index) else { return }
    popover.popDown()
    switch hits[index] {
    case .place(let place, let reference): go(place, reference)
    case .view(let view): showView(view)
    case .deed(let action, let value):
      // The window has the focus again then, and not the field.
      doing = Timeout.after(milliseconds: 1) { [weak self] in
        guard let parent = self?.parent else { return }
        if let value {
          parent.activateAction(action, text: value)
        } else {
          _ = parent.activateAction(action)
        }
      }
    }
  }
}

extension Place {
  /// Where a record is seen; nil when it is on no page of its own.
  init?(showing reference: EntityReference, in place: EntityReference?) {
    let target = place ?? reference
    switch target.kind {
    case .journeyMap: self = .journey(target.id)
    case .board: self = .board(target.id)
    case .advisoryGroup: self = .group(target.id)
    case .persona, .department, .channel: self = .people
    case .metric, .reading: self = .metrics
    case .dialogue: self = .dialogues
    case .promise: self = .promises
    case .barrier: self = .barriers
    case .initiative: self = .initiatives
    case .workspace: self = .overview
    default:
      guard let practice = Practice(keeping: target.kind) else { return nil }
      self = .practice(practice)
    }
  }
}
