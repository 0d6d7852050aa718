import Gtk
import UpliftDrawing

/// What a screen reader meets of a drawn picture: a small child of the widget for each thing that
/// can be read on it, with its role, its words and its place.
@MainActor final class AccessibleItems {
  struct Entry {
    var subject: ItemSubject
    var item: SceneItem
  }

  private struct Child {
    var widget: DrawnWidget
    var label: String
    var isSelected: Bool
  }

  private unowned let parent: DrawnWidget
  private var children: [ItemSubject: Child] = [:]
  /// A child got the focus, or lost it.
  var onFocusChanged: (() -> Void)?

  init(of parent: DrawnWidget) { self.parent = parent }

  var subjects: Dictionary<ItemSubject, DrawnWidget>.Keys { widgets.keys }
  var widgets: [ItemSubject: DrawnWidget] { children.mapValues(\.widget) }
  /// What the focus is on.
  var focused: ItemSubject? { children.first { $0.value.widget.isFocused }?.key }
  var labels: [String] { children.values.map(\.label) }

  /// Makes these the children, in this order; of two that stand for one thing, the first.
  ///
  /// - Parameter before: the child after which they stand.
  func show(
    _ entries: [Entry], after before: Widget? = nil,
    isSelected: (ItemSubject) -> Bool = { _ in false }
  ) {
    let wanted = Set(entries.map(\.subject))
    for (subject, child) in children where !wanted.contains(subject) {
      if child.widget.isFocused { parent.grabFocus() }
      child.widget.unparent()
      children[subject] = nil
    }
    var previous = before
    var seen: Set<ItemSubject> = []
    for entry in entries {
      guard let label = entry.item.label, seen.insert(entry.subject).inserted else { continue }
      var child = children[entry.subject] ?? make(entry.item)
      if child.label != label {
        child.widget.setAccessibleLabel(label)
        child.label = label
      }
      let isSelected = isSelected(entry.subject)
      if child.isSelected != isSelected || children[entry.subject] == nil {
        child.widget.setAccessibleSelected(isSelected)
        child.isSelected = isSelected
      }
      children[entry.subject] = child
      // In the order of reading, whatever came into sight first.
      child.widget.setParent(parent, after: previous)
      previous = child.widget
    }
    parent.queueAllocate()
  }

  private func make(_ item: SceneItem) -> Child {
    let widget = DrawnWidget(role: item.role.accessibleRole)
    widget.receivesPointer = false
    let focus = FocusController()
    focus.onEnter { [weak self] in self?.onFocusChanged?() }
    focus.onLeave { [weak self] in self?.onFocusChanged?() }
    widget.addController(focus)
    return Child(widget: widget, label: "", isSelected: false)
  }

  /// - Parameter frame: where a thing stands, in pixels of the parent; nil: where it was.
  func place(_ frame: (ItemSubject) -> Rect?) {
    for (subject, child) in children {
      guard let frame = frame(subject) else { continue }
      parent.place(
        child.widget, x: frame.x, y: frame.y, width: max(1, Int(frame.width)),
        height: max(1, Int(frame.height)))
    }
  }
}

extension ItemRole {
  var accessibleRole: AccessibleRole {
    switch self {
    // GTK 4.8 tells screen readers nothing of a column's header.
    case .title, .stageHeader, .stepHeader, .columnHeader: .heading
    case .laneHeader, .lineLabel: .rowHeader
    case .button: .button
    case .cluster: .group
    default: .gridCell
    }
  }
}
