import CGtk
import Dispatch
import Glibc

/// Lets GLib's main loop run Swift's main queue, and so the main actor's tasks.
enum MainQueue {
  private static var isJoined = false

  static func join() {
    guard !isJoined else { return }
    isJoined = true
    // Touching the queue makes libdispatch open its handle.
    DispatchQueue.main.async {}
    let handle = _dispatch_get_main_queue_handle_4CF()
    g_unix_fd_add(handle, G_IO_IN, drain, nil)
  }
}

private nonisolated let drain: @convention(c) (gint, GIOCondition, gpointer?) -> gboolean = {
  handle, _, _ in
  // Without the read the descriptor stays readable, and the loop spins.
  var count: UInt64 = 0
  _ = withUnsafeMutableBytes(of: &count) { read(handle, $0.baseAddress, $0.count) }
  _dispatch_main_queue_callback_4CF(nil)
  return 1
}
