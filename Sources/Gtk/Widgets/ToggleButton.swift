import CGtk

public final class ToggleButton: Button {
  public override init(label: String) {
    super.init(widget: gtk_toggle_button_new_with_label(label))
  }

  public override init(icon: String, name: String) {
    super.init(widget: gtk_toggle_button_new())
    setIcon(icon)
    setAccessibleLabel(name)
    tooltip = name
  }

  public var isActive: Bool {
    get { gtk_toggle_button_get_active(pointer()) != 0 }
    set { gtk_toggle_button_set_active(pointer(), newValue ? 1 : 0) }
  }

  /// Of the buttons in a group, one is down at a time.
  public func join(_ other: ToggleButton) {
    gtk_toggle_button_set_group(pointer(), other.pointer())
  }

  @discardableResult
  public func onToggled(_ handler: @escaping () -> Void) -> SignalID {
    connect("toggled", handler)
  }
}
