import Gtk
import UpliftCore

/// The figures of a timer. They move once a second, while it runs and they are seen.
@MainActor final class TimerLabel {
  let label: Label
  private let timer: BoardTimer
  private var tick: Timeout?
  private var listening: Listening?
  private(set) var text = ""

  init(_ timer: BoardTimer, classes: [String]) {
    self.timer = timer
    label = Label("", classes: ["timer"] + classes)
    label.onMap { [weak self] in self?.show() }
    label.onUnmap { [weak self] in self?.tick = nil }
    listening = timer.observe { [weak self] in self?.show() }
    show()
  }

  private func show() {
    let now = Instant.now
    let clock = timer.shown
    let remaining = clock.remaining(at: now)
    let text = BoardClock.text(remaining)
    if text != self.text {
      self.text = text
      label.text = text
      label.setAccessibleLabel(BoardClock.spoken(remaining))
    }
    label.setClass("over", remaining < 0)
    label.setClass("unset", timer.clock == nil)
    tick = nil
    guard clock.isRunning, label.isMapped else { return }
    tick = Timeout.after(milliseconds: clock.untilNextSecond(at: now)) { [weak self] in
      self?.show()
    }
  }
}
