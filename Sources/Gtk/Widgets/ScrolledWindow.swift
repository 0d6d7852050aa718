import CGtk
import Foundation

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

  init(known widget: UnsafeMutablePointer<GtkWidget>) { super.init(widget) }

  var neverScrollsVertically: Bool {
    var horizontal = GTK_POLICY_NEVER
    var vertical = GTK_POLICY_NEVER
    gtk_scrolled_window_get_policy(pointer(), &horizontal, &vertical)
    return vertical == GTK_POLICY_NEVER
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

  /// False: the bars stand beside what is scrolled, and show that there is more.
  public var overlaysBars: Bool {
    get { gtk_scrolled_window_get_overlay_scrolling(pointer()) != 0 }
    set { gtk_scrolled_window_set_overlay_scrolling(pointer(), newValue ? 1 : 0) }
  }

  /// As large as its content wants to be.
  public func setPropagatesNaturalSize(width: Bool, height: Bool) {
    gtk_scrolled_window_set_propagate_natural_width(pointer(), width ? 1 : 0)
    gtk_scrolled_window_set_propagate_natural_height(pointer(), height ? 1 : 0)
  }

  /// Both are scrolled sideways together, with this one's bar hidden.
  public func shareHorizontal(with other: ScrolledWindow) {
    gtk_scrolled_window_set_hadjustment(
      pointer(), gtk_scrolled_window_get_hadjustment(other.pointer()))
  }

  public var verticalAdjustment: Adjustment {
    Adjustment(gtk_scrolled_window_get_vadjustment(pointer()))
  }
  public var horizontalAdjustment: Adjustment {
    Adjustment(gtk_scrolled_window_get_hadjustment(pointer()))
  }
}

extension ScrolledWindow {
  /// A wheel moves it sideways, when it turns sideways or Shift is held; up and down moves what
  /// stands around it.
  public func scrollsOnlySideways() {
    ignoreWheel()
    let sideways = horizontalAdjustment
    let wheel = ScrollController()
    wheel.onScroll { [weak wheel] dx, dy in
      guard let wheel, sideways.upper > sideways.pageSize else { return false }
      let clicks = abs(dx) > abs(dy) ? dx : wheel.modifiers.contains(.shift) ? dy : 0
      guard clicks != 0 else { return false }
      // As far as GTK scrolls with each click of a wheel.
      sideways.value +=
        clicks * (wheel.isInPixels ? 1 : cbrt(sideways.pageSize * sideways.pageSize))
      return true
    }
    addController(wheel)
  }
}

extension Widget {
  /// The nearest view around this widget that scrolls up and down; nil when there is none.
  public var verticalScroller: ScrolledWindow? {
    var widget = gtk_widget_get_parent(pointer())
    while let current = widget {
      if g_type_is_a(uplift_type_of(current), gtk_scrolled_window_get_type()) != 0 {
        let scroller = ScrolledWindow(known: current)
        if !scroller.neverScrollsVertically { return scroller }
      }
      widget = gtk_widget_get_parent(current)
    }
    return nil
  }
}
