import Foundation
import Gtk
import UpliftCore

/// The lower edge of the export dialog: the button, how far it is, and what came of it.
final class ExportStatus {
  let widget: Box
  let exportButton = Button(label: tr("Export…"))
  let cancelButton = Button(label: tr("Cancel"))
  /// A file or folder is to be opened by the desktop.
  var onOpen: (URL) -> Void = { _ in }

  private let message = Label()
  private let bar = ProgressBar()
  private let openButton = Button(label: ptr("action", "Open"))
  private let folderButton = Button(label: tr("Show in folder"))
  private var written: URL?

  init() {
    message.alignment = 0
    message.wraps = true
    message.expandsHorizontally = true
    message.setAccessibleRole(.status)
    bar.expandsHorizontally = true
    bar.verticalAlignment = .center
    bar.setAccessibleLabel(tr("Progress of the export"))
    exportButton.addClass("suggested")
    widget = Box(
      .horizontal, spacing: 8,
      [message, bar, cancelButton, openButton, folderButton, exportButton])
    widget.addClass("dialog-actions")
    openButton.onClicked { [weak self] in
      if let self, let written { onOpen(written) }
    }
    folderButton.onClicked { [weak self] in
      if let self, let written { onOpen(written.deletingLastPathComponent()) }
    }
    showIdle()
  }

  /// What is said.
  var text: String { message.text }

  var fraction: Double {
    get { bar.fraction }
    set { bar.fraction = newValue }
  }

  func showIdle(_ text: String = "") { show(text) }

  func showProgress() {
    show("")
    message.isVisible = false
    bar.fraction = 0
    bar.isVisible = true
    cancelButton.isVisible = true
    exportButton.isVisible = false
    cancelButton.grabFocus()
  }

  func showDone(_ url: URL) {
    show(tr("Exported to {path}", ["path": url.path]))
    written = url
    openButton.isVisible = true
    folderButton.isVisible = true
    openButton.grabFocus()
  }

  func showFailure(_ sentence: String) {
    show(sentence)
    message.addClass("export-failure")
  }

  private func show(_ text: String) {
    message.text = text
    message.isVisible = true
    message.removeClass("export-failure")
    bar.isVisible = false
    cancelButton.isVisible = false
    openButton.isVisible = false
    folderButton.isVisible = false
    exportButton.isVisible = true
  }
}
