import Gtk
import UpliftCore

/// Says what kept an edit from the disk, and stays until one gets there.
@MainActor final class ErrorBar {
  let widget: Box
  private let label = Label()
  private let copy = Button(label: tr("Save a copy…"))

  /// - Parameter saveCopy: the workspace is to go on in another file.
  init(saveCopy: @escaping () -> Void, dismiss: @escaping () -> Void) {
    label.wraps = true
    label.alignment = 0
    label.expandsHorizontally = true
    let close = Button(label: tr("Understood"))
    close.verticalAlignment = .center
    close.onClicked(dismiss)
    copy.verticalAlignment = .center
    copy.onClicked(saveCopy)
    widget = Box(
      .horizontal, spacing: 12, [Image(icon: "dialog-warning-symbolic"), label, copy, close])
    widget.addClass("error-bar")
    widget.isVisible = false
  }

  func show(_ sentence: String?, offersCopy: Bool = false) {
    copy.isVisible = offersCopy
    label.text = sentence ?? ""
    widget.isVisible = sentence != nil
  }
}
