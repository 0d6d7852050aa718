import Gtk
import UpliftCore

/// Lengths for the timer, and its beginning again.
@MainActor final class TimerPopover {
  let widget: MenuButton
  private let popover = Popover()
  private let own = SpinButton(1...1440)
  private let timer: BoardTimer

  init(_ timer: BoardTimer) {
    self.timer = timer
    widget = MenuButton(icon: "pan-down-symbolic", name: tr("Set the timer"))
    own.value = 20
    own.setAccessibleLabel(tr("Length in minutes"))
    let presets = Box(.horizontal, spacing: 4)
    presets.isHomogeneous = true
    for minutes in BoardTimer.presets {
      let button = Button(label: String(minutes))
      button.setAccessibleLabel(ntr("{count} minute", "{count} minutes", minutes))
      button.onClicked { [weak self] in self?.start(minutes) }
      presets.append(button)
    }
    let heading = Label(tr("Start with so many minutes"), classes: ["field-label"])
    heading.alignment = 0
    let start = Button(label: tr("Start"))
    start.onClicked { [weak self] in
      guard let self else { return }
      self.start(Int(own.value))
    }
    own.expandsHorizontally = true
    let ownRow = Box(.horizontal, spacing: 4, [own, start])
    let reset = Button(label: tr("From the beginning"))
    reset.onClicked { [weak self] in self?.perform { $0.reset() } }
    let remove = Button(label: tr("No timer"))
    remove.onClicked { [weak self] in self?.perform { $0.remove() } }
    let endRow = Box(.horizontal, spacing: 4, [reset, remove])
    endRow.isHomogeneous = true
    let column = Box(.vertical, spacing: 6, [heading, presets, ownRow, endRow])
    column.setMargins(6)
    popover.setChild(column)
    popover.setSide(.top)
    widget.setPopover(popover)
    widget.verticalAlignment = .center
  }

  private func start(_ minutes: Int) { perform { $0.start(seconds: minutes * 60) } }

  private func perform(_ action: (BoardTimer) -> Void) {
    popover.popDown()
    action(timer)
  }
}
