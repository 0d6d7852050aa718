import Foundation
import Gtk
import UpliftCore

/// A department by its name.
@MainActor final class DepartmentRow {
  let id: UUID
  private let box: Box
  var widget: Widget { box }
  private let name: LineEditor
  private let shown: Shown

  /// What the editor changes.
  private final class Shown {
    var department: Department
    init(_ department: Department) { self.department = department }
  }

  init(_ department: Department, _ session: Session, enter: @escaping () -> Void) {
    id = department.id
    let id = department.id
    let shown = Shown(department)
    self.shown = shown
    name = LineEditor(tr("What is it called?")) { text, typing in
      session.perform(Edit.changing(shown.department, .rename, typing: typing) { $0.name = text })
    }
    name.setName(tr("Department"))
    name.entry.expandsHorizontally = true
    name.onEnter = enter
    name.begin(department.name)
    name.setEditable(!session.isReadOnly)
    let remove = PageParts.small("user-trash-symbolic", tr("Delete this department")) {
      session.perform(Edit.deleting([EntityReference(.department, id)]))
    }
    remove.isSensitive = !session.isReadOnly
    box = Box(.horizontal, spacing: 6, [name.entry, remove])
    addMoveKeys(to: box) { direction in
      guard !session.isReadOnly else { return }
      session.perform(session.outline.departments.moving(id, direction))
    }
  }

  func show(_ department: Department) {
    shown.department = department
    name.show(department.name)
  }

  func takeFocus() { name.entry.grabFocus() }
  func commitTyping() { name.commitTyping() }
}
