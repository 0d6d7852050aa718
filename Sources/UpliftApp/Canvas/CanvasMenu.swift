import Gtk
import UpliftCore

/// The menu of what is selected on a canvas.
@MainActor final class CanvasMenu {
  struct Entry {
    var title: String
    var action: () -> Void
    /// Where there are some, the entry opens them and does nothing else.
    var children: [Entry] = []

    init(_ title: String, _ action: @escaping () -> Void) {
      self.title = title
      self.action = action
    }

    init(_ title: String, _ children: [Entry]) {
      self.title = title
      action = {}
      self.children = children
    }
  }

  private let popover: Popover
  private let group = ActionGroup()
  private var count = 0
  private var leaving: Timeout?

  /// - Parameter sections: entries that belong together.
  init(over canvas: Widget, x: Double, y: Double, _ sections: [[Entry]]) {
    let menu = Menu()
    popover = Popover(menu: menu)
    for section in sections where !section.isEmpty {
      let part = Menu()
      for entry in section { add(entry, to: part) }
      menu.append(section: part)
    }
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

  convenience init(
    over canvas: Widget, x: Double, y: Double, _ entries: [[(String, () -> Void)]]
  ) {
    self.init(over: canvas, x: x, y: y, entries.map { $0.map { Entry($0.0, $0.1) } })
  }

  private func add(_ entry: Entry, to menu: Menu) {
    guard entry.children.isEmpty else {
      let inner = Menu()
      for child in entry.children { add(child, to: inner) }
      menu.append(submenu: inner, title: entry.title)
      return
    }
    let name = "entry-\(count)"
    count += 1
    group.addAction(name, entry.action)
    menu.append(entry.title, action: "menu.\(name)")
  }

  /// Before another menu opens, or the canvas goes.
  func close() { popover.unparent() }
}
