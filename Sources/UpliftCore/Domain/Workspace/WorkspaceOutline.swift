import Foundation

/// What a workspace holds, without the contents of its maps and boards.
public struct WorkspaceOutline: Equatable, Sendable {
  public var workspace: WorkspaceInfo
  public var departments: [Department]
  public var channels: [Channel]
  public var tags: [Tag]
  public var personas: [Persona]
  public var journeyMaps: [JourneyMap]
  public var savedFilters: [SavedFilter]
  public var metrics: [Metric]
  public var dialogues: [Dialogue]
  public var groups: [AdvisoryGroup]
  /// How many members each group has.
  public var memberCounts: [UUID: Int]
  public var meetings: [Meeting]
  public var boards: [Board]
  public var recommendations: [Recommendation]
  public var promises: [Promise]
  public var barriers: [Barrier]
  public var initiatives: [Initiative]

  public func boards(of groupID: UUID) -> [Board] { boards.filter { $0.groupID == groupID } }
}
