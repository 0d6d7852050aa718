import Gtk
import UpliftCore

/// Says what kept an edit from the disk, and stays until one gets there.
@MainActor final class ErrorBar {
  let widget: Box
  private let label = Label()

  init(dismiss: @escaping () -> Void) {
    label.wraps = true
    label.alignment = 0
    label.expandsHorizontally = true
    let close = Button(label: tr("Understood"))
    close.verticalAlignment = .center
    close.onClicked(dismiss)
    widget = Box(.horizontal, spacing: 12, [Image(icon: "dialog-warning-symbolic"), label, close])
    widget.addClass("error-bar")
    widget.isVisible = false
  }

  func show(_ sentence: String?) {
    label.text = sentence ?? ""
    widget.isVisible = sentence != nil
  }
}
