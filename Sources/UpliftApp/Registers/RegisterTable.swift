import Foundation
import Gtk
import UpliftCore

/// Records as a table to work in as in a spreadsheet. One click selects a row and a cell; typing
/// replaces a cell's text, Enter and F2 edit it; several rows are changed at once; blocks of cells
/// are copied and pasted; a click on a heading sorts.
@MainActor final class RegisterTable<Record: Ranked> {
  let session: Session
  let register: Register<Record>
  let context: RegisterContext
  private let go: (EntityReference) -> Void
  let box = Box(.vertical, spacing: 6)
  var widget: Widget { box }

  let list = Box(.vertical)
  private let table: Box
  private let header: RegisterHeader
  private let empty = PageParts.dim()
  private let message = Label("", classes: ["field-error"])
  private let more: Button
  private let tools: RegisterTools
  let bar: RegisterBar
  private(set) var addButton: Button?

  var columns: [RegisterColumn<Record>] { register.columns }
  private(set) var records: [Record] = []
  /// Those that are seen, in their order.
  private(set) var shown: [Record] = []
  private(set) var rows: [RegisterRow<Record>] = []
  var order = RegisterOrder<Record>()
  var selection = RegisterSelection()
  /// Where the keyboard is, or was.
  var current: (id: UUID, column: Int)?
  var editing: (id: UUID, column: Int)?
  var popover: Popover?
  private var later: Timeout?
  private var limit = RegisterTable.rowsAtOnce

  /// Rows that are built to begin with, and each time that somebody asks for more.
  private static var rowsAtOnce: Int { 200 }

  init(
    _ session: Session, _ register: (RegisterContext) -> Register<Record>,
    go: @escaping (EntityReference) -> Void
  ) {
    let context = session.registerContext()
    let register = register(context)
    self.session = session
    self.context = context
    self.register = register
    self.go = go
    header = RegisterHeader(register.columns.map { ($0.title, $0.width, $0.grows) })
    tools = RegisterTools(register.views.map(\.title))
    bar = RegisterBar(register.actions.map(\.title), isEditable: !session.isReadOnly)
    more = Button(label: "")
    table = Box(.vertical, [header.box, list])
    order.view = register.views.isEmpty ? nil : 0
    build()
  }

  private func build() {
    table.addClass("table")
    list.setAccessibleRole(.grid)
    list.setAccessibleLabel(register.title)
    let scroller = ScrolledWindow(table)
    scroller.setPolicy(horizontal: .automatic, vertical: .never)
    scroller.ignoreWheel()
    message.alignment = 0
    message.wraps = true
    message.isVisible = false
    more.horizontalAlignment = .start
    more.addClass("add-button")
    more.onClicked { [weak self] in
      guard let self else { return }
      limit += Self.rowsAtOnce
      arrange()
    }
    let add = PageParts.adding(register.addTitle) { [weak self] in self?.add() }
    addButton = add
    let paste = Button(label: tr("Paste rows"))
    paste.onClicked { [weak self] in self?.paste(atCurrent: false) }
    let copy = Button(label: tr("Copy table"))
    copy.onClicked { [weak self] in self?.copyAll() }
    for button in [paste, copy] { button.addClass("add-button") }
    for button in [add, paste] { button.isSensitive = !session.isReadOnly }
    let buttons = Box(.horizontal, spacing: 8, [add, paste, copy])
    for child in [tools.box, empty, scroller, more, message, bar.box, buttons] as [Widget] {
      box.append(child)
    }
    header.onPressed = { [weak self] column in
      guard let self else { return }
      order.toggle(column)
      arrange()
    }
    tools.onFilter = { [weak self] index in
      guard let self else { return }
      order.view = index
      arrange()
    }
    tools.onWords = { [weak self] words in
      guard let self else { return }
      order.words = words
      arrange()
    }
    bar.onAction = { [weak self] index in
      guard let self else { return }
      endEditing()
      session.perform(register.actions[index].edit(selectedRecords))
    }
    bar.onDelete = { [weak self] in self?.deleteSelected() }
    addKeys()
    // Only what is seen has its fonts.
    list.onMap { [weak self] in self?.rows.forEach { $0.adaptHeight() } }
  }

  func show(_ records: [Record]) {
    self.records = records
    let ids = Set(records.map(\.id))
    selection.keep(ids)
    if let current, !ids.contains(current.id) { self.current = nil }
    if let editing, !ids.contains(editing.id) { self.editing = nil }
    arrange()
  }

