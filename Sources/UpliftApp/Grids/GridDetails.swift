import Foundation
import Gtk
import UpliftCore

/// The current cell of a grid beside it: what it says of what, its value and its note as fields, and
/// what is wrong there.
@MainActor final class GridDetails {
  let widget: ScrolledWindow
  private let editor: GridEditor
  private let contents = Box(.vertical, spacing: 6)
  /// Instead of the fields, where there is no cell.
  private let hint = PageParts.dim(tr("Select a cell, and all that belongs to it is here."))
  private let row = Label("", classes: ["inspector-title"])
  private let column = Label("", classes: ["inspector-subtitle"])
  private let fault = Label("", classes: ["field-mark"])
  private let valueLabel = Label("", classes: ["field-label"])
  private let choice: ChoiceEditor<String>
  private let text: TextEditor
  private let noteLabel = Label("", classes: ["field-label"])
  private let note: TextEditor
  private let name: TextEditor
  private let nameLabel = Label(tr("Name"), classes: ["field-label"])
  private let rule = PageParts.dim()
  private let openRow = Button(label: "")
  private let openColumn = Button(label: "")
  private let sheet = Button(label: tr("Sheet of this department…"))
  private var department: UUID?
  private var place = GridPlace(0, 0)
  private var line = ""

  /// - Parameter export: what a line has a document of its own for.
  init(_ editor: GridEditor, export: @escaping (ExportSubject) -> Void) {
    self.editor = editor
    var set: ((String, UUID?) -> Void)?
    var setNote: ((String, UUID) -> Void)?
    choice = ChoiceEditor { set?($0, nil) }
    text = TextEditor { set?($0, $1) }
    note = TextEditor { setNote?($0, $1) }
    name = TextEditor { set?($0, $1) }
    hint.setMargins(12)
    widget = ScrolledWindow(Box(.vertical, [hint, contents]))
    contents.isVisible = false
    widget.setPolicy(horizontal: .never, vertical: .automatic)
    widget.setAccessibleLabel(tr("Details"))
    contents.addClass("inspector")
    for label in [row, column, fault, valueLabel, noteLabel, nameLabel] {
      label.alignment = 0
      label.wraps = true
    }
    for button in [openRow, openColumn, sheet] {
      button.addClass("small-text-button")
      button.horizontalAlignment = .start
    }
    rule.addClass("notice-rule")
    for child in [
      row, column, fault, nameLabel, name.widget, valueLabel, choice.widget, text.widget, noteLabel,
      note.widget, openRow, openColumn, sheet, rule,
    ] as [Widget] {
      contents.append(child)
    }
    for field in [text, note, name] { field.setEditable(!editor.session.isReadOnly) }
    choice.setEditable(!editor.session.isReadOnly)
    set = { [weak self] in self?.set($0, typing: $1) }
    setNote = { [weak self] in self?.setNote($0, typing: $1) }
    sheet.tooltip = tr("A page on how its work reaches the customer")
    sheet.onClicked { [weak self] in
      if let department = self?.department { export(.department(department)) }
    }
    openRow.onClicked { [weak self] in
      guard let self else { return }
      _ = editor.open(GridPlace(place.row, -1))
    }
    openColumn.onClicked { [weak self] in
      guard let self else { return }
      _ = editor.open(GridPlace(-1, place.column))
    }
  }

  private func set(_ text: String, typing: UUID?) {
    guard let grid = editor.grid, isCurrent(grid) else { return }
    // A place for a new line becomes one when its name is written where it stands.
    if place.isHeading, text.allSatisfy(\.isWhitespace) { return }
    editor.take(grid.setting(text, at: place, typing: typing))
  }

  private func setNote(_ text: String, typing: UUID) {
    guard let grid = editor.grid, isCurrent(grid) else { return }
    editor.take(grid.settingNote(text, at: place, typing: typing))
  }

  /// Whether the cell that is shown is still the one that stands there.
  private func isCurrent(_ grid: any RecordGrid) -> Bool { Self.key(place, grid) == line }

