import Foundation
import Gtk
import UpliftCore

/// A text that is being written over a cell, a heading, or as a cell's note.
@MainActor final class GridEditing {
  /// A line may come to stand elsewhere under another name.
  var place: GridPlace
  let editor: TextEditor
  /// Typing began it, so that arrows leave it; else they move in the text.
  let isTyped: Bool
  let isNote: Bool
  /// The stretch of typing that made the line whose name is being written.
  var madeBy: UUID?

  init(_ place: GridPlace, _ editor: TextEditor, isTyped: Bool, isNote: Bool) {
    self.place = place
    self.editor = editor
    self.isTyped = isTyped
    self.isNote = isNote
  }
}

extension GridEditor {
  /// Opens what a cell is changed with.
  func edit(_ place: GridPlace) {
    guard let grid, !session.isReadOnly else { return }
    if place.isHeading { return editHeading(place, grid) }
    guard grid.rows.indices.contains(place.row), grid.columns.indices.contains(place.column) else {
      return
    }
    guard grid.isEditable(place) else { return explain(place, grid) }
    switch grid.kind(at: place) {
    case .choice(let choices): choose(place, choices)
    default: write(place, grid.cell(at: place).text)
    }
  }

  /// Why nothing can be written in a cell.
  private func explain(_ place: GridPlace, _ grid: any RecordGrid) {
    if grid.rows[place.row].isNew || grid.columns[place.column].isNew {
      say(tr("Write a name into the heading first."))
    } else {
      say(grid.rule)
    }
  }

  private func editHeading(_ place: GridPlace, _ grid: any RecordGrid) {
    guard place.isRowHeading || place.isColumnHeading else { return }
    let lines = place.isRowHeading ? grid.rows : grid.columns
    let index = place.isRowHeading ? place.row : place.column
    guard lines.indices.contains(index), lines[index].isEditable else { return }
    write(place, lines[index].name)
  }

  /// - Parameters:
  ///   - typed: what somebody typed in place of the text.
  ///   - isNote: the note of the cell, not its value.
  func write(_ place: GridPlace, _ text: String, typed: String? = nil, isNote: Bool = false) {
    guard let grid, !session.isReadOnly else { return }
    endEditing()
    select(place)
    let editor = TextEditor(classes: ["grid-editor"]) { [weak self] text, typing in
      self?.save(text, typing: typing)
    }
    editor.setName(
      isNote
        ? tr("{title} of {cell}", ["title": grid.noteTitle, "cell": grid.spoken(at: place)])
        : grid.spoken(at: place))
    editor.begin(text)
    let new = GridEditing(place, editor, isTyped: typed != nil, isNote: isNote)
    editing = new
    editor.widget.setParent(view)
    view.editsNote = isNote
    view.editor = (editor.widget, place)
    view.queueResize()
    addKeys(to: new)
    let focus = FocusController()
    focus.onLeave { [weak self, weak new] in
      self?.soon { [weak self, weak new] in
        guard let self, let new, editing === new, !new.editor.view.containsFocus else { return }
        endEditing()
      }
    }
    editor.view.addController(focus)
    editor.view.grabFocus()
    if let typed {
      editor.view.text = ""
      editor.view.insertAtCursor(typed)
    } else if place.isHeading {
      editor.view.selectAll()
    } else {
      editor.view.moveCursorToEnd()
    }
  }

  /// What does not fit as far as it is written waits for the rest of it, or for the end; so does a
  /// name under which nothing is kept.
  private func save(_ text: String, typing: UUID) {
    guard let editing, let grid else { return }
    let place = editing.place
    if editing.isNote {
      take(grid.settingNote(text, at: place, typing: typing))
      return
    }
    if place.isHeading, text.allSatisfy(\.isWhitespace) { return }
    var outcome = grid.setting(text, at: place, typing: typing)
    guard outcome.refused.isEmpty, outcome.edit != nil else { return }
    outcome.pending = grid.pending
    if isNew(place) { editing.madeBy = typing }
    take(outcome)
    if place.isHeading { follow(editing, text) }
  }

  /// The field stays over the line whose name is being written.
  private func follow(_ editing: GridEditing, _ text: String) {
    guard let grid, self.editing === editing else { return }
    let isRow = editing.place.isRowHeading
    let lines = isRow ? grid.rows : grid.columns
    let index = isRow ? editing.place.row : editing.place.column
    let name = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !lines.indices.contains(index) || lines[index].isNew || lines[index].name != name,
      let found = lines.firstIndex(where: { !$0.isNew && $0.isEditable && $0.name == name })
    else { return }
    editing.place = isRow ? GridPlace(found, -1) : GridPlace(-1, found)
    view.editor?.place = editing.place
    view.select(GridSelection(editing.place))
    view.queueAllocate()
  }