  /// Rows come into their order. While somebody types in one they stay where they are.
  func arrange() {
    if editing == nil {
      shown = order.applied(to: records, register)
    } else {
      var new: [UUID: Record] = [:]
      for record in records { new[record.id] = record }
      shown = shown.compactMap { new.removeValue(forKey: $0.id) }
      shown += order.applied(to: records.filter { new[$0.id] != nil }, register)
    }
    var known: [UUID: RegisterRow<Record>] = [:]
    for row in rows { known[row.id] = row }
    let old = rows
    rows = shown.prefix(limit).map { record in
      known[record.id]
        ?? RegisterRow(
          record, columns,
          press: { [weak self] in self?.pressed($0, $1, count: $2, $3) },
          open: { [weak self] in self?.openTarget($0, $1) })
    }
    PageParts.arrange(list, old.map(\.box), rows.map(\.box))
    for (row, record) in zip(rows, shown) { row.show(record, columns, name: name(record)) }
    if list.isMapped { rows.forEach { $0.adaptHeight() } }
    header.show(order.column, isDescending: order.isDescending)
    showState()
  }

  private func showState() {
    let left = shown.count - rows.count
    more.isVisible = left > 0
    more.label = ntr("Show {count} more row", "Show {count} more rows", min(left, Self.rowsAtOnce))
    table.isVisible = !shown.isEmpty
    empty.isVisible = shown.isEmpty
    empty.text =
      records.isEmpty
      ? register.explanation
      : ntr(
        "None of the {count} entry is seen with this filter.",
        "None of the {count} entries is seen with this filter.", records.count)
    tools.box.isVisible = !records.isEmpty
    showSelection()
  }

  func showSelection() {
    for row in rows { row.setSelected(selection.ids.contains(row.id)) }
    bar.box.isVisible = !shown.isEmpty && !session.isReadOnly
    bar.show(selection.ids.count)
  }

  func name(_ record: Record) -> String {
    let name = register.recordName(record).replacingNewlines()
    return name.allSatisfy(\.isWhitespace) ? tr("an entry without a text") : name
  }

  var selectedRecords: [Record] { shown.filter { selection.ids.contains($0.id) } }

  func row(_ id: UUID) -> RegisterRow<Record>? { rows.first { $0.id == id } }

  func say(_ sentence: String) {
    message.text = sentence
    message.isVisible = !sentence.isEmpty
  }

  // MARK: Changing

  func add() {
    guard !session.isReadOnly else { return }
    endEditing()
    let record = register.make(records.last)
    guard session.perform(Edit(register.addName, [.insert(record)])) else { return }
    reveal(record.id)
    edit(record.id, 0)
  }

  func deleteSelected() {
    guard !session.isReadOnly, !selection.ids.isEmpty else { return }
    endEditing()
    let index = shown.firstIndex { selection.ids.contains($0.id) } ?? 0
    let column = current?.column ?? 0
    session.perform(Edit.deleting(selectedRecords.map(\.reference)))
    guard !rows.isEmpty else { return }
    focus(rows[min(index, rows.count - 1)].id, column)
  }

  /// - Returns: false when the text does not fit.
  @discardableResult
  func save(_ text: String, _ column: Int, of id: UUID, typing: UUID? = nil) -> Bool {
    guard let old = records.first(where: { $0.id == id }) else { return true }
    guard let edit = columns[column].edit(old, text, typing: typing) else {
      say(columns[column].refusal(of: text))
      return false
    }
    say("")
    session.perform(edit)
    return true
  }

  func openTarget(_ id: UUID, _ column: Int) {
    guard let record = records.first(where: { $0.id == id }),
      let target = columns[column].target(record)
    else { return }
    commitTyping()
    go(target)
  }

  /// Shows a record whatever the filter is, and puts the keyboard on it.
  func reveal(_ id: UUID) {
    if !shown.contains(where: { $0.id == id }) {
      order.view = nil
      order.words = ""
      tools.showAll(register.views.count - 1)
      arrange()
    }
    if let place = shown.firstIndex(where: { $0.id == id }), place >= limit {
      limit = place + 1
      arrange()
    }
    focus(id, current?.column ?? 0)
  }

  func commitTyping() {
    guard let editing, let cell = row(editing.id)?.cells[editing.column] else { return }
    cell.editor?.commitTyping()
  }

  /// Not while GTK is in the middle of moving the focus.
  func soon(_ action: @escaping () -> Void) { later = Timeout.whenIdle(action) }
}