  private static func key(_ place: GridPlace, _ grid: any RecordGrid) -> String {
    let row = grid.rows.indices.contains(place.row) ? grid.rows[place.row].id : ""
    let column = grid.columns.indices.contains(place.column) ? grid.columns[place.column].id : ""
    return row + "|" + column
  }

  func show() {
    contents.isVisible = editor.grid != nil
    hint.isVisible = editor.grid == nil
    guard let grid = editor.grid else { return }
    let place = editor.current
    let isNew = place != self.place || Self.key(place, grid) != line
    if isNew { commitTyping() }
    self.place = place
    line = Self.key(place, grid)
    let rowLine = grid.rows.indices.contains(place.row) ? grid.rows[place.row] : nil
    let columnLine =
      grid.columns.indices.contains(place.column) ? grid.columns[place.column] : nil
    row.text = rowLine?.fullTitle ?? columnLine?.fullTitle ?? grid.corner
    column.text = rowLine == nil ? "" : columnLine?.fullTitle ?? ""
    column.isVisible = !column.text.isEmpty
    let cell = place.isHeading || rowLine == nil || columnLine == nil ? nil : grid.cell(at: place)
    let faults = [
      cell?.mark ?? "", rowLine?.detail ?? "", cell == nil ? columnLine?.detail ?? "" : "",
    ].filter { !$0.isEmpty }
    fault.text = faults.joined(separator: "\n")
    fault.isVisible = !faults.isEmpty
    showName(isNew, grid, rowLine ?? columnLine)
    showValue(isNew, grid, cell)
    rule.text = grid.rule
    show(openRow, rowLine)
    show(openColumn, columnLine)
    department =
      [rowLine, columnLine].lazy.compactMap { $0?.reference }
      .first { $0.kind == .department }?.id
    sheet.isVisible = department != nil
  }

  private func show(_ button: Button, _ line: GridLine?) {
    button.isVisible = line?.reference != nil
    button.label = tr("Open “{title}”", ["title": String((line?.name ?? "").prefix(24))])
  }

  private func showName(_ isNew: Bool, _ grid: any RecordGrid, _ line: GridLine?) {
    let isShown = place.isHeading && (line?.isEditable ?? false) && !(line?.isNew ?? true)
    nameLabel.isVisible = isShown
    name.widget.isVisible = isShown
    guard isShown, let line else { return }
    name.setName(nameLabel.text)
    isNew ? name.begin(line.name) : name.show(line.name)
  }

  private func showValue(_ isNew: Bool, _ grid: any RecordGrid, _ cell: GridCell?) {
    let isEditable = cell != nil && grid.isEditable(place)
    var choices: [GridChoice] = []
    if case .choice(let all) = grid.kind(at: place) { choices = all }
    valueLabel.isVisible = isEditable
    valueLabel.text = tr("Value")
    choice.widget.isVisible = isEditable && !choices.isEmpty
    text.widget.isVisible = isEditable && choices.isEmpty
    let hasNote =
      isEditable && !grid.noteTitle.isEmpty && !(cell?.text.isEmpty ?? true)
      && !choices.isEmpty
    noteLabel.isVisible = hasNote
    noteLabel.text = grid.noteTitle
    note.widget.isVisible = hasNote
    guard isEditable, let cell else { return }
    let spoken = grid.spoken(at: place)
    if choices.isEmpty {
      text.setName(spoken)
      isNew ? text.begin(cell.text) : text.show(cell.text)
    } else {
      choice.setName(spoken)
      choice.show(
        cell.text, of: [("", tr("none"))] + choices.map { ($0.text, $0.line) })
    }
    if hasNote {
      note.setName(grid.noteTitle)
      isNew ? note.begin(cell.note) : note.show(cell.note)
    }
  }

  func commitTyping() {
    text.commitTyping()
    note.commitTyping()
    name.commitTyping()
  }
}
