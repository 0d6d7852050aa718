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

  /// The same thing in several formats, the best first, each made when somebody asks for it.
  ///
  /// - Parameter make: called on another thread, one call after the other; nil when it cannot.
  public func offer(_ types: [String], _ make: @escaping @Sendable (String) -> [UInt8]?) {
    guard let provider = OfferedContent(types, make).provider() else { return }
    setContent(provider)
  }

  /// MIME types of what is on it; empty when there is nothing.
  public var types: [String] {
    guard let formats = gdk_clipboard_get_formats(pointer()),
      let all = gdk_content_formats_union_serialize_mime_types(gdk_content_formats_ref(formats))
    else { return [] }
    defer { gdk_content_formats_unref(all) }
    var count: gsize = 0
    guard let names = gdk_content_formats_get_mime_types(all, &count) else { return [] }
    return (0..<Int(count)).map { borrowed(names[$0]) }
  }

  /// - Parameters:
  ///   - type: one of `types`.
  ///   - limit: bytes; what is longer is not read to its end.
  public func read(
    _ type: String, limit: Int, _ handler: @escaping (Result<[UInt8], ReadingError>) -> Void
  ) {
    var isLate = false
    let watch = Timeout.after(milliseconds: StreamReading.patience) {
      isLate = true
      handler(.failure(.broken))
    }
    let callback = ResultCallback { [self] result in
      let stream = try? throwing { gdk_clipboard_read_finish(pointer(), result, nil, $0) }
      watch.cancel()
      guard !isLate else {
        if let stream { g_object_unref(UnsafeMutableRawPointer(stream)) }
        return
      }
      guard let stream else { return handler(.failure(.broken)) }
      StreamReading(stream, limit: limit, done: handler).start()
    }
    withStrings([type]) {
      gdk_clipboard_read_async(
        pointer(), $0, gint(G_PRIORITY_DEFAULT), nil, runResult, callback.retained)
    }
  }

  public func read(_ type: String, limit: Int) async -> Result<[UInt8], ReadingError> {
    await withCheckedContinuation { continuation in
      read(type, limit: limit) { continuation.resume(returning: $0) }
    }
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
