import Foundation

/// Text of unknown origin: UTF-8 with or without byte order mark, UTF-16 with one.
enum TextDecoding {
  /// Inputs above this many bytes are refused: 256 MB.
  static let sizeLimit = 256_000_000

  /// The input as UTF-8 with no byte order mark.
  ///
  /// - Throws: `.tooLarge`; `.notText` with the first byte that does not fit; `.nulCharacter`.
  static func bytes(of data: Data) throws(ImportError) -> [UInt8] {
    guard data.count <= sizeLimit else {
      throw ImportError(.tooLarge(bytes: data.count, limit: sizeLimit))
    }
    let mark = Array(data.prefix(4))
    if mark.starts(with: [0xFF, 0xFE]) && !mark.elementsEqual([0xFF, 0xFE, 0, 0]) {
      return try recoded(Array(data.dropFirst(2)), lowFirst: true)
    }
    if mark.starts(with: [0xFE, 0xFF]) {
      return try recoded(Array(data.dropFirst(2)), lowFirst: false)
    }
    let skipped = mark.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let bytes = Array(data.dropFirst(skipped))
    if String(validating: bytes, as: UTF8.self) == nil {
      throw ImportError(.notText(byte: skipped + firstFault(in: bytes)))
    }
    if let nul = bytes.firstIndex(of: 0) {
      throw ImportError(.nulCharacter, at: .line(line(of: nul, in: bytes)))
    }
    return bytes
  }

  static func text(of data: Data) throws(ImportError) -> String {
    String(decoding: try bytes(of: data), as: UTF8.self)
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func recoded(_ bytes: [UInt8], lowFirst: Bool) throws(ImportError) -> [UInt8] {
    guard bytes.count.isMultiple(of: 2) else {
      throw ImportError(.notText(byte: bytes.count + 1))
    }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = 0
    while index < bytes.count {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(lowFirst ? second << 8 | first : first << 8 | second)
      index += 2
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = 0
    while position < units.count {
      let unit = units[position]
      var scalar = Unicode.Scalar(unit)
      var width = 1
      if scalar == nil, unit < 0xDC00, position + 1 < units.count,
        (0xDC00...0xDFFF).contains(units[position + 1])
      {
        scalar = Unicode.Scalar(
          0x10000 + UInt32(unit - 0xD800) << 10 + UInt32(units[position + 1] - 0xDC00))
        width = 2
      }
      guard let scalar else { throw ImportError(.notText(byte: 2 + position * 2)) }
      if scalar.value == 0 {
        throw ImportError(.nulCharacter, at: .line(line(of: result.count, in: result)))
      }
      if scalar.isASCII {
        result.append(UInt8(scalar.value))
      } else {
        result += UTF8.encode(scalar) ?? .init()
      }
      position += width
    }
    return result
  }

  private static func line(of index: Int, in bytes: [UInt8]) -> Int {
    bytes[..<index].count { $0 == 0x0A } + 1
  }

  /// The first byte of the first sequence that is no UTF-8.
  static func firstFault(in bytes: [UInt8]) -> Int {
    var decoder = UTF8()
    var source = CountingIterator(bytes: bytes)
    var start = 0
    while true {
      switch decoder.decode(&source) {
      case .scalarValue(let scalar): start += UTF8.width(scalar)
      case .emptyInput: return bytes.count
      case .error: return start
      }
    }
  }

  private struct CountingIterator: IteratorProtocol {
    let bytes: [UInt8]
    var index = 0
    mutating func next() -> UInt8? {
      guard index < bytes.count else { return nil }
      defer { index += 1 }
      return bytes[index]
    }
  }
}
