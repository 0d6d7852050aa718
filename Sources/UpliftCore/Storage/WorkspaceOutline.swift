import Foundation

/// What a workspace holds, without the contents of its maps and boards.
public struct WorkspaceOutline: Equatable, Sendable {
  public var workspace: WorkspaceInfo
  public var departments: [Department]
  public var personas: [Persona]
  public var journeyMaps: [JourneyMap]
  public var groups: [AdvisoryGroup]
  /// How many members each group has.
  public var memberCounts: [UUID: Int]
  public var meetings: [Meeting]
  public var boards: [Board]

  public func boards(of groupID: UUID) -> [Board] { boards.filter { $0.groupID == groupID } }
}

/// An advisory group with its people and meetings.
public struct GroupContents: Equatable, Sendable {
  public var group: AdvisoryGroup
  public var members: [Member]
  public var meetings: [Meeting]
  public var agendaItems: [UUID: [AgendaItem]]
  public var attendances: [UUID: [Attendance]]
  public var boards: [Board]
}

/// Something that a search found.
public struct SearchHit: Equatable, Sendable {
  public var reference: EntityReference
  /// All searchable text of the record.
  public var text: String
  /// The map, board, group or meeting that it is on; nil when it is one itself or stands alone.
  public var place: EntityReference?
  /// The title of the place, or empty.
  public var placeTitle: String
}
