import Gtk
import UpliftCore

/// In the floating toolbar of a map: the button with the filter's form, and, while a filter is on,
/// how much matches and the way from match to match.
@MainActor final class FilterTools {
  private let controller: JourneyCanvasController
  private let button = MenuButton(label: tr("Filter"))
  /// Made when it is opened first.
  private var form: FilterForm?
  private var popover: Popover?
  private let count = Label("", classes: ["filter-count"])
  private let state = Box(.horizontal, spacing: 2)

  init(_ controller: JourneyCanvasController) {
    self.controller = controller
    button.tooltip = tr("Show only what you look for (Ctrl+Shift+F)")
    button.addClass("filter-button")
    button.beforeOpening { [weak self] in self?.makeForm() }
    count.setAccessibleRole(.status)
    state.append(count)
    for (icon, name, action) in [
      ("go-up-symbolic", tr("Previous match (Shift+F3)"), { $0.goToMatch(backwards: true) }),
      ("go-down-symbolic", tr("Next match (F3)"), { $0.goToMatch(backwards: false) }),
      (
        "edit-clear-symbolic", tr("End the filter (Esc)"),
        {
          _ = $0.endFilter()
          $0.canvas.grabFocus()
        }
      ),
    ] as [(String, String, (JourneyCanvasController) -> Void)] {
      let tool = Button(icon: icon, name: name)
      tool.onClicked { [weak controller] in
        guard let controller else { return }
        action(controller)
      }
      state.append(tool)
    }
    state.isVisible = false
    controller.view.addTool(button)
    controller.view.addTool(state)
    show()
  }

  func show() {
    let filter = controller.focus.filter
    state.isVisible = !filter.isEmpty
    button.setClass("active", !filter.isEmpty)
    if let match = controller.focus.match {
      count.text = ntr(
        "{matches} of {count} card", "{matches} of {count} cards", match.cardCount,
        ["matches": match.cards.count])
    }
    button.setAccessibleLabel(
      filter.isEmpty ? tr("Filter") : tr("Filter, on: {matches}", ["matches": count.text]))
    form?.show()
  }

  private func makeForm() {
    guard form == nil else { return }
    let form = FilterForm(controller)
    self.form = form
    let popover = Popover(form.widget)
    self.popover = popover
    popover.addClass("filter-popover")
    popover.setSide(.top)
    popover.onMap { [weak form] in form?.opened() }
    // From the map Escape ends the filter, wherever one came from.
    popover.onClosed { [weak controller] in controller?.canvas.grabFocus() }
    form.close = { [weak popover] in popover?.popDown() }
    button.setPopover(popover)
    form.show()
  }

  /// Opens the form.
  func open() { button.popUp() }
}
