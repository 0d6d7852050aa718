import Foundation
import Gtk
import UpliftCore

/// Sets one field of all selected rows to the same value.
@MainActor final class RegisterSetter<Record: Ranked> {
  let button = MenuButton(label: tr("Set a field…"))
  /// False: the text does not fit, and the sentence is shown.
  var onSet: ((Int, String) -> String?)?
  private let columns: [(place: Int, column: RegisterColumn<Record>)]
  private let popover = Popover()
  private let value = Entry()
  private let choice = DropDown([])
  private let refusal = Label("", classes: ["field-error"])
  private var choices: [String] = []
  private let fields: DropDown

  init(_ all: [RegisterColumn<Record>]) {
    columns = all.enumerated().filter { $0.element.isEditable && $0.element.kind != .link }
      .map { ($0.offset, $0.element) }
    fields = DropDown(columns.map(\.column.title))
    button.addClass("small-text-menu")
    button.takesFocusOnClick = false
    let apply = Button(label: tr("Set in all selected rows"))
    apply.addClass("suggested-action")
    refusal.wraps = true
    refusal.alignment = 0
    refusal.setWidthInCharacters(maximum: 34)
    refusal.isVisible = false
    fields.setAccessibleLabel(tr("Field"))
    value.setAccessibleLabel(tr("New value"))
    value.setPlaceholder(tr("New value; empty clears the field"))
    value.addClass("field-box")
    choice.setAccessibleLabel(tr("New value"))
    let box = Box(.vertical, spacing: 8, [fields, value, choice, refusal, apply])
    box.setSizeRequest(width: 260)
    popover.setChild(box)
    popover.addClass("register-popover")
    button.setPopover(popover)
    fields.onSelected { [weak self] in self?.showField() }
    value.onActivate { [weak self] in self?.set() }
    apply.onClicked { [weak self] in self?.set() }
    popover.onMap { [weak self] in
      self?.showField()
      self?.fields.grabFocus()
    }
  }

  private var field: (place: Int, column: RegisterColumn<Record>)? {
    fields.selected.flatMap { columns.indices.contains($0) ? columns[$0] : nil }
  }

  private func showField() {
    refusal.isVisible = false
    guard let column = field?.column else { return }
    let isChosen = [.choice, .yesNo, .rating].contains(column.kind)
    choices = isChosen ? column.choices() : []
    value.isVisible = !isChosen
    choice.isVisible = isChosen
    choice.setChoices(choices.map { $0.isEmpty ? tr("none") : String($0.prefix(40)) })
    value.text = ""
  }

  private func set() {
    guard let field else { return }
    let text =
      choice.isVisible
      ? choice.selected.flatMap { choices.indices.contains($0) ? choices[$0] : nil } ?? ""
      : value.text
    let sentence = onSet?(field.place, text)
    refusal.text = sentence ?? ""
    refusal.isVisible = sentence != nil
    if sentence == nil { popover.popDown() }
  }
}
