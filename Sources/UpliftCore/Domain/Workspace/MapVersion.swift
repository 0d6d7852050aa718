import Foundation

/// A map as it is now, or as it was after a step of the history.
public struct MapVersion: Hashable, Sendable {
  public var mapID: UUID
  /// Nil: now; 0: before the first step.
  public var sequence: Int64?

  public init(_ mapID: UUID, at sequence: Int64? = nil) {
    self.mapID = mapID
    self.sequence = sequence
  }
}
