import Gtk

/// The inspector's contents for one kind of thing.
@MainActor protocol InspectorPanel: AnyObject {
  var widget: Widget { get }
  /// What is being typed goes to the disk now.
  func commitTyping()
  /// Something outside the map or board changed that the panel may show.
  func refreshLinks()
}

extension InspectorPanel {
  func refreshLinks() {}
}

/// The first two lines of an inspector, for things whose text is not edited there.
@MainActor final class InspectorHeading {
  let box = Box(.vertical, spacing: 2)
  private let title = Label("", classes: ["inspector-title"])
  private let subtitle = Label("", classes: ["inspector-subtitle"])

  init() {
    for label in [title, subtitle] {
      label.alignment = 0
      label.wraps = true
      label.setLines(4)
      label.setEllipsis(.end)
      box.append(label)
    }
  }

  func show(_ title: String, _ subtitle: String) {
    self.title.text = title
    self.title.isVisible = !title.isEmpty
    self.subtitle.text = subtitle
    self.subtitle.isVisible = !subtitle.isEmpty
  }
}
