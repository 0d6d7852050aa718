import Gtk

/// Yes or no, with its name beside it.
@MainActor final class SwitchEditor: Editor {
  private let control = Switch()
  private let row: Box
  var widget: Widget { row }
  private var isShowing = false

  init(_ title: String, set: @escaping (Bool) -> Void) {
    let label = Label(title)
    label.alignment = 0
    label.wraps = true
    label.expandsHorizontally = true
    label.setTarget(control)
    control.setAccessibleLabel(title)
    control.verticalAlignment = .center
    row = Box(.horizontal, spacing: 8, [label, control])
    row.addClass("switch-row")
    control.onChanged { [weak self] in
      guard let self, !isShowing else { return }
      set(control.isOn)
    }
  }

  func show(_ isOn: Bool) {
    guard control.isOn != isOn else { return }
    isShowing = true
    control.isOn = isOn
    isShowing = false
  }
}
