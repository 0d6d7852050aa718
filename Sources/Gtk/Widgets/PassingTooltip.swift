import CGtk

/// The tooltip of a widget in which one points at many things: the pointer goes through it to what
/// lies under it. GTK 4.8 crashes when a press takes away a tooltip that the pointer is in.
@MainActor public final class PassingTooltip {
  /// Empty: none.
  public var text = "" {
    didSet {
      guard text != oldValue, let owner else { return }
      label.text = TooltipText.broken(text)
      label.wraps = !text.contains(where: \.isNewline)
      label.setWidthInCharacters(maximum: min(text.count, Self.widest))
      gtk_widget_trigger_tooltip_query(owner.pointer())
    }
  }
  private let label = Label()
  private weak var owner: Widget?

  /// Characters of a line, as GTK has it.
  private static let widest = 50

  /// Keep it as long as the widget.
  public init(of owner: Widget) {
    self.owner = owner
    label.onMap { [weak label] in label?.letPointerThrough() }
    gtk_widget_set_has_tooltip(owner.pointer(), 1)
    owner.connectAnswering("query-tooltip") { [weak self] arguments in
      guard let self, !text.isEmpty, let tooltip = arguments.object(3) else { return .bool(false) }
      gtk_tooltip_set_custom(OpaquePointer(tooltip), label.pointer())
      return .bool(true)
    }
  }
}

extension Widget {
  /// What it stands in takes no pointer.
  fileprivate func letPointerThrough() {
    guard let native = gtk_widget_get_native(pointer()),
      let surface = gtk_native_get_surface(native)
    else { return }
    let nothing = cairo_region_create()
    gdk_surface_set_input_region(surface, nothing)
    cairo_region_destroy(nothing)
  }
}
