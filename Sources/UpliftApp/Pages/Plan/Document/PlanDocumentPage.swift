import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// The plan as a document: what is in it at the left, its pages beside it.
@MainActor final class PlanDocumentPage: Page {
  let place = Place.planDocument
  var widget: Widget { body }
  var title: String { tr("Plan document") }
  var exportSubject: ExportSubject? { .plan }

  private let session: Session
  private let body = Box(.horizontal, spacing: 0)
  private let list = Box(.vertical, spacing: 2)
  private(set) var rows: [PlanSectionRow] = []
  let preview: PlanPreview
  private let export: (ExportSubject) -> Void
  private var paper: DropDown
  private var isShowing = false
  /// As it is in the file; one that is not there yet comes with the first change.
  private var document = PlanDocument(rank: .middle)
  private var isKept = false
  private lazy var titleEditor = LineEditor(PlanDocument.usualTitle) { [weak self] text, typing in
    self?.change(typing: typing) { $0.title = text }
  }
  private lazy var subtitleEditor = LineEditor(tr("For whom, or for which year")) {
    [weak self] text, typing in
    self?.change(typing: typing) { $0.subtitle = text }
  }

  /// On the cover.
  private(set) lazy var dayEditor = DayEditor { [weak self] day, typing in
    self?.changeSetup(typing: typing) { $0.day = day }
  }
  private let showOrganisation: () -> Void

  init(
    _ session: Session, export: @escaping (ExportSubject) -> Void, print: @escaping () -> Void,
    showOrganisation: @escaping () -> Void
  ) {
    self.session = session
    self.export = export
    self.showOrganisation = showOrganisation
    preview = PlanPreview(session)
    paper = DropDown([tr("A4"), tr("Letter")])
    rows = PlanSection.allCases.map { section in
      PlanSectionRow(
        section,
        toggle: { [weak self] isIncluded in
          self?.changeSetup { $0.set(section, isIncluded: isIncluded) }
        }, show: { [weak self] in self?.preview.turn(to: section) },
        move: { [weak self] in self?.move(section, by: $0) },
        showDrop: { [weak self] in self?.showDrop(of: section, by: $0) })
    }
    let form = PageParts.scrolling(makeForm(print))
    form.expandsHorizontally = false
    form.setSizeRequest(width: 330)
    body.append(form)
    body.append(preview.widget)
    preview.widget.setMargins(top: 16, bottom: 16, start: 16, end: 16)
    preview.onSet = { [weak self] in self?.showRows() }
    addKeys()
    read()
    show(soon: false)
  }

  private func makeForm(_ print: @escaping () -> Void) -> Box {
    let form = Box(.vertical, spacing: 8)
    form.append(PageParts.heading(tr("Plan document")))
    form.append(makeButtons(print))
    for (name, editor) in [(tr("Title"), titleEditor), (tr("Subtitle"), subtitleEditor)] {
      let label = Label(name, classes: ["field-label"])
      label.alignment = 0
      editor.setName(name)
      editor.entry.expandsHorizontally = true
      editor.setEditable(!session.isReadOnly)
      label.setTarget(editor.entry)
      form.append(Box(.vertical, [label, editor.entry]))
    }
    form.append(makeDay())
    let label = Label(tr("Paper"), classes: ["field-label"])
    label.alignment = 0
    paper.addClass("field-box")
    paper.setAccessibleLabel(tr("Paper"))
    paper.isSensitive = !session.isReadOnly
    paper.onSelected { [weak self] in
      guard let self, !isShowing, let index = paper.selected else { return }
      changeSetup { $0.page = index == 1 ? .letter : .a4 }
    }
    form.append(Box(.vertical, [label, paper]))
    let heading = Label(tr("Sections"), classes: ["field-label"])
    heading.alignment = 0
    form.append(heading)
    form.append(makeReaders())
    for row in rows { list.append(row.widget) }
    list.setAccessibleLabel(tr("Sections"))
    form.append(list)
    form.append(PageParts.heading(tr("Sheets and cards")))
    form.append(makeSheets())
    return form
  }

  /// The cover's day, and the way to where the organisation's looks are kept.
  private func makeDay() -> Box {
    let name = tr("Date on the cover")
    let label = Label(name, classes: ["field-label"])
    label.alignment = 0
    dayEditor.setName(name)
    dayEditor.setEditable(!session.isReadOnly)
    dayEditor.entry.expandsHorizontally = true
    dayEditor.entry.tooltip = tr("When it is empty: the day on which the document is made.")
    label.setTarget(dayEditor.entry)
    dayEditor.begin(document.setup.day)
    let looks = Button(label: tr("Logo, colour and font…"))
    looks.addClass("small-text-button")
    looks.horizontalAlignment = .start
    looks.setMargins(top: 6)
    looks.tooltip = tr("They are those of the organisation.")
    looks.onClicked { [weak self] in self?.showOrganisation() }
    return Box(.vertical, [label, dayEditor.widget, looks])
  }

  private func makeButtons(_ print: @escaping () -> Void) -> Box {
    let exportButton = Button(label: tr("Export…"))
    exportButton.addClass("suggested")
    exportButton.onClicked { [weak self] in self?.export(.plan) }
    let printButton = Button(label: tr("Print…"))
    printButton.addClass("form-button")
    printButton.onClicked(print)
    return Box(.horizontal, spacing: 8, [exportButton, printButton])
  }

