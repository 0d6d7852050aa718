import Foundation
import Gtk
import UpliftCore

/// A page that is one grid, with what is chosen over it, what is worked out of it, and its rule.
@MainActor final class GridPage: Page {
  let place: Place
  var title: String { subject.title }
  var widget: Widget { box }
  let editor: GridEditor

  private let session: Session
  private let subject: GridSubject
  private let details: GridDetails
  private let box = Box(.vertical, spacing: 6)
  private let pickers: GridPickers
  private let summary = PageParts.dim()
  private let explanation = PageParts.dim()
  private let rule = PageParts.dim()
  private let empty = Box(.vertical, spacing: 10)
  private let emptyText = PageParts.dim()
  let addFirst: Button
  private var chosen: [String] = []
  private var pending: [String] = []
  private var contents: WorkspaceContents?
  private var pickersNow: [GridPicker] = []

  /// - Parameters:
  ///   - begin: makes a first record of what the grid is about, where such are kept.
  ///   - export: of what stands in the grid and has a document of its own.
  init(
    _ session: Session, _ place: Place, _ subject: GridSubject,
    go: @escaping (EntityReference) -> Void, begin: @escaping (EntityKind) -> Void = { _ in },
    export: @escaping (ExportSubject) -> Void = { _ in }
  ) {
    self.session = session
    self.place = place
    self.subject = subject
    editor = GridEditor(session)
    details = GridDetails(editor, export: export)
    pickers = GridPickers(isEditable: !session.isReadOnly)
    var first: (() -> Void)?
    addFirst = PageParts.adding(Self.firstTitle(of: subject)) { first?() }
    box.addClass("page")
    box.addClass("register-page")
    box.expandsHorizontally = true
    box.expandsVertically = true
    let heading = PageParts.heading(subject.title)
    heading.expandsHorizontally = true
    let menu = MenuButton(label: tr("Table"), menu: editor.menu())
    menu.addClass("small-text-menu")
    menu.verticalAlignment = .end
    // Inside the editor's box, where its actions are known.
    for child in [
      explanation, summary, pickers.box, Box(.horizontal, spacing: 8, [heading, menu]),
    ] as [Widget] {
      editor.box.prepend(child)
    }
    rule.addClass("notice-rule")
    addFirst.isSensitive = !session.isReadOnly
    empty.append(emptyText)
    empty.append(addFirst)
    empty.addClass("register-empty")
    box.append(editor.widget)
    box.append(empty)
    box.append(rule)
    editor.onCurrent = { [weak self] in self?.details.show() }
    editor.onPending = { [weak self] in
      self?.pending = $0
      self?.show()
    }
    editor.onOpen = go
    pickers.onChosen = { [weak self] in self?.choose($0, $1) }
    pickers.onAdd = { [weak self] in self?.add($0, $1) }
    first = { [weak self] in
      guard let self else { return }
      if let kind = subject.beginning { begin(kind) } else { add(0, "") }
    }
    read()
  }

  /// "Add round", "Add opportunity".
  private static func firstTitle(of subject: GridSubject) -> String {
    guard let kind = subject.beginning else {
      let nothing = WorkspaceContents(workspace: WorkspaceInfo(title: ""))
      return subject.pickers(in: nothing).first?.addTitle ?? ""
    }
    return Registers.addTitle(of: kind) ?? tr("New journey map")
  }

  /// The workspace as far as it is in the grid.
  private func read() {
    contents = session.read { try session.workspace.contents(of: subject.kinds) }
    show()
  }

  private func show() {
    guard let contents else { return }
    pickersNow = subject.pickers(in: contents, chosen: chosen, pending: pending)
    pickers.show(pickersNow)
    pickers.box.isVisible = !pickersNow.isEmpty
    let grid = subject.grid(
      in: contents, chosen: chosen, pending: pending, today: CalendarDay(Date()))
    empty.isVisible = grid == nil
    editor.isGridVisible = grid != nil
    // Else what it says instead would stand at the foot of the page.
    editor.widget.expandsVertically = grid != nil
    rule.isVisible = grid != nil
    guard let grid else {
      emptyText.text = subject.emptyText
      summary.isVisible = false
      explanation.isVisible = false
      return
    }
    summary.text = grid.summary.joined(separator: "\n")
    summary.isVisible = !grid.summary.isEmpty
    explanation.text = grid.explanation
    explanation.isVisible = !Self.isBegun(grid)
    rule.text = grid.rule
    editor.show(grid)
  }

  /// Whether something stands in it that somebody wrote: then they know how.
  private static func isBegun(_ grid: any RecordGrid) -> Bool {
    for row in grid.rows.indices.dropFirst(grid.pinnedRows) {
      for column in grid.columns.indices
      where grid.isEditable(GridPlace(row, column))
        && !grid.cell(at: GridPlace(row, column)).text.isEmpty
      {
        return true
      }
    }
    return false
  }

  private func choose(_ picker: Int, _ id: String) {
    endTyping()
    var picked = pickersNow.map { $0.chosen ?? "" }
    guard picked.indices.contains(picker) else { return }
    picked[picker] = id
    // What comes after it is chosen anew.
    chosen = Array(picked[...picker])
    if picker == 0, subject == .scorecards || subject == .readiness { pending = [] }
    show()
  }

  private func add(_ picker: Int, _ name: String) {
    guard !session.isReadOnly, let contents, pickersNow.indices.contains(picker) else { return }
    endTyping()
    let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
    if pickersNow[picker].isNameOnly {
      guard !name.isEmpty else { return }
      pending.append(name)
      choose(picker, name)
      editor.takeFocus()
      return
    }
    guard
      let new = subject.adding(
        name, toPicker: picker, in: contents, today: CalendarDay(Date()))
    else { return }
    chosen = Array(pickersNow.map { $0.chosen ?? "" }[..<picker]) + [new.id]
    pending = []
    session.perform(new.edit)
    editor.takeFocus()
  }

  // MARK: Page

  var inspector: Widget? { details.widget }
  /// The picture, or the register, that says the same.
  var exportSubject: ExportSubject? {
    switch subject {
    case .contributions:
      pickersNow.first?.chosen.flatMap { UUID(uuidString: $0) }.map { .departmentsOfMap($0) }
    case .gutScores: .register(.gutScore)
    case .skills: .figure(.skills)
    case .decisions: .figure(.decisions)
    case .scorecards: .register(.candidate)
    case .readiness: .figure(.readiness)
    }
  }
  var deletionWords: String? { editor.deletionWords }

  func follow(_ change: WorkspaceChange) -> Bool {
    if change.touches(subject.kinds) { read() }
    return true
  }

  func takeFocus() {
    if editor.grid == nil || empty.isVisible { empty.focusFirst() } else { editor.takeFocus() }
  }

  func reveal(_ reference: EntityReference) {
    guard let contents, let found = subject.place(of: reference.id, in: contents) else { return }
    chosen = found.chosen
    show()
    guard let grid = editor.grid,
      let row = grid.rows.firstIndex(where: { $0.id == found.row }),
      let column = grid.columns.firstIndex(where: { $0.id == found.column })
    else { return }
    editor.select(GridPlace(row, column))
  }

  func commitTyping() {
    editor.editing?.editor.commitTyping()
    details.commitTyping()
  }

  func endTyping() {
    editor.endEditing()
    details.commitTyping()
  }
}
