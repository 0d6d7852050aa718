import Gtk
import UpliftCore

/// Keys in a grid.
extension GridEditor {
  func addKeys() {
    keys.onPressed { [weak self] key, modifiers in self?.pressed(key, modifiers) ?? false }
    view.addController(keys)
  }

  private func pressed(_ key: Key, _ modifiers: Modifiers) -> Bool {
    guard editing == nil, let grid, !isChoosing else { return false }
    if let (down, along) = step(key) {
      switch modifiers {
      case []: return go(down, along)
      case .shift: return go(down, along, extends: true)
      case .control: return go(down * grid.rows.count, along * grid.columns.count)
      case [.control, .shift]:
        return go(down * grid.rows.count, along * grid.columns.count, extends: true)
      case .alt:
        return move(down < 0 ? .up : down > 0 ? .down : along < 0 ? .backward : .forward)
      default: return false
      }
    }
    let extends = modifiers.contains(.shift)
    switch (key.lowercased, modifiers) {
    case (.tab, []): return tab(1)
    case (.backTab, _), (.tab, .shift): return tab(-1)
    case (.home, []), (.home, .shift): return go(0, -grid.columns.count, extends: extends)
    case (.end, []), (.end, .shift): return go(0, grid.columns.count, extends: extends)
    case (.home, .control), (.home, [.control, .shift]):
      return go(-grid.rows.count, -grid.columns.count, extends: extends)
    case (.end, .control), (.end, [.control, .shift]):
      return go(grid.rows.count, grid.columns.count, extends: extends)
    case (.pageUp, []), (.pageUp, .shift): return go(-page, 0, extends: extends)
    case (.pageDown, []), (.pageDown, .shift): return go(page, 0, extends: extends)
    case (.enter, []), (.keypadEnter, []), (.f2, []):
      edit(current)
      return true
    case (.f2, .shift): return writeNote()
    case (.enter, .control), (.keypadEnter, .control): return open(current)
    case (.insert, []), (.keypadInsert, []): return goToNew()
    case (.escape, []):
      guard !view.selection.isOne else { return false }
      select(current)
      return true
    case (.delete, []), (.keypadDelete, []), (.backspace, []):
      clear()
      return true
    case (.delete, .control), (.keypadDelete, .control):
      removeLine()
      return true
    case (Key.character("d"), .control):
      fillDown()
      return true
    case (Key.character("a"), .control):
      if let all = grid.all {
        view.select(all, reveals: false)
        view.focusCurrent()
        onCurrent?()
      }
      return true
    case (Key.character("c"), .control), (.insert, .control):
      copy()
      return true
    case (Key.character("x"), .control), (.delete, .shift):
      cut()
      return true
    case (Key.character("v"), .control), (.insert, .shift):
      paste()
      return true
    case (.menu, []), (.f10, .shift):
      if let frame = view.frame(current) { popUpMenu(at: frame) }
      return true
    default:
      return modifiers.isSubset(of: .shift) && type(key)
    }
  }

  /// Rows down and columns along, as one reads.
  private func step(_ key: Key) -> (Int, Int)? {
    let forward = view.isRightToLeft ? -1 : 1
    switch key {
    case .up, .keypadUp: return (-1, 0)
    case .down, .keypadDown: return (1, 0)
    case .left, .keypadLeft: return (0, -forward)
    case .right, .keypadRight: return (0, forward)
    default: return nil
    }
  }

  private var page: Int {
    max(1, (view.height - view.geometry.headHeight) / GridGeometry.leastRow - 1)
  }

  private func go(_ down: Int, _ along: Int, extends: Bool = false) -> Bool {
    var place = view.bounded(GridPlace(current.row + down, current.column + along))
    // A long way stops before the headings.
    if abs(down) > 1, current.row >= 0 { place.row = max(place.row, 0) }
    if abs(along) > 1, current.column >= 0 { place.column = max(place.column, 0) }
    if place == GridPlace(-1, -1) { return true }
    if extends {
      place.row = max(place.row, 0)
      place.column = max(place.column, 0)
    }
    select(place, extends: extends)
    return true
  }

  /// Cell by cell; past the last and before the first one the keyboard leaves the grid.
  private func tab(_ step: Int) -> Bool {
    guard let grid else { return false }
    var (row, column) = (current.row, current.column + step)
    let last = grid.columns.count - 1
    if column > last { (row, column) = (row + 1, -1) }
    if column < -1 { (row, column) = (row - 1, last) }
    guard row < grid.rows.count, row > -1 || (row == -1 && column >= 0) else { return false }
    select(GridPlace(row, column))
    return true
  }

  /// Where the name of a new row is written; else of a new column.
  private func goToNew() -> Bool {
    guard let grid, !session.isReadOnly else { return false }
    if !current.isColumnHeading, let row = grid.rows.firstIndex(where: \.isNew) {
      edit(GridPlace(row, -1))
      return true
    }
    guard let column = grid.columns.firstIndex(where: \.isNew) else { return false }
    edit(GridPlace(-1, column))
    return true
  }

  func writeNote() -> Bool {
    guard let grid, !grid.noteTitle.isEmpty, grid.isEditable(current) else { return false }
    guard !grid.cell(at: current).text.isEmpty else {
      say(tr("Set a value first; then say why."))
      return true
    }
    write(current, grid.cell(at: current).note, isNote: true)
    return true
  }

  /// A key sets a cell at once, or begins a text in the place of the old one.
  private func type(_ key: Key) -> Bool {
    guard let grid, key.beginsText else { return false }
    guard !session.isReadOnly else { return true }
    let place = current
    if !place.isHeading, grid.isEditable(place) || !view.selection.isOne {
      if case .choice(let choices) = grid.kind(at: place) {
        guard let character = key.character else { return false }
        if key == .space {
          edit(place)
        } else if let choice = grid.kind(at: place).choice(ofKey: character) {
          set(choice.text)
        } else {
          say(
            tr(
              "“{text}” does not fit there. It takes {choices}.",
              [
                "text": String(character),
                "choices": listed(
                  choices.flatMap { $0.keys.map { String($0).uppercased() } }),
              ]))
        }
        return true
      }
      guard grid.isEditable(place) else { return false }
      if key == .space, let bare = bareText(place, grid) {
        set(bare)
        return true
      }
    } else if place.isHeading ? !canRename(place, grid) : true {
      edit(place)
      return true
    }
    guard let character = key.character else {
      // A dead key or the compose key: the field's input method takes it.
      write(place, "", typed: "")
      if let editing { keys.forward(to: editing.editor.view) }
      return true
    }
    if key == .space {
      edit(place)
      return true
    }
    write(place, place.isHeading ? "" : grid.cell(at: place).text, typed: String(character))
    return true
  }

  /// What Space draws: a line without words, and takes away again.
  private func bareText(_ place: GridPlace, _ grid: any RecordGrid) -> String? {
    guard grid is ContributionGrid else { return nil }
    let text = grid.cell(at: place).text
    return text.isEmpty
      ? ContributionGrid.bare : text == ContributionGrid.bare ? "" : nil
  }

  private func canRename(_ place: GridPlace, _ grid: any RecordGrid) -> Bool {
    place.isRowHeading
      ? grid.rows.indices.contains(place.row) && grid.rows[place.row].isEditable
      : place.isColumnHeading && grid.columns.indices.contains(place.column)
        && grid.columns[place.column].isEditable
  }
}
