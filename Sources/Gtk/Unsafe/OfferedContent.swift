import CGtk
import Dispatch

/// What a clipboard or a drag holds, made only when somebody asks for it, on another thread.
final class OfferedContent {
  let types: [String]
  let make: @Sendable (String) -> [UInt8]?

  init(_ types: [String], _ make: @escaping @Sendable (String) -> [UInt8]?) {
    self.types = types
    self.make = make
  }

  /// A provider with one reference, which is the caller's.
  func provider() -> OpaquePointer? {
    guard let object = g_object_new_with_properties(OfferedContentType.type, 0, nil, nil) else {
      return nil
    }
    g_object_set_qdata_full(
      object, OfferedContentType.key, Unmanaged.passRetained(self).toOpaque(), releaseObject)
    return OpaquePointer(object)
  }
}

/// The GTK type behind `OfferedContent`.
private enum OfferedContentType {
  static let key = g_quark_from_static_string("uplift-offered-content")
  /// One after the other: what is made may be painted, and fonts belong to one thread at a time.
  static let queue = DispatchQueue(label: "clipboard", qos: .userInitiated)

  static let type: GType = {
    var query = GTypeQuery()
    g_type_query(gdk_content_provider_get_type(), &query)
    var info = GTypeInfo()
    info.class_size = guint16(query.class_size)
    info.instance_size = guint16(query.instance_size)
    info.class_init = startClass
    return g_type_register_static(
      gdk_content_provider_get_type(), "UpliftOfferedContent", &info, GTypeFlags(rawValue: 0))
  }()

  static func setFunctions(_ table: UnsafeMutablePointer<GdkContentProviderClass>) {
    table.pointee.ref_formats = formats
    table.pointee.write_mime_type_async = write
    table.pointee.write_mime_type_finish = finishWriting
  }

  static func content(of provider: UnsafeMutablePointer<GdkContentProvider>?) -> OfferedContent? {
    guard let provider,
      let data = g_object_get_qdata(
        UnsafeMutableRawPointer(provider).assumingMemoryBound(to: GObject.self), key)
    else { return nil }
    return Unmanaged<OfferedContent>.fromOpaque(data).takeUnretainedValue()
  }
}

private nonisolated let startClass: GClassInitFunc = { table, _ in
  guard let table else { return }
  nonisolated(unsafe) let unsafeTable = table
  MainActor.assumeIsolated {
    OfferedContentType.setFunctions(
      unsafeTable.assumingMemoryBound(to: GdkContentProviderClass.self))
  }
}

private nonisolated let formats:
  @convention(c) (UnsafeMutablePointer<GdkContentProvider>?) -> OpaquePointer? = { provider in
    nonisolated(unsafe) let unsafeProvider = provider
    nonisolated(unsafe) var result: OpaquePointer?
    MainActor.assumeIsolated {
      let types = OfferedContentType.content(of: unsafeProvider)?.types ?? []
      result = withStrings(types) { gdk_content_formats_new($0, guint(types.count)) }
    }
    return result
  }

/// A request while its answer is made.
private nonisolated struct Request: @unchecked Sendable {
  let task: OpaquePointer
  let stream: UnsafeMutablePointer<GOutputStream>
  let priority: Int32
  let cancellable: UnsafeMutablePointer<GCancellable>?
}

private nonisolated let write:
  @convention(c) (
    UnsafeMutablePointer<GdkContentProvider>?, UnsafePointer<CChar>?,
    UnsafeMutablePointer<GOutputStream>?, Int32, UnsafeMutablePointer<GCancellable>?,
    GAsyncReadyCallback?, gpointer?
  ) -> Void = { provider, type, stream, priority, cancellable, callback, data in
    guard let stream, let type,
      let task = g_task_new(UnsafeMutableRawPointer(provider), cancellable, callback, data)
    else { return }
    g_object_ref(UnsafeMutableRawPointer(stream))
    let name = String(cString: type)
    let request = Request(
      task: task, stream: stream, priority: priority, cancellable: cancellable)
    nonisolated(unsafe) let unsafeProvider = provider
    MainActor.assumeIsolated {
      guard let make = OfferedContentType.content(of: unsafeProvider)?.make else {
        return answer(request, with: nil)
      }
      OfferedContentType.queue.async {
        let bytes = make(name)
        DispatchQueue.main.async { answer(request, with: bytes) }
      }
    }
  }

private func answer(_ request: Request, with bytes: [UInt8]?) {
  guard let bytes else {
    g_task_return_error(
      request.task,
      g_error_new_literal(g_io_error_quark(), gint(G_IO_ERROR_FAILED.rawValue), "nothing to offer"))
    g_object_unref(UnsafeMutableRawPointer(request.stream))
    g_object_unref(UnsafeMutableRawPointer(request.task))
    return
  }
  let data = g_bytes_new(bytes, gsize(bytes.count))
  // They have to stay until all is written.
  g_task_set_task_data(request.task, UnsafeMutableRawPointer(data), releaseBytes)
  var size: gsize = 0
  let start = g_bytes_get_data(data, &size)
  g_output_stream_write_all_async(
    request.stream, UnsafeMutableRawPointer(mutating: start), size, request.priority,
    request.cancellable, written, UnsafeMutableRawPointer(request.task))
  g_object_unref(UnsafeMutableRawPointer(request.stream))
}

private nonisolated let releaseBytes: @convention(c) (gpointer?) -> Void = { data in
  g_bytes_unref(OpaquePointer(data))
}

private nonisolated let written:
  @convention(c) (UnsafeMutablePointer<GObject>?, OpaquePointer?, gpointer?) -> Void = {
    source, result, data in
    guard let data, let source else { return }
    let task = OpaquePointer(data)
    let stream = UnsafeMutableRawPointer(source).assumingMemoryBound(to: GOutputStream.self)
    var error: UnsafeMutablePointer<GError>?
    if g_output_stream_write_all_finish(stream, result, nil, &error) != 0 {
      g_task_return_boolean(task, 1)
    } else {
      g_task_return_error(task, error)
    }
    g_object_unref(data)
  }

private nonisolated let finishWriting:
  @convention(c) (
    UnsafeMutablePointer<GdkContentProvider>?, OpaquePointer?,
    UnsafeMutablePointer<UnsafeMutablePointer<GError>?>?
  ) -> gboolean = { _, result, error in g_task_propagate_boolean(result, error) }
