import CustomDump
import Testing

/// Fails with a diff when two values differ.
///
/// Stands before the function of the same name in CustomDump, which reports to a testing library
/// that it does not find here, so that the test would pass.
func expectNoDifference<Value: Equatable>(
  _ left: @autoclosure () throws -> Value, _ right: @autoclosure () throws -> Value,
  _ message: @autoclosure () -> String = "", sourceLocation: SourceLocation = #_sourceLocation
) {
  do {
    let (left, right) = (try left(), try right())
    guard left != right else { return }
    let difference = diff(left, right) ?? "They look the same, but are not equal."
    Issue.record("\(message())\n\(difference)", sourceLocation: sourceLocation)
  } catch {
    Issue.record(error, sourceLocation: sourceLocation)
  }
}
