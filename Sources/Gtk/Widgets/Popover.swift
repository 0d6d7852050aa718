import CGtk

public final class Popover: Widget {
  public init(_ child: Widget? = nil) {
    super.init(gtk_popover_new())
    if let child { setChild(child) }
  }

  /// A context menu. Give it a parent with `setParent`, and unparent it when it has closed.
  public init(menu: Menu) {
    super.init(gtk_popover_menu_new_from_model(menu.pointer()))
  }

  public func setChild(_ child: Widget) { gtk_popover_set_child(pointer(), child.pointer()) }
  public func setSide(_ side: Side) { gtk_popover_set_position(pointer(), side.value) }
  public var hasArrow: Bool {
    get { gtk_popover_get_has_arrow(pointer()) != 0 }
    set { gtk_popover_set_has_arrow(pointer(), newValue ? 1 : 0) }
  }
  /// False: a click elsewhere leaves it open.
  public var closesByItself: Bool {
    get { gtk_popover_get_autohide(pointer()) != 0 }
    set { gtk_popover_set_autohide(pointer(), newValue ? 1 : 0) }
  }

  /// Where the arrow points, in the parent's coordinates.
  public func pointTo(_ place: Rectangle) {
    var rectangle = GdkRectangle(
      x: gint(place.x), y: gint(place.y), width: gint(place.width), height: gint(place.height))
    gtk_popover_set_pointing_to(pointer(), &rectangle)
  }

  public func popUp() { gtk_popover_popup(pointer()) }
  public func popDown() { gtk_popover_popdown(pointer()) }

  @discardableResult
  public func onClosed(_ handler: @escaping () -> Void) -> SignalID { connect("closed", handler) }
}
