import CGtk

public final class Revealer: Widget {
  public enum Motion {
    case none, fade, slideUp, slideDown, slideLeft, slideRight

    var value: GtkRevealerTransitionType {
      switch self {
      case .none: GTK_REVEALER_TRANSITION_TYPE_NONE
      case .fade: GTK_REVEALER_TRANSITION_TYPE_CROSSFADE
      case .slideUp: GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP
      case .slideDown: GTK_REVEALER_TRANSITION_TYPE_SLIDE_DOWN
      case .slideLeft: GTK_REVEALER_TRANSITION_TYPE_SLIDE_LEFT
      case .slideRight: GTK_REVEALER_TRANSITION_TYPE_SLIDE_RIGHT
      }
    }
  }

  public init(_ child: Widget? = nil, motion: Motion = .fade, milliseconds: Int = 150) {
    super.init(gtk_revealer_new())
    gtk_revealer_set_transition_type(pointer(), motion.value)
    gtk_revealer_set_transition_duration(pointer(), guint(milliseconds))
    if let child { setChild(child) }
  }

  public func setChild(_ child: Widget?) { gtk_revealer_set_child(pointer(), child?.pointer()) }

  public var isRevealed: Bool {
    get { gtk_revealer_get_reveal_child(pointer()) != 0 }
    set { gtk_revealer_set_reveal_child(pointer(), newValue ? 1 : 0) }
  }
}
