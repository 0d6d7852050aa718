import Foundation
import Gtk
import UpliftCore

/// A department: its name, who leads it, and how many people it has.
@MainActor final class DepartmentRow {
  let id: UUID
  private let box: WrapBox
  var widget: Widget { box }
  private let name: LineEditor
  let head: LineEditor
  let headcount: CheckedLineEditor
  private let shown: Shown

  /// What the editors change.
  private final class Shown {
    var department: Department
    init(_ department: Department) { self.department = department }
  }

  /// - Parameter people: offered while somebody writes who leads it.
  init(
    _ department: Department, _ session: Session, people: [String], enter: @escaping () -> Void
  ) {
    id = department.id
    let id = department.id
    let shown = Shown(department)
    self.shown = shown
    name = LineEditor(tr("What is it called?")) { text, typing in
      session.perform(Edit.changing(shown.department, .rename, typing: typing) { $0.name = text })
    }
    name.setName(tr("Department"))
    name.entry.setSizeRequest(width: 220)
    name.onEnter = enter
    name.begin(department.name)
    head = LineEditor(tr("Name")) { text, typing in
      session.perform(Edit.changing(shown.department, typing: typing) { $0.head = text })
    }
    NameCompletion.add(to: head.entry, people)
    head.begin(department.head)
    headcount = CheckedLineEditor(takes: { Self.people($0) != nil }) { text, typing in
      guard let people = Self.people(text) else {
        return tr(
          "A whole number from {least} to {most}.",
          ["least": "0", "most": NumberFormat.local.text(Self.most)])
      }
      session.perform(Edit.changing(shown.department, typing: typing) { $0.headcount = people })
      return nil
    }
    headcount.line.entry.setMaximumWidthInCharacters(8)
    head.entry.setMaximumWidthInCharacters(18)
    headcount.begin(Self.text(department.headcount))
    for editor in [name, head, headcount] as [any Editor] {
      editor.setEditable(!session.isReadOnly)
    }
    let remove = PageParts.small("user-trash-symbolic", tr("Delete this department")) {
      session.perform(Edit.deleting([EntityReference(.department, id)]))
    }
    remove.isSensitive = !session.isReadOnly
    box = WrapBox(rowSpacing: 4, columnSpacing: 12, minimumWidth: 300)
    box.append(name.entry)
    box.append(Self.labelled(tr("Led by"), head.entry))
    box.append(
      Box(.horizontal, spacing: 6, [Self.labelled(tr("People"), headcount.widget), remove]))
    nameFields(department)
    addMoveKeys(to: box) { direction in
      guard !session.isReadOnly else { return }
      session.perform(session.outline.departments.moving(id, direction))
    }
  }

  private static let most = 1_000_000_000

  /// Nil within nil: empty; nil: no number of people.
  private static func people(_ text: String) -> Int?? {
    if text.allSatisfy(\.isWhitespace) { return .some(nil) }
    guard let value = NumberFormat.local.value(text), value == value.rounded(),
      (0...Double(most)).contains(value)
    else { return nil }
    return Int(value)
  }

  private static func text(_ headcount: Int?) -> String {
    headcount.map { NumberFormat.local.text($0) } ?? ""
  }

  private static func labelled(_ title: String, _ field: Widget) -> Box {
    let label = PageParts.dim(title)
    label.wraps = false
    return Box(.horizontal, spacing: 6, [label, field])
  }

  /// For those who do not see in which row a field stands.
  private func nameFields(_ department: Department) {
    head.setName(
      tr("{field} of {name}", ["field": tr("Led by"), "name": department.name]))
    headcount.setName(
      tr("{field} of {name}", ["field": tr("People"), "name": department.name]))
  }

  func show(_ department: Department) {
    if department.name != shown.department.name { nameFields(department) }
    shown.department = department
    name.show(department.name)
    head.show(department.head)
    headcount.show(Self.text(department.headcount))
  }

  func takeFocus() { name.entry.grabFocus() }
  func commitTyping() {
    name.commitTyping()
    head.commitTyping()
    headcount.commitTyping()
  }
}
