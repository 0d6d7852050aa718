import CGtk

/// Something that happens later; not any more once this is cancelled or gone.
@MainActor public final class Timeout {
  private var id: guint = 0

  private init() {}

  isolated deinit { cancel() }

  public func cancel() {
    if id != 0 { g_source_remove(id) }
    id = 0
  }

  /// Once.
  public static func after(milliseconds: Int, _ handler: @escaping () -> Void) -> Timeout {
    repeating(milliseconds: milliseconds) {
      handler()
      return false
    }
  }

  /// Until `handler` gives false.
  public static func repeating(
    milliseconds: Int, _ handler: @escaping () -> Bool
  ) -> Timeout {
    let timeout = Timeout()
    timeout.id = g_timeout_add_full(
      gint(G_PRIORITY_DEFAULT), guint(milliseconds), runSource,
      timeout.callback(handler).retained, releaseObject)
    return timeout
  }

  /// Once, when nothing else is to be done.
  public static func whenIdle(_ handler: @escaping () -> Void) -> Timeout {
    once(gint(G_PRIORITY_DEFAULT_IDLE), handler)
  }

  /// Once, when the keys and clicks that wait have been heard, and before the next frame is drawn.
  public static func beforeFrame(_ handler: @escaping () -> Void) -> Timeout {
    once(gint(GDK_PRIORITY_REDRAW) - 1, handler)
  }

  private static func once(_ priority: gint, _ handler: @escaping () -> Void) -> Timeout {
    let timeout = Timeout()
    let callback = timeout.callback {
      handler()
      return false
    }
    timeout.id = g_idle_add_full(priority, runSource, callback.retained, releaseObject)
    return timeout
  }

  private func callback(_ handler: @escaping () -> Bool) -> SourceCallback {
    SourceCallback { [weak self] _ in
      let goesOn = handler()
      // A source that ends is removed by GLib; it must not be removed again.
      if !goesOn { self?.id = 0 }
      return goesOn
    }
  }
}

/// For tests and for what must be seen before a long piece of work.
public enum MainLoop {
  /// Starts GTK without an application; false when there is no display.
  public static func start() -> Bool {
    guard gtk_init_check() != 0 else { return false }
    MainQueue.join()
    return true
  }

  /// Handles one event; false when there was none.
  @discardableResult
  public static func iterate(waits: Bool = false) -> Bool {
    g_main_context_iteration(nil, waits ? 1 : 0) != 0
  }
}
