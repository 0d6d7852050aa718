import CGtk

public final class Box: Widget {
  public init(_ orientation: Orientation, spacing: Int = 0, _ children: [Widget] = []) {
    super.init(gtk_box_new(orientation.value, gint(spacing)))
    children.forEach(append)
  }

  public func append(_ child: Widget) { gtk_box_append(pointer(), child.pointer()) }
  public func prepend(_ child: Widget) { gtk_box_prepend(pointer(), child.pointer()) }
  public func remove(_ child: Widget) { gtk_box_remove(pointer(), child.pointer()) }
  public func insert(_ child: Widget, after sibling: Widget?) {
    gtk_box_insert_child_after(pointer(), child.pointer(), sibling?.pointer())
  }

  /// Moves a child that is there already; the focus stays where it is.
  public func reorder(_ child: Widget, after sibling: Widget?) {
    gtk_box_reorder_child_after(pointer(), child.pointer(), sibling?.pointer())
  }

  public func removeAll() {
    while let child = gtk_widget_get_first_child(pointer()) { gtk_box_remove(pointer(), child) }
  }

  /// All children as wide, or as high, as the largest.
  public var isHomogeneous: Bool {
    get { gtk_box_get_homogeneous(pointer()) != 0 }
    set { gtk_box_set_homogeneous(pointer(), newValue ? 1 : 0) }
  }
}
