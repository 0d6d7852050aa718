import Foundation

/// An advisory group with its people and meetings.
public struct GroupContents: Equatable, Sendable {
  public var group: AdvisoryGroup
  public var members: [Member]
  public var meetings: [Meeting]
  public var agendaItems: [UUID: [AgendaItem]]
  public var attendances: [UUID: [Attendance]]
  public var boards: [Board]
  /// In order.
  public var series: [MeetingSeries] = []
  /// In order.
  public var recommendations: [Recommendation] = []
  public var dismissals: [Dismissal] = []
}
