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

/// An edit that pastes, and what it adds, so that it can be selected.
public struct Pasting: Sendable {
  public var edit: Edit
  /// Cards of a block; else the stages, steps or lanes, in order.
  public var added: [EntityReference]
  /// Emotions of a block, as they are now.
  public var emotions: [Emotion]

  public init(edit: Edit, added: [EntityReference], emotions: [Emotion] = []) {
    self.edit = edit
    self.added = added
    self.emotions = emotions
  }
}
