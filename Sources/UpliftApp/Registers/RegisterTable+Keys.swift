import Foundation
import Gtk
import UpliftCore

/// Keys and clicks in a register.
extension RegisterTable {
  func addKeys() {
    let keys = KeyController()
    keys.onPressed { [weak self] key, modifiers in self?.handle(key, modifiers) ?? false }
    list.addController(keys)
    // Before the field that is being typed in has its way with them.
    let early = KeyController()
    early.setPhase(.capture)
    early.onPressed { [weak self] key, modifiers in
      guard let self, let editing, modifiers.isEmpty else { return false }
      switch key {
      case .up, .keypadUp: return step(from: editing, rows: -1)
      case .down, .keypadDown: return step(from: editing, rows: 1)
      default: return false
      }
    }
    list.addController(early)
    // With the keyboard on a heading or in the row of filters.
    let above = KeyController()
    above.onPressed { [weak self] key, modifiers in
      guard let self, !list.containsFocus else { return false }
      switch (key.lowercased, modifiers) {
      case (Key.character("l"), [.control, .shift]): tools.onFilterRow?(!showsFilterRow)
      case (.down, []), (.keypadDown, []): takeFocus()
      case (Key.character("a"), .control):
        selection.selectAll(shown.map(\.id))
        showSelection()
      default: return false
      }
      return true
    }
    table.addController(above)
  }

  func pressed(_ id: UUID, _ column: Int, count: Int, _ modifiers: Modifiers) {
    if editing?.id == id, editing?.column == column { return }
    endEditing()
    leaveStaying(for: id)
    if modifiers.contains(.shift) {
      selection.extend(to: id, in: shown.map(\.id))
    } else if modifiers.contains(.control) {
      selection.toggle(id)
    } else {
      selection.select(id)
    }
    current = (id, column)
    row(id)?.cells[column].box.grabFocus()
    bringIntoSight(column)
    showSelection()
    if count == 2 { edit(id, column) }
  }

  private var focused: (id: UUID, column: Int)? {
    for row in rows where row.box.containsFocus {
      if let column = row.cells.firstIndex(where: { $0.box.containsFocus }) {
        return (row.id, column)
      }
    }
    return nil
  }

  private func handle(_ key: Key, _ modifiers: Modifiers) -> Bool {
    if editing != nil {
      // The first Escape gave the old text back; this one leaves the field.
      guard key == .escape, modifiers.isEmpty, let place = editing else { return false }
      endEditing()
      focus(place.id, place.column)
      return true
    }
    if modifiers == [.control, .shift], key.lowercased == Key.character("l") {
      tools.onFilterRow?(!showsFilterRow)
      return true
    }
    guard let place = focused ?? (list.isFocused ? current : nil), record(place.id) != nil else {
      return false
    }
    current = place
    let isMirrored = list.isRightToLeft
    switch (key.lowercased, modifiers) {
    case (.up, []), (.keypadUp, []): return step(from: place, rows: -1)
    case (.down, []), (.keypadDown, []): return step(from: place, rows: 1)
    case (.up, .shift), (.keypadUp, .shift): return step(from: place, rows: -1, extends: true)
    case (.down, .shift), (.keypadDown, .shift): return step(from: place, rows: 1, extends: true)
    case (.up, [.control, .shift]), (.keypadUp, [.control, .shift]):
      return sort(place, isDescending: false)
    case (.down, [.control, .shift]), (.keypadDown, [.control, .shift]):
      return sort(place, isDescending: true)
    case (.pageUp, []): return page(from: place, -1)
    case (.pageDown, []): return page(from: place, 1)
    case (.home, .control): return page(from: place, -shown.count)
    case (.end, .control): return page(from: place, shown.count)
    case (.up, .alt), (.keypadUp, .alt): return move(place.id, .up)
    case (.down, .alt), (.keypadDown, .alt): return move(place.id, .down)
    case (.left, []), (.keypadLeft, []): return step(from: place, columns: isMirrored ? 1 : -1)
    case (.right, []), (.keypadRight, []): return step(from: place, columns: isMirrored ? -1 : 1)
    case (.tab, []): return tab(from: place, by: 1)
    case (.tab, .shift), (.backTab, []), (.backTab, .shift): return tab(from: place, by: -1)
    case (.home, []): return step(from: place, columns: -columns.count)
    case (.end, []): return step(from: place, columns: columns.count)
    case (.enter, []), (.keypadEnter, []), (.f2, []):
      edit(place.id, place.column)
      return true
    case (.enter, .control), (.keypadEnter, .control):
      guard columns[place.column].leads else { return false }
      openTarget(place.id, place.column)
      return true
    case (.insert, []), (.keypadInsert, []):
      add()
      return true
    case (.space, []):
      guard [.yesNo, .choice].contains(columns[place.column].kind) else { return type(key, place) }
      edit(place.id, place.column)
      return true
    case (.escape, []):
      if order.isFiltering || showsFilterRow {
        endFilter()
        focus(place.id, place.column)
        return true
      }
      guard selection.ids.count > 1 else { return false }
      selection.select(place.id)
      showSelection()
      return true
    case (.delete, .control), (.keypadDelete, .control):
      deleteSelected()
      return true
    case (Key.character("d"), .control):
      fillDown()
      return true
    case (Key.character("d"), [.control, .shift]):
      duplicateSelected()
      return true
    case (.delete, []), (.keypadDelete, []):
      if selection.ids.count > 1 { deleteSelected() } else { clear(place) }
      return true
    case (Key.character("a"), .control):
      selection.selectAll(shown.map(\.id))
      showSelection()
      return true
    case (Key.character("c"), .control):
      copy(place)
      return true
    case (Key.character("v"), .control):
      paste(atCurrent: true)
      return true
    default:
      return modifiers.subtracting(.shift).isEmpty ? type(key, place) : false
    }
  }

