import CGtk

/// Reads a stream to its end, piece by piece, as GLib's loop goes on. A stream from which nothing
/// comes for some time counts as broken: a clipboard's owner may never send the rest.
final class StreamReading {
  private static let piece: gsize = 1 << 16
  /// Milliseconds.
  static let patience = 8000

  private let stream: UnsafeMutablePointer<GInputStream>
  private let limit: Int
  private var bytes: [UInt8] = []
  private let done: (Result<[UInt8], ReadingError>) -> Void
  private var watch: Timeout?
  private var isDone = false

  /// - Parameter stream: taken over.
  init(
    _ stream: UnsafeMutablePointer<GInputStream>, limit: Int,
    done: @escaping (Result<[UInt8], ReadingError>) -> Void
  ) {
    self.stream = stream
    self.limit = limit
    self.done = done
  }

  func start() {
    watch = Timeout.after(milliseconds: Self.patience) { [self] in finish(.failure(.broken)) }
    let callback = ResultCallback { [self] result in take(result) }
    g_input_stream_read_bytes_async(
      stream, Self.piece, gint(G_PRIORITY_DEFAULT), nil, runResult, callback.retained)
  }

  private func take(_ result: OpaquePointer?) {
    guard let read = try? throwing({ g_input_stream_read_bytes_finish(stream, result, $0) }) else {
      return finish(.failure(.broken))
    }
    defer { g_bytes_unref(read) }
    guard !isDone else { return }
    var size: gsize = 0
    guard let start = g_bytes_get_data(read, &size), size > 0 else {
      return finish(.success(bytes))
    }
    guard bytes.count + Int(size) <= limit else { return finish(.failure(.tooLarge)) }
    bytes.append(contentsOf: UnsafeRawBufferPointer(start: start, count: Int(size)))
    self.start()
  }

  private func finish(_ result: Result<[UInt8], ReadingError>) {
    watch = nil
    guard !isDone else { return }
    isDone = true
    g_object_unref(UnsafeMutableRawPointer(stream))
    done(result)
  }
}

/// Why nothing was read.
public enum ReadingError: Error {
  case tooLarge
  /// Whoever offered it does not give it, or is gone.
  case broken
}
