import Foundation
import Gtk
import UpliftCore

/// A button that opens a small search: choose how, type what, pick it.
@MainActor final class LinkPicker {
  private(set) var button = MenuButton(label: tr("Add link"))
  var onChosen: ((Link.Role, EntityReference) -> Void)?
  /// What the link would start at; it is not offered itself.
  var subject: EntityReference?

  private let session: Session
  private let popover = Popover()
  private let field = SearchEntry()
  private let list = ListBox()
  private let nothing = Label("", classes: ["dim"])
  private var role = Link.Role.leadsTo
  private var hits: [EntityReference] = []
  private let roles: ChoiceEditor<Link.Role>

  private static let width = 300

  init(_ session: Session, _ part: LinksEditor.Part = .all) {
    self.session = session
    let offered =
      part == .sources
      ? [.backedBy]
      : Link.Role.allCases.filter {
        part == .all || $0 != .backedBy
      }
    role = offered.first ?? .leadsTo
    var choose: ((Link.Role) -> Void)?
    roles = ChoiceEditor(offered.map { ($0, Words.name($0)) }) { choose?($0) }
    if part == .sources { button = MenuButton(label: tr("Add source")) }
    choose = { [weak self] in self?.role = $0 }
    roles.show(role)
    roles.setName(tr("How they are connected"))
    button.addClass("add-link")
    button.hasFrame = false
    button.horizontalAlignment = .start
    roles.widget.isVisible = part != .sources
    button.tooltip =
      part == .sources
      ? tr("A reading, a customer dialogue, a note or whatever it is known from")
      : tr("Connect this with something else in the workspace")
    field.setPlaceholder(tr("Search the workspace"))
    field.setAccessibleLabel(tr("Search the workspace"))
    list.setAccessibleLabel(tr("Found"))
    list.setSelection(.single)
    nothing.wraps = true
    nothing.setWidthInCharacters(maximum: 30)
    nothing.setMargins(8)
    list.setPlaceholder(nothing)
    let scroller = ScrolledWindow(list)
    scroller.setPolicy(horizontal: .never, vertical: .automatic)
    scroller.setContentSize(minimumHeight: 120, maximumHeight: 260)
    scroller.setPropagatesNaturalSize(width: false, height: true)
    let box = Box(.vertical, spacing: 8, [roles.widget, field, scroller])
    box.setSizeRequest(width: Self.width)
    popover.setChild(box)
    popover.addClass("search-popover")
    button.setPopover(popover)
    field.onSearch { [weak self] in self?.search() }
    field.onActivate { [weak self] in self?.choose(0) }
    field.onStop { [weak self] in self?.popover.popDown() }
    list.onRowActivated { [weak self] in self?.choose($0) }
    popover.onMap { [weak self] in
      self?.field.text = ""
      self?.search()
      self?.field.grabFocus()
    }
    let keys = KeyController()
    keys.setPhase(.capture)
    keys.onPressed { [weak self] key, _ in
      guard key == .down, let row = self?.list.row(at: 0) else { return false }
      return row.grabFocus()
    }
    field.addController(keys)
  }

  private func search() {
    list.removeAll()
    let query = field.text
    let found = session.read { try session.workspace.search(query, limit: 20) } ?? []
    hits = []
    let references = found.flatMap { [$0.reference] + readings(of: $0.reference) }
    for reference in references where reference != subject {
      guard let summary = session.summary(of: reference) else { continue }
      hits.append(reference)
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
      list.append(row)
    }
    nothing.text =
      query.allSatisfy(\.isWhitespace)
      ? tr("Type a word of a card, note, step, metric, dialogue …") : tr("Nothing found")
  }

  /// The newest readings of a metric stand under it.
  private func readings(of reference: EntityReference) -> [EntityReference] {
    guard reference.kind == .metric else { return [] }
    let all = session.read { try session.workspace.readings(of: reference.id) } ?? []
    return all.suffix(Self.mostReadings).reversed().map(\.reference)
  }

  private static let mostReadings = 5

  private func choose(_ index: Int) {
    guard hits.indices.contains(index) else { return }
    let target = hits[index]
    popover.popDown()
    onChosen?(role, target)
  }
}
