import Foundation
import Gtk
import UpliftCore

/// What the program is, and under which terms.
public final class AboutDialog: Dialog {
  public static func show(over window: Window) {
    (existing(over: window) ?? AboutDialog(window)).present()
  }

  private init(_ parent: Window) {
    super.init(tr("About Uplift"), over: parent, width: 440, height: -1)
    window.isResizable = false
    let icon = Self.icon
    icon.setSizeRequest(width: 96, height: 96)
    let version = Label(
      tr("Version {version}", ["version": Version.current]), classes: ["dim"])
    let column = Box(
      .vertical, spacing: 10,
      [
        icon, Label("Uplift", classes: ["about-name"]), version,
        Self.text(
          tr("Map customer journeys, run advisory groups, and hand out the result.")),
        Self.text(
          tr("Everything stays in one file on this computer: no account, no server, no network.")),
        Self.text(
          tr(
            "Free software under the GNU General Public License, version 3 or later. It comes with no warranty."
          ), classes: ["dim"]),
      ])
    column.setMargins(top: 20, bottom: 28, start: 32, end: 32)
    window.setChild(column)
  }

  /// From the desktop's theme, or from the sources when it is not installed.
  private static var icon: Widget {
    let name = "io.github.uplift_app.Uplift"
    let file = DataFolder.current?.url.appendingPathComponent("icons/scalable/\(name).svg")
    if let file, FileManager.default.fileExists(atPath: file.path) {
      return Picture(path: file.path)
    }
    let image = Image(icon: name)
    image.setPixelSize(96)
    return image
  }

  private static func text(_ text: String, classes: [String] = []) -> Label {
    let label = Label(text, classes: classes)
    label.wraps = true
    label.setCentred(true)
    label.setWidthInCharacters(maximum: 46)
    return label
  }
}
