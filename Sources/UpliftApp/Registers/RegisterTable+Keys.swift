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
  }

  func pressed(_ id: UUID, _ column: Int, count: Int, _ modifiers: Modifiers) {
    if editing?.id == id, editing?.column == column { return }
    endEditing()
    if modifiers.contains(.shift) {
      selection.extend(to: id, in: shown.map(\.id))
    } else if modifiers.contains(.control) {
      selection.toggle(id)
    } else {
      selection.select(id)
    }
    current = (id, column)
    row(id)?.cells[column].box.grabFocus()
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
    guard let place = focused else { return false }
    current = place
    let isMirrored = list.isRightToLeft
    switch (key.lowercased, modifiers) {
    case (.up, []), (.keypadUp, []): return step(from: place, rows: -1)
    case (.down, []), (.keypadDown, []): return step(from: place, rows: 1)
    case (.up, .shift), (.keypadUp, .shift): return step(from: place, rows: -1, extends: true)
    case (.down, .shift), (.keypadDown, .shift): return step(from: place, rows: 1, extends: true)
    case (.up, .alt), (.keypadUp, .alt): return move(place.id, .up)
    case (.down, .alt), (.keypadDown, .alt): return move(place.id, .down)
    case (.left, []), (.keypadLeft, []): return step(from: place, columns: isMirrored ? 1 : -1)
    case (.right, []), (.keypadRight, []): return step(from: place, columns: isMirrored ? -1 : 1)
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

  /// A character begins a text in the place of the old one.
  private func type(_ key: Key, _ place: (id: UUID, column: Int)) -> Bool {
    guard let character = key.character, !session.isReadOnly else { return false }
    switch columns[place.column].kind {
    case .computed: return false
    case .choice, .yesNo:
      edit(place.id, place.column)
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
    guard !session.isReadOnly, columns[place.column].kind != .computed else { return }
    if columns[place.column].kind == .choice, !columns[place.column].choices().contains("") {
      return
    }
    save("", place.column, of: place.id)
  }

  private func move(_ id: UUID, _ direction: Direction) -> Bool {
    guard !session.isReadOnly else { return true }
    guard order.column == nil else {
      say(
        tr(
          "Rows that are sorted by a column do not move. Click its heading until the mark is gone.")
      )
      return true
    }
    session.perform(shown.moving(id, direction))
    return true
  }

  /// Goes to another cell; false at the table's end, so that the focus goes on.
  @discardableResult
  func step(
    from place: (id: UUID, column: Int), rows down: Int = 0, columns along: Int = 0,
    extends: Bool = false
  ) -> Bool {
    guard let index = rows.firstIndex(where: { $0.id == place.id }) else { return false }
    let target = index + down
    guard rows.indices.contains(target) else { return editing != nil || extends }
    endEditing()
    let column = min(max(place.column + along, 0), columns.count - 1)
    let id = rows[target].id
    if extends {
      selection.extend(to: id, in: shown.map(\.id))
      current = (id, column)
      rows[target].cells[column].box.grabFocus()
      showSelection()
    } else {
      focus(id, column)
    }
    return true
  }

  func focus(_ id: UUID, _ column: Int) {
    guard let row = row(id) else { return }
    let column = min(max(column, 0), columns.count - 1)
    current = (id, column)
    selection.select(id)
    row.cells[column].box.grabFocus()
    showSelection()
  }

  /// Where one would begin to work; false when there is nothing.
  @discardableResult
  func takeFocus() -> Bool {
    if let current, row(current.id) != nil {
      focus(current.id, current.column)
      return true
    }
    guard let first = rows.first else { return addButton?.grabFocus() ?? false }
    focus(first.id, 0)
    return true
  }
}
