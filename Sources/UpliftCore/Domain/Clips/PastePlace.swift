import Foundation

/// Where something that is pasted into a map goes: what is selected there, as far as anything is.
public struct PastePlace: Hashable, Sendable {
  public var stageID: UUID?
  public var stepID: UUID?
  public var laneID: UUID?

  public init(stageID: UUID? = nil, stepID: UUID? = nil, laneID: UUID? = nil) {
    self.stageID = stageID
    self.stepID = stepID
    self.laneID = laneID
  }
}

/// An edit that pastes, and what it adds, so that it can be selected. It is empty when all of it
/// stands there already.
public struct Pasting: Sendable {
  public var edit: Edit
  /// Cards of a block; else the stages, steps or lanes, in order.
  public var added: [EntityReference]
  /// Emotions of a block, as they are now.
  public var emotions: [Emotion]
  /// How many lanes were made for rows that found none.
  public var newLanes: Int
  /// How many steps were made for columns past the last one.
  public var newSteps: Int

  public init(
    edit: Edit, added: [EntityReference], emotions: [Emotion] = [], newLanes: Int = 0,
    newSteps: Int = 0
  ) {
    self.edit = edit
    self.added = added
    self.emotions = emotions
    self.newLanes = newLanes
    self.newSteps = newSteps
  }
}
