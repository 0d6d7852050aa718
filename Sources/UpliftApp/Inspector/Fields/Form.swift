import Gtk

/// Labelled controls, one below the other. It keeps the editors that are added to it.
@MainActor final class Form {
  let box = Box(.vertical)
  private let isEditable: Bool
  private var editors: [any Editor] = []
  private(set) var others: [AnyObject] = []

  init(isEditable: Bool) { self.isEditable = isEditable }

  /// - Returns: the label, so that it can be hidden together with the control.
  @discardableResult
  func add(_ title: String, _ editor: some Editor) -> Label {
    let label = heading(title)
    editor.setName(title)
    add(editor)
    return label
  }

  /// A control that says itself what it is.
  func add(_ editor: some Editor) {
    editor.setEditable(isEditable)
    editors.append(editor)
    box.append(editor.widget)
  }

  /// Two controls side by side.
  func add(_ left: (String, any Editor), _ right: (String, any Editor)) {
    let row = Box(.horizontal, spacing: 8)
    row.isHomogeneous = true
    for (title, editor) in [left, right] {
      let label = Label(title, classes: ["field-label"])
      label.alignment = 0
      label.setEllipsis(.end)
      let column = Box(.vertical, [label, editor.widget])
      editor.setName(title)
      editor.setEditable(isEditable)
      editors.append(editor)
      row.append(column)
    }
    box.append(row)
  }

  @discardableResult
  func heading(_ title: String) -> Label {
    let label = Label(title, classes: ["field-label"])
    label.alignment = 0
    label.wraps = true
    box.append(label)
    return label
  }

  func append(_ widget: Widget) { box.append(widget) }

  /// Something that lives as long as the form: the owner of a widget in it.
  func keep(_ object: AnyObject) { others.append(object) }

  func commitTyping() { editors.forEach { $0.commitTyping() } }
}
