import Gtk

/// One field of a filter: its values as chips, any of which may be down.
@MainActor final class FilterSection {
  let widget = Box(.vertical)
  private var buttons: [ToggleButton] = []
  private let isChosen: (Int) -> Bool
  private var isShowing = false

  init(
    _ title: String, _ choices: [String], isChosen: @escaping (Int) -> Bool,
    choose: @escaping (Int, Bool) -> Void
  ) {
    self.isChosen = isChosen
    let heading = Label(title, classes: ["field-label"])
    heading.alignment = 0
    let flow = FlowBox(rowSpacing: 4, columnSpacing: 4)
    flow.setChildrenPerLine(minimum: 1, maximum: 12)
    flow.setAccessibleLabel(title)
    for (index, choice) in choices.enumerated() {
      let text = Label(choice.isEmpty ? "–" : choice)
      text.setEllipsis(.end)
      text.setWidthInCharacters(maximum: 28)
      let button = ToggleButton(label: "")
      button.setChild(text)
      button.setAccessibleLabel(choice)
      button.addClass("chip")
      button.horizontalAlignment = .start
      button.onToggled { [weak self, weak button] in
        guard let self, let button, !isShowing else { return }
        choose(index, button.isActive)
      }
      buttons.append(button)
      flow.appendControl(button)
    }
    widget.append(heading)
    widget.append(flow)
  }

  func show() {
    isShowing = true
    for (index, button) in buttons.enumerated() where button.isActive != isChosen(index) {
      button.isActive.toggle()
    }
    isShowing = false
  }
}
