import Foundation

/// A text file of any length, a piece after the other, as UTF-8 with no byte order mark: what
/// `TextDecoding` does with a whole one.
struct TextChunks {
  private enum Encoding {
    case utf8
    case utf16(lowFirst: Bool)
  }

  /// Bytes that are read at once.
  static let chunkSize = 1 << 20

  /// Of the file, in bytes, when it was opened.
  let size: Int
  /// Bytes of the file that were read.
  private(set) var position = 0
  private let handle: FileHandle
  private var encoding: Encoding?
  /// The beginning of a character whose end was not read yet.
  private var rest: [UInt8] = []
  /// Bytes of the file before `rest`.
  private var decoded = 0
  private var lines = 1
  private var isAtEnd = false

  /// - Throws: `.unreadable`, `.notARegularFile`.
  init(_ url: URL) throws(ImportError) {
    let file = url.resolvingSymlinksInPath()
    do {
      let values = try file.resourceValues(forKeys: [.isRegularFileKey, .fileSizeKey])
      guard values.isRegularFile == true else { throw ImportError(.notARegularFile) }
      size = values.fileSize ?? 0
      handle = try FileHandle(forReadingFrom: file)
    } catch let error as ImportError {
      throw error
    } catch {
      throw ImportError(.unreadable(Importing.reason(of: error)))
    }
  }

  /// Nil at the end.
  ///
  /// - Throws: `.notText` with the first byte of the file that does not fit; `.nulCharacter`.
  mutating func next() throws(ImportError) -> [UInt8]? {
    while !isAtEnd {
      let bytes = rest + (try read())
      rest = []
      let chunk = try decode(bytes)
      if !chunk.isEmpty {
        try refuseNul(chunk)
        return chunk
      }
    }
    return nil
  }

  private mutating func read() throws(ImportError) -> [UInt8] {
    do {
      guard let data = try handle.read(upToCount: Self.chunkSize), !data.isEmpty else {
        isAtEnd = true
        return []
      }
      position += data.count
      return Array(data)
    } catch {
      throw ImportError(.unreadable(Importing.reason(of: error)))
    }
  }

  private mutating func decode(_ read: [UInt8]) throws(ImportError) -> [UInt8] {
    var bytes = read
    if encoding == nil {
      let mark = Array(bytes.prefix(4))
      if mark.starts(with: [0xFF, 0xFE]) && mark != [0xFF, 0xFE, 0, 0] {
        encoding = .utf16(lowFirst: true)
        bytes.removeFirst(2)
        decoded = 2
      } else if mark.starts(with: [0xFE, 0xFF]) {
        encoding = .utf16(lowFirst: false)
        bytes.removeFirst(2)
        decoded = 2
      } else {
        encoding = .utf8
        if mark.starts(with: [0xEF, 0xBB, 0xBF]) {
          bytes.removeFirst(3)
          decoded = 3
        }
      }
    }
    guard case .utf16(let lowFirst) = encoding else { return try utf8(bytes) }
    return try utf16(bytes, lowFirst: lowFirst)
  }

  private mutating func utf8(_ bytes: [UInt8]) throws(ImportError) -> [UInt8] {
    var chunk = bytes
    if !isAtEnd {
      let cut = Self.unfinished(bytes)
      rest = Array(bytes.suffix(cut))
      chunk.removeLast(cut)
    }
    if String(validating: chunk, as: UTF8.self) == nil {
      throw ImportError(.notText(byte: decoded + TextDecoding.firstFault(in: chunk)))
    }
    decoded += chunk.count
    return chunk
  }

  /// How many bytes at the end begin a character that is not all there.
  private static func unfinished(_ bytes: [UInt8]) -> Int {
    for back in 1...3 where back <= bytes.count {
      let byte = bytes[bytes.count - back]
      if byte & 0b1100_0000 == 0b1000_0000 { continue }
      let width = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      return width > back ? back : 0
    }
    return 0
  }

  private mutating func utf16(
    _ bytes: [UInt8], lowFirst: Bool
  ) throws(ImportError) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    func unit(_ index: Int) -> UInt16 {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return lowFirst ? second << 8 | first : first << 8 | second
    }
    var index = 0
    while index + 1 < bytes.count {
      let high = unit(index)
      if high < 0x80 {
        result.append(UInt8(high))
        index += 2
        continue
      }
      var scalar = Unicode.Scalar(high)
      var width = 2
      if scalar == nil, high < 0xDC00 {
        // The other half comes with the next piece.
        guard index + 3 < bytes.count || isAtEnd else { break }
        if index + 3 < bytes.count, (0xDC00...0xDFFF).contains(unit(index + 2)) {
          scalar = Unicode.Scalar(
            0x10000 + UInt32(high - 0xD800) << 10 + UInt32(unit(index + 2) - 0xDC00))
          width = 4
        }
      }
      guard let scalar else { throw ImportError(.notText(byte: decoded + index)) }
      result += UTF8.encode(scalar) ?? .init()
      index += width
    }
    rest = Array(bytes[index...])
    if isAtEnd, !rest.isEmpty { throw ImportError(.notText(byte: decoded + index)) }
    decoded += index
    return result
  }

  private mutating func refuseNul(_ chunk: [UInt8]) throws(ImportError) {
    let (nul, newlines) = chunk.withUnsafeBytes { bytes -> (Bool, Int) in
      guard let start = bytes.baseAddress else { return (false, 0) }
      let nul = memchr(start, 0, bytes.count)
      let end = nul.map { start.distance(to: UnsafeRawPointer($0)) } ?? bytes.count
      var count = 0
      var place = 0
      while place < end, let found = memchr(start + place, 0x0A, end - place) {
        count += 1
        place = start.distance(to: UnsafeRawPointer(found)) + 1
      }
      return (nul != nil, count)
    }
    lines += newlines
    if nul { throw ImportError(.nulCharacter, at: .line(lines)) }
  }
}
