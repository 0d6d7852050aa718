import Foundation
import Gtk
import UpliftCore

/// The members as rows to type in, as in a spreadsheet: arrows, Tab and Enter go from cell to
/// cell, Alt+arrows move a row, and a block of cells can be pasted.
@MainActor final class MembersTable {
  let session: Session
  private let box = Box(.vertical, spacing: 6)
  var widget: Widget { box }
  private let list = Box(.vertical)
  private let table: Box
  private let message = Label("", classes: ["field-error"])
  private let empty = PageParts.dim(
    tr(
      "Nobody is in this group yet. Add people here, paste rows from a spreadsheet, or import a file."
    ))
  private(set) var rows: [MemberRow] = []
  private(set) var group: GroupContents?
  private let remarks = PageParts.dim()

  init(_ session: Session) {
    self.session = session
    let header = Box(.horizontal)
    let corner = Label("")
    corner.setSizeRequest(width: MemberRow.photoWidth)
    header.append(corner)
    header.addClass("table-header")
    for field in MemberField.allCases {
      let label = Label(Words.name(field))
      label.alignment = 0
      label.setEllipsis(.end)
      label.tooltip = Words.name(field)
      label.setSizeRequest(width: MemberRow.width(of: field))
      label.setWidthInCharacters(maximum: 1)
      header.append(label)
    }
    table = Box(.vertical, [header, list])
    table.addClass("table")
    table.horizontalAlignment = .start
    let scroller = ScrolledWindow(table)
    scroller.setPolicy(horizontal: .automatic, vertical: .never)
    // Up and down goes the page; sideways the bar and the focus.
    scroller.ignoreWheel()
    message.alignment = 0
    message.wraps = true
    message.isVisible = false
    box.append(empty)
    box.append(scroller)
    remarks.isVisible = false
    box.append(message)
    box.append(remarks)
    let buttons = Box(
      .horizontal, spacing: 8,
      [
        PageParts.adding(tr("Add member")) { [weak self] in self?.addLast() },
        PageParts.adding(tr("Paste rows")) { [weak self] in self?.paste(at: nil, .name) },
        PageParts.adding(tr("Import from a file…")) { [weak self] in self?.chooseFile() },
        eraseButton(),
      ])
    buttons.isSensitive = !session.isReadOnly
    box.append(buttons)
  }

  /// Of the member where the keyboard is.
  private func eraseButton() -> Button {
    let button = Button(label: tr("Erase a person…"))
    button.takesFocusOnClick = false
    button.onClicked { [weak self] in
      guard let self else { return }
      let row = rows.first { $0.widget.containsFocus }
      let name = group?.members.first { $0.id == row?.id }?.name
      box.activateAction("win.erase-person", text: name ?? "")
    }
    return button
  }

  func show(_ group: GroupContents) {
    self.group = group
    empty.isVisible = group.members.isEmpty
    table.isVisible = !group.members.isEmpty
    let old = rows
    var known: [UUID: MemberRow] = [:]
    for row in old { known[row.id] = row }
    rows = group.members.map {
      known[$0.id] ?? MemberRow($0, self, session)
    }
    PageParts.arrange(list, old.map(\.widget), rows.map(\.widget))
    for (row, member) in zip(rows, group.members) { row.show(member) }
  }

  // MARK: What rows ask for

  /// - Returns: false when the text is no day where one is wanted.
  func save(_ text: String, _ field: MemberField, of id: UUID, typing: UUID) -> Bool {
    guard let member = group?.members.first(where: { $0.id == id }) else { return true }
    var changed = member
    guard changed.set(field, to: text) else {
      say(Words.refusedDay)
      return false
    }
    say("")
    let new = changed
    session.perform(
      Edit.changing(member, field == .name ? .rename : .editDetails, typing: typing) { $0 = new })
    return true
  }

  func move(_ id: UUID, _ direction: Direction) {
    guard !session.isReadOnly else { return }
    session.perform(group?.members.moving(id, direction))
  }

  func delete(_ id: UUID) {
    let index = rows.firstIndex { $0.id == id }
    session.perform(Edit.deleting([EntityReference(.member, id)]))
    guard let index, !rows.isEmpty else { return }
    rows[min(index, rows.count - 1)].focus(.name)
  }

  /// The cell above or below; false at the table's end.
  func travel(from id: UUID, _ field: MemberField, down: Bool) -> Bool {
    guard let index = rows.firstIndex(where: { $0.id == id }) else { return false }
    let target = index + (down ? 1 : -1)
    guard rows.indices.contains(target) else { return false }
    rows[target].focus(field)
    return true
  }

  /// Enter: the next row, or a new one below the last.
  func enter(from id: UUID, _ field: MemberField) {
    if !travel(from: id, field, down: true) { addLast() }
  }

  func addLast() {
    guard let group, !session.isReadOnly else { return }
    let added = group.addingMember("")
    guard session.perform(added.edit) else { return }
    focus(added.record.id)
  }

  func focus(_ id: UUID) { rows.first { $0.id == id }?.focus(.name) }

  /// - Parameter entry: where a text that is no block of cells is put.
  func paste(at id: UUID?, _ field: MemberField, into entry: Entry? = nil) {
    guard !session.isReadOnly else { return }
    Clipboard.standard?.readText { [weak self] text in
      guard let self, let text, !text.isEmpty else { return }
      let block = TextTable(text).rows
      if let entry, block.count == 1, block[0].count == 1 {
        entry.replaceSelection(block[0][0])
        return
      }
      commitTyping()
      guard
        let pasted = group?.pastingMembers(
          block, at: id, field: field, headings: MemberField.allCases.map(Words.name))
      else { return }
      session.perform(pasted.edit)
      say(
        pasted.refused.isEmpty
          ? ""
          : tr(
            "Not taken over, because they are no dates: {texts}.",
            ["texts": listed(pasted.refused)]))
    }
  }

  func say(_ sentence: String) {
    message.text = sentence
    message.isVisible = !sentence.isEmpty
    remarks.isVisible = false
  }

  /// Says something that is no error.
  func remark(_ sentence: String) {
    say("")
    remarks.text = sentence
    remarks.isVisible = !sentence.isEmpty
  }

  func commitTyping() { rows.forEach { $0.commitTyping() } }
}
