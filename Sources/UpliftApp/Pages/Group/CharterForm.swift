import Foundation
import Gtk
import UpliftCore

/// What a group is for, what it may do, when it meets, and for how long.
@MainActor final class CharterForm {
  private let session: Session
  private let form: Form
  var widget: Box { form.box }
  private var group: GroupContents?
  private var hasBegun = false

  private var title: TextEditor?
  private let summary = Label("", classes: ["inspector-subtitle"])
  private var kind: ChoiceEditor<AdvisoryGroup.Kind>?
  private var texts: [(editor: TextEditor, field: WritableKeyPath<AdvisoryGroup, String>)] = []
  private var days: [(editor: DayEditor, field: WritableKeyPath<AdvisoryGroup, CalendarDay?>)] = []
  private var minimum: NumberEditor?
  private var maximum: NumberEditor?

  init(_ session: Session) {
    self.session = session
    form = Form(isEditable: !session.isReadOnly)
    let title = TextEditor(classes: ["quiet", "page-title"], isTitle: true) {
      [weak self] text, typing in
      self?.change(.rename, typing: typing) { $0.title = text }
    }
    title.setName(tr("Title"))
    form.add(title)
    summary.alignment = 0
    summary.wraps = true
    form.append(summary)
    let kind = ChoiceEditor(AdvisoryGroup.Kind.allCases.map { ($0, Words.name($0)) }) {
      [weak self] kind in
      guard let self else { return }
      session.perform(group?.settingKind(to: kind))
    }
    form.add(tr("Kind"), kind)
    form.add(tr("Purpose"), text(\.purpose))
    form.add(tr("Scope"), text(\.scope))
    form.add(tr("Limits of authority"), text(\.limitsOfAuthority))
    form.add((tr("Cadence"), text(\.cadence)), (tr("Term"), text(\.term)))
    form.add((tr("Term end"), day(\.termEnd)), (tr("Review date"), day(\.reviewDate)))
    let minimum = NumberEditor(1...9999) { [weak self] size, _ in
      guard let self, let size else { return }
      session.perform(group?.settingMinimumSize(to: size))
    }
    let maximum = NumberEditor(1...9999) { [weak self] size, _ in
      guard let self, let size else { return }
      session.perform(group?.settingMaximumSize(to: size))
    }
    form.add((tr("Usual size from"), minimum), (tr("to"), maximum))
    (self.title, self.kind, self.minimum, self.maximum) = (title, kind, minimum, maximum)
  }

  private func text(_ field: WritableKeyPath<AdvisoryGroup, String>) -> TextEditor {
    let editor = TextEditor { [weak self] text, typing in
      self?.change(typing: typing) { $0[keyPath: field] = text }
    }
    texts.append((editor, field))
    return editor
  }

  private func day(_ field: WritableKeyPath<AdvisoryGroup, CalendarDay?>) -> DayEditor {
    let editor = DayEditor { [weak self] day, typing in
      self?.change(typing: typing) { $0[keyPath: field] = day }
    }
    days.append((editor, field))
    return editor
  }

  private func change(
    _ name: EditName = .editDetails, typing: UUID, _ change: (inout AdvisoryGroup) -> Void
  ) {
    guard let group else { return }
    session.perform(Edit.changing(group.group, name, typing: typing, change))
  }

  func show(_ contents: GroupContents) {
    group = contents
    let group = contents.group
    if !hasBegun {
      hasBegun = true
      title?.begin(group.title)
      for text in texts { text.editor.begin(group[keyPath: text.field]) }
      for day in days { day.editor.begin(group[keyPath: day.field]) }
    }
    title?.show(group.title)
    for text in texts { text.editor.show(group[keyPath: text.field]) }
    for day in days { day.editor.show(group[keyPath: day.field]) }
    kind?.show(group.groupKind)
    minimum?.show(group.minimumSize)
    maximum?.show(group.maximumSize)
    summary.text = BoardPanel.summary(group, members: contents.currentMembers.count)
  }

  /// A group that was just made is to be given its name. Elsewhere who types without looking, on a
  /// page that was scrolled, does not rename a group.
  func takeFocus() {
    guard let group, !group.members.isEmpty || !group.meetings.isEmpty else {
      title?.view.grabFocus()
      return
    }
    kind?.list.grabFocus()
  }
  func commitTyping() { form.commitTyping() }
}
