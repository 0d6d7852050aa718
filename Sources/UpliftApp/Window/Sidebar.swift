import Foundation
import Gtk
import UpliftCore

/// The way around a workspace: its maps, groups and boards.
@MainActor final class Sidebar {
  /// Menus hang here: in what scrolls, they would scroll it, and not grow with their entries.
  let widget = Box(.vertical)
  private let scrolled: ScrolledWindow
  private let session: Session
  private let go: (Place) -> Void
  private let list = ListBox()
  private var places: [Place?] = []
  private var selected: Place?
  private var isFilling = false
  /// Somebody wants to rename what a row stands for.
  var onRename: ((Place, Rectangle?) -> Void)?
  private var menu: CanvasMenu?
  private var showing: Timeout?

  init(_ session: Session, go: @escaping (Place) -> Void) {
    self.session = session
    self.go = go
    scrolled = ScrolledWindow(list)
    scrolled.setPolicy(horizontal: .never, vertical: .automatic)
    scrolled.expandsVertically = true
    widget.append(scrolled)
    widget.addClass("sidebar")
    widget.setSizeRequest(width: 200)
    list.setSelection(.single)
    list.activatesOnSingleClick = true
    list.setAccessibleLabel(tr("Contents of the workspace"))
    list.onRowActivated { [weak self] index in self?.open(index) }
    let keys = KeyController()
    keys.onPressed { [weak self] key, modifiers in self?.handle(key, modifiers) ?? false }
    list.addController(keys)
    let focus = FocusController()
    // The focus takes the selection along; what is open stays what is shown as open.
    focus.onLeave { [weak self] in
      guard let self, let selected else { return }
      select(selected)
    }
    list.addController(focus)
    list.setMargins(top: 8, bottom: 8)
    fill()
  }

  func select(_ place: Place) {
    selected = place
    let index = places.firstIndex { $0 == place }
    if list.selectedIndex != index { list.selectedIndex = index }
    for (row, entry) in places.enumerated() where entry != nil {
      list.row(at: row)?.setClass("selected", row == index)
    }
    showing = index.map { index in
      Timeout.whenIdle { [weak self] in self?.bringIntoSight(index) }
    }
  }

  /// What is open is in sight, wherever the way there began.
  private func bringIntoSight(_ index: Int) {
    guard let row = list.row(at: index), let frame = row.frame(in: scrolled), frame.height > 0
    else { return }
    let below = frame.y + frame.height - Double(scrolled.height)
    if frame.y < 0 {
      scrolled.verticalAdjustment.value += frame.y
    } else if below > 0 {
      scrolled.verticalAdjustment.value += below
    }
  }

  /// A row may have gone while its menu was there.
  private func focus(_ place: Place) {
    if let row = places.firstIndex(of: place).flatMap({ list.row(at: $0) }) {
      row.grabFocus()
    } else {
      takeFocus()
    }
  }

  func takeFocus() {
    if let index = list.selectedIndex, let row = list.row(at: index) {
      row.grabFocus()
    } else {
      list.grabFocus()
    }
  }

