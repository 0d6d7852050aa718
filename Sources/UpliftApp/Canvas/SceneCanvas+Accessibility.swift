import Gtk
import UpliftDrawing

/// A screen reader meets all items as small children of the canvas; of a large picture those that
/// can be read on the screen. There the arrows and Tab lead to all others: what they reach comes
/// into sight, and so among them.
extension SceneCanvas {
  /// How long the view must rest first, in milliseconds.
  private static let rest = 150
  /// Pictures with no more are read as a whole, whatever of them is in sight.
  private static let mostItemsAtOnce = 500
  /// A screen that is large enough for more would have cards too small to be read.
  private static let mostItems = 1500

  func updateAccessibilitySoon() {
    guard isMapped else { return }
    accessibilityUpdate = Timeout.after(milliseconds: Self.rest) { [weak self] in
      self?.updateAccessibleItems()
    }
  }

  /// Labels of what a screen reader finds now; for tests.
  public var accessibleLabels: [String] { accessibleItems.labels }

  func updateAccessibleItems() {
    accessibleItems.show(legibleItems, after: editor.widget) { self.selection.contains($0) }
    focusCurrentItem()
  }

  private var legibleItems: [AccessibleItems.Entry] {
    guard isMapped else { return [] }
    let items = view.scene.items
    let isWhole = items.count <= 4 * Self.mostItemsAtOnce && spokenCount <= Self.mostItemsAtOnce
    guard isWhole || view.zoom >= Self.legibleZoom else { return [] }
    let visible = items.indices.lazy.filter { index in
      guard let subject = items[index].subject, items[index].role != .decoration else {
        return false
      }
      return (isWhole || self.view.shows(items[index]))
        && self.delegate?.canvas(self, isSpoken: subject) ?? true
    }
    return view.scene.inReadingOrder(Array(visible.prefix(Self.mostItems))).compactMap { index in
      items[index].subject.map { AccessibleItems.Entry(subject: $0, item: items[index]) }
    }
  }

  private var spokenCount: Int {
    view.scene.items.count { item in
      guard let subject = item.subject, item.role != .decoration else { return false }
      return delegate?.canvas(self, isSpoken: subject) ?? true
    }
  }

  /// A screen reader says what the focus is on. Only the current item can have it, so that Tab
  /// meets no other on its way out.
  private func focusCurrentItem() {
    let widgets = accessibleItems.widgets
    // Not when it is in something that was opened over the canvas.
    let hasFocus = editing == nil && (isFocused || widgets.values.contains { $0.isFocused })
    for (subject, widget) in widgets {
      let isCurrent = subject == current
      if !isCurrent, widget.isFocused { grabFocus() }
      widget.isFocusable = isCurrent
      if isCurrent, hasFocus, !widget.isFocused { widget.grabFocus() }
    }
  }

  func placeAccessibleItems() {
    accessibleItems.place { subject in item(subject).map { view.frame(of: $0) } }
  }
}
