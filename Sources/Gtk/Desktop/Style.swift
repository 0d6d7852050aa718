import CGtk

/// CSS for all windows.
public final class Style: Object {
  public init() { super.init(adopting: gtk_css_provider_new()) }

  /// Replaces what it had. Faults are reported by GTK on standard error.
  public func load(_ css: String) { gtk_css_provider_load_from_data(pointer(), css, -1) }

  public func addToDisplay() {
    guard let display = gdk_display_get_default() else { return }
    gtk_style_context_add_provider_for_display(
      display, pointer(), guint(GTK_STYLE_PROVIDER_PRIORITY_APPLICATION))
  }
}
