import Gtk
import UpliftCore

/// What can be done with the selected rows of a register.
@MainActor final class RegisterBar {
  let box = WrapBox(rowSpacing: 4, columnSpacing: 6, minimumWidth: 420)
  var onAction: ((Int) -> Void)?
  var onDelete: (() -> Void)?
  var onDuplicate: (() -> Void)?
  var onFill: (() -> Void)?
  private let count = PageParts.dim()
  private var buttons: [Widget] = []

  /// - Parameter setter: opens what sets a field of all of them.
  init(_ actions: [String], setter: Widget?) {
    box.setAccessibleLabel(tr("Selected rows"))
    box.append(count)
    for (index, title) in actions.enumerated() {
      add(title) { [weak self] in self?.onAction?(index) }
    }
    if let setter {
      buttons.append(setter)
      box.append(setter)
    }
    add(tr("Fill down"), tr("The first row's value goes into the others (Ctrl+D)")) {
      [weak self] in self?.onFill?()
    }
    add(tr("Duplicate"), tr("Ctrl+Shift+D")) { [weak self] in self?.onDuplicate?() }
    add(tr("Delete"), tr("Delete")) { [weak self] in self?.onDelete?() }
  }

  private func add(_ title: String, _ hint: String = "", _ action: @escaping () -> Void) {
    let button = Button(label: title)
    button.addClass("small-text-button")
    button.takesFocusOnClick = false
    button.tooltip = hint
    button.onClicked(action)
    buttons.append(button)
    box.append(button)
  }

  func show(_ selected: Int) {
    count.text =
      selected == 0
      ? tr("No row selected")
      : ntr("{count} row selected", "{count} rows selected", selected)
    for button in buttons { button.isSensitive = selected > 0 }
  }
}
