import Foundation

/// A value of JSON that holds no others. Numbers keep their spelling.
enum JSONScalar: Hashable, Sendable {
  case text(String)
  case number(String)
  case bool(Bool)
  case null
}

/// Reads JSON from front to back and knows the line. Only what a caller asks for is kept, so that
/// a large file costs its bytes and its records; depth costs a counter, never the stack.
///
/// `JSONDecoder` would build the whole tree first, drop unknown keys and name no line.
struct JSONReader {
  static let depthLimit = 512

  private let bytes: [UInt8]
  private(set) var index = 0
  private(set) var line = 1

  /// - Parameter bytes: UTF-8 without byte order mark.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var place: ImportError.Place { .line(line) }

  /// The next byte that is no white space; nil at the end.
  mutating func peek() -> UInt8? {
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x20, 0x09, 0x0D: index += 1
      case 0x0A:
        index += 1
        line += 1
      default: return byte
      }
    }
    return nil
  }

  /// Passes over `byte` when it comes next.
  mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    index += 1
    return true
  }

  mutating func expect(_ byte: UInt8) throws(ImportError) {
    guard take(byte) else {
      throw unexpected(expected: "“\(Character(Unicode.Scalar(byte)))”")
    }
  }

  /// Nothing may follow.
  mutating func expectEnd() throws(ImportError) {
    guard peek() == nil else { throw unexpected(expected: tr("the end")) }
  }

  func failure(_ reason: ImportError.Reason) -> ImportError { ImportError(reason, at: place) }

  private mutating func unexpected(expected: String) -> ImportError {
    guard let byte = peek() else { return failure(.endsEarly) }
    let rest = bytes[index..<min(index + 12, bytes.count)]
    let printable = (0x21...0x7E).contains(byte)
    let found =
      printable
      ? "“\(String(decoding: rest.prefix { (0x21...0x7E).contains($0) }, as: UTF8.self))”"
      : tr("byte {byte}", ["byte": byte])
    return failure(.unexpected(found: found, expected: expected))
  }

  /// The next key of an object whose brace was read, with its colon; nil after the closing brace.
  mutating func nextKey(isFirst: Bool) throws(ImportError) -> String? {
    if take(UInt8(ascii: "}")) { return nil }
    if !isFirst { try expect(UInt8(ascii: ",")) }
    guard peek() == UInt8(ascii: "\"") else { throw unexpected(expected: tr("a key in quotes")) }
    let key = try text()
    try expect(UInt8(ascii: ":"))
    return key
  }

  /// Whether another element follows in an array whose bracket was read.
  mutating func hasElement(isFirst: Bool) throws(ImportError) -> Bool {
    if take(UInt8(ascii: "]")) { return false }
    if !isFirst { try expect(UInt8(ascii: ",")) }
    return true
  }

  mutating func scalar() throws(ImportError) -> JSONScalar {
    switch peek() ?? 0 {
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "t"):
      try word("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try word("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try word("null")
      return .null
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    default: throw unexpected(expected: tr("a text, a number, true, false or null"))
    }
  }

  /// Passes over any value.
  mutating func skip() throws(ImportError) {
    // One entry for each open object (true) or array (false).
    var open: [Bool] = []
    var isFirst = true
    repeat {
      if open.last == true {
        guard try nextKey(isFirst: isFirst) != nil else {
          open.removeLast()
          isFirst = false
          continue
        }
      } else if open.last == false, try !hasElement(isFirst: isFirst) {
        open.removeLast()
        isFirst = false
        continue
      }
      if take(UInt8(ascii: "{")) {
        open.append(true)
        isFirst = true
      } else if take(UInt8(ascii: "[")) {
        open.append(false)
        isFirst = true
      } else {
        _ = try scalar()
        isFirst = false
      }
      if open.count > Self.depthLimit { throw failure(.nestedTooDeep(limit: Self.depthLimit)) }
    } while !open.isEmpty
  }

  private mutating func word(_ word: StaticString) throws(ImportError) {
    let end = index + word.utf8CodeUnitCount
    guard end <= bytes.count, bytes[index..<end].elementsEqual("\(word)".utf8) else {
      throw unexpected(expected: "\(word)")
    }
    index = end
  }

  /// As RFC 8259 spells numbers.
  private mutating func number() throws(ImportError) -> String {
    let start = index
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
        index += 1
        continue
      default: break
      }
      break
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard text.utf8.count < 400, Self.isNumber(text.utf8) else {
      throw failure(.badNumber(String(text.prefix(40))))
    }
    return text
  }

  private static func isNumber(_ text: String.UTF8View) -> Bool {
    var rest = text[...]
    func digits(_ rest: inout Substring.UTF8View) -> Int {
      let run = rest.prefix { (48...57).contains($0) }.count
      rest = rest.dropFirst(run)
      return run
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let leadsWithZero = rest.first == UInt8(ascii: "0")
    let whole = digits(&rest)
    guard whole > 0, !leadsWithZero || whole == 1 else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard digits(&rest) > 0 else { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") {
        rest = rest.dropFirst()
      }
      guard digits(&rest) > 0 else { return false }
    }
    return rest.isEmpty
  }

  /// A text whose opening quote comes next.
  private mutating func text() throws(ImportError) -> String {
    index += 1
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        // The whole input is known to be UTF-8, and a quote never cuts a character.
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        index += 1
        return text
      }
      if byte == UInt8(ascii: "\\") { return try escapedText(from: start) }
      if byte < 0x20 { throw failure(.controlCharacter) }
      index += 1
    }
    throw failure(.endsEarly)
  }

  private mutating func escapedText(from start: Int) throws(ImportError) -> String {
    var collected = Array(bytes[start..<index])
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: collected, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard index < bytes.count else { throw failure(.endsEarly) }
        let escape = bytes[index]
        index += 1
        switch escape {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): collected.append(escape)
        case UInt8(ascii: "b"): collected.append(0x08)
        case UInt8(ascii: "f"): collected.append(0x0C)
        case UInt8(ascii: "n"): collected.append(0x0A)
        case UInt8(ascii: "r"): collected.append(0x0D)
        case UInt8(ascii: "t"): collected.append(0x09)
        case UInt8(ascii: "u"): collected += UTF8.encode(try escapedScalar()) ?? .init()
        default: throw failure(.badEscape)
        }
      case 0..<0x20: throw failure(.controlCharacter)
      default: collected.append(byte)
      }
    }
    throw failure(.endsEarly)
  }

  /// What `\u` stands for; two of them for a character beyond U+FFFF.
  private mutating func escapedScalar() throws(ImportError) -> Unicode.Scalar {
    let first = try hexadecimalUnit()
    if let scalar = Unicode.Scalar(first) {
      if first == 0 { throw failure(.nulCharacter) }
      return scalar
    }
    guard (0xD800...0xDBFF).contains(first), index + 1 < bytes.count,
      bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u")
    else { throw failure(.badEscape) }
    index += 2
    let second = try hexadecimalUnit()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(
        0x10000 + (UInt32(first - 0xD800) << 10) + UInt32(second - 0xDC00))
    else { throw failure(.badEscape) }
    return scalar
  }

  private mutating func hexadecimalUnit() throws(ImportError) -> UInt16 {
    guard index + 4 <= bytes.count else { throw failure(.endsEarly) }
    var unit: UInt16 = 0
    for byte in bytes[index..<index + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw failure(.badEscape)
      }
      unit = unit << 4 + UInt16(digit)
    }
    index += 4
    return unit
  }
}
