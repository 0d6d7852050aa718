import Gtk
import UpliftCore

/// What is chosen over a grid: a map, a round, a role and an interviewer; and a way to add one.
@MainActor final class GridPickers {
  let box = WrapBox(rowSpacing: 6, columnSpacing: 10, minimumWidth: 420)
  /// The place of a picker, and what was chosen.
  var onChosen: ((Int, String) -> Void)?
  /// The place of a picker, and the name of the new one; empty where it asks for none.
  var onAdd: ((Int, String) -> Void)?
  private var pickers: [GridPicker] = []
  private var editors: [ChoiceEditor<String>] = []
  private let isEditable: Bool
  /// Wrappers that closures know only weakly.
  private var kept: [Widget] = []

  init(isEditable: Bool) {
    self.isEditable = isEditable
  }

  func show(_ new: [GridPicker]) {
    if new.map(\.title) != pickers.map(\.title) { build(new) }
    pickers = new
    for (picker, editor) in zip(new, editors) {
      editor.show(picker.chosen, of: picker.choices.map { ($0.id, $0.title) })
      editor.widget.isSensitive = !picker.choices.isEmpty
    }
  }

  private func build(_ new: [GridPicker]) {
    box.removeAll()
    editors = []
    kept = []
    for (place, picker) in new.enumerated() {
      let editor = ChoiceEditor<String> { [weak self] in self?.onChosen?(place, $0) }
      editor.setName(picker.title)
      editors.append(editor)
      let label = Label(picker.title, classes: ["dim"])
      let row = Box(.horizontal, spacing: 6, [label, editor.widget])
      if !picker.addTitle.isEmpty { row.append(adder(place, picker)) }
      box.append(row)
    }
  }

  private func adder(_ place: Int, _ picker: GridPicker) -> Widget {
    guard picker.asksForName else {
      let button = PageParts.small("list-add-symbolic", picker.addTitle) { [weak self] in
        self?.onAdd?(place, "")
      }
      button.isSensitive = isEditable
      return button
    }
    let button = MenuButton(icon: "list-add-symbolic", name: picker.addTitle)
    button.hasFrame = false
    button.addClass("small-text-menu")
    button.isSensitive = isEditable
    let entry = Entry()
    entry.addClass("field-box")
    entry.setPlaceholder(picker.addTitle)
    entry.setAccessibleLabel(picker.addTitle)
    entry.setWidthInCharacters(24)
    let popover = Popover(entry)
    popover.addClass("register-popover")
    popover.onMap { [weak entry] in
      entry?.text = ""
      entry?.grabFocus()
    }
    entry.onActivate { [weak self, weak entry, weak popover] in
      let name = entry?.text ?? ""
      popover?.popDown()
      self?.onAdd?(place, name)
    }
    button.setPopover(popover)
    kept += [entry, popover]
    return button
  }
}