  private func addKeys(to editing: GridEditing) {
    let keys = KeyController()
    keys.setPhase(.capture)
    keys.onPressed { [weak self, weak editing] key, modifiers in
      guard let self, let editing, !editing.editor.isComposing else { return false }
      let isHeading = editing.place.isColumnHeading
      let isMirrored = view.isRightToLeft
      switch (key, modifiers) {
      case (.enter, []), (.keypadEnter, []):
        return leave(editing, down: isHeading ? 0 : 1, along: isHeading ? 1 : 0)
      case (.tab, []): return leave(editing, along: 1)
      case (.backTab, _), (.tab, .shift): return leave(editing, along: -1)
      case (.escape, []):
        endEditing(keeps: false)
        return true
      case (.up, []), (.keypadUp, []): return editing.isTyped && leave(editing, down: -1)
      case (.down, []), (.keypadDown, []): return editing.isTyped && leave(editing, down: 1)
      case (.left, []), (.keypadLeft, []):
        return editing.isTyped && leave(editing, along: isMirrored ? 1 : -1)
      case (.right, []), (.keypadRight, []):
        return editing.isTyped && leave(editing, along: isMirrored ? -1 : 1)
      default: return false
      }
    }
    editing.editor.view.addController(keys)
  }

  /// Keeps the text and goes to another cell; stays where the text does not fit.
  private func leave(_ editing: GridEditing, down: Int = 0, along: Int = 0) -> Bool {
    guard endEditing() else { return true }
    let place = view.bounded(
      GridPlace(editing.place.row + down, editing.place.column + along))
    // Enter on a heading that is new stays among the headings.
    select(place)
    return true
  }

  /// The text stands in its cell.
  ///
  /// - Parameter keeps: false: the text from before it was begun comes back.
  /// - Returns: false when the text does not fit, and is still being written.
  @discardableResult
  func endEditing(keeps: Bool = true) -> Bool {
    guard let editing, let grid else { return true }
    let text = editing.editor.view.text
    let (place, isNote) = (editing.place, editing.isNote)
    if keeps {
      let old = shown(place, isNote: isNote, in: grid)
      if text != old {
        let outcome: GridOutcome? =
          isNote
          ? grid.settingNote(text, at: place, typing: editing.editor.typingID)
          : isNew(place) && text.allSatisfy(\.isWhitespace)
            ? nil
            : grid.setting(
              text, at: place, typing: editing.editor.typingID)
        if let outcome, !outcome.refused.isEmpty {
          editing.editor.frame.addClass("error")
          say(outcome.sentence)
          // Who went elsewhere does not come back for it.
          if editing.editor.view.containsFocus { return false }
          editing.editor.revert()
        } else {
          self.editing = nil
          take(outcome)
        }
      }
    } else {
      editing.editor.revert()
      if let typing = editing.madeBy { takeBack(editing.place, typing) }
    }
    self.editing = nil
    let hadFocus = editing.editor.view.containsFocus
    view.editor = nil
    if hadFocus { view.focusCurrent() }
    editing.editor.widget.unparent()
    view.queueResize()
    return true
  }

  /// A line that was made by writing a name goes again with the name.
  private func takeBack(_ place: GridPlace, _ typing: UUID) {
    guard let grid else { return }
    var edit =
      place.isRowHeading ? grid.removing(row: place.row) : grid.removing(column: place.column)
    edit?.coalescing = "details \(typing)"
    session.perform(edit)
  }

  private func shown(_ place: GridPlace, isNote: Bool, in grid: any RecordGrid) -> String {
    if place.isRowHeading {
      return grid.rows.indices.contains(place.row) ? grid.rows[place.row].name : ""
    }
    if place.isColumnHeading {
      return grid.columns.indices.contains(place.column) ? grid.columns[place.column].name : ""
    }
    let cell = grid.cell(at: place)
    return isNote ? cell.note : cell.text
  }

  // MARK: Choosing

  /// One of a cell's values, with what they mean; their keys work here, too.
  func choose(_ place: GridPlace, _ choices: [GridChoice]) {
    guard let grid, let frame = view.frame(place) else { return }
    let list = ListBox()
    list.setSelection(.single)
    list.activatesOnSingleClick = true
    list.setAccessibleLabel(grid.spoken(at: place))
    let lines = choices.map(\.line) + [tr("none")]
    for line in lines {
      let label = Label(line)
      label.alignment = 0
      let row = ListBoxRow(label)
      row.addClass("register-choice")
      list.append(row)
    }
    let popover = Popover(list)
    popover.addClass("register-popover")
    popover.setParent(view)
    popover.setSide(.bottom)
    popover.pointTo(frame)
    let take = { [weak self, weak popover] (text: String) in
      // First, so that a key that is pressed at once finds the grid.
      self?.isChoosing = false
      self?.view.focusCurrent()
      popover?.popDown()
      self?.set(text)
    }
    list.onRowActivated { index in
      take(choices.indices.contains(index) ? choices[index].text : "")
    }
    let keys = KeyController()
    keys.setPhase(.capture)
    keys.onPressed { key, modifiers in
      guard modifiers.subtracting(.shift).isEmpty else { return false }
      if [.delete, .keypadDelete, .backspace].contains(key) {
        take("")
        return true
      }
      guard let character = key.character,
        let choice = GridCellKind.choice(choices).choice(ofKey: character)
      else { return false }
      take(choice.text)
      return true
    }
    list.addController(keys)
    keep(popover)
    let text = grid.cell(at: place).text
    let index = choices.firstIndex { $0.text == text } ?? 0
    popover.popUp()
    list.selectedIndex = index
    list.row(at: index)?.grabFocus()
  }
}
