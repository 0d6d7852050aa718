import CGtk

public final class MenuButton: Widget {
  public init(icon: String, name: String, menu: Menu? = nil) {
    super.init(gtk_menu_button_new())
    gtk_menu_button_set_icon_name(pointer(), icon)
    setAccessibleLabel(name)
    tooltip = name
    if let menu { setMenu(menu) }
  }

  /// With no arrow.
  public init(child: Widget) {
    super.init(gtk_menu_button_new())
    setChild(child)
  }

  public init(label: String, menu: Menu? = nil) {
    super.init(gtk_menu_button_new())
    gtk_menu_button_set_label(pointer(), label)
    gtk_menu_button_set_always_show_arrow(pointer(), 1)
    if let menu { setMenu(menu) }
  }

  public func setLabel(_ label: String) { gtk_menu_button_set_label(pointer(), label) }
  /// Instead of a label with an arrow.
  public func setChild(_ child: Widget) { gtk_menu_button_set_child(pointer(), child.pointer()) }
  public func setMenu(_ menu: Menu) {
    gtk_menu_button_set_menu_model(pointer(), menu.pointer())
  }
  public func setPopover(_ popover: Popover) {
    gtk_menu_button_set_popover(pointer(), popover.pointer())
  }
  /// True: F10 opens it.
  public func setPrimary(_ isPrimary: Bool) {
    gtk_menu_button_set_primary(pointer(), isPrimary ? 1 : 0)
  }
  public var hasFrame: Bool {
    get { gtk_menu_button_get_has_frame(pointer()) != 0 }
    set { gtk_menu_button_set_has_frame(pointer(), newValue ? 1 : 0) }
  }
  /// Whether its menu or popover is shown.
  public var isOpen: Bool {
    guard let popover: UnsafeMutablePointer<GtkPopover> = gtk_menu_button_get_popover(pointer())
    else { return false }
    return popover.withMemoryRebound(to: GtkWidget.self, capacity: 1) {
      gtk_widget_get_visible($0) != 0
    }
  }

  public func popUp() { gtk_menu_button_popup(pointer()) }
  public func popDown() { gtk_menu_button_popdown(pointer()) }
}
