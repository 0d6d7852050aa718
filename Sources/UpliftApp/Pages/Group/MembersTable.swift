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
  private let former: FormerMembers
  /// Somebody has left; a sentence that says so.
  var onLeft: ((String) -> Void)?

  init(_ session: Session) {
    self.session = session
    former = FormerMembers(session)
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
      label.expandsHorizontally = MemberRow.grows(field)
      header.append(label)
    }
    let end = Label("")
    end.setSizeRequest(width: MemberRow.endWidth)
    header.append(end)
    table = Box(.vertical, [header, list])
    table.addClass("table")
    let scroller = ScrolledWindow(table)
    scroller.setPolicy(horizontal: .automatic, vertical: .never)
    scroller.scrollsOnlySideways()
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
    box.append(former.widget)
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
    // Whose term has just been written stays until the keyboard goes elsewhere.
    let written = rows.first { $0.isBeingWritten }?.id
    let today = CalendarDay(Date())
    let members = group.members.filter { $0.id == written || !$0.hasLeft(by: today) }
    empty.isVisible = members.isEmpty
    table.isVisible = !members.isEmpty
    former.show(group)
    let old = rows
    let ids = Set(members.map(\.id))
    let lost = old.firstIndex { !ids.contains($0.id) && $0.widget.containsFocus }
    var known: [UUID: MemberRow] = [:]
    for row in old { known[row.id] = row }
    rows = members.map {
      known[$0.id] ?? MemberRow($0, self, session)
    }
    PageParts.arrange(list, old.map(\.widget), rows.map(\.widget))
    for (row, member) in zip(rows, members) { row.show(member) }
    // The keyboard goes on beside the row that is gone.
    if let lost, !rows.isEmpty { rows[min(lost, rows.count - 1)].focus(.name) }
  }

  /// The keyboard has left a row; a member whose term is over goes to the others who have left.
  func left(_ id: UUID) {
    let today = CalendarDay(Date())
    guard group?.members.first(where: { $0.id == id })?.hasLeft(by: today) == true else { return }
    settling = Timeout.after(milliseconds: 0) { [weak self] in
      if let self, let group { show(group) }
    }
  }
  private var settling: Timeout?

  // MARK: What rows ask for

  /// - Parameter isUnfinished: what is no day yet may become one.
  /// - Returns: false when the text is no day where one is wanted.
  func save(
    _ text: String, _ field: MemberField, of id: UUID, typing: UUID, isUnfinished: Bool
  ) -> Bool {
    guard let member = group?.members.first(where: { $0.id == id }) else { return true }
    var changed = member
    guard changed.set(field, to: text) else {
      if isUnfinished { return true }
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

  /// Who came to meetings leaves; of whom nothing is to be kept is deleted.
  func delete(_ id: UUID) {
    let index = rows.firstIndex { $0.id == id }
    if let leaving = group?.ending(termOf: id), let group {
      let name = group.members.first { $0.id == id }?.name ?? ""
      let count = group.meetingsNoted(for: id)
      guard session.perform(leaving) else { return }
      onLeft?(
        ntr(
          "{name} has left the group, and stays in the minutes of {count} meeting.",
          "{name} has left the group, and stays in the minutes of {count} meetings.", count,
          ["name": name.isEmpty ? tr("No name yet") : name]))
    } else {
      session.perform(Edit.deleting([EntityReference(.member, id)]))
    }
    guard let index, !rows.isEmpty else { return }
    rows[min(index, rows.count - 1)].focus(.name)
  }

  /// Whether the member was noted at a meeting, and so stays in the past.
  func leaves(_ id: UUID) -> Bool { group?.ending(termOf: id) != nil }

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
