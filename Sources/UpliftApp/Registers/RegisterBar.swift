import Gtk
import UpliftCore

/// What can be done with the selected rows of a register.
@MainActor final class RegisterBar {
  let box = FlowBox(rowSpacing: 4, columnSpacing: 6)
  var onAction: ((Int) -> Void)?
  var onDelete: (() -> Void)?
  private let count = PageParts.dim()
  private var buttons: [Button] = []

  init(_ actions: [String], isEditable: Bool) {
    box.setChildrenPerLine(minimum: 1, maximum: 12)
    box.setAccessibleLabel(tr("Selected rows"))
    box.appendControl(count)
    for (index, title) in actions.enumerated() {
      add(title) { [weak self] in self?.onAction?(index) }
    }
    add(tr("Delete")) { [weak self] in self?.onDelete?() }
  }

  private func add(_ title: String, _ action: @escaping () -> Void) {
    let button = Button(label: title)
    button.addClass("small-text-button")
    button.takesFocusOnClick = false
    button.horizontalAlignment = .start
    button.onClicked(action)
    buttons.append(button)
    box.appendControl(button)
  }

  func show(_ selected: Int) {
    count.text =
      selected == 0
      ? tr("No row selected")
      : ntr("{count} row selected", "{count} rows selected", selected)
    for button in buttons { button.isSensitive = selected > 0 }
  }
}