  func fill() {
    let hadFocus = widget.containsFocus
    // Its row goes.
    menu?.close()
    menu = nil
    list.removeAll()
    places = []
    let outline = session.outline
    row(tr("Overview"), icon: "go-home-symbolic", place: .overview)
    heading(tr("Journeys"))
    for map in outline.journeyMaps {
      let isStaff = outline.personas.first { $0.id == map.personaID }?.role == .employee
      let count = map.state == .future ? tr("future") : isStaff ? tr("staff") : ""
      row(
        map.title.isEmpty ? tr("Untitled map") : map.title, icon: "view-continuous-symbolic",
        count: count, place: .journey(map.id), shown: shortTitle(of: map))
    }
    if outline.journeyMaps.isEmpty { hint(tr("No journey map yet")) }
    practices(.journeys)
    heading(tr("Advisory groups"))
    for group in outline.groups {
      row(
        group.title.isEmpty ? tr("Untitled group") : group.title, icon: "system-users-symbolic",
        count: String(outline.memberCounts[group.id] ?? 0), place: .group(group.id),
        countMeaning: ntr("{count} member", "{count} members", outline.memberCounts[group.id] ?? 0))
      for board in outline.boards(of: group.id) {
        row(
          board.title.isEmpty ? tr("Untitled board") : board.title, icon: nil,
          place: .board(board.id), isChild: true)
      }
    }
    if outline.groups.isEmpty { hint(tr("No advisory group yet")) }
    heading(tr("Evidence"))
    row(
      tr("Metrics"), icon: "power-profile-performance-symbolic",
      count: outline.metrics.isEmpty ? "" : NumberFormat.local.text(outline.metrics.count),
      place: .metrics,
      countMeaning: ntr("{count} metric", "{count} metrics", outline.metrics.count))
    row(
      tr("Customer dialogues"), icon: "chat-message-new-symbolic",
      count: outline.dialogues.isEmpty ? "" : NumberFormat.local.text(outline.dialogues.count),
      place: .dialogues,
      countMeaning: ntr("{count} dialogue", "{count} dialogues", outline.dialogues.count))
    let today = CalendarDay(Date())
    let late = outline.promises.count { $0.isLate(on: today) }
    let lateText = ntr("{count} late", "{count} late", late)
    row(
      tr("Promises"), icon: "emblem-ok-symbolic",
      count: late > 0
        ? lateText
        : outline.promises.isEmpty ? "" : NumberFormat.local.text(outline.promises.count),
      place: .promises,
      countMeaning: late > 0
        ? lateText : ntr("{count} promise", "{count} promises", outline.promises.count))
    practices(.evidence)
    heading(tr("Plan"))
    row(
      tr("Initiatives"), icon: "view-list-symbolic",
      count: outline.initiatives.isEmpty ? "" : NumberFormat.local.text(outline.initiatives.count),
      place: .initiatives,
      countMeaning: ntr("{count} initiative", "{count} initiatives", outline.initiatives.count))
    let barriers = outline.barriers.count { $0.clearedOn == nil }
    row(
      tr("Barriers"), icon: "dialog-warning-symbolic",
      count: barriers == 0 ? "" : NumberFormat.local.text(barriers), place: .barriers,
      countMeaning: ntr("{count} open barrier", "{count} open barriers", barriers))
    practices(.plan)
    row(tr("Plan document"), icon: "x-office-document-symbolic", place: .planDocument)
    heading(tr("People and culture"))
    row(
      tr("Personas and departments"), icon: "avatar-default-symbolic",
      count: NumberFormat.local.text(outline.personas.count), place: .people,
      countMeaning: ntr("{count} persona", "{count} personas", outline.personas.count))
    practices(.people)
    if let selected { select(selected) }
    if hadFocus { takeFocus() }
  }

  private func practices(_ heading: Practice.Heading) {
    for practice in Practice.allCases where practice.heading == heading {
      row(practice.title, icon: practice.icon, place: .practice(practice))
    }
  }

  private func open(_ index: Int) {
    guard places.indices.contains(index), let place = places[index] else { return }
    go(place)
  }

  private func row(
    _ title: String, icon: String?, count: String = "", place: Place, isChild: Bool = false,
    countMeaning: String = "", shown: String? = nil
  ) {
    let label = Label(shown ?? title)
    label.alignment = 0
    label.setEllipsis(.end)
    label.expandsHorizontally = true
    if isOwn(place) {
      // What the program calls a place is read in full, in any language.
      label.wraps = true
      label.setLines(2)
    }
    let box = Box(.horizontal, spacing: 10)
    if let icon { box.append(Image(icon: icon)) }
    box.append(label)
    if !count.isEmpty { box.append(Label(count, classes: ["count"])) }
    let row = ListBoxRow(box)
    row.addClass("sidebar-row")
    if isChild { row.addClass("sidebar-child") }
    row.tooltip = title
    row.setAccessibleLabel(countMeaning.isEmpty ? title : "\(title), \(countMeaning)")
    if hasMenu(place) {
      let click = ClickController(button: .secondary)
      let index = places.count
      click.onPressed { [weak self] _, x, y in
        guard let self, let row = list.row(at: index) else { return }
        _ = showMenu(of: place, over: row, x: x, y: y)
      }
      row.addController(click)
    }
    list.append(row)
    places.append(place)
  }

