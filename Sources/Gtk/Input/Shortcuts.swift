import CGtk

/// Keys for what is in a widget, in GTK's notation: `<Control>0`.
public final class Shortcuts: EventController {
  public init() {
    super.init(adopting: UnsafeMutableRawPointer(gtk_shortcut_controller_new()))
  }

  public enum Scope {
    /// While the focus is in the widget.
    case local
    /// Anywhere in the window.
    case window
  }

  public func setScope(_ scope: Scope) {
    gtk_shortcut_controller_set_scope(
      pointer(), scope == .local ? GTK_SHORTCUT_SCOPE_LOCAL : GTK_SHORTCUT_SCOPE_GLOBAL)
  }

  /// Runs an action by name: `win.search`.
  public func add(_ keys: String, action: String) {
    gtk_shortcut_controller_add_shortcut(
      pointer(),
      gtk_shortcut_new(
        gtk_shortcut_trigger_parse_string(keys), gtk_named_action_new(action)))
  }

  /// True from `handler`: the keys go no further.
  public func add(_ keys: String, _ handler: @escaping () -> Bool) {
    let action = gtk_callback_action_new(
      runShortcut, SourceCallback { _ in handler() }.retained, releaseObject)
    gtk_shortcut_controller_add_shortcut(
      pointer(), gtk_shortcut_new(gtk_shortcut_trigger_parse_string(keys), action))
  }
}

private nonisolated let runShortcut:
  @convention(c) (UnsafeMutablePointer<GtkWidget>?, OpaquePointer?, gpointer?) -> gboolean = {
    _, _, data in runSource(data)
  }
