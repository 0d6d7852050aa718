import CGtk

open class Button: Widget {
  public init(label: String) { super.init(gtk_button_new_with_label(label)) }

  /// - Parameter name: what a screen reader says, and the tooltip.
  public init(icon: String, name: String) {
    super.init(gtk_button_new_from_icon_name(icon))
    setAccessibleLabel(name)
    tooltip = name
  }

  public init(child: Widget) {
    super.init(gtk_button_new())
    setChild(child)
  }

  init(widget: UnsafeMutablePointer<GtkWidget>?) { super.init(widget) }

  public var label: String {
    get { borrowed(gtk_button_get_label(pointer())) }
    set { gtk_button_set_label(pointer(), newValue) }
  }

  public func setIcon(_ name: String) { gtk_button_set_icon_name(pointer(), name) }
  public func setChild(_ child: Widget) { gtk_button_set_child(pointer(), child.pointer()) }

  public var hasFrame: Bool {
    get { gtk_button_get_has_frame(pointer()) != 0 }
    set { gtk_button_set_has_frame(pointer(), newValue ? 1 : 0) }
  }

  /// Does what an action does, and is insensitive when that is disabled: `win.undo`.
  public func setAction(_ name: String, target: String? = nil) {
    if let target {
      gtk_actionable_set_action_target_value(pointer(), g_variant_new_string(target))
    }
    gtk_actionable_set_action_name(pointer(), name)
  }

  /// Does what a click on it does; false when nobody can click it now.
  @discardableResult
  public func activate() -> Bool { gtk_widget_activate(pointer()) != 0 }

  @discardableResult
  public func onClicked(_ handler: @escaping () -> Void) -> SignalID {
    connect("clicked", handler)
  }
}
