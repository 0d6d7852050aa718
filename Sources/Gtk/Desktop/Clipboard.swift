import CGtk

public final class Clipboard: Object {
  /// Nil when there is no display.
  public static let standard: Clipboard? = gdk_display_get_default()
    .map { Clipboard(gdk_display_get_clipboard($0)) }

  public func setText(_ text: String) { gdk_clipboard_set_text(pointer(), text) }

  /// The same thing in several formats, by MIME type; the first is the best.
  public func set(_ formats: [(type: String, data: [UInt8])]) {
    var providers: [OpaquePointer?] = formats.map { format in
      let bytes = g_bytes_new(format.data, gsize(format.data.count))
      defer { g_bytes_unref(bytes) }
      return gdk_content_provider_new_for_bytes(format.type, bytes)
        .map { OpaquePointer($0) }
    }
    setUnion(&providers)
  }

  /// Nil when there is no text on it.
  public func readText(_ handler: @escaping (String?) -> Void) {
    let callback = ResultCallback { [self] result in
      handler(taken(try? throwing { gdk_clipboard_read_text_finish(pointer(), result, $0) }))
    }
    gdk_clipboard_read_text_async(pointer(), nil, runResult, callback.retained)
  }

  /// For a paste that arrives later.
  public func text() async -> String? {
    await withCheckedContinuation { continuation in
      readText { continuation.resume(returning: $0) }
    }
  }
}
