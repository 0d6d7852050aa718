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

  /// Takes in a change; false when it does not say enough, and all is to be read again.
  public mutating func apply(_ change: WorkspaceChange) -> Bool {
    // Members are only counted, each group by the day.
    guard !change.isWholesale, change.kinds.isDisjoint(with: [.workspace, .member]) else {
      return false
    }
    departments = change.applied(to: departments)
    channels = change.applied(to: channels)
    tags = change.applied(to: tags)
    personas = change.applied(to: personas)
    journeyMaps = change.applied(to: journeyMaps)
    savedFilters = change.applied(to: savedFilters)
    metrics = change.applied(to: metrics)
    dialogues = change.applied(to: dialogues)
    groups = change.applied(to: groups)
    meetings = change.applied(to: meetings)
    boards = change.applied(to: boards)
    recommendations = change.applied(to: recommendations)
    promises = change.applied(to: promises)
    barriers = change.applied(to: barriers)
    initiatives = change.applied(to: initiatives)
    return true
  }

  public func boards(of groupID: UUID) -> [Board] { boards.filter { $0.groupID == groupID } }
}
