import CSQLiteSession

/// Hands the bytes of a changeset to SQLite piece by piece, so that how far it is can be told and
/// it can be cancelled between two of them.
final class ChangesetInput {
  private let bytes: UnsafeRawBufferPointer
  private let progress: (Double) -> Bool
  private var place = 0
  private var isToldAt = 0
  private(set) var isCancelled = false

  /// Bytes after which somebody is told: some hundred records.
  private static let stride = 65_536

  /// - Parameters:
  ///   - bytes: must live as long as this.
  ///   - progress: is told the share that was read, 0…1, and answers false to cancel.
  init(_ bytes: UnsafeRawBufferPointer, _ progress: @escaping (Double) -> Bool) {
    self.bytes = bytes
    self.progress = progress
  }

  /// What SQLite calls for more; `count` says how much there is room for, and then how much it is.
  static func read(
    _ input: UnsafeMutableRawPointer?, _ target: UnsafeMutableRawPointer?,
    _ count: UnsafeMutablePointer<Int32>?
  ) -> Int32 {
    guard let input, let target, let count else { return SQLITE_MISUSE }
    return Unmanaged<ChangesetInput>.fromOpaque(input).takeUnretainedValue().read(target, count)
  }

  private func read(
    _ target: UnsafeMutableRawPointer, _ count: UnsafeMutablePointer<Int32>
  ) -> Int32 {
    if place >= isToldAt {
      isToldAt = place + Self.stride
      isCancelled = !progress(Double(place) / Double(max(bytes.count, 1)))
      if isCancelled { return SQLITE_INTERRUPT }
    }
    let size = min(Int(max(0, count.pointee)), bytes.count - place)
    if size > 0, let start = bytes.baseAddress {
      target.copyMemory(from: start + place, byteCount: size)
    }
    place += size
    count.pointee = Int32(size)
    return SQLITE_OK
  }
}
