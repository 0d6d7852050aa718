extension JSONReader {
  /// Says of a file that was cut off in the middle just that, whatever else is odd about it: nobody
  /// can mend it, and it has to be fetched again.
  ///
  /// - Returns: nil when all brackets and quotes are closed, or closed wrongly.
  static func cutOff(_ bytes: [UInt8]) -> ImportError? {
    var open: [(mark: UInt8, line: Int)] = []
    var line = 1
    var isInText = false
    var isEscaped = false
    for byte in bytes {
      if byte == UInt8(ascii: "\n") { line += 1 }
      if isInText {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInText = false
          open.removeLast()
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""):
        isInText = true
        open.append((byte, line))
      case UInt8(ascii: "{"), UInt8(ascii: "["): open.append((byte, line))
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        // "{" and "}" are two apart, as "[" and "]" are.
        guard let last = open.popLast(), last.mark + 2 == byte else { return nil }
      default: break
      }
    }
    guard let last = open.last else { return nil }
    let mark = String(Character(Unicode.Scalar(last.mark)))
    return ImportError(.cutOff(mark: mark, line: last.line), at: .line(line))
  }
}
