import UpliftCore

extension Session {
  /// Makes everything what it was after a step. False when that was not possible; the window says
  /// why.
  @discardableResult
  func restore(_ sequence: Int64) -> Bool {
    read { try workspace.restore(sequence) } != nil
  }

  /// Names a version; an empty name takes it away.
  func nameVersion(_ sequence: Int64, _ title: String) {
    _ = read { () throws -> Bool? in
      if title.isEmpty {
        try workspace.removeVersionName(sequence)
      } else {
        try workspace.nameVersion(sequence, title)
      }
      return true
    }
  }
}
