import Foundation
import Gtk
import UpliftCore

/// A button that opens a small search: choose how, type what, pick it.
@MainActor final class LinkPicker {
  let button = MenuButton(label: tr("Add link"))
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

  init(_ session: Session) {
    self.session = session
    var choose: ((Link.Role) -> Void)?
    roles = ChoiceEditor(Link.Role.allCases.map { ($0, Words.name($0)) }) { choose?($0) }
    choose = { [weak self] in self?.role = $0 }
    roles.show(role)
    roles.setName(tr("How they are connected"))
    button.addClass("add-link")
    button.hasFrame = false
    button.horizontalAlignment = .start
    button.tooltip = tr("Connect this with something else in the workspace")
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
    for hit in found where hit.reference != subject {
      guard let summary = session.summary(of: hit.reference) else { continue }
      hits.append(hit.reference)
      let title = Label(summary.title)
      title.alignment = 0
      title.setEllipsis(.end)
      let detail = Label(summary.detail, classes: ["search-place"])
      detail.alignment = 0
      detail.setEllipsis(.end)
      let row = ListBoxRow(Box(.vertical, [title, detail]))
      row.addClass("search-hit")
      row.setAccessibleLabel(
        tr("{title}, {detail}", ["title": summary.title, "detail": summary.detail]))
      list.append(row)
    }
    nothing.text =
      query.allSatisfy(\.isWhitespace)
      ? tr("Type a word of a card, note, step, meeting …") : tr("Nothing found")
  }

  private func choose(_ index: Int) {
    guard hits.indices.contains(index) else { return }
    let target = hits[index]
    popover.popDown()
    onChosen?(role, target)
  }
}
