import Foundation
import Gtk
import UpliftCore

/// A cell of a register that is edited in its place.
extension RegisterTable {
  /// - Parameter typed: the first letter of what somebody types in place of what is there.
  func edit(_ id: UUID, _ column: Int, typed: String? = nil) {
    guard !session.isReadOnly, let place = view.place(of: id) else { return }
    endEditing()
    current = (id, column)
    if !selection.ids.contains(id) { selection.select(id) }
    guard let row = view.reveal(view.place(of: id) ?? place), let record = row.record else {
      return
    }
    showSelection()
    bringIntoSight(column)
    switch columns[column].kind {
    case .computed: openTarget(id, column)
    case .yesNo:
      if let typed { return chooseDirectly(typed, (id, column)) }
      let choices = columns[column].choices()
      let shown = columns[column].text(record)
      if let other = choices.first(where: { $0 != shown }) { saveAll(other, column, at: id) }
    case .choice, .rating: choose(row, column, columns[column].choices(), typed: typed)
    case .several: chooseSeveral(row, column, typed: typed)
    case .longText: write(row, column, typed: typed)
    case .link: findLink(row, column, typed: typed)
    default: type(row, column)
    }
  }

  private func type(_ row: RegisterRow<Record>, _ column: Int) {
    guard let record = row.record else { return }
    let id = row.id
    var mark: ((Bool) -> Void)?
    var isTyping = { false }
    let editor = LineEditor(
      takes: { [weak self] text in
        guard let self, let now = self.record(id) else { return true }
        return columns[column].fits(text, in: now)
      }
    ) { [weak self] text, typing in
      mark?(
        self?.save(text, column, of: id, typing: typing, isUnfinished: isTyping()) ?? true)
    }
    mark = { [weak editor] fits in editor?.entry.setClass("error", !fits) }
    isTyping = { [weak editor] in editor?.isTyping ?? false }
    editor.onEnter = { [weak self] in self?.entered(id, column) }
    let focus = FocusController()
    focus.onLeave { [weak self, weak editor] in
      self?.soon { [weak self, weak editor] in
        guard let self, let editor, row.cells[column].editor === editor,
          !editor.entry.containsFocus
        else { return }
        endEditing()
      }
    }
    editor.entry.addController(focus)
    addKeys(to: editor, row, column)
    editing = (id, column)
    row.cells[column].edit(
      editor, columns[column].text(record),
      name: tr(
        "{field} of {name}", ["field": columns[column].title, "name": name(record)]))
    editor.entry.selectAll()
  }

  /// Enter keeps the text and goes on to the row that stood below while it was written: the text
  /// may sort its own row elsewhere. At once: the next key may be there already.
  private func entered(_ id: UUID, _ column: Int) {
    let below = view.place(of: id).flatMap { shown.dropFirst($0 + 1).first?.id }
    endEditing()
    if let below, view.place(of: below) != nil {
      focus(below, column)
    } else {
      focus(id, column)
    }
  }

  /// Tab keeps the text and goes on to the next cell, at the end of a row to the next one.
  func tabbed(_ id: UUID, _ column: Int, by step: Int) {
    endEditing()
    if !tab(from: (id, column), by: step) { focus(id, column) }
  }

  /// To the next cell, at the end of a row to the next row; false at the table's end.
  func tab(from place: (id: UUID, column: Int), by step: Int) -> Bool {
    guard let index = view.place(of: place.id) else { return false }
    if columns.indices.contains(place.column + step) {
      focus(place.id, place.column + step)
      return true
    }
    guard shown.indices.contains(index + step) else { return false }
    focus(shown[index + step].id, step > 0 ? 0 : columns.count - 1)
    return true
  }

  /// One step of undo, with what was typed on the way.
  func keepInAll(_ editor: LineEditor, _ column: Int, at id: UUID) {
    let (text, stretch) = (editor.entry.text, editor.stretch)
    endEditing()
    saveAll(text, column, at: id, typing: stretch)
  }

  /// Ctrl+Enter keeps the text in all selected rows; Alt+Down offers the people.
  private func addKeys(to editor: LineEditor, _ row: RegisterRow<Record>, _ column: Int) {
    let id = row.id
    let keys = KeyController()
    keys.setPhase(.capture)
    keys.onPressed { [weak self, weak editor] key, modifiers in
      guard let self, let editor else { return false }
      switch (key, modifiers) {
      case (.tab, []):
        tabbed(id, column, by: 1)
        return true
      case (.tab, .shift), (.backTab, _):
        tabbed(id, column, by: -1)
        return true
      case (.enter, .control), (.keypadEnter, .control):
        keepInAll(editor, column, at: id)
        return true
      case (.down, .alt), (.keypadDown, .alt):
        guard columns[column].completes else { return false }
        soon { [weak self] in
          guard let self, let row = self.row(id) else { return }
          endEditing()
          choose(row, column, columns[column].choices())
        }
        return true
      default: return false
      }
    }
    editor.entry.addController(keys)
    if columns[column].completes {
      NameCompletion.add(to: editor.entry, columns[column].choices())
    }
  }

  /// The text stands in its cell again, and the rows in their order.
  func endEditing(arranges: Bool = true) {
    guard let place = editing else { return }
    if let cell = row(place.id)?.cells[place.column] {
      let hadFocus = cell.box.containsFocus
      cell.endEditing()
      if hadFocus { cell.box.grabFocus() }
    }
    editing = nil
    if arranges {
      arrange()
    } else {
      soon { [weak self] in self?.arrange() }
    }
  }
}
