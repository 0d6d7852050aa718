import CGtk

/// Calls `body` with a NULL-terminated array of C strings.
func withStrings<Result>(
  _ texts: [String], _ body: (UnsafeMutablePointer<UnsafePointer<CChar>?>) -> Result
) -> Result {
  let copies = texts.map { g_strdup($0) }
  defer { copies.forEach { g_free($0) } }
  var array = copies.map { $0.map { UnsafePointer($0) } } + [nil]
  return array.withUnsafeMutableBufferPointer { buffer in
    guard let base = buffer.baseAddress else { preconditionFailure("an array of one is not empty") }
    return body(base)
  }
}
