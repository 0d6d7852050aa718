/// A name that somebody gave to the workspace as it was after a step of its history.
public struct NamedVersion: Hashable, Sendable, Identifiable {
  /// Of the step; 0: before the first one.
  public var sequence: Int64
  public var title: String
  /// When the name was given.
  public var at: Instant

  public var id: Int64 { sequence }

  public init(sequence: Int64, title: String, at: Instant) {
    self.sequence = sequence
    self.title = title
    self.at = at
  }
}
