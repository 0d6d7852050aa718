import Foundation
import Gtk
import UpliftCore

/// A member in the table.
@MainActor final class MemberRow {
  let id: UUID
  private let box = Box(.horizontal)
  var widget: Widget { box }
  private(set) var editors: [LineEditor] = []
  private let remove: Button
  private let photo: MemberPhoto
  private unowned let table: MembersTable

  /// Logical pixels.
  static func width(of field: MemberField) -> Int {
    switch field {
    case .name: 150
    case .function: 100
    case .successor, .site: 112
    case .level, .shift, .tenure: 84
    case .termStart, .termEnd: 98
    }
  }

  /// What has no end of its own takes the room that is left.
  static func grows(_ field: MemberField) -> Bool {
    switch field {
    case .name, .function, .level, .successor, .site, .shift: true
    case .tenure, .termStart, .termEnd: false
    }
  }
  /// Logical pixels, of the button at the end.
  static let endWidth = 36

  /// Logical pixels, of the photo and the space around it.
  static let photoWidth = 42

  init(_ member: Member, _ table: MembersTable, _ session: Session) {
    let isEditable = !session.isReadOnly
    photo = MemberPhoto(member, session)
    photo.button.setSizeRequest(width: Self.photoWidth)
    id = member.id
    self.table = table
    let id = member.id
    remove = PageParts.small("user-trash-symbolic", tr("Delete")) { [weak table] in
      table?.delete(id)
    }
    remove.isSensitive = isEditable
    box.addClass("table-row")
    box.append(photo.button)
    for field in MemberField.allCases {
      var mark: ((Bool) -> Void)?
      var isTyping = { false }
      let editor = LineEditor { [weak table] text, typing in
        mark?(
          table?.save(text, field, of: id, typing: typing, isUnfinished: isTyping()) ?? true)
      }
      isTyping = { [weak editor] in editor?.isTyping ?? false }
      mark = { [weak editor] isTaken in editor?.entry.setClass("error", !isTaken) }
      editor.onEnter = { [weak table] in table?.enter(from: id, field) }
      editor.setEditable(isEditable)
      editor.entry.addClass("table-cell")
      editor.entry.setSizeRequest(width: Self.width(of: field))
      editor.entry.setMaximumWidthInCharacters(1)
      editor.entry.expandsHorizontally = Self.grows(field)
      editor.begin(member.text(field))
      editors.append(editor)
      box.append(editor.entry)
      addKeys(to: editor.entry, field)
    }
    remove.setSizeRequest(width: Self.endWidth)
    box.append(remove)
    let focus = FocusController()
    focus.onLeave { [weak table] in table?.left(id) }
    box.addController(focus)
    addMoveKeys(to: box) { [weak table] in table?.move(id, $0) }
  }

  private func addKeys(to entry: Entry, _ field: MemberField) {
    let keys = KeyController()
    keys.setPhase(.capture)
    let id = id
    keys.onPressed { [weak table, weak entry] key, modifiers in
      guard let table, let entry else { return false }
      switch (key.lowercased, modifiers) {
      case (.up, []), (.keypadUp, []): return table.travel(from: id, field, down: false)
      case (.down, []), (.keypadDown, []): return table.travel(from: id, field, down: true)
      case (Key.character("v"), .control):
        table.paste(at: id, field, into: entry)
        return true
      default: return false
      }
    }
    entry.addController(keys)
  }

  func show(_ member: Member) {
    photo.show(member)
    let name = member.name.isEmpty ? tr("No name yet") : member.name
    for (field, editor) in zip(MemberField.allCases, editors) {
      let text = member.text(field)
      editor.show(text)
      if editor.entry.text == text { editor.entry.setClass("error", false) }
      editor.setName(tr("{field} of {name}", ["field": Words.name(field), "name": name]))
      if !field.isDay { editor.entry.tooltip = text.count > 12 ? text : "" }
    }
    let sentence =
      table.leaves(id)
      ? tr("{name} leaves the group", ["name": name]) : tr("Delete {name}", ["name": name])
    remove.tooltip = sentence
    remove.setAccessibleLabel(sentence)
  }

  var isBeingWritten: Bool { editors.contains { $0.entry.containsFocus } }
  func focus(_ field: MemberField) { editors[field.rawValue].entry.grabFocus() }
  func commitTyping() { editors.forEach { $0.commitTyping() } }
}
