enum BenchError: Error, CustomStringConvertible {
  case unusable(String)
  /// A process that is measured did not do what it was started for.
  case child(String)
  case noDisplay

  var description: String {
    switch self {
    case .unusable(let what): "\(what) cannot be used."
    case .child(let what): what
    case .noDisplay: "There is no display, and no xvfb-run to make one."
    }
  }
}
