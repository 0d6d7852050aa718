import CGtk
import Foundation

/// Tells when a file changes, until it is gone itself.
@MainActor public final class FileMonitor: Object {
  public init(_ file: URL, _ handler: @escaping () -> Void) throws {
    let path = g_file_new_for_path(file.path)
    defer { g_object_unref(UnsafeMutableRawPointer(path)) }
    let monitor = try throwing { g_file_monitor_file(path, G_FILE_MONITOR_WATCH_MOVES, nil, $0) }
    super.init(adopting: monitor)
    connect("changed", handler)
  }

  isolated deinit { g_file_monitor_cancel(pointer()) }
}
