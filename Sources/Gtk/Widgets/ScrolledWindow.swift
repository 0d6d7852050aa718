import CGtk

public enum ScrollPolicy {
  case always, automatic, never
  /// Scrolls, without a bar.
  case hidden

  var value: GtkPolicyType {
    switch self {
    case .always: GTK_POLICY_ALWAYS
    case .automatic: GTK_POLICY_AUTOMATIC
    case .never: GTK_POLICY_NEVER
    case .hidden: GTK_POLICY_EXTERNAL
    }
  }
}

public final class ScrolledWindow: Widget {
  public init(_ child: Widget? = nil) {
    super.init(gtk_scrolled_window_new())
    if let child { setChild(child) }
  }

  public func setChild(_ child: Widget?) {
    gtk_scrolled_window_set_child(pointer(), child?.pointer())
  }

  public func setPolicy(horizontal: ScrollPolicy, vertical: ScrollPolicy) {
    gtk_scrolled_window_set_policy(pointer(), horizontal.value, vertical.value)
  }

  /// Grows with its content up to these sizes; −1 leaves one free.
  public func setContentSize(
    minimumWidth: Int = -1, minimumHeight: Int = -1, maximumWidth: Int = -1,
    maximumHeight: Int = -1
  ) {
    gtk_scrolled_window_set_max_content_width(pointer(), gint(maximumWidth))
    gtk_scrolled_window_set_max_content_height(pointer(), gint(maximumHeight))
    gtk_scrolled_window_set_min_content_width(pointer(), gint(minimumWidth))
    gtk_scrolled_window_set_min_content_height(pointer(), gint(minimumHeight))
  }

  /// As large as its content wants to be.
  public func setPropagatesNaturalSize(width: Bool, height: Bool) {
    gtk_scrolled_window_set_propagate_natural_width(pointer(), width ? 1 : 0)
    gtk_scrolled_window_set_propagate_natural_height(pointer(), height ? 1 : 0)
  }

  public var verticalAdjustment: Adjustment {
    Adjustment(gtk_scrolled_window_get_vadjustment(pointer()))
  }
  public var horizontalAdjustment: Adjustment {
    Adjustment(gtk_scrolled_window_get_hadjustment(pointer()))
  }
}
