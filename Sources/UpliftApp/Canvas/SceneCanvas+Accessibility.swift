import Gtk
import UpliftDrawing

/// A screen reader meets the items that can be read on the screen as small children of the canvas.
extension SceneCanvas {
  /// How long the view must rest first, in milliseconds.
  private static let rest = 150
  private static let mostItems = 400

  func updateAccessibilitySoon() {
    guard isMapped else { return }
    accessibilityUpdate = Timeout.after(milliseconds: Self.rest) { [weak self] in
      self?.updateAccessibleItems()
    }
  }

  /// Labels of what a screen reader finds now; for tests.
  public var accessibleLabels: [String] {
    accessibleItems.keys.compactMap { item($0)?.label }
  }

  func updateAccessibleItems() {
    let legible = legibleItems
    let subjects = Set(legible.map(\.subject))
    for (subject, widget) in accessibleItems where !subjects.contains(subject) {
      if widget.isFocused { grabFocus() }
      widget.unparent()
      accessibleItems[subject] = nil
    }
    var previous: Widget = editor.widget
    for (subject, item) in legible {
      guard let label = item.label else { continue }
      let widget = accessibleItems[subject] ?? makeAccessibleItem(item, subject)
      widget.setAccessibleLabel(label)
      widget.setAccessibleSelected(selection.contains(subject))
      // In the order of reading, whatever came into sight first.
      widget.setParent(self, after: previous)
      previous = widget
    }
    queueAllocate()
    focusCurrentItem()
  }

  private var legibleItems: [(subject: ItemSubject, item: SceneItem)] {
    guard view.zoom >= Self.legibleZoom else { return [] }
    let visible = view.scene.items.lazy.compactMap { item -> (ItemSubject, SceneItem)? in
      guard let subject = item.subject, item.role != .decoration,
        self.view.shows(item),
        self.delegate?.canvas(self, isStop: subject) ?? true
      else { return nil }
      return (subject, item)
    }
    return visible.prefix(Self.mostItems).map { (subject: $0.0, item: $0.1) }
  }

  /// A screen reader says what the focus is on. Only the current item can have it, so that Tab
  /// meets no other on its way out.
  private func focusCurrentItem() {
    // Not when it is in something that was opened over the canvas.
    let hasFocus =
      editing == nil && (isFocused || accessibleItems.values.contains { $0.isFocused })
    for (subject, widget) in accessibleItems {
      let isCurrent = subject == current
      if !isCurrent, widget.isFocused { grabFocus() }
      widget.isFocusable = isCurrent
      if isCurrent, hasFocus, !widget.isFocused { widget.grabFocus() }
    }
  }

  private func makeAccessibleItem(_ item: SceneItem, _ subject: ItemSubject) -> DrawnWidget {
    let widget = DrawnWidget(role: item.role.accessibleRole)
    widget.receivesPointer = false
    accessibleItems[subject] = widget
    return widget
  }

  func placeAccessibleItems() {
    for (subject, widget) in accessibleItems {
      guard let item = item(subject) else { continue }
      let frame = view.frame(of: item)
      place(
        widget, x: frame.x, y: frame.y, width: max(1, Int(frame.width)),
        height: max(1, Int(frame.height)))
    }
  }
}

extension ItemRole {
  var accessibleRole: AccessibleRole {
    switch self {
    case .stageHeader, .stepHeader, .columnHeader: .columnHeader
    case .laneHeader: .rowHeader
    case .title: .heading
    case .button: .button
    case .cluster: .group
    default: .gridCell
    }
  }
}
