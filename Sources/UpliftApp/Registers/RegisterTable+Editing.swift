import Foundation
import Gtk
import UpliftCore

/// A cell of a register that is edited in its place.
extension RegisterTable {
  func edit(_ id: UUID, _ column: Int) {
    guard !session.isReadOnly, let row = row(id) else { return }
    endEditing()
    current = (id, column)
    if !selection.ids.contains(id) { selection.select(id) }
    showSelection()
    switch columns[column].kind {
    case .computed: openTarget(id, column)
    case .yesNo:
      let choices = columns[column].choices()
      let shown = columns[column].text(row.record)
      if let other = choices.first(where: { $0 != shown }) { save(other, column, of: id) }
    case .choice, .rating: choose(row, column)
    default: type(row, column)
    }
  }

  private func type(_ row: RegisterRow<Record>, _ column: Int) {
    let id = row.id
    var mark: ((Bool) -> Void)?
    let editor = LineEditor { [weak self] text, typing in
      mark?(self?.save(text, column, of: id, typing: typing) ?? true)
    }
    mark = { [weak editor] fits in editor?.entry.setClass("error", !fits) }
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
    editing = (id, column)
    row.cells[column].edit(
      editor, columns[column].text(row.record),
      name: tr(
        "{field} of {name}", ["field": columns[column].title, "name": name(row.record)]))
    editor.entry.selectAll()
  }

  /// Enter keeps the text and goes on to the next row; below the last, to a new one.
  private func entered(_ id: UUID, _ column: Int) {
    soon { [weak self] in
      guard let self else { return }
      endEditing()
      guard let index = rows.firstIndex(where: { $0.id == id }) else { return }
      if index + 1 < rows.count {
        focus(rows[index + 1].id, column)
      } else {
        focus(id, column)
      }
    }
  }

  /// The text stands in its cell again, and the rows in their order.
  func endEditing() {
    guard let place = editing else { return }
    if let cell = row(place.id)?.cells[place.column] {
      let hadFocus = cell.box.containsFocus
      cell.endEditing()
      if hadFocus { cell.box.grabFocus() }
    }
    editing = nil
    arrange()
  }

  // MARK: Choosing

  private func choose(_ row: RegisterRow<Record>, _ column: Int) {
    let id = row.id
    let cell = row.cells[column]
    let choices = columns[column].choices()
    let list = ListBox()
    list.setSelection(.single)
    list.activatesOnSingleClick = true
    list.setAccessibleLabel(columns[column].title)
    for choice in choices {
      let label = Label(choice.isEmpty ? tr("none") : choice.replacingNewlines())
      label.alignment = 0
      label.setEllipsis(.end)
      label.setWidthInCharacters(maximum: 44)
      let row = ListBoxRow(label)
      row.addClass("register-choice")
      list.append(row)
    }
    let scroller = ScrolledWindow(list)
    scroller.setPolicy(horizontal: .never, vertical: .automatic)
    scroller.setContentSize(maximumHeight: 280)
    scroller.setPropagatesNaturalSize(width: true, height: true)
    let popover = Popover(scroller)
    popover.addClass("register-popover")
    popover.setParent(cell.box)
    popover.setSide(.bottom)
    self.popover = popover
    list.onRowActivated { [weak self, weak popover] index in
      popover?.popDown()
      guard let self, choices.indices.contains(index) else { return }
      saveAll(choices[index], column, at: id)
    }
    popover.onClosed { [weak self, weak cell] in
      self?.soon { [weak self, weak cell] in
        self?.popover?.unparent()
        self?.popover = nil
        guard let self, let cell, editing == nil else { return }
        cell.box.grabFocus()
      }
    }
    let chosen = choices.firstIndex(of: columns[column].text(row.record)) ?? 0
    popover.popUp()
    list.selectedIndex = chosen
    list.row(at: chosen)?.grabFocus()
  }

  /// What is chosen for one of several selected rows is chosen for all of them.
  func saveAll(_ text: String, _ column: Int, at id: UUID) {
    guard selection.ids.contains(id), selection.ids.count > 1 else {
      save(text, column, of: id)
      return
    }
    session.perform(
      RegisterPasting.fill(text, columns[column], of: selectedRecords).edit(.editDetails))
  }
}
