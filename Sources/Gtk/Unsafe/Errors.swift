import CGtk

/// A sentence from GTK or GLib, in the language of the program.
public struct GtkError: Error, CustomStringConvertible {
  public let description: String
}

/// Calls a C function that reports through a GError, and throws what it reports.
func throwing<Result>(
  _ body: (UnsafeMutablePointer<UnsafeMutablePointer<GError>?>) -> Result
) throws -> Result {
  var error: UnsafeMutablePointer<GError>?
  let result = body(&error)
  if let error {
    defer { g_error_free(error) }
    throw GtkError(description: String(cString: error.pointee.message))
  }
  return result
}