  /// A map that continues the title of the one it is based on shows only the difference.
  private func shortTitle(of map: JourneyMap) -> String? {
    session.outline.journeyMaps.first { $0.id == map.basisID }
      .flatMap { map.title(beyond: $0.title) }
  }

  private func heading(_ title: String) {
    let label = Label(title, classes: ["sidebar-heading"])
    label.alignment = 0
    passive(label)
  }

  private func hint(_ text: String) {
    let label = Label(text, classes: ["dim"])
    label.alignment = 0
    label.setMargins(top: 4, bottom: 4, start: 16, end: 8)
    passive(label)
  }

  private func passive(_ widget: Widget) {
    let row = ListBoxRow(widget)
    row.isSelectable = false
    row.isActivatable = false
    row.isFocusable = false
    list.append(row)
    places.append(nil)
  }

  // MARK: Maps and boards

  private func duplicate(_ boardID: UUID, withNotes: Bool) {
    if let copy = session.duplicateBoard(boardID, withNotes: withNotes) { go(.board(copy)) }
  }

  private func duplicate(map mapID: UUID) {
    session.duplicateMap(mapID) { [weak self] in self?.go(.journey($0)) }
  }

  private func delete(_ place: Place) {
    session.perform(session.outline.deleting(place), saying: tr("Deleting…"))
  }

  private func showMenu(of place: Place, over row: Widget, x: Double, y: Double) -> Bool {
    guard hasMenu(place), !session.isReadOnly else { return false }
    var sections: [[(String, () -> Void)]] = [
      [(ptr("action", "Open"), { [weak self] in self?.go(place) })]
    ]
    if case .board(let id) = place {
      sections.append([
        (tr("Duplicate with its notes"), { [weak self] in self?.duplicate(id, withNotes: true) }),
        (tr("Duplicate without notes"), { [weak self] in self?.duplicate(id, withNotes: false) }),
      ])
    }
    if case .journey(let id) = place {
      sections.append([(tr("Duplicate"), { [weak self] in self?.duplicate(map: id) })])
    }
    sections.append([
      (
        tr("Rename…"),
        { [weak self] in
          guard let self else { return }
          let row = places.firstIndex(of: place).flatMap { self.list.row(at: $0) }
          onRename?(place, row?.frame(in: widget))
        }
      ),
      (
        tr("Delete"),
        { [weak self] in self?.delete(place) }
      ),
    ])
    menu?.close()
    let frame = row.frame(in: widget)
    menu = CanvasMenu(
      over: widget, x: (frame?.x ?? 0) + x, y: (frame?.y ?? 0) + y, sections)
    menu?.focusAfterwards = { [weak self] in self?.focus(place) }
    // What the row is called would lie over its menu.
    let tooltip = row.tooltip
    row.tooltip = ""
    menu?.onClosed = { row.tooltip = tooltip }
    return true
  }

  /// Its title is the program's.
  private func isOwn(_ place: Place) -> Bool { !hasMenu(place) }

  private func hasMenu(_ place: Place) -> Bool {
    switch place {
    case .journey, .group, .board: true
    default: false
    }
  }

  // MARK: Keys

  private var focusedIndex: Int? {
    places.indices.first { places[$0] != nil && list.row(at: $0)?.isFocused == true }
  }

  private func handle(_ key: Key, _ modifiers: Modifiers) -> Bool {
    guard let index = focusedIndex, let place = places[index] else { return false }
    switch (key, modifiers) {
    case (.delete, []), (.keypadDelete, []):
      delete(place)
      return true
    case (.f2, []):
      // Rows come and go: the list as a whole stays.
      onRename?(place, list.row(at: index)?.frame(in: widget))
      return true
    case (.up, .alt), (.down, .alt):
      session.perform(session.outline.moving(place, key == .up ? .up : .down))
      return true
    case (.character("d"), .control):
      switch place {
      case .board(let id): duplicate(id, withNotes: true)
      case .journey(let id): duplicate(map: id)
      default: return false
      }
      return true
    case (.menu, []):
      guard let row = list.row(at: index) else {
        return false
      }
      return showMenu(of: place, over: row, x: 40, y: 20)
    default: return false
    }
  }
}
