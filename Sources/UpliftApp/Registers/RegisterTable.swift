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
  /// Another row is the current one, or it has changed.
  var onCurrent: ((Record?) -> Void)?
  /// What is being deleted, by name, while that happens.
  var deletionWords: String?

  let view: RegisterRows<Record>
  /// Where the keys are heard.
  var list: Box { view.box }
  let table: Box
  let header: RegisterHeader
  let filterRow: RegisterFilterRow<Record>
  var beginnings: Adjustment?
  var beginning: Timeout?
  var sighting: Timeout?
  var isFollowing = false
  let empty = Box(.vertical, spacing: 10)
  private let emptyText = PageParts.dim()
  /// Adds the first row; the keyboard begins there.
  private(set) var firstAdd: Widget?
  let message = Label("", classes: ["field-error"])
  let remarks = PageParts.dim()
  let tools: RegisterTools
  let bar: RegisterBar
  private let setter: RegisterSetter<Record>
  private(set) var addButton: Button?
  let buttons: Box

  /// The columns of the table, in order; the register has some more for its form.
  let columns: [RegisterColumn<Record>]
  private let tableRegister: Register<Record>
  private(set) var records: [Record] = []
  /// Those that are seen, in their order.
  private(set) var shown: [Record] = []
  /// Those of them that exist as widgets.
  var rows: [RegisterRow<Record>] { view.rows }
  var order = RegisterOrder<Record>()
  var showsFilterRow = false
  var selection = RegisterSelection()
  /// Where the keyboard is, or was.
  var current: (id: UUID, column: Int)? {
    didSet { if oldValue?.id != current?.id { tellCurrent() } }
  }
  var editing: (id: UUID, column: Int)?
  /// The rows in which something was changed last: they stay in sight while one is in one of them.
  var staying: Set<UUID> = []
  var popover: Popover?
  var dropPlace: Int?
  private var later: Timeout?
  private var haystacks: [UUID: (record: Record, text: String)] = [:]
  private let memory: String
  /// The register for another way to write numbers and days.
  let remake: (RegisterContext) -> Register<Record>
  /// The same on another thread; nil: its columns know of what is on the screen.
  let remakeAnywhere: (@Sendable (RegisterContext) -> Register<Record>)?

  /// - Parameters:
  ///   - fills: it takes the height that is there, and scrolls; else it is as high as its rows, on a
  ///     page that scrolls.
  ///   - memory: under which name its order and filters are kept while the workspace is open.
  ///   - anywhere: the register, for other threads.
  init(
    _ session: Session, fills: Bool = false, memory: String = "",
    anywhere: (@Sendable (RegisterContext) -> Register<Record>)? = nil,
    _ register: @escaping (RegisterContext) -> Register<Record>,
    go: @escaping (EntityReference) -> Void
  ) {
    remake = register
    remakeAnywhere = anywhere
    let context = session.registerContext()
    let register = register(context)
    self.session = session
    self.context = context
    self.register = register
    self.go = go
    self.memory = memory
    let columns = register.columns.filter(\.isInTable)
    self.columns = columns
    var tableRegister = register
    tableRegister.columns = columns
    self.tableRegister = tableRegister
    var texts: ((Int) -> [String])?
    header = RegisterHeader(columns.map(\.layout))
    let places = header.places
    filterRow = RegisterFilterRow(columns, context, places) { texts?($0) ?? [] }
    tools = RegisterTools(
      register.views.map(\.title),
      hasMarks: register.columns.contains(where: \.hasMarks))
    setter = RegisterSetter(columns)
    bar = RegisterBar(register.actions.map(\.title), setter: setter.button)
    var make: (() -> RegisterRow<Record>)?
    var fill: ((RegisterRow<Record>, Record, Int) -> Void)?
    let widths = columns.map(\.width)
    view = RegisterRows(
      make: {
        make?()
          ?? RegisterRow(
            columns, places, press: { _, _, _, _ in }, open: { _, _ in }, drag: { _, _ in })
      },
      fill: { fill?($0, $1, $2) },
      estimate: { record in
        zip(columns, widths).reduce(0) { height, column in
          if column.0.line != nil { return height }
          return max(height, RegisterCell.estimatedHeight(column.0.text(record), width: column.1))
        }
      })
    table = Box(.vertical)
    buttons = Box(.horizontal, spacing: 8)
    order.view =
      register.views.isEmpty ? nil : register.beginsWithAll ? register.views.count - 1 : 0
    if let kept = session.registerMemory[memory] as? Kept {
      order = kept.order
      showsFilterRow = kept.showsFilterRow
    }
    make = { [weak self] in
      RegisterRow(
        columns, places, press: { self?.pressed($0, $1, count: $2, $3) },
        open: { self?.openTarget($0, $1) }, drag: { self?.dragged($0, by: $1) })
    }
    fill = { [weak self] row, record, place in
      guard let self else { return }
      row.show(
        record, at: place, of: shown.count, name: name(record),
        isSelected: selection.ids.contains(record.id))
    }
    texts = { [weak self] in self?.texts(inColumn: $0) ?? [] }
    build(fills: fills)
  }

  private struct Kept {
    var order: RegisterOrder<Record>
    var showsFilterRow: Bool
  }

  private func build(fills: Bool) {
    table.addClass("table")
    view.widths = { [weak self] in self?.header.widths ?? [] }
    list.setAccessibleRole(.grid)
    list.setAccessibleLabel(register.title)
    list.isFocusable = true
    list.addClass("register-grid")
    view.onLosing = { [weak self] _ in self?.loseFocusedRow() }
    let head = ScrolledWindow(Box(.vertical, [header.box, filterRow.box]))
    head.setPolicy(horizontal: .hidden, vertical: .never)
    head.ignoreWheel()
    let scroller = ScrolledWindow(list)
    scroller.setPolicy(horizontal: .automatic, vertical: fills ? .automatic : .never)
    if !fills { scroller.scrollsOnlySideways() }
    head.shareHorizontal(with: scroller)
    follow(scroller)
    for part in [head, scroller] as [Widget] { table.append(part) }
    if fills {
      for widget in [scroller, table, box] as [Widget] { widget.expandsVertically = true }
      scroller.setContentSize(minimumHeight: 120)
    }
    table.addClass(fills ? "filling" : "growing")
    for label in [message, remarks] {
      label.alignment = 0
      label.wraps = true
      label.isVisible = false
    }
    buildButtons()
    buildEmpty()
    for child in [tools.box, empty, table, message, remarks, bar.box, buttons] as [Widget] {
      box.append(child)
    }
    header.onPressed = { [weak self] column in
      guard let self else { return }
      endEditing()
      order.toggle(column)
      arrange()
      // The row that one was at stays in sight, wherever it stands now.
      view.reveal(current.flatMap { view.place(of: $0.id) } ?? 0)
    }
    tools.onView = { [weak self] view in self?.filter { $0.view = view } }
    tools.onWords = { [weak self] words in self?.filter { $0.words = words } }
    tools.onMarked = { [weak self] isOn in self?.filter { $0.onlyMarked = isOn } }
    tools.onEnd = { [weak self] in self?.endFilter() }
    tools.onFilterRow = { [weak self] isOn in
      guard let self else { return }
      showsFilterRow = isOn
      if !isOn { order.filters = [:] }
      arrange()
      if isOn { filterRow.box.focusFirst() }
    }
    // Once the view has scrolled by itself.
    header.onFocused = { [weak self] column in
      self?.sighting = Timeout.whenIdle { self?.bringIntoSight(column) }
    }
    filterRow.onFocused = header.onFocused
    filterRow.onEnd = { [weak self] in self?.endFilter() }
    filterRow.onChanged = { [weak self] place, filter in self?.filter { $0.filters[place] = filter }
    }
    bar.onAction = { [weak self] index in
      guard let self else { return }
      endEditing()
      perform(register.actions[index].edit(selectedRecords))
    }
    bar.onDelete = { [weak self] in self?.deleteSelected() }
    bar.onDuplicate = { [weak self] in self?.duplicateSelected() }
    bar.onFill = { [weak self] in self?.fillDown() }
    setter.onSet = { [weak self] in self?.setAll($0, $1) }
    addKeys()
  }

  private func buildButtons() {
    let add = PageParts.adding(register.addTitle) { [weak self] in self?.add() }
    addButton = add
    add.isSensitive = !session.isReadOnly
    let menu = MenuButton(label: tr("Table"), menu: menu())
    menu.addClass("small-text-menu")
    buttons.append(add)
    buttons.append(menu)
    box.insertActions(actions(), prefix: "register")
  }

  private func buildEmpty() {
    emptyText.setWidthInCharacters(maximum: 70)
    let add = PageParts.adding(register.addTitle) { [weak self] in self?.add() }
    let paste = Button(label: tr("Paste rows"))
    paste.onClicked { [weak self] in self?.paste(atCurrent: false) }
    let load = Button(label: tr("Import CSV…"))
    load.onClicked { [weak self] in self?.chooseFile() }
    for button in [paste, load] { button.addClass("add-button") }
    firstAdd = add
    let offers = Box(.horizontal, spacing: 8, [add, paste, load])
    offers.horizontalAlignment = .start
    offers.isSensitive = !session.isReadOnly
    let keys = KeyController()
    keys.setPhase(.capture)
    keys.onPressed { [weak self] key, modifiers in self?.begin(with: key, modifiers) ?? false }
    empty.addController(keys)
    for child in [emptyText, offers] as [Widget] { empty.append(child) }
    empty.addClass("register-empty")
  }

  // MARK: What is seen

  func show(_ records: [Record]) {
    // What was said was about what stood there.
    if records != self.records { say("") }
    self.records = records
    let ids = Set(records.map(\.id))
    let lost = list.containsFocus ? current.flatMap { ids.contains($0.id) ? nil : $0 } : nil
    let lostPlace = lost.flatMap { view.place(of: $0.id) }
    selection.keep(ids)
    if let current, !ids.contains(current.id) { self.current = nil }
    if let editing, !ids.contains(editing.id) { self.editing = nil }
    arrange()
    tellCurrent()
    // The keyboard goes on beside the row that is gone.
    guard let lost else { return }
    if let lostPlace, !shown.isEmpty {
      focus(shown[min(lostPlace, shown.count - 1)].id, lost.column)
    } else {
      takeFocus()
    }
  }

  private func filter(_ change: (inout RegisterOrder<Record>) -> Void) {
    endEditing()
    staying = []
    change(&order)
    arrange()
  }

  func endFilter() {
    guard order.isFiltering || showsFilterRow else { return }
    let hadFocus = tools.box.containsFocus || filterRow.box.containsFocus
    order.endFiltering()
    showsFilterRow = false
    arrange()
    if hadFocus { takeFocus() }
  }

  /// Rows come into their order. While somebody types in one they stay where they are.
  func arrange() {
    if editing == nil {
      shown = withStaying(applied(records))
    } else {
      var new: [UUID: Record] = [:]
      for record in records { new[record.id] = record }
      shown = shown.compactMap { new.removeValue(forKey: $0.id) }
      shown += applied(records.filter { new[$0.id] != nil })
    }
    // What is not seen is not selected: nothing is done to it.
    selection.keep(Set(shown.map(\.id)))
    view.show(shown)
    header.show(order.column, isDescending: order.isDescending)
    session.registerMemory[memory] =
      memory.isEmpty ? nil : Kept(order: order, showsFilterRow: showsFilterRow)
    showState()
  }

  private func applied(_ records: [Record]) -> [Record] {
    order.applied(to: records, tableRegister) { [self] record in
      if let known = haystacks[record.id], known.record == record { return known.text }
      let text = RegisterOrder.haystack(record, register.columns)
      haystacks[record.id] = (record, text)
      return text
    }
  }

  private func texts(inColumn place: Int) -> [String] {
    let column = columns[place]
    if column.kind == .choice || column.kind == .yesNo || column.kind == .several,
      column.choices().count <= 40
    {
      return column.choices() + (column.kind == .several ? [""] : [])
    }
    var keys: [String: RegisterKey?] = [:]
    for record in records { keys[column.text(record)] = column.key(record) }
    return keys.sorted { left, right in
      switch (left.value, right.value) {
      case (let one?, let other?): one < other
      case (_?, nil): true
      default: false
      }
    }.map(\.key)
  }

  private func showState() {
    table.isVisible = !shown.isEmpty
    filterRow.box.isVisible = showsFilterRow
    // With nothing to be seen the filters still have to be within reach.
    if shown.isEmpty, showsFilterRow { table.isVisible = true }
    filterRow.show(order.filters)
    empty.isVisible = records.isEmpty
    emptyText.text = register.explanation
    buttons.isVisible = !records.isEmpty
    let all = records.count
    remark(
      shown.isEmpty && !records.isEmpty
        ? ntr(
          "None of the {count} entry is seen with this filter.",
          "None of the {count} entries is seen with this filter.", all) : "")
    tools.show(order, seen: (shown.count, all), showsRow: showsFilterRow)
    tools.box.isVisible = !records.isEmpty
    list.setAccessibleSize(rows: shown.count, columns: columns.count)
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

  func row(_ id: UUID) -> RegisterRow<Record>? { view.row(id) }
  func record(_ id: UUID) -> Record? {
    view.place(of: id).map { shown[$0] } ?? records.first { $0.id == id }
  }

  private func tellCurrent() { onCurrent?(current.flatMap { record($0.id) }) }

  /// The keyboard stays with the table when its row goes out of sight.
  private func loseFocusedRow() {
    if editing != nil { endEditing(arranges: false) }
    // The list is as wide as all columns: it would come into view at its other end.
    let left = beginnings?.value
    list.grabFocus()
    if let left { beginnings?.value = left }
  }

  func openTarget(_ id: UUID, _ column: Int) {
    guard let record = record(id), let target = columns[column].target(record) else { return }
    commitTyping()
    go(target)
  }

  func commitTyping() {
    guard let editing, let cell = row(editing.id)?.cells[editing.column] else { return }
    cell.editor?.commitTyping()
  }

  /// Not while GTK is in the middle of moving the focus.
  func soon(_ action: @escaping () -> Void) { later = Timeout.whenIdle(action) }
}
