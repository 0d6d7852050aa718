import Foundation
import Gtk
import UpliftCore

/// A line to rename a map, a board or a group in. Enter keeps what is typed, Escape does not.
@MainActor final class RenamePopover {
  private let popover = Popover()
  private let entry: Entry
  var onLeft: (() -> Void)?
  /// Enter was pressed: the title is kept.
  private(set) var isKept = false

  /// - Parameters:
  ///   - part: of the widget, to point at; nil: all of it.
  ///   - name: what is renamed, as a heading: "Title of the map".
  ///   - rename: takes the new title.
  init(
    over widget: Widget, _ part: Rectangle?, _ name: String, _ title: String,
    rename: @escaping (String) -> Void
  ) {
    entry = Entry(title)
    let heading = Label(name, classes: ["field-label"])
    heading.alignment = 0
    entry.setAccessibleLabel(name)
    entry.setWidthInCharacters(36)
    let contents = Box(.vertical, spacing: 6, [heading, entry])
    contents.setMargins(4)
    popover.setChild(contents)
    popover.setParent(widget)
    if let part { popover.pointTo(part) }
    entry.onActivate { [weak self] in
      guard let self else { return }
      let text = entry.text
      isKept = true
      rename(text)
      popover.popDown()
    }
    popover.onClosed { [weak self, weak widget] in
      self?.onLeft?()
      if let widget { self?.popover.leave(widget) }
    }
    popover.popUp()
    entry.grabFocus()
    entry.selectAll()
  }

  func close() { popover.popDown() }
}
