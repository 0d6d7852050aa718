import CGtk

extension Window {
  /// Calls `handler` once, when the window's first frame has been painted.
  public func onFirstFrame(_ handler: @escaping () -> Void) {
    connect("map") { [weak self] in
      guard let self, let clock = gtk_widget_get_frame_clock(pointer()) else { return }
      let watched = Object(clock)
      var isDone = false
      watched.connect("after-paint") {
        guard !isDone else { return }
        isDone = true
        handler()
      }
    }
  }
}
