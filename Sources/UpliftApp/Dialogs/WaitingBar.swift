import Gtk
import UpliftCore

/// At the foot of a dialog while its workspace is busy: what with, how far that is, and Cancel.
@MainActor final class WaitingBar {
  /// Milliseconds after which it is seen, and then how often it is looked how far the work is.
  private static let patience = 500
  private static let interval = 100

  let widget: Widget
  let cancelButton = Button(label: tr("Cancel"))
  private let label = Label()
  private let bar = ProgressBar()
  private var watching: Timeout?
  private var cancel: (() -> Void)?

  init() {
    label.alignment = 0
    label.setEllipsis(.end)
    label.expandsHorizontally = true
    label.setAccessibleRole(.status)
    bar.verticalAlignment = .center
    bar.setSizeRequest(width: 160)
    let box = Box(.horizontal, spacing: 8, [label, bar, cancelButton])
    box.addClass("dialog-actions")
    box.isVisible = false
    widget = box
    cancelButton.onClicked { [weak self] in self?.cancel?() }
  }

  /// Nil: there is nothing to wait for.
  func show(_ work: LongWork?) {
    guard let work else {
      watching = nil
      cancel = nil
      widget.isVisible = false
      return
    }
    cancel = { work.cancel() }
    watching = Timeout.after(milliseconds: Self.patience) { [weak self] in
      guard let self else { return }
      label.text = work.title
      bar.setAccessibleLabel(work.title)
      bar.fraction = work.fraction
      widget.isVisible = true
      cancelButton.grabFocus()
      watching = Timeout.repeating(milliseconds: Self.interval) { [weak self] in
        self?.bar.fraction = work.fraction
        return self != nil
      }
    }
  }
}
