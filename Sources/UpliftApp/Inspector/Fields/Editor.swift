import Gtk

/// A control that shows a value of the workspace and changes it.
@MainActor protocol Editor: AnyObject {
  var widget: Widget { get }
  /// What a screen reader calls it, when no label in sight does.
  func setName(_ name: String)
  func setEditable(_ isEditable: Bool)
  /// What is being typed goes to the disk now.
  func commitTyping()
}

extension Editor {
  func setName(_ name: String) { widget.setAccessibleLabel(name) }
  func setEditable(_ isEditable: Bool) { widget.isSensitive = isEditable }
  func commitTyping() {}
}
