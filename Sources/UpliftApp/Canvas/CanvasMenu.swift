import Gtk
import UpliftCore

/// The menu of what is selected on a canvas.
@MainActor final class CanvasMenu {
  private let popover: Popover
  private let group = ActionGroup()

  /// - Parameter entries: sections of labels with what they do.
  init(over canvas: Widget, x: Double, y: Double, _ entries: [[(String, () -> Void)]]) {
    let menu = Menu()
    for (number, section) in entries.enumerated() {
      let part = Menu()
      for (index, entry) in section.enumerated() {
        let name = "entry-\(number)-\(index)"
        group.addAction(name, entry.1)
        part.append(entry.0, action: "menu.\(name)")
      }
      menu.append(section: part)
    }
    popover = Popover(menu: menu)
    popover.setParent(canvas)
    popover.insertActions(group, prefix: "menu")
    popover.hasArrow = false
    popover.pointTo(Rectangle(x, y, 1, 1))
    popover.onClosed { [weak self] in
      // The entry that was chosen still has to run.
      self?.leaving = Timeout.after(milliseconds: 200) { [weak self] in self?.popover.unparent() }
    }
    popover.popUp()
  }

  private var leaving: Timeout?

  /// Before another menu opens, or the canvas goes.
  func close() { popover.unparent() }
}
