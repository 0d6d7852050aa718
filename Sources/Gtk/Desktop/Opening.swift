import CGtk
import Foundation

public enum Desktop {
  /// Opens a file or an address with whatever the desktop has for it.
  public static func open(_ url: URL, parent: Window?) {
    gtk_show_uri(parent?.pointer(), url.absoluteString, guint32(GDK_CURRENT_TIME))
  }

  /// The sound, or flash, for what cannot be done.
  public static func beep() {
    if let display = gdk_display_get_default() { gdk_display_beep(display) }
  }
}