  /// Choices of sections to begin with.
  private func makeReaders() -> Box {
    let box = Box(.horizontal, spacing: 6)
    for readers in PlanReaders.allCases {
      let button = Button(label: readers.title)
      button.addClass("form-button")
      button.tooltip = readers.detail
      button.isSensitive = !session.isReadOnly
      button.onClicked { [weak self] in
        self?.changeSetup { $0.leftOut = readers.leavesOut }
      }
      box.append(button)
    }
    return box
  }

  private func makeSheets() -> Box {
    let box = Box(.vertical, spacing: 2)
    for department in session.outline.departments {
      let id = department.id
      let button = Button(
        label: tr(
          "{department}: how our work reaches the customer…", ["department": department.name]))
      button.hasFrame = false
      button.horizontalAlignment = .start
      button.onClicked { [weak self] in self?.export(.department(id)) }
      box.append(button)
    }
    let cards = Button(label: tr("Postcards of the Customer Champions…"))
    cards.hasFrame = false
    cards.horizontalAlignment = .start
    cards.isSensitive = !champions.isEmpty
    cards.tooltip =
      champions.isEmpty ? tr("Nobody has been named a Customer Champion yet.") : ""
    cards.onClicked { [weak self] in self?.export(.champions) }
    box.append(cards)
    return box
  }

  private var champions: [any Entity] {
    session.read { try session.workspace.records(of: .champion) } ?? []
  }

  // MARK: What is in it

  private func read() {
    let kept =
      session.read { try session.workspace.records(of: .planDocument) }?
      .compactMap { $0 as? PlanDocument }.inOrder().first
    isKept = kept != nil
    document = kept ?? PlanDocument(id: document.id, rank: .middle)
  }

  private func changeSetup(
    typing: UUID? = nil, _ change: (inout PlanDocument.Setup) -> Void
  ) {
    let old = document.setup
    var setup = old
    change(&setup)
    guard setup != old else { return }
    self.change(old.editName(to: setup), typing: typing) { $0.setup = setup }
  }

  private func change(
    _ name: EditName = .editDetails, typing: UUID? = nil, _ change: (inout PlanDocument) -> Void
  ) {
    guard !session.isReadOnly else { return }
    if isKept {
      session.perform(Edit.changing(document, name, typing: typing, change))
    } else {
      var new = document
      change(&new)
      guard new != document else { return }
      session.perform(
        Edit(
          name, [.insert(new)], coalescing: typing.map { "details \($0)" }))
    }
  }

  func move(_ section: PlanSection, by places: Int) {
    guard let old = document.setup.order.firstIndex(of: section) else { return }
    changeSetup { $0.move(section, to: old + places) }
    rows.first { $0.section == section }?.check.grabFocus()
  }

  /// A line where a section would stand after a move by so many places; none for 0.
  private func showDrop(of section: PlanSection, by places: Int) {
    guard let index = rows.firstIndex(where: { $0.section == section }) else { return }
    let target = min(max(index + places, 0), rows.count - 1)
    for (place, row) in rows.enumerated() {
      row.widget.setClass("drop-above", place == target && target < index)
      row.widget.setClass("drop-below", place == target && target > index)
    }
  }

  private func show(soon: Bool) {
    isShowing = true
    titleEditor.show(document.title)
    subtitleEditor.show(document.subtitle)
    dayEditor.show(document.setup.day)
    let index = document.setup.page == .letter ? 1 : 0
    if paper.selected != index { paper.selected = index }
    isShowing = false
    showRows()
    preview.show(document.setup, soon: soon)
  }

  private func showRows() {
    let setup = document.setup
    let order = setup.order.compactMap { section in rows.first { $0.section == section } }
    if order.map(\.section) != rows.map(\.section) {
      PageParts.arrange(list, rows.map(\.widget), order.map(\.widget))
      rows = order
    }
    let isKnown = preview.pages != nil
    for (index, row) in rows.enumerated() {
      row.show(
        isIncluded: setup.includes(row.section), isFirst: index == 0,
        isLast: index == rows.count - 1, isEditable: !session.isReadOnly,
        hasPages: isKnown ? preview.firstPage(of: row.section) != nil : nil)
    }
  }

  private func addKeys() {
    let keys = KeyController()
    // Before what is around the choices scrolls by them.
    keys.setPhase(.capture)
    keys.onPressed { [weak self] key, _ in
      switch key {
      case .pageUp, .keypadPageUp: self?.preview.turn(by: -1)
      case .pageDown, .keypadPageDown: self?.preview.turn(by: 1)
      default: return false
      }
      return true
    }
    body.addController(keys)
  }

  // MARK: Page

  var followsUnseen: Bool { false }

  func follow(_ change: WorkspaceChange) -> Bool {
    read()
    show(soon: true)
    return true
  }

  func takeFocus() { titleEditor.entry.grabFocus() }
  func commitTyping() {
    titleEditor.commitTyping()
    subtitleEditor.commitTyping()
    dayEditor.commitTyping()
  }
}
