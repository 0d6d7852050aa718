import Foundation

extension GroupContents {
  /// Renames a meeting, and those of its boards that are called like it; nil when nothing changes.
  ///
  /// - Parameter typing: names one stretch of typing; edits of the same one are one step of undo.
  public func renaming(_ meeting: Meeting, to title: String, typing: UUID? = nil) -> Edit? {
    var edit = Edit.changing(meeting, typing: typing) { $0.title = title }
    for board in boards where board.meetingID == meeting.id && board.title == meeting.title {
      var renamed = board
      renamed.title = title
      edit?.changes.append(.update(from: board, to: renamed))
    }
    return edit
  }
}
