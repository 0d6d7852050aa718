import Foundation
import Gtk
import UpliftCore

/// Choose how, type what, pick it: what something is to be connected with.
@MainActor final class LinkSearch {
  let widget: Box
  /// Something was picked.
  var onChosen: ((Link.Role, EntityReference) -> Void)?
  /// Escape was pressed.
  var onStop: (() -> Void)?
  /// What the link would start at; it is not offered itself.
  var subjects: Set<EntityReference> = []

  /// What is looked for; nil: everything.
  var kinds: Set<EntityKind>?

  private let session: Session
  private let field = SearchEntry()
  private let list = ListBox()
  private let nothing = Label("", classes: ["dim"])
  private let offered: [Link.Role]
  private(set) var role: Link.Role
  private(set) var hits: [EntityReference] = []
  private var searchedFor = ""
  private let roles: SegmentedEditor<Link.Role>

  private static let width = 340
  private static let mostHits = 20
  private static let mostFound = 200
  private static let mostReadings = 5

  init(_ session: Session, _ part: LinksEditor.Part = .all) {
    self.session = session
    offered =
      switch part {
      case .all: Link.Role.allCases
      case .sources: [.backedBy]
      case .allButSources: Link.Role.allCases.filter { $0 != .backedBy }
      }
    role = offered.first ?? .leadsTo
    var choose: ((Link.Role) -> Void)?
    roles = SegmentedEditor(offered.map { ($0, Words.name($0)) }) { choose?($0) }
    nothing.wraps = true
    nothing.setWidthInCharacters(maximum: 34)
    nothing.setMargins(8)
    list.setPlaceholder(nothing)
    list.setSelection(.single)
    list.setAccessibleLabel(tr("Found"))
    let scroller = ScrolledWindow(list)
    scroller.setPolicy(horizontal: .never, vertical: .automatic)
    // As high with few hits as with many: its popover must not change sides under the pointer.
    scroller.setContentSize(minimumHeight: 240, maximumHeight: 240)
    scroller.setPropagatesNaturalSize(width: false, height: true)
    widget = Box(.vertical, spacing: 8, [roles.widget, field, scroller])
    widget.setSizeRequest(width: Self.width)
    roles.widget.isVisible = offered.count > 1
    roles.widget.tooltip = tr("Alt+1, Alt+2, …")
    roles.setName(tr("How they are connected"))
    field.setPlaceholder(tr("Search the workspace"))
    field.setAccessibleLabel(tr("Search the workspace"))
    choose = { [weak self] role in
      self?.role = role
      self?.field.grabFocus()
    }
    field.onChanged { [weak self] in self?.search() }
    field.onActivate { [weak self] in
      self?.searchIfTyped()
      self?.choose(0)
    }
    field.onStop { [weak self] in self?.onStop?() }
    list.onRowActivated { [weak self] in self?.choose($0) }
    let roleKeys = KeyController()
    roleKeys.setPhase(.capture)
    roleKeys.onPressed { [weak self] key, modifiers in
      modifiers == .alt && self?.chooseRole(key) ?? false
    }
    widget.addController(roleKeys)
    let listKeys = KeyController()
    listKeys.setPhase(.capture)
    listKeys.onPressed { [weak self] key, modifiers in
      guard modifiers.isEmpty, key == .down || key == .keypadDown else { return false }
      return self?.goToList() ?? false
    }
    field.addController(listKeys)
  }

  /// Nothing is typed yet.
  /// - Parameter words: what is looked for already.
  func begin(with words: String = "") {
    role = offered.first ?? .leadsTo
    roles.show(role)
    field.text = words
    search()
    field.grabFocus()
    field.moveCursorToEnd()
  }

  /// What has been typed so far.
  var words: String { field.text }
  /// What Enter would take.
  var current: EntityReference? {
    searchIfTyped()
    return list.selectedIndex.flatMap { hits.indices.contains($0) ? hits[$0] : nil }
  }

  /// What has been typed so far; for tests.
  func type(_ text: String) { field.text = text }

  /// The digits count the ways from the left.
  func chooseRole(_ key: Key) -> Bool {
    guard let number = key.character?.wholeNumberValue, offered.indices.contains(number - 1)
    else { return false }
    role = offered[number - 1]
    roles.show(role)
    return true
  }

  /// Enter in the line takes the first hit already: from there on it is the second one.
  private func goToList() -> Bool {
    guard let row = list.row(at: hits.count > 1 ? 1 : 0) else { return false }
    list.selectedIndex = row.index
    return row.grabFocus()
  }

  /// The list follows a moment after the last letter; a key that comes sooner means what was typed.
  private func searchIfTyped() {
    if searchedFor != field.text { search() }
  }

  private func search() {
    list.removeAll()
    let query = field.text
    searchedFor = query
    let found =
      (session.read { try session.workspace.search(query, limit: Self.mostFound) } ?? [])
      .filter { kinds?.contains($0.reference.kind) ?? true }
    hits = []
    // What stands on the same map or board is meant more often.
    let home = subjects.first.flatMap { subject in
      session.read { try session.workspace.place(of: subject) } ?? nil
    }
    let near = found.filter { $0.place != nil && $0.place == home }
    let far = found.filter { $0.place == nil || $0.place != home }
    let references = (near + far).prefix(Self.mostHits).flatMap {
      [$0.reference] + readings(of: $0.reference)
    }
    for reference in references where !subjects.contains(reference) {
      guard let summary = session.summary(of: reference) else { continue }
      hits.append(reference)
      list.append(row(summary))
    }
    if !hits.isEmpty { list.selectedIndex = 0 }
    nothing.text =
      query.allSatisfy(\.isWhitespace)
      ? tr("Type a word of a card, note, step, metric, dialogue …")
        // The ellipsis stays with its word.
        .replacing(" …", with: "\u{A0}…") : tr("Nothing found")
  }

  private func row(_ summary: RecordSummary) -> Widget {
    let title = Label(summary.title)
    title.alignment = 0
    title.setEllipsis(.end)
    let detail = Label(summary.detail, classes: ["search-place"])
    detail.alignment = 0
    detail.setEllipsis(.end)
    let row = ListBoxRow(Box(.vertical, [title, detail]))
    row.addClass("search-hit")
    row.tooltip = [summary.title, summary.detail].filter { !$0.isEmpty }.joined(separator: "\n")
    row.setAccessibleLabel(
      tr("{title}, {detail}", ["title": summary.title, "detail": summary.detail]))
    return row
  }

  /// The newest readings of a metric stand under it.
  private func readings(of reference: EntityReference) -> [EntityReference] {
    guard reference.kind == .metric else { return [] }
    let all = session.read { try session.workspace.readings(of: reference.id) } ?? []
    return all.suffix(Self.mostReadings).reversed().map(\.reference)
  }

  func choose(_ index: Int) {
    guard hits.indices.contains(index) else { return }
    onChosen?(role, hits[index])
  }
}
