import Foundation
import Gtk
import UpliftCore

/// At the foot of a board: the timer, the phases of the meeting's agenda, and how far a vote is.
@MainActor final class AgendaBar {
  private let box = Box(.horizontal, spacing: 8)
  var widget: Widget { box }

  private let timer: BoardTimer
  private let figures: TimerLabel
  private let setting: TimerPopover
  private let toggle = Button(label: "")
  private let longer = Button(label: tr("+1 min"))
  private let row = Box(.horizontal, spacing: 4)
  private let scroller: ScrolledWindow
  private let next = Button(label: "")
  private let votes = Label("", classes: ["dim"])
  private var chips: [PhaseChip] = []
  private var listening: Listening?
  private let perform: (Command) -> Void
  private var scrolling: Timeout?
  /// The phase that is to be in sight.
  private var current: UUID?

  enum Command {
    /// The timer and, while one runs, the phase get a minute more.
    case prolong
    case goOn
    case phase(UUID, PhaseChip.Command)
  }

  init(_ timer: BoardTimer, perform: @escaping (Command) -> Void) {
    self.timer = timer
    self.perform = perform
    figures = TimerLabel(timer, classes: ["agenda-time"])
    setting = TimerPopover(timer)
    scroller = ScrolledWindow(row)
    scroller.setPolicy(horizontal: .automatic, vertical: .never)
    scroller.expandsHorizontally = true
    row.verticalAlignment = .center
    box.addClass("agenda-bar")
    box.setAccessibleRole(.toolbar)
    box.setAccessibleLabel(tr("Timer and agenda"))
    toggle.onClicked { timer.toggle() }
    longer.tooltip = tr("One minute more (Shift+F7)")
    longer.setAccessibleLabel(tr("One minute more"))
    longer.onClicked { perform(.prolong) }
    next.onClicked { perform(.goOn) }
    votes.isVisible = false
    for widget: Widget in [
      figures.label, setting.widget, toggle, longer, scroller, next, votes,
    ] {
      widget.verticalAlignment = .center
      box.append(widget)
    }
    for button in [toggle, longer, next] { button.addClass("text-button") }
    let isEditable = !timer.session.isReadOnly
    for widget: Widget in [setting.widget, toggle, longer, next] { widget.isSensitive = isEditable }
    // The bar is narrower with the state of a vote in it, and a chip wider with its mark.
    scroller.horizontalAdjustment.onSizeChanged { [weak self] in self?.scrollToCurrent() }
    listening = timer.observe { [weak self] in self?.showTimer() }
    showTimer()
    show(nil)
  }

  /// Puts the keyboard into the bar.
  func takeFocus() { toggle.grabFocus() }

  private func showTimer() {
    let isOn = timer.isRunning
    let text = isOn ? tr("Pause") : timer.clock?.elapsed ?? 0 > 0 ? tr("Go on") : tr("Start")
    if toggle.label != text { toggle.label = text }
    toggle.tooltip = isOn ? tr("Pause the timer (F7)") : tr("Start the timer (F7)")
    toggle.setAccessibleLabel(isOn ? tr("Pause the timer") : tr("Start the timer"))
  }

  /// Nil: no meeting, and the timer stands alone.
  func show(_ agenda: Agenda?) {
    let items = agenda?.items ?? []
    scroller.isVisible = !items.isEmpty
    box.horizontalAlignment = items.isEmpty ? .center : .fill
    let old = chips
    chips = items.map { item in
      old.first { $0.id == item.id }
        ?? PhaseChip(item.id) { [perform] in perform(.phase($0, $1)) }
    }
    PageParts.arrange(row, old.map(\.widget), chips.map(\.widget))
    let isEditable = !timer.session.isReadOnly
    let nextID = agenda?.next?.id
    for (chip, item) in zip(chips, items) {
      chip.show(item, isNext: item.id == nextID, isEditable: isEditable)
    }
    showNext(agenda)
    current = agenda?.current?.id ?? nextID
    scrollToCurrent()
  }

  private func showNext(_ agenda: Agenda?) {
    let following = agenda?.next
    let isRunning = agenda?.current != nil
    next.isVisible = following != nil || isRunning
    next.label =
      !isRunning
      ? agenda?.items.contains { $0.endedAt != nil } == true ? tr("Go on") : tr("Start agenda")
      : following == nil ? tr("Finish") : tr("Next")
    let name =
      following.map { tr("Go on to “{title}” (F8)", ["title": $0.title]) }
      ?? tr("Finish the last phase (F8)")
    next.tooltip = name
    next.setAccessibleDescription(name)
  }

  /// "38 of 55 votes"; nil while no vote is open.
  func showVotes(_ text: String?) {
    votes.text = text ?? ""
    votes.isVisible = text != nil
  }

  /// So that the phase that runs is in sight, however narrow the window is.
  private func scrollToCurrent() {
    guard let chip = chips.first(where: { $0.id == current }) else { return }
    scrolling = Timeout.whenIdle { [weak self] in
      guard let self, let frame = chip.widget.frame(in: row) else { return }
      let adjustment = scroller.horizontalAdjustment
      guard
        frame.x < adjustment.value || frame.x + frame.width > adjustment.value + adjustment.pageSize
      else { return }
      adjustment.value = max(0, frame.x - adjustment.pageSize / 3)
    }
  }
}
