import CGtk

extension Window {
  /// Fills the monitor on which `other` stands, or the window's own when that is not known.
  public func fillMonitor(of other: Window) {
    let surface = gtk_native_get_surface(other.pointer())
    let display = gtk_widget_get_display(other.pointer())
    if let surface, let display,
      let monitor = gdk_display_get_monitor_at_surface(display, surface)
    {
      gtk_window_fullscreen_on_monitor(pointer(), monitor)
    } else {
      isFullScreen = true
    }
  }

  /// Asks the desktop not to blank the screen, if it listens to such; ends with `letScreenRest`.
  ///
  /// - Returns: what to end it with; nil when the desktop did not promise anything.
  public func keepScreenOn(_ reason: String) -> UInt32? {
    guard let application = gtk_window_get_application(pointer()) else { return nil }
    let cookie = gtk_application_inhibit(
      application, pointer(), GTK_APPLICATION_INHIBIT_IDLE, reason)
    return cookie == 0 ? nil : cookie
  }

  public func letScreenRest(_ cookie: UInt32?) {
    guard let cookie, let application = gtk_window_get_application(pointer()) else { return }
    gtk_application_uninhibit(application, cookie)
  }
}
