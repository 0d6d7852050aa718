/// Going over what files of other programs hold. They are read loosely: null stands for nothing.
extension JSONReader {
  /// A text; a number's spelling; empty for null.
  mutating func optionalText(_ key: String) throws(ImportError) -> String {
    _ = peek()
    switch try scalar() {
    case .text(let text), .number(let text): return text
    case .null: return ""
    case .bool: throw failure(.mustBeText(key: key))
    }
  }

  /// Calls `element` at each element of an array; null counts as an empty one.
  mutating func readArray(
    _ element: (inout JSONReader) throws(ImportError) -> Void
  ) throws(ImportError) {
    if peek() == UInt8(ascii: "n") {
      _ = try scalar()
      return
    }
    try expect(UInt8(ascii: "["))
    var isFirst = true
    while try hasElement(isFirst: isFirst) {
      isFirst = false
      try element(&self)
    }
  }

  /// Calls `field` with each key of an object; it must pass over the value.
  mutating func readObject(
    _ field: (String, inout JSONReader) throws(ImportError) -> Void
  ) throws(ImportError) {
    try expect(UInt8(ascii: "{"))
    var isFirst = true
    while let key = try nextKey(isFirst: isFirst) {
      isFirst = false
      try field(key, &self)
    }
  }
}
