import Gtk

/// One of a few values, side by side.
@MainActor final class SegmentedEditor<Value: Equatable>: Editor {
  private let box = Box(.horizontal)
  var widget: Widget { box }

  private let values: [Value]
  private var buttons: [ToggleButton] = []
  private var isShowing = false

  init(_ choices: [(value: Value, title: String)], choose: @escaping (Value) -> Void) {
    values = choices.map(\.value)
    box.addClass("segmented")
    box.isHomogeneous = true
    for choice in choices {
      let button = ToggleButton(label: choice.title)
      button.expandsHorizontally = true
      if let first = buttons.first { button.join(first) }
      button.onToggled { [weak self, weak button] in
        guard let self, let button, !isShowing, button.isActive else { return }
        choose(choice.value)
      }
      buttons.append(button)
      box.append(button)
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

  func setName(_ name: String) { box.setAccessibleLabel(name) }
}
