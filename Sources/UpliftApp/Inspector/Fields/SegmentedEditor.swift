import Gtk

/// One of a few values, side by side; many of them in several lines.
@MainActor final class SegmentedEditor<Value: Equatable>: Editor {
  let widget: Widget

  private let values: [Value]
  private var buttons: [ToggleButton] = []
  private var isShowing = false

  /// - Parameters:
  ///   - wraps: each is as wide as its title, and what has no room is in the next line.
  init(
    wraps: Bool = false, _ choices: [(value: Value, title: String)],
    choose: @escaping (Value) -> Void
  ) {
    values = choices.map(\.value)
    let append: (Widget) -> Void
    if wraps {
      let box = WrapBox(rowSpacing: 2, columnSpacing: 2, minimumWidth: 300)
      widget = box
      append = { box.append($0) }
    } else {
      let box = Box(.horizontal)
      box.isHomogeneous = true
      widget = box
      append = { box.append($0) }
    }
    widget.addClass("segmented")
    for choice in choices {
      let button = ToggleButton(label: choice.title)
      button.expandsHorizontally = !wraps
      if let first = buttons.first { button.join(first) }
      button.onToggled { [weak self, weak button] in
        guard let self, let button, !isShowing, button.isActive else { return }
        choose(choice.value)
      }
      buttons.append(button)
      append(button)
    }
  }

  /// - Parameter value: nil: several things differ, none is chosen.
  func show(_ value: Value?) {
    isShowing = true
    for (button, own) in zip(buttons, values) where button.isActive != (own == value) {
      button.isActive = own == value
    }
    isShowing = false
  }

  func setName(_ name: String) { widget.setAccessibleLabel(name) }
}
