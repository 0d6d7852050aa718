import CPango
import Foundation
import UpliftCore

/// A new file that Cairo writes to.
///
/// Cairo 1.16 crashes in `cairo_show_page` when its own writing fails. So it is never told: the
/// first fault is kept, what follows is dropped, and `finish` throws.
final class FileSink {
  /// Bytes that are collected before they are written.
  private static let capacity = 1 << 16

  private let descriptor: Int32
  private let target: URL
  private var buffer: [UInt8] = []
  private var fault: Int32 = 0

  /// - Parameter target: the file that errors name.
  init(path: String, target: URL) throws(FileReplacementError) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    self.target = target
    buffer.reserveCapacity(Self.capacity)
    guard descriptor >= 0 else { throw FileReplacementError(errno, path: target.path) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// What Cairo calls; its closure is the sink, unretained.
  static let take: cairo_write_func_t = { closure, bytes, count in
    if let closure {
      let sink = Unmanaged<FileSink>.fromOpaque(closure).takeUnretainedValue()
      sink.append(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    return CAIRO_STATUS_SUCCESS
  }

  /// Writes text as UTF-8 and throws as soon as that fails.
  func write(_ text: String) throws(FileReplacementError) {
    var text = text
    text.withUTF8 { append($0) }
    try check()
  }

  /// Throws when not everything was written.
  func finish() throws(FileReplacementError) {
    flush()
    try check()
  }

  private func check() throws(FileReplacementError) {
    guard fault == 0 else { throw FileReplacementError(fault, path: target.path) }
  }

  private func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard fault == 0 else { return }
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.capacity { flush() }
  }

  private func flush() {
    defer { buffer.removeAll(keepingCapacity: true) }
    buffer.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while fault == 0, !rest.isEmpty {
        let piece = UnsafeRawBufferPointer(rebasing: rest)
        let count = Glibc.write(descriptor, piece.baseAddress, piece.count)
        if count < 0, errno == EINTR { continue }
        if count <= 0 {
          fault = count == 0 ? ENOSPC : errno
        } else {
          rest = rest.dropFirst(count)
        }
      }
    }
  }
}
