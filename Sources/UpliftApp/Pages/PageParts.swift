import Gtk
import UpliftCore

/// What the pages of forms and lists are put together from.
@MainActor enum PageParts {
  /// The page's contents in a view that scrolls up and down, as wide as it is pleasant to read.
  static func scrolling(_ contents: Box) -> ScrolledWindow {
    contents.addClass("page")
    let scroller = ScrolledWindow(contents)
    scroller.setPolicy(horizontal: .never, vertical: .automatic)
    scroller.expandsHorizontally = true
    scroller.expandsVertically = true
    return scroller
  }

  static func heading(_ text: String) -> Label {
    let label = Label(text, classes: ["page-heading"])
    label.alignment = 0
    label.wraps = true
    label.setAccessibleRole(.heading)
    return label
  }

  static func dim(_ text: String = "") -> Label {
    let label = Label(text, classes: ["dim"])
    label.alignment = 0
    label.wraps = true
    return label
  }

  /// A button with a mark and a text, for "add …".
  static func adding(_ text: String, _ action: @escaping () -> Void) -> Button {
    let label = Label(text)
    let button = Button(
      child: Box(.horizontal, spacing: 6, [Image(icon: "list-add-symbolic"), label]))
    button.addClass("add-button")
    button.horizontalAlignment = .start
    button.setAccessibleLabel(text)
    button.onClicked(action)
    return button
  }

  static func small(_ icon: String, _ name: String, _ action: @escaping () -> Void) -> Button {
    let button = Button(icon: icon, name: name)
    button.hasFrame = false
    button.addClass("small-button")
    button.verticalAlignment = .center
    button.onClicked(action)
    return button
  }

  /// Brings the children of a box into this order with as little moving as possible, so that the
  /// focus stays where it is.
  ///
  /// - Parameter first: a child that stands before them all and is none of them.
  static func arrange(_ box: Box, _ old: [Widget], _ new: [Widget], after first: Widget? = nil) {
    func has(_ list: [Widget], _ widget: Widget) -> Bool { list.contains { $0 === widget } }
    for widget in old where !has(new, widget) { box.remove(widget) }
    var current = old.filter { has(new, $0) }
    var before = first
    for (index, widget) in new.enumerated() {
      defer { before = widget }
      if index < current.count, current[index] === widget { continue }
      if let place = current.firstIndex(where: { $0 === widget }) {
        current.remove(at: place)
        box.reorder(widget, after: before)
      } else {
        box.insert(widget, after: before)
      }
      current.insert(widget, at: index)
    }
  }
}

/// Alt+↑ and Alt+↓ on whatever has the focus inside a widget move the thing that it shows.
@MainActor func addMoveKeys(to widget: Widget, _ move: @escaping (Direction) -> Void) {
  let keys = KeyController()
  keys.setPhase(.capture)
  keys.onPressed { key, modifiers in
    guard modifiers == .alt else { return false }
    switch key {
    case .up, .keypadUp: move(.up)
    case .down, .keypadDown: move(.down)
    default: return false
    }
    return true
  }
  widget.addController(keys)
}
