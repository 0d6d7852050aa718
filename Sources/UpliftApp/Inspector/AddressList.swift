import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// The web addresses in a text, each a button that opens it.
@MainActor final class AddressList {
  let widget = Box(.vertical, spacing: 2)
  private var shown: [String] = []

  init() { widget.isVisible = false }

  func show(_ text: String) {
    let addresses = WebAddress.all(in: text).filter {
      // A program is asked to open these only; whatever else stands there stays a text.
      $0.lowercased().hasPrefix("https://") || $0.lowercased().hasPrefix("http://")
    }
    guard addresses != shown else { return }
    shown = addresses
    widget.removeAll()
    widget.isVisible = !addresses.isEmpty
    for address in addresses {
      guard let url = URL(string: address) else { continue }
      let label = Label(tr("Open {address}", ["address": address]))
      label.alignment = 0
      label.setEllipsis(.middle)
      let button = Button(child: label)
      button.hasFrame = false
      button.addClass("link-button")
      button.tooltip = address
      button.setAccessibleLabel(tr("Open {address}", ["address": address]))
      button.onClicked { Desktop.open(url, parent: nil) }
      widget.append(button)
    }
  }
}
