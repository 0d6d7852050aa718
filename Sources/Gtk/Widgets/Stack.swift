import CGtk

/// Several widgets of which one is seen.
public final class Stack: Widget {
  public init() { super.init(gtk_stack_new()) }

  public func add(_ child: Widget, name: String? = nil) {
    gtk_stack_add_named(pointer(), child.pointer(), name)
  }

  public func remove(_ child: Widget) { gtk_stack_remove(pointer(), child.pointer()) }

  public var visibleName: String {
    get { borrowed(gtk_stack_get_visible_child_name(pointer())) }
    set { gtk_stack_set_visible_child_name(pointer(), newValue) }
  }

  public func show(_ child: Widget) { gtk_stack_set_visible_child(pointer(), child.pointer()) }

  /// Fades from one to the next, in milliseconds; 0 does not.
  public func setFade(milliseconds: Int) {
    gtk_stack_set_transition_type(
      pointer(),
      milliseconds > 0 ? GTK_STACK_TRANSITION_TYPE_CROSSFADE : GTK_STACK_TRANSITION_TYPE_NONE)
    gtk_stack_set_transition_duration(pointer(), guint(milliseconds))
  }

  /// False: as large as the child that is seen.
  public var isHomogeneous: Bool {
    get { gtk_stack_get_hhomogeneous(pointer()) != 0 }
    set {
      gtk_stack_set_hhomogeneous(pointer(), newValue ? 1 : 0)
      gtk_stack_set_vhomogeneous(pointer(), newValue ? 1 : 0)
    }
  }
}
