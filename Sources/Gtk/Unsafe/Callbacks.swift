import CGtk

/// A Swift closure that C calls back: sources, ticks, asynchronous results.
final class Callback<Input, Output> {
  let call: (Input) -> Output
  init(_ call: @escaping (Input) -> Output) { self.call = call }

  /// For a `user_data` whose destroy notify is `releaseObject`, or which is called exactly once.
  var retained: UnsafeMutableRawPointer { Unmanaged.passRetained(self).toOpaque() }
}

typealias SourceCallback = Callback<Void, Bool>

nonisolated let runSource: @convention(c) (gpointer?) -> gboolean = { data in
  guard let data else { return 0 }
  nonisolated(unsafe) let unsafeData = data
  return MainActor.assumeIsolated {
    Unmanaged<SourceCallback>.fromOpaque(unsafeData).takeUnretainedValue().call(()) ? 1 : 0
  }
}

typealias TickCallback = Callback<Int64, Bool>

nonisolated let runTick:
  @convention(c) (UnsafeMutablePointer<GtkWidget>?, OpaquePointer?, gpointer?) -> gboolean = {
    _, clock, data in
    guard let data else { return 0 }
    nonisolated(unsafe) let unsafeData = data
    let time = Int64(gdk_frame_clock_get_frame_time(clock))
    return MainActor.assumeIsolated {
      Unmanaged<TickCallback>.fromOpaque(unsafeData).takeUnretainedValue().call(time) ? 1 : 0
    }
  }

typealias ResultCallback = Callback<OpaquePointer?, Void>

/// A GAsyncReadyCallback: called once, and releases.
nonisolated let runResult:
  @convention(c) (UnsafeMutablePointer<GObject>?, OpaquePointer?, gpointer?) -> Void = {
    _, result, data in
    guard let data else { return }
    nonisolated(unsafe) let unsafeData = data
    nonisolated(unsafe) let unsafeResult = result
    MainActor.assumeIsolated {
      Unmanaged<ResultCallback>.fromOpaque(unsafeData).takeRetainedValue().call(unsafeResult)
    }
  }

extension Clipboard {
  /// Takes the provider's reference over.
  func setContent(_ provider: OpaquePointer) {
    let pointer = UnsafeMutableRawPointer(provider)
    gdk_clipboard_set_content(
      self.pointer(), pointer.assumingMemoryBound(to: GdkContentProvider.self))
    g_object_unref(pointer)
  }

  /// The union takes over the providers.
  func setUnion(_ providers: inout [OpaquePointer?]) {
    let count = gsize(providers.count)
    providers.withUnsafeMutableBufferPointer { buffer in
      buffer.withMemoryRebound(to: UnsafeMutablePointer<GdkContentProvider>?.self) { rebound in
        let union = gdk_content_provider_new_union(rebound.baseAddress, count)
        gdk_clipboard_set_content(pointer(), union)
        g_object_unref(union)
      }
    }
  }
}

extension DragSource {
  /// Takes the provider's reference over.
  func setContent(_ provider: OpaquePointer) {
    let content = UnsafeMutableRawPointer(provider)
    gtk_drag_source_set_content(pointer(), content.assumingMemoryBound(to: GdkContentProvider.self))
    g_object_unref(content)
  }
}
