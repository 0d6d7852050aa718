import Foundation
import GRDB

extension Workspace {
  /// A meeting with its agenda and who came; nil when there is no such meeting.
  public func agenda(of meetingID: UUID) throws -> Agenda? {
    try read { database in
      guard
        let meeting = try Meeting.fetchOne(
          database, sql: "SELECT * FROM meeting WHERE id = ?", arguments: [meetingID])
      else { return nil }
      return Agenda(
        meeting: meeting,
        items: try AgendaItem.fetchAll(
          database, sql: "SELECT * FROM agenda_item WHERE meetingID = ?", arguments: [meetingID]),
        attendances: try Attendance.fetchAll(
          database, sql: "SELECT * FROM attendance WHERE meetingID = ?", arguments: [meetingID]))
    }
  }
}
