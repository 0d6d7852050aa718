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

  var onClosed: (() -> Void)?
  /// Where the keyboard goes when it is closed; the widget under it takes it if nothing is said.
  var focusAfterwards: (() -> Void)?
  private let popover: Popover
  private weak var canvas: Widget?
  private var leaving: Timeout?
  private let group = ActionGroup()
  private var count = 0

  /// Menus that are closed, the last one last. GTK goes on sending the pointer to the one that was
  /// open last until its button is let go; it must not be taken out of the window before that.
  private static var closed: [CanvasMenu] = []

  /// - Parameter sections: entries that belong together.
  init(over canvas: Widget, x: Double, y: Double, _ sections: [[Entry]]) {
    Self.letGo()
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
      guard let self, !Self.closed.contains(where: { $0 === self }) else { return }
      Self.closed.append(self)
      onClosed?()
      giveBackFocus()
    }
    self.canvas = canvas
    popover.popUp()
  }

  /// A menu that is closed and not yet gone would keep the keyboard. What was chosen has run by
  /// then, and may have moved it elsewhere.
  private func giveBackFocus() {
    leaving = Timeout.after(milliseconds: 0) { [weak self] in
      guard let self, popover.containsFocus else { return }
      if let focusAfterwards { focusAfterwards() } else { canvas?.grabFocus() }
    }
  }

  /// Takes closed menus out of their windows, but for the last one.
  private static func letGo() {
    for menu in closed.dropLast() { menu.popover.unparent() }
    closed = closed.suffix(1)
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

  /// Before another menu opens.
  func close() { popover.popDown() }
}