  /// Where no rows stand yet, Insert makes the first one, and a letter begins to write it.
  func begin(with key: Key, _ modifiers: Modifiers) -> Bool {
    guard !session.isReadOnly else { return false }
    if key == .insert || key == .keypadInsert, modifiers.isEmpty {
      add()
      return true
    }
    guard modifiers.isSubset(of: .shift), key != .space, key.character != nil else { return false }
    add()
    guard let current else { return true }
    return type(key, current)
  }

  /// A character begins a text in the place of the old one.
  private func type(_ key: Key, _ place: (id: UUID, column: Int)) -> Bool {
    guard let character = key.character, !session.isReadOnly else { return false }
    let column = columns[place.column]
    switch column.kind {
    case .computed: return false
    case .rating:
      guard character.wholeNumberValue != nil else { return false }
      saveAll(String(character), place.column, at: place.id)
      return true
    case .choice, .yesNo, .several, .link, .longText:
      edit(place.id, place.column, typed: key == .space ? nil : String(character))
      return true
    default:
      edit(place.id, place.column)
      guard let entry = row(place.id)?.cells[place.column].editor?.entry else { return false }
      entry.text = String(character)
      entry.moveCursorToEnd()
      return true
    }
  }

  private func clear(_ place: (id: UUID, column: Int)) {
    let column = columns[place.column]
    guard !session.isReadOnly, column.isEditable else { return }
    if [.choice, .rating].contains(column.kind), !column.choices().contains("") { return }
    if column.kind == .yesNo { return }
    save("", place.column, of: place.id)
  }

  /// Goes to another cell; false at the table's end, so that the focus goes on.
  @discardableResult
  func step(
    from place: (id: UUID, column: Int), rows down: Int = 0, columns along: Int = 0,
    extends: Bool = false
  ) -> Bool {
    guard let index = view.place(of: place.id) else { return false }
    let goal = index + down
    guard shown.indices.contains(goal) else { return editing != nil || extends }
    // What was written may sort its row elsewhere: one goes on from where it stood.
    var id = shown[goal].id
    endEditing()
    if view.place(of: id) == nil { id = place.id }
    guard view.place(of: id) != nil else { return true }
    let column = min(max(place.column + along, 0), columns.count - 1)
    if extends {
      selection.extend(to: id, in: shown.map(\.id))
      focus(id, column, selects: false)
    } else {
      focus(id, column)
    }
    return true
  }

  /// By the current column; the same once more: as the rows stand by themselves.
  private func sort(_ place: (id: UUID, column: Int), isDescending: Bool) -> Bool {
    let isSo = order.column == place.column && order.isDescending == isDescending
    order.column = isSo ? nil : place.column
    order.isDescending = !isSo && isDescending
    arrange()
    focus(place.id, place.column, selects: false)
    return true
  }

  /// As many rows as can be seen at once, up or down.
  private func page(from place: (id: UUID, column: Int), _ pages: Int) -> Bool {
    guard let index = view.place(of: place.id) else { return false }
    let target = min(max(index + pages * view.rowsInView, 0), shown.count - 1)
    return step(from: place, rows: target - index)
  }

  /// Shows a record whatever the filter is, and puts the keyboard on it.
  func reveal(_ id: UUID) {
    if !shown.contains(where: { $0.id == id }) {
      order.endFiltering()
      order.view = register.views.isEmpty ? nil : register.views.count - 1
      arrange()
    }
    focus(id, current?.column ?? 0)
  }

  func focus(_ id: UUID, _ column: Int, selects: Bool = true) {
    leaveStaying(for: id)
    guard let place = view.place(of: id) else { return }
    let column = min(max(column, 0), columns.count - 1)
    current = (id, column)
    if selects { selection.select(id) }
    view.reveal(place)?.cells[column].box.grabFocus()
    bringIntoSight(column)
    // Where the row was not there yet, GTK has shown the beginning of the table.
    sighting = Timeout.whenIdle { [weak self] in
      if let self, let current, current == (id, column) { bringIntoSight(column) }
    }
    showSelection()
  }

  /// Where one would begin to work; false when there is nothing.
  @discardableResult
  func takeFocus() -> Bool {
    if let current, view.place(of: current.id) != nil {
      focus(current.id, current.column)
      return true
    }
    guard let first = shown.first else {
      guard records.isEmpty else { return tools.field.grabFocus() }
      return firstAdd?.grabFocus() ?? empty.focusFirst()
    }
    focus(first.id, 0)
    return true
  }
}
