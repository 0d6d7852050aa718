import Foundation

/// An object for each lane, a new one whenever a card of the lane changes.
struct CardStates: Equatable {
  private final class State: Sendable {}

  private var objects: [UUID: State] = [:]

  func state(of laneID: UUID) -> AnyObject? { objects[laneID] }

  mutating func changed(_ laneID: UUID) { objects[laneID] = State() }

  /// Two maps with the same records are equal, whatever became of them before.
  static func == (left: CardStates, right: CardStates) -> Bool { true }
}
